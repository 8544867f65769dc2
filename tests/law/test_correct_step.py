"""Correcting a step that was planned wrong: with a reason, until it is taken; its clock follows."""

from datetime import date, time

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_unit, a_user, at, by, signed_in, worker_of
from tests.law.proceedings import a_hearing_of, a_proceeding, a_step, put_off
from vatra.access.roles import Role
from vatra.kernel.concern import Refused
from vatra.kernel.duty import Duty, recompute_all
from vatra.kernel.models import Event, RowHistory
from vatra.law.actions import close_proceeding, correct_step, take_step
from vatra.law.models import Proceeding, ProceedingStep

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

RIGHT = {
    "what": "Hearing of the parents",
    "authority": "basic_court",
    "due_on": "2026-03-19",
    "hour": "11:30",
    "place": "Basic court, room 4",
    "why": "The summons says the 19th; I had read the 10th.",
}


def page_for(step: ProceedingStep) -> str:
    return f"/legal-steps/{step.pk}/correct/"


def corrected(step: ProceedingStep, *, to: date) -> ProceedingStep:
    """The day was written down wrong; everything else was right."""
    return correct_step(
        step=step,
        what=step.what,
        authority=step.authority,
        due_on=to,
        hour=step.hour,
        place=step.place,
        why=RIGHT["why"],
        by=by(worker_of(step.proceeding.file)),
    )


def due_steps(proceeding: Proceeding) -> list[date]:
    """When the steps of the file are due."""
    duties = Duty.objects.filter(chain=proceeding.file.key, rule="legal_step")
    return sorted(duties.values_list("due_on", flat=True))


def corrections_of(proceeding: Proceeding) -> list[Event]:
    return list(Event.objects.filter(chain=proceeding.file.key, act="correct_step").order_by("position"))


def test_a_hearing_planned_wrong_is_corrected_with_its_reason(client: Client) -> None:
    proceeding = a_proceeding()
    hearing = a_hearing_of(proceeding)
    browser = signed_in(client, worker_of(proceeding.file))
    assert page_for(hearing) in browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    answer = browser.post(page_for(hearing), RIGHT)
    assert answer.headers["Location"] == f"/proceedings/{proceeding.pk}/"
    hearing.refresh_from_db()
    assert (hearing.due_on, hearing.hour, hearing.done_on) == (date(2026, 3, 19), time(11, 30), None)
    (event,) = corrections_of(proceeding)
    assert (event.on, event.why) == (date(2026, 3, 19), RIGHT["why"])
    assert event.facts == {
        "proceeding": proceeding.pk,
        "changed": ["due_on", "hour"],
        "before": {"authority": "basic_court", "due_on": "2026-03-10"},
    }
    page = browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    assert "On 19 March 2026, 11:30, Basic court, room 4" in page
    assert "Hearings put off" not in page


def test_the_row_history_keeps_what_was_planned_before() -> None:
    step = a_step(a_proceeding())
    correct_step(
        step=step,
        what="Hand in the opinion of the school",
        authority=step.authority,
        due_on=step.due_on,
        why="It was the opinion, not the report.",
        by=by(worker_of(step.proceeding.file)),
    )
    row = RowHistory.objects.filter(table_name="law_proceedingstep").latest("pk")
    assert (row.before["what"], row.after["what"]) == (
        "Hand in the report",
        "Hand in the opinion of the school",
    )


def test_the_clock_follows_the_right_day_and_a_full_recompute_agrees() -> None:
    proceeding = a_proceeding()
    corrected(a_hearing_of(proceeding), to=date(2026, 3, 19))
    assert due_steps(proceeding) == [date(2026, 3, 19)]
    before = set(Duty.objects.values_list())
    recompute_all(TODAY)
    assert set(Duty.objects.values_list()) == before


def test_the_page_holds_what_was_planned_and_says_when_to_put_off_instead(client: Client) -> None:
    proceeding = a_proceeding()
    hearing, step = a_hearing_of(proceeding), a_step(proceeding)
    browser = signed_in(client, worker_of(proceeding.file))
    page = browser.get(page_for(hearing)).content.decode()
    assert 'value="Hearing of the parents"' in page
    assert "If the court itself moved the hearing, nothing was planned wrong" in page
    assert f"/legal-steps/{hearing.pk}/put-off/" in page
    on_paper = browser.get(page_for(step)).content.decode()
    assert [f'name="{name}"' in page for name in ("hour", "place")] == [True, True]
    assert [f'name="{name}"' in on_paper for name in ("hour", "place")] == [False, False]
    assert f"/legal-steps/{step.pk}/put-off/" not in on_paper


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"why": " "}, "Not answered yet: “What was wrong”"),
        ({"due_on": "2026-01-11"}, "This day lies before the proceeding was opened."),
        ({"due_on": "2026-03-10", "hour": ""}, "Nothing is different from what was planned."),
        ({"what": ""}, "Not answered yet: “What is to be done”"),
        ({"place": ""}, "Not answered yet: “Where”"),
        ({"authority": "the_king"}, "the_king"),
    ],
)
def test_a_step_is_not_corrected_like_this(client: Client, sent: dict[str, str], said: str) -> None:
    hearing = a_hearing_of(a_proceeding())
    answer = signed_in(client, worker_of(hearing.proceeding.file)).post(page_for(hearing), RIGHT | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert corrections_of(hearing.proceeding) == []


def test_a_step_is_corrected_from_the_first_day_of_its_proceeding_on() -> None:
    proceeding = a_proceeding(on=date(2026, 1, 12))
    corrected(a_step(proceeding), to=date(2026, 1, 12))
    assert due_steps(proceeding) == [date(2026, 1, 12)]


def test_no_step_is_corrected_into_one_that_is_planned_already(client: Client) -> None:
    proceeding = a_proceeding()
    a_hearing_of(proceeding, due_on=date(2026, 3, 19))
    hearing = a_hearing_of(proceeding)
    answer = signed_in(client, worker_of(proceeding.file)).post(page_for(hearing), RIGHT)
    assert answer.status_code == 422
    assert "This step is already planned for that day." in answer.content.decode()


def test_what_was_taken_or_put_off_is_no_longer_corrected(client: Client) -> None:
    proceeding = a_proceeding()
    hearing, step = a_hearing_of(proceeding), a_step(proceeding)
    put_off(hearing, to=date(2026, 4, 14))
    take_step(step=step, done_on=TODAY, result="Handed in.", by=by(worker_of(proceeding.file)))
    for each in (hearing, step):
        with pytest.raises(Refused, match="already written that this step was taken"):
            corrected(each, to=date(2026, 4, 20))
    page = signed_in(client, worker_of(proceeding.file)).get(f"/proceedings/{proceeding.pk}/")
    assert page_for(hearing) not in page.content.decode()
    assert page_for(step) not in page.content.decode()


def test_a_hearing_held_instead_stays_later_than_the_one_put_off() -> None:
    instead = put_off(a_hearing_of(a_proceeding()), to=date(2026, 4, 14))
    with pytest.raises(Refused, match="The new day has to lie after the day that was planned"):
        corrected(instead, to=date(2026, 3, 10))
    assert corrected(instead, to=date(2026, 3, 11)).due_on == date(2026, 3, 11)


def test_no_step_of_a_closed_proceeding_is_corrected() -> None:
    step = a_step(a_proceeding())
    actor = by(worker_of(step.proceeding.file))
    close_proceeding(proceeding=step.proceeding, closed_on=TODAY, outcome="withdrawn", by=actor)
    with pytest.raises(Refused, match="This proceeding is closed"):
        corrected(step, to=date(2026, 3, 30))


def test_the_same_page_corrects_once_and_another_page_once_more(client: Client) -> None:
    hearing = a_hearing_of(a_proceeding())
    browser = signed_in(client, worker_of(hearing.proceeding.file))
    for _ in range(2):
        answer = browser.post(page_for(hearing), RIGHT | {"once": "the same page"})
        assert answer.status_code == 302
    browser.post(page_for(hearing), RIGHT | {"due_on": "2026-03-20", "why": "It is the 20th after all."})
    before = [event.facts["before"]["due_on"] for event in corrections_of(hearing.proceeding)]
    assert before == ["2026-03-10", "2026-03-19"]


def test_a_step_is_corrected_to_a_leap_day() -> None:
    proceeding = a_proceeding(on=date(2024, 1, 8))
    corrected(a_hearing_of(proceeding, due_on=date(2024, 2, 28)), to=date(2024, 2, 29))
    assert due_steps(proceeding) == [date(2024, 2, 29)]


def test_strangers_find_no_step_and_an_auditor_corrects_none(client: Client) -> None:
    unit = a_unit()
    step = a_step(a_proceeding(a_file(unit=unit)))
    stranger = signed_in(client, a_user())
    assert stranger.get(page_for(step)).status_code == 404
    assert stranger.post(page_for(step), RIGHT).status_code == 404
    assert stranger.get(f"/legal-steps/{step.pk + 1}/correct/").status_code == 404
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert [auditor.get(page_for(step)).status_code, auditor.post(page_for(step), RIGHT).status_code] == [
        403,
        403,
    ]
