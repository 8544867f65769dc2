"""How a proceeding stands: what is next, since when it is held up, and how long the child has waited."""

from datetime import date

import pytest

from tests.builders import TODAY, at, by, worker_of
from tests.law.proceedings import a_blocker, a_proceeding, a_step
from vatra.law.actions import block_proceeding, close_proceeding, take_step, unblock_proceeding
from vatra.law.models import Proceeding
from vatra.law.names import names_of
from vatra.law.proceedings.course import Course, course_of

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def course(proceeding: Proceeding, on: date = TODAY) -> Course:
    """How it stands on a day."""
    stored = Proceeding.objects.get(pk=proceeding.pk)
    return course_of(stored, names_of("kosovo", on=on), on=on)


def next_of(proceeding: Proceeding) -> str:
    """What is next today."""
    seen = course(proceeding).next_step
    return seen.step.what if seen else ""


def test_the_earliest_step_that_was_not_taken_is_next() -> None:
    proceeding = a_proceeding()
    assert next_of(proceeding) == ""
    a_step(proceeding, due_on=date(2026, 4, 1), what="Later")
    first = a_step(proceeding, due_on=date(2026, 3, 15), what="First")
    assert next_of(proceeding) == "First"
    assert [seen.is_late for seen in course(proceeding).steps] == [True, False]
    take_step(step=first, done_on=TODAY, result="Done.", by=by(worker_of(proceeding.file)))
    assert next_of(proceeding) == "Later"


def test_it_is_held_up_since_the_first_thing_that_still_holds_it_up() -> None:
    proceeding = a_proceeding()
    assert course(proceeding).blocked_since is None
    first = a_blocker(proceeding, since=date(2026, 2, 2))
    actor = by(worker_of(proceeding.file))
    block_proceeding(
        proceeding=proceeding,
        reason="costs",
        account="Nobody pays.",
        authority="basic_court",
        from_day=date(2026, 3, 10),
        by=actor,
    )
    assert course(proceeding).blocked_since == date(2026, 2, 2)
    unblock_proceeding(blocker=first, last_day=date(2026, 3, 1), resolution="It came.", by=actor)
    assert course(proceeding).blocked_since == date(2026, 3, 10)
    assert [seen.days for seen in course(proceeding).blockers] == [28, 7]


def test_the_child_waits_until_the_proceeding_is_closed_and_not_longer() -> None:
    proceeding = a_proceeding(on=date(2024, 2, 28))
    a_step(proceeding)
    blocker = a_blocker(proceeding, since=date(2024, 2, 29))
    assert course(proceeding, on=date(2024, 3, 1)).days_waiting == 3
    actor = by(worker_of(proceeding.file))
    close_proceeding(proceeding=proceeding, closed_on=date(2024, 3, 2), outcome="lapsed", by=actor)
    closed = course(proceeding)
    assert (closed.days_waiting, closed.next_step, closed.blocked_since) == (4, None, None)
    assert [(seen.blocker.pk, seen.days) for seen in closed.blockers] == [(blocker.pk, 3)]


def test_an_authority_the_law_does_not_know_is_called_by_its_code() -> None:
    called = names_of("kosovo", on=TODAY).authority("the_king")
    assert (called.name, called.is_verified) == ("the_king", True)
