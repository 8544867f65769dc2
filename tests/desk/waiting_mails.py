"""People who are to be told something by mail, and mails that wait."""

from datetime import date
from uuid import uuid4

from tests.builders import TODAY, a_child, a_file, a_user, at
from vatra.access.models import Mail, Unit, User
from vatra.access.models.mail import MailKind
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.kernel.duty import Duty

COUNTS = {"late": 2, "today": 1, "this_week": 0, "late_in_units": 0}


def a_reader(role: Role = Role.SOCIAL_WORKER, unit: Unit | None = None, **fields: object) -> User:
    """Somebody with an address."""
    return a_user(role, unit, **({"email": f"{uuid4().hex[:8]}@example.org"} | fields))


def a_mail(user: User | None = None, *, day: date = TODAY, **fields: object) -> Mail:
    """A digest that waits."""
    quiet = {"kind": MailKind.DAY, "counts": COUNTS, "written_at": at(day)}
    return Mail.objects.create(**(quiet | {"user": user or a_reader(), "day": day} | fields))


def a_file_without_duties(worker: User, name: str = "Dren Berisha") -> File:
    """An open file for which nothing waits but what a test adds."""
    file = a_file(a_child(name), worker=worker)
    Duty.objects.filter(chain=file.key).delete()
    return file


def a_duty(file: File, due_on: date, **fields: object) -> Duty:
    """Something that has to be done by a day, and is too late from that day on unless said otherwise."""
    quiet = {"rule": "review", "ref": "plan:1", "pack": "kosovo", "rule_valid_from": date(2000, 1, 1)}
    quiet |= {"escalate_to": "supervisor"}
    days = dict.fromkeys(("basis_on", "due_on", "shown_first_on", "escalates_on"), due_on)
    return Duty.objects.create(chain=file.key, **(quiet | days | fields))
