"""Days along the width of a drawing. Lengths are in SVG user units."""

from dataclasses import dataclass
from datetime import date

MOST_TICKS = 8


@dataclass(frozen=True)
class Tick:
    """The first day of a year."""

    x: float
    year: int


@dataclass(frozen=True)
class TimeScale:
    """The first day stands at `left`, the last one `width` further on."""

    first: date
    last: date
    left: int
    width: int

    def at(self, day: date) -> float:
        """Where a day stands."""
        days = max(1, (self.last - self.first).days)
        return round(self.left + self.width * (day - self.first).days / days, 1)

    def ticks(self) -> list[Tick]:
        """The first days of years, of many years only some."""
        years = range(self.first.year + 1, self.last.year + 1)
        step = -(-len(years) // MOST_TICKS) or 1
        return [Tick(self.at(date(year, 1, 1)), year) for year in years[::step]]
