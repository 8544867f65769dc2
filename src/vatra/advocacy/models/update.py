"""What happened to an ask: dated, sourced, and counted once a second person approved it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.asks.words import OUR_OWN, Stage
from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.kept import digest_or_nothing, one_of
from vatra.advocacy.models.second_person import WRITTEN_STAYS, NeedsSecondPerson, by_two_persons
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep

NOT_ANSWERED = Q(approved_at__isnull=True, refused_at__isnull=True)


class AskUpdates(models.QuerySet["AskUpdate"]):
    """Questions about many updates."""

    def standing(self) -> Self:
        """Approved, not superseded by another that was approved, and not found not to have happened."""
        superseding = AskUpdate.objects.filter(supersedes=OuterRef("pk"), approved_at__isnull=False)
        return self.filter(~models.Exists(superseding), approved_at__isnull=False, did_not_happen=False)

    def to_answer(self) -> Self:
        """Those no second person has answered."""
        return self.filter(NOT_ANSWERED)

    def latest_first(self) -> Self:
        """In the order in which things happened, the latest first; on one day the one written last."""
        return self.order_by("-happened_on", "-pk")


class AskUpdate(NeedsSecondPerson):
    """On this day an ask came to a stage, as this source says; what we did ourselves needs none."""

    ask = models.ForeignKey(PolicyAsk, models.PROTECT, related_name="updates")
    happened_on = models.DateField(_("on"))
    stage = models.CharField(_("stage"), max_length=10, choices=Stage)
    text = InLanguages(_("what happened, for the public"))
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    document_sha256 = models.CharField(
        _("SHA-256 digest of the archived document"), max_length=64, blank=True
    )
    supersedes = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="superseding")
    did_not_happen = models.BooleanField(_("this did not happen"), default=False)

    objects = AskUpdates.as_manager()

    trigger_sentences = {
        "update_written_stays": WRITTEN_STAYS,
        "update_supersedes_another_asks": _("Only an approved update of the same ask can be corrected."),
    }

    class Meta:
        constraints = [
            *by_two_persons("update"),
            one_of("update_stage_is_unknown", "stage", Stage.values, _("Choose a stage from the list.")),
            said_somewhere("update_without_text", "text", _("Say what happened.")),
            models.CheckConstraint(
                name="update_without_source",
                condition=~Q(source_url="") | Q(stage__in=OUR_OWN),
                violation_error_message=_("Say where this is known from."),
            ),
            digest_or_nothing("update_digest_is_none", "document_sha256"),
            models.UniqueConstraint(
                fields=["supersedes"],
                condition=Q(refused_at__isnull=True),
                name="update_corrected_twice",
                violation_error_message=_("A correction of this update has been written already."),
            ),
            models.CheckConstraint(
                name="update_denied_before_it_was_told",
                condition=Q(did_not_happen=False) | Q(supersedes__isnull=False),
                violation_error_message=_(
                    "Only what was written down before can turn out not to have happened."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["ask", "-happened_on", "-id"], name="updates_of_ask"),
            models.Index(fields=["recorded_at"], condition=NOT_ANSWERED, name="updates_to_answer"),
            models.Index(fields=["-approved_at", "-id"], name="updates_newest_first"),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


def stage_on(day: date) -> Subquery:
    """The stage an ask in a query had on a day, as approved updates tell; nothing where none does."""
    told = AskUpdate.objects.standing().filter(ask=OuterRef("pk"), happened_on__lte=day).latest_first()
    return Subquery(told.values("stage")[:1])
