"""Writing down what a second look at a decision found."""

from datetime import timedelta

import pytest

from tests.builders import TODAY, a_file, a_user, at, by, worker_of
from tests.decisions.looking_back import decided_with_care
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.decisions.actions import draw_sample, record_verdict
from vatra.decisions.models import AuditedDecision
from vatra.decisions.quality.audit import found_in
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def one_drawn() -> tuple[AuditedDecision, User]:
    decision = decided_with_care(a_file())
    auditor = a_user(Role.AUDITOR, decision.question.unit)
    sample = draw_sample(
        unit=decision.question.unit, first_day=TODAY, last_day=TODAY, number=5, by=by(auditor)
    )
    return sample.decisions.get(), auditor


def found(audited: AuditedDecision, user: User, verdict: str = "sound", **changes: object) -> AuditedDecision:
    given = {"verdict": verdict, "remarks": "", "on": TODAY, "by": by(user, role=Role.AUDITOR)}
    return record_verdict(**{"audited": audited, **given, **changes})  # type: ignore[arg-type]


def test_the_verdict_is_kept_and_stands_in_the_record_of_the_child() -> None:
    audited, auditor = one_drawn()
    found(audited, auditor, "thin", remarks="The school was not asked.")
    audited.refresh_from_db()
    assert (audited.verdict, audited.looked_on, audited.looked_by) == ("thin", TODAY, auditor)
    assert found_in(audited.sample) == {"sound": 0, "thin": 1, "unsound": 0}
    file = audited.decision.question.children.get().file
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.facts["verdict"], event.role) == ("record_verdict", "thin", "auditor")


def test_a_verdict_is_written_once() -> None:
    audited, auditor = one_drawn()
    found(audited, auditor)
    with pytest.raises(Refused, match="already written down"):
        found(audited, auditor, "unsound", remarks="On second thought.")
    audited.refresh_from_db()
    assert audited.verdict == "sound"


@pytest.mark.parametrize("verdict", ["thin", "unsound"])
def test_whoever_finds_something_says_what(verdict: str) -> None:
    audited, auditor = one_drawn()
    with pytest.raises(Refused, match="Write what is thin"):
        found(audited, auditor, verdict, remarks="  ")


def test_nobody_judges_a_decision_of_their_own() -> None:
    audited, _auditor = one_drawn()
    for user in (worker_of(audited.decision.question.children.get().file), audited.decision.issued_by):
        with pytest.raises(Refused, match="You had a part"):
            found(audited, user)


def test_nobody_has_looked_tomorrow() -> None:
    audited, auditor = one_drawn()
    with pytest.raises(Refused, match="in the future"):
        found(audited, auditor, on=TODAY + timedelta(days=1))
