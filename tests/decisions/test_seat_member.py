"""Seats on the panel: who gets one, what the declaration opens and closes, and for how long."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection

from tests.builders import TODAY, a_child, a_decision, a_file, a_question, a_user, by, worker_of
from tests.decisions.panels import a_member, a_seat
from vatra.access.models import Appointment, User
from vatra.access.roles import Permission
from vatra.casework.models import File
from vatra.decisions.actions import declare_interest, end_seat
from vatra.decisions.models import PanelSeat
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + timedelta(days=1)


def reads(member: User, file: File, on: date = TODAY) -> bool:
    """Whether the member's list of files shows this one."""
    return File.objects.visible_to(member, on=on, to=Permission.SIT_ON_PANEL).filter(pk=file.pk).exists()


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    """The codes an act was refused with."""
    return {concern.code for concern in refused.value.concerns}


def test_a_seat_is_on_the_record_of_every_child() -> None:
    worker = worker_of(a_file())
    files = [a_file(a_child(name), worker=worker) for name in ("Lule Berisha", "Dren Berisha")]
    seat = a_seat(a_question(*files), "psychology", has_conflict=None, as_guest=True)
    for file in files:
        event = Event.objects.filter(chain=file.key).latest("position")
        assert (event.act, event.on, event.facts["guest"]) == ("seat_member", TODAY, True)
        assert event.facts["member"] == seat.member_id


def test_only_somebody_appointed_to_panels_gets_a_seat() -> None:
    file = a_file()
    with pytest.raises(Refused) as refused:
        a_seat(a_question(file), member=worker_of(file))
    assert codes(refused) == {"R-26-appointed"}
    assert not PanelSeat.objects.exists()


def test_nobody_has_two_seats_on_one_day() -> None:
    question, member = a_question(a_file()), a_member()
    a_seat(question, member=member, until=TODAY)
    a_seat(question, member=member, on=TOMORROW)
    a_seat(question, member=member, on=TODAY, has_conflict=None)
    with pytest.raises(IntegrityError) as refused:
        connection.check_constraints()
    assert refusal_sentence(refused.value) == "This member already has a seat."


def test_no_seat_is_given_once_the_question_is_decided() -> None:
    (outcome,) = a_decision(a_file())
    with pytest.raises(Refused) as refused:
        a_seat(outcome.decision.question)
    assert codes(refused) == {"question-decided"}


def test_before_the_declaration_nothing_opens() -> None:
    file = a_file()
    seat = a_seat(a_question(file), has_conflict=None)
    assert not reads(seat.member, file)
    declare_interest(seat=seat, has_conflict=False, conflict="", by=by(seat.member))
    assert reads(seat.member, file)


def test_a_guest_reads_as_a_member_does() -> None:
    file = a_file()
    assert reads(a_seat(a_question(file), as_guest=True).member, file)


def test_a_conflict_found_while_reading_closes_the_pack_at_once() -> None:
    file = a_file()
    seat = a_seat(a_question(file))
    assert reads(seat.member, file)
    declare_interest(seat=seat, has_conflict=True, conflict="The father is my cousin.", by=by(seat.member))
    assert not reads(seat.member, file)
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.facts["conflict"]) == ("declare_interest", True)


def test_a_declared_conflict_stands() -> None:
    seat = a_seat(a_question(a_file()), has_conflict=True)
    with pytest.raises(Refused) as refused:
        declare_interest(seat=seat, has_conflict=False, conflict="", by=by(seat.member))
    assert codes(refused) == {"R-26-stands"}
    seat.refresh_from_db()
    assert seat.has_conflict is True


def test_nobody_declares_for_somebody_else() -> None:
    file = a_file()
    seat = a_seat(a_question(file), has_conflict=None)
    with pytest.raises(Refused) as refused:
        declare_interest(seat=seat, has_conflict=False, conflict="", by=by(worker_of(file)))
    assert codes(refused) == {"R-26-own-declaration"}
    assert not reads(seat.member, file)


def test_a_conflict_has_words() -> None:
    seat = a_seat(a_question(a_file()), has_conflict=None)
    with pytest.raises(IntegrityError) as refused:
        declare_interest(seat=seat, has_conflict=True, conflict="", by=by(seat.member))
    assert refusal_sentence(refused.value) == "Say in a few words what the conflict of interest is."


@pytest.mark.parametrize("last_day", [TODAY, date(2028, 2, 29)])
def test_the_pack_closes_the_day_after_its_last_day(last_day: date) -> None:
    file = a_file()
    member = a_seat(a_question(file), until=last_day).member
    assert reads(member, file, on=last_day)
    assert not reads(member, file, on=last_day + timedelta(days=1))


def test_an_ended_seat_closes_the_pack_and_is_never_longer_than_it_was() -> None:
    file = a_file()
    seat = a_seat(a_question(file), until=TODAY + timedelta(days=9))
    end_seat(seat=seat, on=TOMORROW, by=by(worker_of(file)))
    assert [reads(seat.member, file, on=day) for day in (TOMORROW, TOMORROW + timedelta(days=1))] == [
        True,
        False,
    ]
    end_seat(seat=seat, on=TODAY + timedelta(days=60), by=by(worker_of(file)))
    assert seat.last_day == TOMORROW
    assert Event.objects.filter(chain=file.key, act="end_seat").count() == 2


def test_a_seat_cannot_end_before_it_began() -> None:
    file = a_file()
    seat = a_seat(a_question(file))
    with pytest.raises(IntegrityError, match="seat_ends_before_it_starts"):
        end_seat(seat=seat, on=TODAY - timedelta(days=1), by=by(worker_of(file)))


def test_who_is_no_longer_appointed_to_panels_reads_nothing() -> None:
    file = a_file()
    member = a_seat(a_question(file)).member
    Appointment.objects.filter(user=member).update(last_day=TODAY)
    assert [reads(member, file, on=day) for day in (TODAY, TOMORROW)] == [True, False]


def test_a_seat_opens_the_children_of_its_question_only() -> None:
    file, other = a_file(), a_file()
    a_question(other)
    assert not reads(a_seat(a_question(file)).member, other)


def test_a_member_without_a_seat_is_a_stranger() -> None:
    file = a_file()
    a_seat(a_question(file))
    assert not reads(a_user("panel_member"), file)
