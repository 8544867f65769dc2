"""Everything the first page of a file shows, read in six queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vatra.access.models import User
from vatra.casework.models import File
from vatra.desk.belonging import DaysWithout, Missing, Need, days_without
from vatra.desk.look.decided import Decided, latest_decision
from vatra.desk.look.said import Said, last_words
from vatra.desk.look.siblings import Sibling, siblings_seen
from vatra.desk.look.standing import Standing, standing_of
from vatra.desk.look.stays import StaySeen, stays_of
from vatra.desk.ties import ties_of
from vatra.kernel.period import Period


@dataclass(frozen=True)
class Look:
    """A file at one look on a day."""

    on: date
    standing: Standing
    stays: Sequence[StaySeen]
    decided: Decided | None
    said: Sequence[Said]
    siblings: Sequence[Sibling]
    without: DaysWithout

    @property
    def home(self) -> StaySeen | None:
        """The stay of the day."""
        return next((stay for stay in self.stays if stay.is_on(self.on)), None)

    @property
    def coming(self) -> StaySeen | None:
        """A stay that begins on a day to come."""
        return next((stay for stay in reversed(self.stays) if stay.period.first_day > self.on), None)

    @property
    def missing(self) -> list[Missing]:
        """What the child lacks on the day (R-10)."""
        return self.without.missing_on(self.on)

    @property
    def days_counted(self) -> dict[Need, int]:
        """All days so far on which something was lacking."""
        return self.without.counted(self.on)


def look_at(file: File, *, by: User, on: date) -> Look:
    """The file at one look, as this user may see it on this day."""
    return Look(
        on=on,
        standing=standing_of(file, on=on),
        stays=stays_of(file),
        decided=latest_decision(file),
        said=last_words(file),
        siblings=siblings_seen(file, by=by, on=on),
        without=days_without(ties_of([file])[file.pk], Period(date.min, on)),
    )
