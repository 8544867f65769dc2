"""The issued decision. Its row exists only once it is issued, and is never changed; a later one may supersede it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models import File
from vatra.decisions.models.option import Option
from vatra.decisions.models.question import Question
from vatra.decisions.words import ContactMeasure
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.kernel.privacy import Keep


class Decision(models.Model):
    """An act of authority that answers a question, with reasons, by somebody entitled (UN Guidelines §57, R-22)."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="decisions")
    number = models.CharField(_("number"), max_length=20, unique=True)
    issued_at = models.DateTimeField(_("issued at"))
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="decisions_issued")
    legal_basis = models.CharField(_("legal basis"), max_length=200)
    reasons = models.TextField(_("reasons"))
    # The fingerprint of the reasons, so that copied ones are found by an index (quality.thin).
    reasons_key = models.CharField(max_length=64, blank=True, db_default="", editable=False)
    effective_on = models.DateField(_("takes effect on"))
    review_on = models.DateField(_("looked at again on"))
    appeal_until = models.DateField(_("appeal possible until"), null=True, blank=True)
    representation = models.CharField(
        _("who represents the child and helps with an appeal"), max_length=200, blank=True
    )
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("supersedes"),
    )
    # The whole text as issued: options, weighings, views, participants.
    document = models.JSONField()
    digest = models.CharField(max_length=64)

    # Refusals of the triggers in decisions/sql/issued.sql.
    trigger_sentences = {
        "decision_issued_without_two_options": _("A decision weighs at least two options."),
        "decision_issued_with_unweighed_option": _(
            "Every option is weighed on every factor before the decision."
        ),
        "decision_issued_without_view": _(
            "Every child's own view, or the reason why it could not be sought, comes before the decision."
        ),
        "decision_issued_without_outcome": _(
            "The decision says for every child of the question what happens."
        ),
        "outcome_is_not_an_option_weighed": _(
            "Only an option that was weighed for this child can be decided."
        ),
        "decision_issued_by_unentitled": _("Only a supervisor appointed on that day may issue a decision."),
        "decision_issued_by_only_author": _(
            "Who alone wrote everything cannot also issue the decision. A second person looks at it first."
        ),
        "decision_issued_against_panel": _("This decision needs a panel that has approved it."),
        "issued_decision_changed": _(
            "An issued decision is never changed. Issue a new one that supersedes it."
        ),
        "ground_of_issued_decision_changed": _(
            "This question has been decided; what it rests on stays as it was. Ask a new question."
        ),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="decision_issued_without_reasons",
                condition=~Q(reasons="") & ~Q(legal_basis=""),
                violation_error_message=_("A decision needs its reasons and its legal basis."),
            ),
            models.CheckConstraint(
                name="decision_reviewed_before_it_takes_effect",
                condition=Q(review_on__gt=F("effective_on")),
                violation_error_message=_(
                    "The day to look again lies after the day the decision takes effect."
                ),
            ),
            models.CheckConstraint(
                name="appeal_ends_before_decision",
                condition=Q(appeal_until__isnull=True) | Q(appeal_until__gte=F("effective_on")),
                violation_error_message=_(
                    "The last day to appeal cannot lie before the decision takes effect."
                ),
            ),
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(supersedes__isnull=True),
                name="question_decided_twice",
                violation_error_message=_(
                    "This question has been decided. A new decision can only supersede that one."
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["reasons_key"], condition=~Q(reasons_key=""), name="decision_with_same_reasons"
            ),
        ]

    class Privacy:
        identifying = ("reasons", "reasons_key", "document", "representation")
        sensitive = ("legal_basis",)
        keep_for = Keep.CARE_RECORD

    def __str__(self) -> str:
        return self.number


class Outcome(models.Model):
    """What the decision says for one child: which option, and so which form of care and home."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="outcomes")
    file = models.ForeignKey(File, models.PROTECT, related_name="outcomes")
    option = models.ForeignKey(Option, models.PROTECT, related_name="outcomes")
    form = models.CharField(_("form of care"), max_length=30, choices=FormOfCare, null=True, blank=True)
    contact = models.CharField(
        _("contact with the family"), max_length=20, choices=ContactMeasure, null=True, blank=True
    )
    home = models.ForeignKey(Home, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "file"],
                name="two_outcomes_for_one_child",
                violation_error_message=_("Each child has one outcome in a decision."),
            ),
            # A placement points at (outcome, file): it cannot rest on another child's decision.
            models.UniqueConstraint(fields=["id", "file"], name="outcome_of_file"),
        ]

    class Privacy:
        identifying = ()
        sensitive = ("form", "contact")
        keep_for = Keep.CARE_RECORD
