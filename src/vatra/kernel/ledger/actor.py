from dataclasses import dataclass
from datetime import date, datetime

from vatra.kernel.clock import local_day


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does an act, in which role, at which moment; without a user it is Vatra itself, as in an import."""

    user_id: int | None
    role: str
    at: datetime

    @property
    def somebody(self) -> int:
        """The user's id, for acts that only a person can do."""
        if self.user_id is None:
            raise ValueError("This act is done by a person, not by Vatra itself.")
        return self.user_id

    @property
    def today(self) -> date:
        """The actor's day on the calendar in Kosovo."""
        return local_day(self.at)
