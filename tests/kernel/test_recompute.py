from datetime import date

import pytest

from tests.kernel.builders import MONDAY_MORNING, a_file, a_rule, an_event, plain_sql
from tests.kernel.telling import a_table_of_facts, happened
from vatra.kernel.duty import Duty, recompute, recompute_all, recompute_many

pytestmark = pytest.mark.django_db

TODAY = MONDAY_MORNING.date()


@pytest.fixture(autouse=True)
def _facts_to_write(db: None) -> None:
    a_table_of_facts()


def rows() -> set[tuple[object, ...]]:
    return set(Duty.objects.values_list("chain", "rule", "ref", "basis_on", "due_on", "lapses_on"))


def test_an_act_brings_the_duties_of_its_file_up_to_date() -> None:
    file = a_file()
    a_rule()
    happened(file, "placed", date(2026, 3, 2))
    an_event(chain=file)
    duty = Duty.objects.get()
    assert (duty.chain, duty.rule, duty.due_on) == (file, "half_yearly", date(2026, 9, 2))


def test_a_duty_that_stays_keeps_its_number_and_one_that_is_met_goes() -> None:
    file = a_file()
    a_rule()
    a_rule("first_visit", satisfied_by="visited", amount=7, unit="days", repeats=False)
    happened(file, "placed", date(2026, 3, 2))
    recompute([file], on=TODAY)
    review = Duty.objects.get(rule="half_yearly").pk
    happened(file, "visited", date(2026, 3, 5), ref="visit:1")
    recompute([file], on=TODAY)
    assert list(Duty.objects.values_list("id", "rule")) == [(review, "half_yearly")]


def test_a_duty_whose_stay_ended_is_not_open_any_more() -> None:
    file = a_file()
    a_rule(amount=10, unit="days")
    happened(file, "placed", date(2026, 2, 1), ends=date(2026, 3, 4))
    recompute([file], on=TODAY)
    assert Duty.objects.open_on(date(2026, 3, 4)).count() == 1
    assert Duty.objects.open_on(date(2026, 3, 5)).count() == 0
    recompute([file], on=date(2026, 3, 5))
    assert rows() == set()


def test_a_duty_is_shown_then_overdue_then_escalated() -> None:
    file = a_file()
    a_rule(amount=30, unit="days", shown_days_before=10, escalate_after_days=5)
    happened(file, "placed", date(2026, 3, 1))
    recompute([file], on=TODAY)
    duties = Duty.objects

    def counts(day: date) -> tuple[int, int, int]:
        return (
            duties.shown_on(day).count(),
            duties.overdue_on(day).count(),
            duties.to_escalate_on(day).count(),
        )

    assert counts(date(2026, 3, 20)) == (0, 0, 0)
    assert counts(date(2026, 3, 21)) == (1, 0, 0)
    assert counts(date(2026, 3, 31)) == (1, 0, 0)
    assert counts(date(2026, 4, 1)) == (1, 1, 0)
    assert counts(date(2026, 4, 5)) == (1, 1, 1)


def test_a_file_whose_facts_are_gone_loses_its_duties() -> None:
    file = a_file()
    a_rule()
    happened(file, "placed", date(2026, 3, 2))
    recompute_all(on=TODAY)
    plain_sql("DELETE FROM law_clock_fact")
    recompute_all(on=TODAY)
    assert rows() == set()


def test_progress_is_told_in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vatra.kernel.duty.upkeep.FILES_AT_ONCE", 2)
    told: list[tuple[int, int]] = []
    recompute_many([a_file() for _ in range(5)], TODAY, lambda done, of: told.append((done, of)))
    assert told == [(2, 5), (4, 5), (5, 5)]
