"""What tests of access are made of, beside the builders of all tests."""

from tests.builders import TODAY, a_unit, a_user, by
from vatra.access.models import Unit, User
from vatra.access.roles import Role
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.models import Event


def an_administrator(unit: Unit | None = None) -> User:
    """Somebody who keeps the staff of a unit and of the units below it."""
    return a_user(Role.ADMINISTRATOR, unit)


def unit_of(user: User) -> Unit:
    """The unit somebody works in."""
    return user.appointments.select_related("unit").get().unit


def keeping(administrator: User) -> Actor:
    """The administrator as the one who acts."""
    return by(administrator, TODAY, Role.ADMINISTRATOR)


def a_colleague(administrator: User, role: Role = Role.SOCIAL_WORKER) -> User:
    """Somebody who works in a team below the administrator's unit."""
    return a_user(role, a_unit(parent=unit_of(administrator)))


def acts_on(record: User | Unit) -> list[str]:
    """What the ledger holds about an account or a unit, in its order."""
    return list(Event.objects.filter(chain=record.key).order_by("position").values_list("act", flat=True))


def machine() -> Actor:
    """Vatra itself, as at the machine's own terminal."""
    return Actor(None, "", clock.now())
