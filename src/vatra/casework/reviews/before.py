"""What is known before a review is written down: what was planned, and what an earlier version said."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vatra.casework.models import Cause, File, Goal, PlannedReview, Review
from vatra.casework.reviews.around import around, each_once
from vatra.casework.reviews.meeting import Somebody
from vatra.casework.words.review import Part
from vatra.kernel import clock


@dataclass
class Before:
    """The planned meeting and the version that is corrected, as the page of a review is filled in with them."""

    file: File
    planned: PlannedReview | None
    corrects: Review | None

    @property
    def day(self) -> date:
        """The day the page begins with: of the version before, of the plan where it has come, else today."""
        if self.corrects:
            return self.corrects.held_on
        return min(self.planned.meets_on, clock.today()) if self.planned else clock.today()

    @cached_property
    def known(self) -> list[Somebody]:
        """Everybody who may have come: around the child, invited, or named in the version before."""
        invited = self.planned.invited.select_related("person").order_by("pk") if self.planned else []
        named = [*around(self.file, self.day), *(Somebody.of(each) for each in invited), *self._came]
        return [each for each in each_once(named) if each.part != Part.CHILD]

    @property
    def present(self) -> list[str]:
        """The marks of those who were there by the version before."""
        came = {each.key for each in self._came}
        return [each.mark for each in self.known if each.key in came]

    @cached_property
    def _came(self) -> list[Somebody]:
        rows = self.corrects.present.select_related("person").order_by("pk") if self.corrects else []
        return [Somebody.of(each) for each in rows]

    @cached_property
    def asked_for(self) -> list[str]:
        """What the version before wanted to be decided."""
        rows = self.corrects.asked_for.order_by("pk") if self.corrects else []
        return [each.what for each in rows]

    def of_cause(self, cause: Cause) -> dict[str, str]:
        """The answer about a cause in the version before."""
        return self._causes.get(cause.pk, {})

    def of_goal(self, goal: Goal) -> dict[str, str]:
        """The answer about a goal in the version before."""
        return self._goals.get(goal.pk, {})

    def of_decision(self, number: int) -> dict[str, str]:
        """The so-many-th thing asked for in the version before."""
        return {"what": self.asked_for[number - 1]} if number <= len(self.asked_for) else {}

    @cached_property
    def _causes(self) -> dict[int, dict[str, str]]:
        rows = self.corrects.causes.all() if self.corrects else []
        return {each.cause_id: {"now": each.now, "account": each.account} for each in rows}

    @cached_property
    def _goals(self) -> dict[int, dict[str, str]]:
        rows = self.corrects.goals.all() if self.corrects else []
        return {each.goal_id: {"now": each.now, "account": each.account} for each in rows}
