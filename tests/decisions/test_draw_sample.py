"""Drawing decisions at random, so that anybody can see that nobody chose them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    TODAY,
    WENT_ON,
    a_file,
    a_hearing,
    a_home,
    a_question,
    a_supervisor,
    a_unit,
    a_user,
    at,
    by,
    worker_of,
)
from tests.decisions.looking_back import decided_with_care, weighed_with_care
from vatra.access.models import Unit, User
from vatra.access.roles import Role
from vatra.decisions.actions import draw_sample, issue, record_participant
from vatra.decisions.models import AuditSample, Decision, PanelSeat
from vatra.decisions.quality.audit import can_be_drawn, draw, had_part, is_as_drawn, told_outside
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

NUMBERS = st.lists(st.integers(1, 99_999).map(lambda number: f"2026/{number:05d}"), unique=True, max_size=40)


def drawn(unit: Unit, auditor: User, number: int = 10, **changes: object) -> AuditSample:
    period = {"first_day": date(2026, 1, 1), "last_day": TODAY}
    return draw_sample(**{"unit": unit, "number": number, "by": by(auditor), **period, **changes})  # type: ignore[arg-type]


def numbers(sample: AuditSample) -> set[str]:
    return set(sample.decisions.values_list("decision__number", flat=True))


@given(seed=st.text("0123456789abcdef", min_size=64, max_size=64), known=NUMBERS, many=st.integers(0, 50))
def test_the_draw_depends_on_the_seed_alone(seed: str, known: list[str], many: int) -> None:
    found = draw(seed, known, many)
    assert len(found) == min(many, len(known)) == len(set(found))
    assert set(found) <= set(known)
    assert draw(seed, list(reversed(known)), many) == found
    assert draw(seed, known, many + 1)[:many] == found


@given(seeds=st.lists(st.uuids().map(str), min_size=60, max_size=60, unique=True))
def test_chance_leaves_nobody_out(seeds: list[str]) -> None:
    known = [f"2026/{number:05d}" for number in range(4)]
    assert {number for seed in seeds for number in draw(seed, known, 1)} == set(known)


@given(found=st.dictionaries(st.sampled_from(["sound", "thin", "unsound"]), st.integers(0, 30), min_size=3))
def test_a_number_below_five_is_never_told_outside(found: dict[str, int]) -> None:
    told = told_outside(found)
    assert told in (None, found)
    assert (told is None) is any(0 < count < 5 for count in found.values())


def test_a_sample_holds_as_many_as_were_asked_for_and_can_be_drawn_again() -> None:
    file = a_file()
    for _number in range(4):
        decided_with_care(a_file(worker=worker_of(file)))
    auditor = a_user(Role.AUDITOR, file.unit)
    sample = drawn(file.unit, auditor, 3)
    assert len(numbers(sample)) == 3
    assert len(can_be_drawn(sample)) == 4
    assert is_as_drawn(sample, can_be_drawn(sample))
    event = Event.objects.filter(chain=file.unit.key).latest("position")
    assert (event.act, event.facts["seed"], set(event.facts["decisions"])) == (
        "draw_sample",
        sample.seed,
        numbers(sample),
    )


def test_another_seed_shows() -> None:
    file = a_file()
    for _number in range(6):
        decided_with_care(a_file(worker=worker_of(file)))
    sample = drawn(file.unit, a_user(Role.AUDITOR, file.unit), 1)
    others = set(can_be_drawn(sample)) - numbers(sample)
    sample.seed = next(
        seed for seed in map(str, range(1000)) if draw(seed, can_be_drawn(sample), 1)[0] in others
    )
    assert not is_as_drawn(sample, can_be_drawn(sample))


def test_where_there_are_fewer_all_of_them_are_drawn_and_twice_gives_two_samples() -> None:
    decision = decided_with_care(a_file())
    auditor = a_user(Role.AUDITOR, decision.question.unit)
    samples = [drawn(decision.question.unit, auditor) for _number in range(2)]
    assert [numbers(sample) for sample in samples] == [{decision.number}] * 2
    assert samples[0].seed != samples[1].seed


def test_units_below_belong_to_it_and_the_unit_beside_does_not() -> None:
    centre = a_unit()
    below = decided_with_care(a_file(unit=a_unit(parent=centre)))
    decided_with_care(a_file())
    assert numbers(drawn(centre, a_user(Role.AUDITOR, centre))) == {below.number}


def test_both_days_of_the_period_belong_to_it_also_a_leap_day() -> None:
    worker, leap_day = a_user(), date(2024, 2, 29)
    unit = worker.appointments.get().unit
    for day in (leap_day - timedelta(days=1), leap_day, leap_day + timedelta(days=1)):
        decided_with_care(a_file(worker=worker, on=day), on=day)
    auditor = a_user(Role.AUDITOR, unit)
    (on_the_day,) = numbers(drawn(unit, auditor, first_day=leap_day, last_day=leap_day))
    assert Decision.objects.get(number=on_the_day).effective_on == leap_day


def test_what_the_drawer_wrote_heard_issued_or_sat_on_the_panel_for_is_left_out() -> None:
    file = a_file()
    issuer = a_supervisor(file.unit)
    decision = decided_with_care(file, issuer=issuer)
    seated = a_user(Role.PANEL_MEMBER, file.unit)
    question = a_question(a_file(worker=worker_of(file)))
    seat = PanelSeat(question=question, member=seated, discipline="law", first_day=TODAY)
    seat.save()
    assert had_part(decision, issuer)
    assert had_part(decision, worker_of(file))
    assert not had_part(decision, seated)
    assert not had_part(decision, a_user(Role.AUDITOR, file.unit))
    with pytest.raises(Refused, match="no decision of these days that you had no part in"):
        drawn(file.unit, issuer)


def test_who_only_heard_a_relative_had_a_part() -> None:

    file = a_file()
    question = a_question(file)
    colleague = a_user(unit=file.unit)
    chosen = [weighed_with_care(question, "birth_family"), weighed_with_care(question, "kinship", a_home())][
        1
    ]
    a_hearing(question)
    heard = {"how": "talk", "on": TODAY, "language": "sq", "view": "She can come to us."}
    record_participant(question=question, name="Besa", part="parent", by=by(colleague), **heard)
    decision = issue(
        question=question,
        chosen={file.pk: chosen},
        legal_basis="Family Law",
        reasons="The aunt lives near.",
        effective_on=TODAY,
        review_on=TODAY + timedelta(days=80),
        overrides=WENT_ON,
        by=by(a_supervisor(file.unit), role="supervisor"),
    )
    assert had_part(decision, colleague)


def test_the_future_and_a_period_that_ends_before_it_begins_are_refused() -> None:
    decision = decided_with_care(a_file())
    unit, auditor = decision.question.unit, a_user(Role.AUDITOR, decision.question.unit)
    with pytest.raises(Refused, match="in the future"):
        drawn(unit, auditor, last_day=TODAY + timedelta(days=1))
    with pytest.raises(ValidationError, match="cannot be before the first day"):
        drawn(unit, auditor, first_day=TODAY, last_day=TODAY - timedelta(days=1))
    assert not AuditSample.objects.exists()
