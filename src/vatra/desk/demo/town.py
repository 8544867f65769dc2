"""A centre in one town, and the days of its stories, counted back from today."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from vatra.access.models import Unit, User
from vatra.access.roles import Role
from vatra.kernel import clock
from vatra.kernel.ledger import Actor

IN_THE_MORNING = time(10, 30)


@dataclass(frozen=True)
class Town:
    """A team with its municipality, its social worker and the supervisor above them."""

    today: date
    municipality: str
    team: Unit
    worker: User
    supervisor: User
    hour: time = IN_THE_MORNING

    def at(self, hour: time) -> "Town":
        """The same people at another hour of the day."""
        return replace(self, hour=hour)

    def ago(self, days: int) -> date:
        """The day so many days ago; a negative number lies ahead."""
        return self.today - timedelta(days=days)

    def born(self, years: float) -> date:
        """A day of birth for somebody of this age today."""
        return self.ago(round(years * 365.25))

    def by_worker(self, ago: int) -> Actor:
        """The social worker, so many days ago."""
        return acting(self.worker, Role.SOCIAL_WORKER, self.ago(ago), self.hour)

    def by_supervisor(self, ago: int) -> Actor:
        """The supervisor, so many days ago."""
        return acting(self.supervisor, Role.SUPERVISOR, self.ago(ago), self.hour)


def acting(user: User, role: Role, on: date, hour: time = IN_THE_MORNING) -> Actor:
    """Somebody at work at an hour of a day, in the morning unless told otherwise, never later than now."""
    moment = datetime.combine(on, hour, clock.LOCAL)
    return Actor(user.pk, role.value, min(moment, clock.now()))
