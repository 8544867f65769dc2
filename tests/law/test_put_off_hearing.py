"""Putting off a hearing: why, by whom, and to which day, in one act; and how often it happened."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import TODAY, a_file, a_unit, a_user, at, by, signed_in, worker_of
from tests.law.paths import an_abandoned_child, told
from tests.law.proceedings import PUT_OFF, a_hearing_of, a_proceeding, a_step, put_off
from vatra.access.roles import Role
from vatra.kernel.concern import Refused
from vatra.kernel.duty import Duty, recompute_all
from vatra.kernel.models import Event
from vatra.law.actions import close_proceeding, take_step
from vatra.law.models import Proceeding, ProceedingStep
from vatra.law.names import names_of
from vatra.law.proceedings.course import course_of

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def page_for(step: ProceedingStep) -> str:
    return f"/legal-steps/{step.pk}/put-off/"


def due_steps(proceeding: Proceeding) -> list[date]:
    """When the steps of the file are due."""
    duties = Duty.objects.filter(chain=proceeding.file.key, rule="legal_step")
    return sorted(duties.values_list("due_on", flat=True))


def test_a_hearing_is_put_off_with_its_reason_and_its_new_day_in_one_act(client: Client) -> None:
    proceeding = a_proceeding()
    hearing = a_hearing_of(proceeding)
    browser = signed_in(client, worker_of(proceeding.file))
    answer = browser.post(page_for(hearing), PUT_OFF)
    assert answer.headers["Location"] == f"/proceedings/{proceeding.pk}/"
    hearing.refresh_from_db()
    assert (hearing.done_on, hearing.result) == (date(2026, 3, 10), PUT_OFF["account"])
    assert (hearing.put_off_because, hearing.put_off_authority) == ("did_not_come", "basic_court")
    instead = hearing.put_off_to
    assert (instead.what, instead.authority, instead.kind) == (hearing.what, hearing.authority, "hearing")
    assert (instead.due_on, instead.place, instead.done_on) == (
        date(2026, 4, 14),
        "Basic court, room 7",
        None,
    )
    event = Event.objects.filter(chain=proceeding.file.key, reading=False).latest("position")
    assert (event.act, event.on, event.why) == ("put_off_hearing", date(2026, 3, 10), PUT_OFF["account"])
    assert (event.facts["because"], event.facts["to"]) == ("did_not_come", "2026-04-14")


def test_the_clock_follows_to_the_new_day_and_a_full_recompute_agrees() -> None:
    proceeding = a_proceeding()
    hearing = a_hearing_of(proceeding)
    assert due_steps(proceeding) == [date(2026, 3, 10)]
    put_off(hearing, to=date(2026, 4, 14))
    assert due_steps(proceeding) == [date(2026, 4, 14)]
    before = set(Duty.objects.values_list())
    recompute_all(TODAY)
    assert set(Duty.objects.values_list()) == before


def test_the_proceeding_tells_how_often_why_and_by_whom(client: Client) -> None:
    proceeding = a_proceeding()
    put_off(
        put_off(a_hearing_of(proceeding), to=date(2026, 3, 12)), on=date(2026, 3, 12), to=date(2026, 4, 14)
    )
    browser = signed_in(client, worker_of(proceeding.file))
    page = browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    assert "Hearings put off" in page
    assert "2 times" in page
    assert "put it off on 12 March 2026; it was to be on 12 March 2026." in page
    assert "Somebody who was summoned did not come" in page
    assert "No step is planned." not in page
    timeline = browser.get(f"/files/{proceeding.file.reference}/timeline/").content.decode()
    assert "A hearing of a proceeding was put off" in timeline
    assert "A step of a proceeding was taken" not in timeline


def test_a_hearing_is_on_its_day_and_a_step_on_paper_by_its_day(client: Client) -> None:
    proceeding = a_proceeding()
    hearing, step = a_hearing_of(proceeding), a_step(proceeding)
    browser = signed_in(client, worker_of(proceeding.file))
    page = browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    assert "On 10 March 2026, Basic court, room 4" in page
    assert "By 20 March 2026" in page
    assert "Planned for 10 March 2026, Basic court, room 4" in browser.get(page_for(hearing)).content.decode()
    for each in (hearing, step):
        take_step(step=each, done_on=TODAY, result="Done.", by=by(worker_of(proceeding.file)))
    page = browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    assert "Held on 16 March 2026; it was to be on 10 March 2026." in page
    assert "Taken on 16 March 2026; it was to be by 20 March 2026." in page


def test_what_is_next_is_the_hearing_on_its_new_day() -> None:
    proceeding = a_proceeding()
    instead = put_off(a_hearing_of(proceeding), to=date(2026, 4, 14))
    course = course_of(proceeding, names_of("kosovo", on=TODAY), on=TODAY)
    assert course.next_step is not None
    assert (course.next_step.step, course.next_step.is_late) == (instead, False)
    assert [seen.put_off_by.name for seen in course.put_off if seen.put_off_by] == ["Basic court"]


def test_the_legal_path_shows_the_hearings_that_were_put_off(client: Client) -> None:
    file = an_abandoned_child()
    told(file, "deprivation_petition", date(2026, 1, 12))
    proceeding = a_proceeding(file, kind="deprivation")
    browser = signed_in(client, worker_of(file))
    address = f"/files/{file.reference}/legal-path/"
    before = browser.get(address).content.decode()
    assert ("Hearings that were put off" in before, before.count("<circle")) == (False, 0)
    hearing = a_hearing_of(proceeding)
    put_off(hearing, to=date(2026, 4, 14))
    page = browser.get(address).content.decode()
    assert page.count("<circle") == 1
    assert "from 10 March 2026 to 14 April 2026" in page
    assert f'href="/proceedings/{proceeding.pk}/#step-{hearing.pk}"' in page


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"due_on": "2026-03-10"}, "The new day has to lie after the day that was planned"),
        ({"put_off_on": "2026-03-16", "due_on": "2026-03-16"}, "and after the day on which it was put off."),
        ({"put_off_on": "2026-03-17"}, "This day lies in the future."),
        ({"put_off_on": "2026-01-11"}, "This day lies before the proceeding was opened."),
        ({"because": ""}, "Not answered yet: “Why”"),
        ({"account": " "}, "Not answered yet: “What exactly”"),
        ({"authority": "the_king"}, "the_king"),
        ({"place": ""}, "Not answered yet: “Where”"),
        ({"hour": "half past nine"}, "Write hours and minutes, such as 10:30."),
    ],
)
def test_a_hearing_is_not_put_off_like_this(client: Client, sent: dict[str, str], said: str) -> None:
    hearing = a_hearing_of(a_proceeding())
    answer = signed_in(client, worker_of(hearing.proceeding.file)).post(page_for(hearing), PUT_OFF | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    hearing.refresh_from_db()
    assert (hearing.done_on, ProceedingStep.objects.count()) == (None, 1)


def test_a_step_on_paper_is_not_put_off(client: Client) -> None:
    step = a_step(a_proceeding())
    browser = signed_in(client, worker_of(step.proceeding.file))
    answer = browser.post(page_for(step), PUT_OFF)
    assert answer.status_code == 422
    assert "This is a step on paper. Only a hearing is put off." in answer.content.decode()
    assert page_for(step) not in browser.get(f"/proceedings/{step.proceeding_id}/").content.decode()


def test_a_hearing_is_put_off_or_held_once() -> None:
    hearing = a_hearing_of(a_proceeding())
    stale = ProceedingStep.objects.get(pk=hearing.pk)
    put_off(hearing, to=date(2026, 4, 14))
    with pytest.raises(Refused, match="already written that this step was taken"):
        put_off(stale, to=date(2026, 5, 14))
    with pytest.raises(Refused, match="already written that this step was taken"):
        take_step(step=stale, done_on=TODAY, result="Held.", by=by(worker_of(stale.proceeding.file)))


def test_no_hearing_of_a_closed_proceeding_is_put_off() -> None:
    hearing = a_hearing_of(a_proceeding())
    actor = by(worker_of(hearing.proceeding.file))
    close_proceeding(proceeding=hearing.proceeding, closed_on=TODAY, outcome="withdrawn", by=actor)
    with pytest.raises(Refused, match="This proceeding is closed"):
        put_off(hearing, to=date(2026, 4, 14))


def test_a_hearing_of_a_leap_day_is_put_off_to_the_next_day() -> None:
    proceeding = a_proceeding(on=date(2024, 1, 8))
    leap_day = date(2024, 2, 29)
    put_off(a_hearing_of(proceeding, due_on=leap_day), on=leap_day, to=date(2024, 3, 1))
    assert due_steps(proceeding) == [date(2024, 3, 1)]


@pytest.mark.parametrize(
    ("changed", "refused_by"),
    [
        ({"put_off_authority": None}, "hearing_put_off_by_nobody"),
        ({"kind": "step", "place": ""}, "step_put_off_that_is_no_hearing"),
        ({"done_on": None, "result": ""}, "hearing_put_off_on_no_day"),
    ],
)
def test_the_schema_knows_no_hearing_put_off_by_halves(changed: dict[str, object], refused_by: str) -> None:
    hearing = a_hearing_of(a_proceeding())
    put_off(hearing, to=date(2026, 4, 14))
    with pytest.raises(IntegrityError, match=refused_by), transaction.atomic():
        ProceedingStep.objects.filter(pk=hearing.pk).update(**changed)


def test_strangers_find_no_hearing_and_an_auditor_puts_none_off(client: Client) -> None:
    unit = a_unit()
    hearing = a_hearing_of(a_proceeding(a_file(unit=unit)))
    stranger = signed_in(client, a_user())
    assert stranger.get(page_for(hearing)).status_code == 404
    assert stranger.get(f"/legal-steps/{hearing.pk + 1}/put-off/").status_code == 404
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert auditor.get(page_for(hearing)).status_code == 403


def test_a_step_leads_to_where_it_stands_in_its_proceeding_and_strangers_nowhere(client: Client) -> None:
    unit = a_unit()
    step = a_step(a_proceeding(a_file(unit=unit)))
    address = f"/legal-steps/{step.pk}/in-proceeding/"
    there = f"/proceedings/{step.proceeding_id}/#step-{step.pk}"
    assert signed_in(client, a_user(Role.AUDITOR, unit)).get(address).headers["Location"] == there
    assert f'id="step-{step.pk}"' in client.get(there).content.decode()
    stranger = signed_in(client, a_user())
    assert stranger.get(address).status_code == 404
