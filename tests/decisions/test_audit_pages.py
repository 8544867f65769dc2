"""Drawing a sample, looking at its decisions one by one, and the result that may leave."""

import pytest
from django.db import connection
from django.test import Client

from tests.builders import TODAY, a_child, a_file, a_supervisor, a_unit, a_user, at, by, signed_in, worker_of
from tests.decisions.looking_back import decided_with_care
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.models import Unit, User
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.actions import draw_sample, record_verdict
from vatra.decisions.models import AuditedDecision, AuditSample
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

PERIOD = {
    **{f"first_day_{part}": getattr(TODAY.replace(day=1), part) for part in ("day", "month", "year")},
    **{f"last_day_{part}": getattr(TODAY, part) for part in ("day", "month", "year")},
}


def a_team_below(centre: Unit) -> User:
    """The worker of a team below a centre."""
    return a_user(unit=a_unit(parent=centre))


def a_sample(auditor: User, decisions: int = 1, worker: User | None = None) -> AuditSample:
    """Everything a team decided today."""
    worker = worker or a_user(unit=a_unit(parent=auditor.appointments.get().unit))
    for _number in range(decisions):
        decided_with_care(a_file(a_child(), worker=worker))
    team = worker.appointments.get().unit
    return draw_sample(unit=team, first_day=TODAY, last_day=TODAY, number=99, by=by(auditor))


def judge(sample: AuditSample, auditor: User, *verdicts: str) -> None:
    for audited, verdict in zip(sample.decisions.order_by("pk"), verdicts, strict=True):
        record_verdict(audited=audited, verdict=verdict, remarks="Seen.", on=TODAY, by=by(auditor))


def test_a_supervisor_above_draws_looks_and_writes_down_what_was_found(client: Client) -> None:
    centre = a_unit("Centre")
    file = a_file(a_child("Dren Berisha"), worker=a_team_below(centre))
    decision, team = decided_with_care(file), file.unit_id
    signed_in(client, a_supervisor(centre))
    assert "Samples for a second look" in client.get("/quality/").text
    answer = client.post(f"/units/{team}/samples/new/", {**PERIOD, "number": 3})
    sample = AuditSample.objects.get()
    assert answer.headers["Location"] == f"/samples/{sample.pk}/"
    assert decision.number in client.get(f"/samples/{sample.pk}/").text
    audited = sample.decisions.get()
    shown = client.get(f"/samples/decisions/{audited.pk}/").text
    assert "Dren Berisha was heard on" in shown
    assert "I want to be with my sister." in shown
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.reading) == ("read_audit", True)
    missing = client.post(f"/samples/decisions/{audited.pk}/", {"verdict": "thin"})
    assert missing.status_code == 422
    assert "Write what is thin" in missing.text
    client.post(
        f"/samples/decisions/{audited.pk}/", {"verdict": "thin", "remarks": "Nobody asked the school."}
    )
    audited.refresh_from_db()
    assert (audited.verdict, audited.remarks) == ("thin", "Nobody asked the school.")
    assert "1 of 1" in client.get(f"/units/{team}/samples/").text
    again = client.get(f"/samples/decisions/{audited.pk}/").text
    assert "Nobody asked the school." in again
    assert "Write down what I found" not in again


def test_a_period_without_decisions_keeps_what_was_typed(client: Client) -> None:
    unit = a_unit()
    signed_in(client, a_user(Role.AUDITOR, unit))
    answer = client.post(f"/units/{unit.pk}/samples/new/", {**PERIOD, "number": 7})
    assert answer.status_code == 422
    assert "There is no decision of these days" in answer.text
    assert 'value="7"' in answer.text


def test_a_supervisor_does_not_draw_from_the_own_unit(client: Client) -> None:
    file = a_file()
    decided_with_care(file)
    signed_in(client, a_supervisor(file.unit))
    assert "Samples for a second look" not in client.get("/quality/").text
    assert client.get(f"/units/{file.unit_id}/samples/").status_code == 403
    assert client.post(f"/units/{file.unit_id}/samples/new/", {**PERIOD, "number": 3}).status_code == 403
    assert not AuditSample.objects.exists()


def test_strangers_and_those_who_only_work_there_stay_outside(client: Client) -> None:
    centre = a_unit()
    sample = a_sample(a_user(Role.AUDITOR, centre))
    audited, team = sample.decisions.get(), sample.unit
    addresses = (
        f"/units/{team.pk}/samples/",
        f"/units/{team.pk}/samples/new/",
        f"/samples/{sample.pk}/",
        f"/samples/{sample.pk}/result/",
        f"/samples/decisions/{audited.pk}/",
    )
    for user, status in (
        (a_user(Role.AUDITOR), 404),
        (worker_of(audited.decision.question.children.get().file), 403),
        (a_user(Role.SAFEGUARDING_OFFICER, centre), 403),
        (a_supervisor(team), 403),
        (a_supervisor(centre), 200),
    ):
        signed_in(client, user)
        assert [client.get(address).status_code for address in addresses] == [status] * 5, user.username


@pytest.mark.parametrize("of_siblings", [1, 2])
def test_an_auditor_is_told_why_a_decision_of_the_sample_cannot_be_opened_any_more(
    client: Client, of_siblings: int
) -> None:
    centre = a_unit()
    auditor, worker = a_user(Role.AUDITOR, centre), a_team_below(centre)
    files = [a_file(worker=worker) for _number in range(of_siblings)]
    decided_with_care(*files)
    sample = draw_sample(unit=centre, first_day=TODAY, last_day=TODAY, number=1, by=by(auditor))
    address = f"/samples/decisions/{sample.decisions.get().pk}/"
    assert "I want to be with my sister." in signed_in(client, auditor).get(address).text
    connection.check_constraints()
    # Another organisation answers for one of the children from now on.
    File.objects.filter(pk=files[0].pk).update(unit=a_unit())
    for answer in (client.get(address), client.post(address, {"verdict": "sound"})):
        assert answer.status_code == 200
        assert "This file is no longer within your reach." in answer.text
        assert "I want to be with my sister." not in answer.text
    assert AuditedDecision.objects.get().verdict is None


def test_who_had_a_part_is_not_let_to_the_verdict(client: Client) -> None:
    centre = a_unit()
    above = a_supervisor(centre)
    decided_with_care(a_file(worker=a_team_below(centre)), issuer=above)
    auditor = a_user(Role.AUDITOR, centre)
    sample = draw_sample(unit=centre, first_day=TODAY, last_day=TODAY, number=5, by=by(auditor))
    address = f"/samples/decisions/{sample.decisions.get().pk}/"
    assert signed_in(client, above).get(address).status_code == 403
    assert client.post(address, {"verdict": "sound"}).status_code == 403
    assert AuditedDecision.objects.get().verdict is None


def test_a_result_that_leaves_is_not_broken_down_below_five(client: Client) -> None:
    centre = a_unit()
    auditor = a_user(Role.AUDITOR, centre)
    few = a_sample(auditor, 3)
    judge(few, auditor, "sound", "sound", "sound")
    shown = signed_in(client, auditor).get(f"/samples/{few.pk}/result/").text
    assert "fewer than 5" in shown
    assert "Must be looked at again" not in shown
    inside = client.get(f"/samples/{few.pk}/").text
    assert "Must be looked at again" in inside


def test_a_result_of_larger_numbers_is_told(client: Client) -> None:
    centre = a_unit()
    auditor = a_user(Role.AUDITOR, centre)
    sample = a_sample(auditor, 6)
    judge(sample, auditor, *["sound"] * 5, "thin")
    signed_in(client, auditor)
    assert "is not broken down" in client.get(f"/samples/{sample.pk}/result/").text
    sample.decisions.filter(verdict="thin").update(verdict="sound")
    told = client.get(f"/samples/{sample.pk}/result/").text
    assert "is not broken down" not in told
    assert "Must be looked at again" in told


def test_the_pages_cost_the_same_with_one_decision_and_with_several(client: Client) -> None:
    centre = a_unit()
    auditor = a_user(Role.AUDITOR, centre)
    one, several = a_sample(auditor), a_sample(auditor, 4)
    signed_in(client, auditor)
    costs = [cost(client, f"/samples/{sample.pk}/") for sample in (one, several)]
    assert costs[0][0] == costs[1][0] <= MOST_QUERIES
    assert costs[1][1] < MOST_BYTES
    asked, size = cost(client, f"/units/{several.unit_id}/samples/")
    assert asked <= MOST_QUERIES
    assert size < MOST_BYTES
