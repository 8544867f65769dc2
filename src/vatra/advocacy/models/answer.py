"""What those in office think, say and promise; each record names its source."""

from datetime import date

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.institutions.words import SETTLED, EncounterKind, Position, Verdict
from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.institution import Institution, Post
from vatra.advocacy.models.kept import STAYS, Told, ToldRows, digest_or_nothing, one_of, told_with_source
from vatra.kernel.constraints import exactly_one
from vatra.kernel.privacy import Keep


class Stances(ToldRows["Stance"]):
    """Questions about many stances."""


class Stance(Told):
    """From this day the holder of a post takes a position towards an ask."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="stances")
    ask = models.ForeignKey(PolicyAsk, models.PROTECT, related_name="stances")
    position = models.CharField(_("position"), max_length=15, choices=Position)
    taken_on = models.DateField(_("on"))

    objects = Stances.as_manager()

    trigger_sentences = {"stance_stays": STAYS}

    class Meta:
        constraints = [
            *told_with_source("stance"),
            one_of("stance_is_unknown", "position", Position.values, _("Choose a position from the list.")),
        ]
        indexes = [
            models.Index(fields=["post", "-taken_on", "-id"], name="stances_of_post"),
            models.Index(fields=["ask", "-taken_on", "-id"], name="stances_towards_ask"),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class Encounters(ToldRows["Encounter"]):
    """Questions about many encounters."""


class Encounter(Told):
    """A meeting or a letter between us and an institution, and what was said."""

    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="encounters", verbose_name=_("post")
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="encounters",
        verbose_name=_("institution"),
    )
    kind = models.CharField(_("kind"), max_length=15, choices=EncounterKind)
    met_on = models.DateField(_("on"))
    with_whom = models.CharField(_("with whom"), max_length=200)
    ask = models.ForeignKey(
        PolicyAsk,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="encounters",
        verbose_name=_("about the ask"),
    )
    said = models.TextField(_("what was said"))

    objects = Encounters.as_manager()

    trigger_sentences = {"encounter_stays": STAYS}

    class Meta:
        constraints = [
            *told_with_source("encounter"),
            exactly_one(
                "encounter_with_nobody",
                "post",
                "institution",
                message=_("An encounter is with a post or with an institution as a whole."),
            ),
            one_of(
                "encounter_kind_is_unknown", "kind", EncounterKind.values, _("Choose a kind from the list.")
            ),
            models.CheckConstraint(
                name="encounter_without_words",
                condition=~Q(said="") & ~Q(with_whom=""),
                violation_error_message=_("Say with whom it was, and what was said."),
            ),
        ]
        indexes = [
            models.Index(fields=["post", "-met_on", "-id"], name="encounters_with_post"),
            models.Index(fields=["institution", "-met_on", "-id"], name="encounters_with_institution"),
        ]

    class Privacy:
        identifying = ("with_whom", "said")
        sensitive = ()
        keep_for = Keep.CAMPAIGN


class Promises(models.QuerySet["Promise"]):
    """Questions about many promises."""

    def overdue_on(self, day: date) -> "Promises":
        """Promises whose day has passed, and of which nobody has since found what became of them."""
        latest = (
            PromiseJudgement.objects.standing()
            .filter(promise=OuterRef("pk"), judged_on__lte=day)
            .order_by("-judged_on", "-pk")
        )
        judged = self.annotate(
            last_verdict=Subquery(latest.values("verdict")[:1]),
            last_judged_on=Subquery(latest.values("judged_on")[:1]),
        )
        is_open = ~Q(last_verdict__in=SETTLED) & Q(last_judged_on__lt=F("due_on"))
        return judged.filter(Q(last_verdict__isnull=True) | is_open, due_on__lt=day)


class Promise(models.Model):
    """The exact words with which the holder of a post promised something, and the document that has them."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="promises", verbose_name=_("post"))
    ask = models.ForeignKey(
        PolicyAsk,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="promises",
        verbose_name=_("about the ask"),
    )
    quote = models.TextField(_("the promise, word for word"))
    made_by = models.CharField(_("who promised"), max_length=120)
    made_on = models.DateField(_("promised on"))
    due_on = models.DateField(_("promised for"), null=True, blank=True)
    is_conditional = models.BooleanField(_("it depends on a condition"), default=False)
    condition = models.CharField(_("the condition"), max_length=300, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500)
    document_sha256 = models.CharField(
        _("SHA-256 digest of the archived document"), max_length=64, blank=True
    )
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = Promises.as_manager()

    trigger_sentences = {"promise_stays": STAYS}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="promise_without_words",
                condition=~Q(quote="") & ~Q(made_by="") & ~Q(source_url=""),
                violation_error_message=_("Give the exact words, who said them, and the source."),
            ),
            models.CheckConstraint(
                name="promise_due_before_it_was_made",
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("made_on")),
                violation_error_message=_("A promise cannot be due before it was made."),
            ),
            models.CheckConstraint(
                name="promise_condition_is_missing",
                condition=Q(is_conditional=False, condition="") | Q(is_conditional=True) & ~Q(condition=""),
                violation_error_message=_("Say on what the promise depends, or that it depends on nothing."),
            ),
            digest_or_nothing("promise_digest_is_none", "document_sha256"),
        ]
        indexes = [
            models.Index(fields=["post", "-made_on", "-id"], name="promises_of_post"),
            models.Index(fields=["due_on", "id"], name="promises_by_due_day"),
        ]

    class Privacy:
        identifying = ("made_by",)
        sensitive = ()
        keep_for = Keep.REFERENCE


class PromiseJudgements(ToldRows["PromiseJudgement"]):
    """Questions about many judgements."""


class PromiseJudgement(Told):
    """On this day a promise was found kept, broken or not verifiable; the latest judgement holds."""

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="judgements")
    judged_on = models.DateField(_("on"))
    verdict = models.CharField(_("what became of the promise"), max_length=15, choices=Verdict)

    objects = PromiseJudgements.as_manager()

    trigger_sentences = {"judgement_stays": STAYS}

    class Meta:
        constraints = [
            *told_with_source("judgement"),
            one_of("judgement_is_unknown", "verdict", Verdict.values, _("Choose a verdict from the list.")),
        ]
        indexes = [models.Index(fields=["promise", "-judged_on", "-id"], name="judgements_of_promise")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
