"""Who may see which file today: one rule for the page and for the list."""

from datetime import date, timedelta

import pytest

from tests.builders import (
    TODAY,
    a_file,
    a_home,
    a_person,
    a_placement,
    a_question,
    a_unit,
    a_user,
    by,
    worker_of,
)
from vatra.access.models import Appointment, Unit, User
from vatra.access.roles import Permission, Role
from vatra.casework.actions import hand_over
from vatra.casework.models import File
from vatra.decisions.actions import declare_interest, seat_member
from vatra.placements.actions import end_placement

pytestmark = pytest.mark.django_db


def sees(user: User, file: File, on: date = TODAY, to: Permission = Permission.READ_FILE) -> bool:
    """Whether the list of files shows this one."""
    return File.objects.visible_to(user, on=on, to=to).filter(pk=file.pk).exists()


def test_the_responsible_worker_sees_the_file() -> None:
    file = a_file()
    assert sees(worker_of(file), file)


def test_a_colleague_of_the_same_team_sees_it_and_one_of_another_town_does_not() -> None:
    file = a_file()
    assert sees(a_user(unit=file.unit), file)
    assert not sees(a_user(unit=a_unit("Prizren")), file)


def test_a_worker_who_handed_over_from_another_team_no_longer_sees_it() -> None:
    elsewhere = a_user(unit=a_unit("Peja"))
    file = a_file(unit=a_unit("Gjilan"), worker=elsewhere)
    assert sees(elsewhere, file)
    hand_over(file=file, worker=a_user(unit=file.unit), on=TODAY, why="Moved.", by=by(elsewhere))
    assert sees(elsewhere, file, on=TODAY - timedelta(days=1))
    assert not sees(elsewhere, file, on=TODAY)


def test_a_worker_whose_appointment_ended_sees_nothing() -> None:
    file = a_file()
    worker = worker_of(file)
    Appointment.objects.filter(user=worker).update(last_day=TODAY - timedelta(days=1))
    assert not sees(worker, file)


def test_a_supervisor_sees_the_files_of_the_units_below_and_not_beside() -> None:
    programme = a_unit("Programme")
    below = Unit(name="Team below", kind="team", parent=programme, first_day=date(2020, 1, 1))
    below.save()
    file, beside = a_file(unit=below, worker=a_user(unit=below)), a_file()
    chief = a_user(Role.SUPERVISOR, programme)
    assert sees(chief, file)
    assert sees(chief, file, to=Permission.ISSUE_DECISION)
    assert not sees(chief, beside)


def test_an_auditor_reads_and_never_writes() -> None:
    file = a_file()
    auditor = a_user(Role.AUDITOR, file.unit)
    assert sees(auditor, file)
    assert not sees(auditor, file, to=Permission.WRITE_FILE)


def test_a_panel_member_reads_the_file_while_seated() -> None:
    file = a_file()
    member = a_user(Role.PANEL_MEMBER)
    until = TODAY + timedelta(days=7)
    seat = seat_member(
        question=a_question(file),
        member=member,
        discipline="law",
        first_day=TODAY,
        last_day=until,
        by=by(worker_of(file)),
    )
    assert not sees(member, file, on=TODAY)
    declare_interest(seat=seat, has_conflict=False, conflict="", by=by(member))
    assert [sees(member, file, on=day) for day in (TODAY - timedelta(days=1), TODAY, until)] == [
        False,
        True,
        True,
    ]
    assert not sees(member, file, on=until + timedelta(days=1))


def test_a_member_with_a_conflict_of_interest_never_reads_the_file() -> None:
    file, member = a_file(), a_user(Role.PANEL_MEMBER)
    seat = seat_member(
        question=a_question(file),
        member=member,
        discipline="law",
        first_day=TODAY,
        last_day=None,
        by=by(worker_of(file)),
    )
    declare_interest(seat=seat, has_conflict=True, conflict="The father is my cousin.", by=by(member))
    assert not sees(member, file, on=TODAY)


def test_a_carer_reaches_the_child_while_the_child_lives_there() -> None:
    carer = a_user(Role.CARER)
    person = a_person("Zoja Berisha")
    person.user = carer
    person.save()
    placement = a_placement(home=a_home(carer=person), on=TODAY - timedelta(days=30))
    reached = File.objects.visible_to(carer, on=TODAY, to=Permission.SEE_MY_DAY)
    assert list(reached) == [placement.file]
    end_placement(
        placement=placement, last_day=TODAY, reason="other", why="Ended.", by=by(worker_of(placement.file))
    )
    tomorrow = TODAY + timedelta(days=1)
    assert not File.objects.visible_to(carer, on=tomorrow, to=Permission.SEE_MY_DAY).exists()


@pytest.mark.parametrize(
    "role", [Role.ADMINISTRATOR, Role.ADVOCACY_OFFICER, Role.DONOR_RELATIONS, Role.HOSPITAL_COUNSELLOR]
)
def test_nobody_reads_a_childs_file_by_office_alone(role: Role) -> None:
    file = a_file()
    assert not sees(a_user(role, file.unit), file)
