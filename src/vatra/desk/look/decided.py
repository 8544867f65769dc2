"""What was decided about the child and why, and whether it has been carried out: one query."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from vatra.casework.models import File
from vatra.decisions.models import Decision, Outcome
from vatra.homes.words import FormOfCare
from vatra.placements.models import Placement


@dataclass(frozen=True)
class Decided:
    """The latest decision about the child that no other supersedes, and whether a stay rests on it."""

    outcome: Outcome
    has_stay: bool

    @property
    def decision(self) -> Decision:
        """The decision itself."""
        return self.outcome.decision

    @property
    def is_to_be_told(self) -> bool:
        """Whether the child still has to be told of it."""
        not_told = getattr(self.outcome, "not_told", None)
        return not hasattr(self.outcome, "telling") and not (not_told and not_told.confirmed_on)

    def asks_for(self, *, lives_in_a_home: bool) -> str | None:
        """The act that would carry it out: place, move, return_home; None when nothing is left to do."""
        if self.has_stay:
            return None
        if self.outcome.home_id is not None:
            return "move" if lives_in_a_home else "place"
        goes_home = self.outcome.form == FormOfCare.BIRTH_FAMILY and lives_in_a_home
        return "return_home" if goes_home else None


def latest_decision(file: File) -> Decided | None:
    """What was decided last for this child."""
    outcome = (
        Outcome.objects.filter(file=file, decision__superseded_by__isnull=True)
        .select_related("decision__issued_by", "decision__question", "option", "home", "telling", "not_told")
        .defer("decision__document")
        .annotate(has_stay=Exists(Placement.objects.filter(outcome=OuterRef("pk"))))
        .order_by("-decision__effective_on", "-pk")
        .first()
    )
    return Decided(outcome, outcome.has_stay) if outcome else None
