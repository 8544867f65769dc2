"""Are children heard here? Shares and days, counted from the record, never from single children."""

from datetime import date, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    a_decision,
    a_file,
    a_question,
    a_supervisor,
    a_unit,
    a_user,
    by,
    signed_in,
    worker_of,
)
from tests.decisions.tellings import a_decision_about, told
from vatra.access.models import Unit
from vatra.access.roles import Role
from vatra.decisions.actions import ask_whether_heard, record_not_heard
from vatra.decisions.hearing.participation import Feedback, Share, feedback_in, participation
from vatra.decisions.words import FeltHeardAnswer
from vatra.kernel import clock

TODAY = date(2026, 3, 16)


def a_feedback(**changes: object) -> Feedback:
    given = {
        "was_heard": True,
        "decided_on": TODAY,
        "told_on": TODAY + timedelta(days=3),
        "wish_was_followed": True,
        "felt_heard": None,
    }
    return Feedback(**{**given, **changes})  # type: ignore[arg-type]


def test_each_question_counts_among_those_it_is_about() -> None:
    counted = participation(
        [
            *(a_feedback(felt_heard="yes") for _child in range(6)),
            *(a_feedback(felt_heard="in_part", wish_was_followed=False) for _child in range(2)),
            a_feedback(told_on=None, felt_heard="not_said"),
            a_feedback(was_heard=False),
        ]
    )
    assert counted.decided == Share(9, 10)
    assert counted.told == Share(8, 9)
    assert counted.changed == Share(7, 9)
    assert counted.felt_heard == Share(6, 8)
    assert counted.days_until_told == 3


def test_the_median_is_the_middle_and_not_the_mean() -> None:
    days = [0, 1, 2, 30, 90]
    counted = participation(a_feedback(told_on=TODAY + timedelta(days=each)) for each in days)
    assert counted.days_until_told == 2


def test_a_few_children_are_never_told_by_their_number() -> None:
    counted = participation(a_feedback() for _child in range(4))
    assert counted.days_until_told is None
    assert counted.told.of_few
    assert Share(4, 20).is_few
    assert not Share(5, 20).is_few


def test_of_nobody_there_is_no_share() -> None:
    counted = participation([])
    assert (counted.decided, counted.decided.percent, counted.days_until_told) == (Share(0, 0), 0, None)


answers = st.none() | st.sampled_from(FeltHeardAnswer.values)
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.lists(st.builds(Feedback, st.booleans(), st.just(TODAY), st.none() | days, st.booleans(), answers)))
def test_no_share_is_larger_than_its_whole(children: list[Feedback]) -> None:
    counted = participation(children)
    for share in (counted.decided, counted.told, counted.changed, counted.felt_heard):
        assert 0 <= share.count <= share.of <= len(children)
        assert 0 <= share.percent <= 100


@pytest.mark.django_db
def test_the_record_answers_for_each_child() -> None:
    unit = a_unit()
    (outcome,) = a_decision(a_file(unit=unit, worker=a_user(unit=unit)))
    told(outcome, on=TODAY + timedelta(days=2))
    ask_whether_heard(
        child=outcome.decision.question.children.get(),
        answer="yes",
        words="",
        on=TODAY + timedelta(days=4),
        by=by(a_user(unit=unit), TODAY + timedelta(days=4)),
    )
    silent = a_file(worker=a_user(unit=unit))
    question = a_question(silent)
    record_not_heard(child=question.children.get(), reason="too_ill", by=by(worker_of(silent)))
    a_decision_about(question, silent)
    assert feedback_in(unit, until=TODAY) == [
        Feedback(True, TODAY, TODAY + timedelta(days=2), wish_was_followed=True, felt_heard="yes"),
        Feedback(False, TODAY, None, wish_was_followed=True, felt_heard=None),
    ]


def decided_in(unit: Unit, on: date) -> None:
    a_decision(a_file(worker=a_user(unit=unit), on=date(2024, 1, 8)), on=on)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("on", "counts"),
    [
        (date(2025, 3, 16), False),
        (date(2025, 3, 17), True),
        (date(2026, 3, 16), True),
        (date(2026, 3, 17), False),
    ],
)
def test_twelve_months_are_counted_to_the_day(on: date, counts: bool) -> None:
    unit = a_unit()
    decided_in(unit, on)
    assert bool(feedback_in(unit, until=TODAY)) is counts


@pytest.mark.django_db
def test_units_below_count_and_units_beside_do_not() -> None:
    above = a_unit()
    below, beside = a_unit(parent=above), a_unit()
    decided_in(below, TODAY)
    decided_in(beside, TODAY)
    assert len(feedback_in(above, until=TODAY)) == 1


@pytest.mark.django_db
def test_the_supervisor_sees_shares_and_no_small_counts(client: Client) -> None:
    unit = a_unit("Team Prishtina")
    for _child in range(6):
        decided_in(unit, clock.today())
    signed_in(client, a_supervisor(unit))
    answer = client.get(f"/units/{unit.pk}/heard/")
    assert answer.status_code == 200
    assert "<strong>100 %</strong>" in answer.text
    assert "Fewer than 5 of 6" in answer.text
    assert "Too few to say." in answer.text
    assert f'href="/units/{unit.pk}/heard/"' in client.get(f"/units/{unit.pk}/children/").text


@pytest.mark.django_db
def test_the_page_belongs_to_those_who_review_the_unit(client: Client) -> None:
    unit, elsewhere = a_unit(), a_unit()
    address = f"/units/{unit.pk}/heard/"
    assert signed_in(client, a_user(unit=unit)).get(address).status_code == 403
    assert signed_in(client, a_supervisor(elsewhere)).get(address).status_code == 404
    assert signed_in(client, a_user(Role.AUDITOR, unit)).get(address).status_code == 200
    assert client.get("/units/999999/heard/").status_code == 404


@pytest.mark.django_db
def test_the_page_asks_the_database_the_same_number_of_times(
    client: Client, django_assert_max_num_queries: object
) -> None:
    unit = a_unit()
    for _child in range(3):
        decided_in(unit, clock.today())
    signed_in(client, a_supervisor(unit))
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        client.get(f"/units/{unit.pk}/heard/")
