"""Decisions and open questions whose reasons look thin, on the list of those who answer for a unit."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_question,
    a_supervisor,
    a_unit,
    a_user,
    at,
    signed_in,
    worker_of,
)
from tests.decisions.looking_back import REASONS, decided_with_care, weighed_with_care
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.models import Unit, User
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.models import Decision, ThinReason

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

COPIED = {"health": "We asked and nothing is known.", "education": "We asked – and nothing is known!"}


def flags(decision: Decision) -> dict[str, object]:
    return {thin.kind: thin.about for thin in decision.thin_reasons.all()}


def page(client: Client, user: User, unit: Unit, **asked: str) -> str:
    answer = signed_in(client, user).get(f"/units/{unit.pk}/thin-reasons/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_decision_written_with_care_has_no_flags() -> None:
    assert flags(decided_with_care(a_file())) == {}


def test_a_copied_sentence_is_kept_with_the_decision_when_it_is_issued() -> None:
    decision = decided_with_care(a_file(), spoilt=COPIED)
    assert flags(decision) == {"copied_sentence": {"factors": ["health", "education"], "cells": [2]}}


def test_reasons_of_the_unit_copied_within_a_year_are_found() -> None:
    worker = a_user()

    def decided(days_ago: int, reasons: str = REASONS, file: File | None = None) -> Decision:
        file = file or a_file(worker=worker, on=date(2024, 1, 1))
        return decided_with_care(file, reasons=reasons, on=TODAY - timedelta(days=days_ago))

    long_ago = decided(365)
    within = decided(364, "Something else is written here.")
    last_year = decided(363)
    elsewhere = decided(1, file=a_file())
    copied = decided(0, f"  {REASONS.upper()} ")
    assert [flags(each) for each in (long_ago, within, elsewhere)] == [{}, {}, {}]
    assert flags(last_year) == {"copied_reasons": {"decisions": [long_ago.number]}}
    assert flags(copied) == {"copied_reasons": {"decisions": [last_year.number]}}


def test_a_year_with_a_leap_day_is_still_three_hundred_and_sixty_five_days() -> None:
    worker, day = a_user(), date(2024, 2, 29)
    first, within, later = (
        decided_with_care(a_file(worker=worker, on=day), reasons=REASONS, on=day + timedelta(days=days))
        for days in (0, 364, 365)
    )
    assert flags(within) == {"copied_reasons": {"decisions": [first.number]}}
    assert flags(later) == {"copied_reasons": {"decisions": [within.number]}}


def test_the_list_says_in_a_sentence_why(client: Client) -> None:
    file = a_file(a_child("Dren Berisha"))
    decision = decided_with_care(file, spoilt=COPIED)
    shown = page(client, a_supervisor(file.unit), file.unit)
    assert decision.number in shown
    assert "Dren Berisha" in shown
    assert "Word for word the same stands in 2 places of the table, under: Health; Education." in shown


def test_the_list_can_be_narrowed_to_one_kind(client: Client) -> None:
    file = a_file()
    copied = decided_with_care(file, spoilt=COPIED)
    empty = decided_with_care(
        a_file(worker=worker_of(file)), spoilt={"health": "Fine."}, reasons="Because of this and that."
    )
    supervisor = a_supervisor(file.unit)
    for kind, expected in (
        ("", {copied, empty}),
        ("near_empty", {empty}),
        ("one_sided", set()),
        ("nonsense", {copied, empty}),
    ):
        shown = page(client, supervisor, file.unit, kind=kind)
        assert {each for each in (copied, empty) if each.number in shown} == expected, kind


def test_an_open_question_is_looked_at_as_it_stands(client: Client) -> None:
    file = a_file(a_child("Dren Berisha"))
    question = a_question(file)
    option = weighed_with_care(question, "kinship", spoilt=COPIED)
    supervisor = a_supervisor(file.unit)
    assert "2 places of the table" in page(client, supervisor, file.unit, state="open")
    assert "Dren Berisha" not in page(client, supervisor, file.unit)
    assert "Dren Berisha" not in page(client, supervisor, file.unit, state="open", kind="one_sided")
    option.weighings.filter(factor="education").update(sentence="The school is two streets away.")
    assert "Dren Berisha" not in page(client, supervisor, file.unit, state="open")


def test_a_supervisor_above_sees_the_units_below_and_not_the_other_way_round(client: Client) -> None:
    centre = a_unit()
    file = a_file(unit=a_unit(parent=centre))
    decision = decided_with_care(file, spoilt=COPIED)
    assert decision.number in page(client, a_supervisor(centre), centre)
    assert decision.number in page(client, a_supervisor(centre), file.unit)
    signed_in(client, a_supervisor(file.unit))
    assert client.get(f"/units/{centre.pk}/thin-reasons/").status_code == 404


def test_strangers_and_those_who_do_not_review_stay_outside(client: Client) -> None:
    file = a_file()
    signed_in(client, a_supervisor(a_unit()))
    assert client.get(f"/units/{file.unit_id}/thin-reasons/").status_code == 404
    assert client.get("/units/999999/thin-reasons/").status_code == 404
    signed_in(client, worker_of(file))
    assert client.get(f"/units/{file.unit_id}/thin-reasons/").status_code == 403


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.SAFEGUARDING_OFFICER])
def test_auditors_and_safeguarding_officers_review_too(client: Client, role: Role) -> None:
    file = a_file()
    decision = decided_with_care(file, spoilt=COPIED)
    assert decision.number in page(client, a_user(role, file.unit), file.unit)
    assert "Thin reasons" in client.get("/quality/").text


@pytest.mark.parametrize("state", ["", "open"])
def test_the_list_costs_the_same_with_one_and_with_many_and_goes_on(client: Client, state: str) -> None:
    file = a_file()
    supervisor = signed_in(client, a_supervisor(file.unit))
    address = f"/units/{file.unit_id}/thin-reasons/?state={state}&kind="

    def one_more() -> None:
        another = a_file(worker=worker_of(file))
        if state:
            weighed_with_care(a_question(another), "kinship", spoilt=COPIED)
        else:
            decided_with_care(another, spoilt=COPIED)

    one_more()
    few, _bytes = cost(supervisor, address)
    for _number in range(4):
        one_more()
    many, size = cost(supervisor, address)
    assert many == few <= MOST_QUERIES
    assert size < MOST_BYTES


def test_a_long_list_goes_on_after_the_last_one(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vatra.decisions.quality.thin_list.PAGE", 2)
    file = a_file()
    decisions = [decided_with_care(a_file(worker=worker_of(file)), spoilt=COPIED) for _number in range(3)]
    supervisor = a_supervisor(file.unit)
    first = page(client, supervisor, file.unit)
    following = page(client, supervisor, file.unit, after=str(decisions[1].pk))
    assert [each.number in first for each in decisions] == [False, True, True]
    assert f"after={decisions[1].pk}" in first
    assert [each.number in following.split("<main")[1] for each in decisions] == [True, False, False]
    assert ThinReason.objects.filter(kind="copied_sentence").count() == 3
