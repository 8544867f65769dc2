"""Steps and hearings of a proceeding: planned with a day, a clock until then, and what came of them."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_unit, a_user, at, by, signed_in, worker_of
from tests.law.proceedings import a_proceeding, a_step
from vatra.access.roles import Role
from vatra.kernel.concern import Refused
from vatra.kernel.duty import ClockFact, Duty, recompute_all
from vatra.kernel.models import Event
from vatra.law.actions import close_proceeding, take_step
from vatra.law.models import Proceeding, ProceedingStep

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

HEARING = {
    "kind": "hearing",
    "what": "Hearing of the child",
    "authority": "basic_court",
    "due_on": "2026-03-24",
    "hour": "10:30",
    "place": "Basic court, room 4",
}
TAKEN = {"done_on": "2026-03-16", "result": "The report was accepted."}


def plan_page(proceeding: Proceeding) -> str:
    return f"/proceedings/{proceeding.pk}/steps/new/"


def due_steps(proceeding: Proceeding) -> list[date]:
    """When the steps of the file are due."""
    duties = Duty.objects.filter(chain=proceeding.file.key, rule="legal_step")
    return sorted(duties.values_list("due_on", flat=True))


def test_a_hearing_is_planned_with_its_hour_and_place_and_is_a_duty_of_that_day(client: Client) -> None:
    proceeding = a_proceeding()
    browser = signed_in(client, worker_of(proceeding.file))
    answer = browser.post(plan_page(proceeding), HEARING)
    assert answer.headers["Location"] == f"/proceedings/{proceeding.pk}/"
    page = browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    assert "24 March 2026, 10:30, Basic court, room 4" in page
    assert due_steps(proceeding) == [date(2026, 3, 24)]
    event = Event.objects.filter(chain=proceeding.file.key, reading=False).latest("position")
    assert (event.act, event.on, event.facts["kind"]) == ("plan_step", date(2026, 3, 24), "hearing")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"place": ""}, "Write where the hearing is held."),
        ({"kind": "step"}, "Only a hearing has a time and a place."),
        ({"due_on": "2026-01-11"}, "This day lies before the proceeding was opened."),
        ({"what": ""}, "Not answered yet: “What is to be done”"),
    ],
)
def test_a_step_that_cannot_be_is_refused(client: Client, sent: dict[str, str], said: str) -> None:
    proceeding = a_proceeding()
    answer = signed_in(client, worker_of(proceeding.file)).post(plan_page(proceeding), HEARING | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert ProceedingStep.objects.count() == 0


def test_the_same_step_is_not_planned_twice_for_one_day(client: Client) -> None:
    proceeding = a_proceeding()
    browser = signed_in(client, worker_of(proceeding.file))
    browser.post(plan_page(proceeding), HEARING)
    answer = browser.post(plan_page(proceeding), HEARING | {"hour": "11:00"})
    assert answer.status_code == 422
    assert "This step is already planned for that day." in answer.content.decode()


def test_a_step_taken_early_settles_its_clock_and_tells_what_came_of_it(client: Client) -> None:
    proceeding = a_proceeding()
    step = a_step(proceeding)
    browser = signed_in(client, worker_of(proceeding.file))
    browser.post(f"/legal-steps/{step.pk}/", TAKEN)
    step.refresh_from_db()
    assert (step.done_on, step.result) == (TODAY, TAKEN["result"])
    assert due_steps(proceeding) == []
    page = browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    assert "Taken on 16 March 2026; it was to be by 20 March 2026." in page
    assert "No step is planned." in page
    timeline = browser.get(f"/files/{proceeding.file.reference}/timeline/").content.decode()
    assert "A step of a proceeding was taken" in timeline


def test_only_the_step_that_was_taken_is_settled() -> None:
    proceeding = a_proceeding()
    step = a_step(proceeding)
    a_step(proceeding, due_on=date(2026, 4, 1), what="Hand in the plan")
    take_step(step=step, done_on=TODAY, result="Done.", by=by(worker_of(proceeding.file)))
    assert due_steps(proceeding) == [date(2026, 4, 1)]
    before = set(Duty.objects.values_list())
    recompute_all(TODAY)
    assert set(Duty.objects.values_list()) == before


def test_a_step_that_was_not_taken_falls_away_with_the_proceeding() -> None:
    proceeding = a_proceeding()
    a_step(proceeding)
    close_proceeding(
        proceeding=proceeding, closed_on=TODAY, outcome="granted", by=by(worker_of(proceeding.file))
    )
    fact = ClockFact.objects.get(chain=proceeding.file.key, fact="legal_step_open")
    assert (fact.day, fact.ends) == (date(2026, 3, 20), TODAY)
    assert due_steps(proceeding) == []


def test_a_step_is_due_and_taken_on_a_leap_day() -> None:
    proceeding = a_proceeding(on=date(2024, 1, 8))
    step = a_step(proceeding, due_on=date(2024, 2, 29))
    assert due_steps(proceeding) == [date(2024, 2, 29)]
    take_step(step=step, done_on=date(2024, 2, 29), result="Done.", by=by(worker_of(proceeding.file)))
    assert due_steps(proceeding) == []


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"done_on": "2026-03-17"}, "This day lies in the future."),
        ({"done_on": "2026-01-11"}, "This day lies before the proceeding was opened."),
        ({"result": " "}, "Not answered yet: “What came of it”"),
    ],
)
def test_a_step_is_not_taken_without_a_day_or_a_result(
    client: Client, sent: dict[str, str], said: str
) -> None:
    step = a_step(a_proceeding())
    answer = signed_in(client, worker_of(step.proceeding.file)).post(f"/legal-steps/{step.pk}/", TAKEN | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_step_is_taken_once() -> None:
    step = a_step(a_proceeding())
    actor = by(worker_of(step.proceeding.file))
    take_step(step=ProceedingStep.objects.get(pk=step.pk), done_on=TODAY, result="Done.", by=actor)
    with pytest.raises(Refused, match="already written that this step was taken"):
        take_step(step=step, done_on=TODAY, result="Again.", by=actor)


def test_strangers_find_no_step_and_an_auditor_takes_none(client: Client) -> None:
    unit = a_unit()
    step = a_step(a_proceeding(a_file(unit=unit)))
    pages = [f"/legal-steps/{step.pk}/", plan_page(step.proceeding)]
    stranger = signed_in(client, a_user())
    assert [stranger.get(page).status_code for page in pages] == [404, 404]
    assert stranger.get(f"/legal-steps/{step.pk + 1}/").status_code == 404
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert [auditor.get(page).status_code for page in pages] == [403, 403]
