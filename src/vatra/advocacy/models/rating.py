"""Three questions about an ask, never added up: how far, how well, and what we had to do with it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Trim
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.asks.words import Claim, Progress, Quality
from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.kept import STAYS
from vatra.advocacy.models.second_person import WRITTEN_STAYS, NeedsSecondPerson, by_two_persons
from vatra.kernel.privacy import Keep


class ProgressRating(models.Model):
    """How much of what is asked had been done on a day, in five steps; the latest one holds."""

    ask = models.ForeignKey(PolicyAsk, models.PROTECT, related_name="progress_ratings")
    rated_on = models.DateField(_("on"))
    step = models.PositiveSmallIntegerField(_("how much is done"), choices=Progress)
    why = models.TextField(_("why"))
    rated_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    trigger_sentences = {"progress_rating_stays": STAYS}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="progress_step_is_unknown",
                condition=Q(step__in=Progress.values),
                violation_error_message=_("Choose one of the five steps."),
            ),
            models.CheckConstraint(
                name="progress_without_reason",
                condition=~Q(why=""),
                violation_error_message=_("Say why you rate it so."),
            ),
        ]
        indexes = [models.Index(fields=["ask", "-rated_on", "-id"], name="progress_of_ask")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class QualityRating(models.Model):
    """How well what was done answers the ask, as a named reader from another organisation says; the latest holds."""

    ask = models.ForeignKey(PolicyAsk, models.PROTECT, related_name="quality_ratings")
    rated_on = models.DateField(_("on"))
    grade = models.PositiveSmallIntegerField(_("how well it answers the ask"), choices=Quality)
    reader = models.CharField(_("who read it"), max_length=120)
    organisation = models.CharField(_("organisation of the reader"), max_length=160)
    why = models.TextField(_("what the reader says"))
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    trigger_sentences = {"quality_rating_stays": STAYS}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="quality_grade_is_unknown",
                condition=Q(grade__in=Quality.values),
                violation_error_message=_("Choose a grade from 1 to 5."),
            ),
            models.CheckConstraint(
                name="quality_without_reader",
                condition=~Q(reader="") & ~Q(organisation="") & ~Q(why=""),
                violation_error_message=_(
                    "Name the reader and the organisation, and say what the reader says."
                ),
            ),
        ]
        indexes = [models.Index(fields=["ask", "-rated_on", "-id"], name="quality_of_ask")]

    class Privacy:
        identifying = ("reader",)
        sensitive = ()
        keep_for = Keep.REFERENCE


class ContributionRating(NeedsSecondPerson):
    """What our own work had to do with it; the latest approved one holds (advocacy-ux §2.1, proof in two steps)."""

    ask = models.ForeignKey(PolicyAsk, models.PROTECT, related_name="contribution_ratings")
    rated_on = models.DateField(_("on"))
    claim = models.CharField(_("our contribution"), max_length=10, choices=Claim)
    why = models.TextField(_("why"))

    trigger_sentences = {
        "contribution_written_stays": WRITTEN_STAYS,
        "contribution_confirmed_by_one": _(
            "A confirmed contribution needs two pieces of evidence from different sources."
        ),
    }

    class Meta:
        constraints = [
            *by_two_persons("contribution"),
            models.CheckConstraint(
                name="contribution_claim_is_unknown",
                condition=Q(claim__in=Claim.values),
                violation_error_message=_("Choose what our contribution was from the list."),
            ),
            models.CheckConstraint(
                name="contribution_without_reason",
                condition=~Q(why=""),
                violation_error_message=_("Say why you rate it so."),
            ),
        ]
        indexes = [models.Index(fields=["ask", "-rated_on", "-id"], name="contribution_of_ask")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class ContributionEvidence(models.Model):
    """One piece of evidence that our work played a part, from somebody other than us."""

    rating = models.ForeignKey(ContributionRating, models.PROTECT, related_name="evidence")
    says = models.TextField(_("what it says"))
    said_by = models.CharField(_("who says it"), max_length=160)
    source_url = models.URLField(_("address of the source"), max_length=500)

    trigger_sentences = {"evidence_comes_late": _("This rating was answered: its evidence stays as it is.")}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "rating",
                Lower(Trim("said_by")),
                name="evidence_from_one_mouth",
                violation_error_message=_("Each piece of evidence comes from somebody else."),
            ),
            models.UniqueConstraint(
                fields=["rating", "source_url"],
                name="evidence_from_one_place",
                violation_error_message=_("Each piece of evidence has a source of its own."),
            ),
            models.CheckConstraint(
                name="evidence_without_source",
                condition=~Q(says="") & ~Q(said_by="") & ~Q(source_url=""),
                violation_error_message=_("Say what the evidence says, who says it, and where."),
            ),
        ]

    class Privacy:
        identifying = ("said_by",)
        sensitive = ()
        keep_for = Keep.REFERENCE
