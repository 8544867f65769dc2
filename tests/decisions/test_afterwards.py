"""After a decision: superseded, withdrawn, appealed against; who decides anew is reminded."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.test import Client

from tests.builders import (
    TODAY,
    a_decision,
    a_file,
    a_supervisor,
    a_user,
    by,
    signed_in,
    worker_of,
)
from tests.decisions.tellings import codes, decided
from tests.decisions.workspaces import day_sent
from tests.desk.counting import MOST_QUERIES, cost
from vatra.access.roles import Role
from vatra.decisions.actions import decide_appeal, lodge_appeal, withdraw_decision
from vatra.decisions.models import Appeal, Decision, Outcome, Withdrawal
from vatra.kernel import clock
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.duty import Duty
from vatra.kernel.ledger import Event
from vatra.placements.actions import place, return_home

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)


def an_outcome(**changes: object) -> Outcome:
    """What was decided for a child."""
    (outcome,) = a_decision(a_file(), **changes)  # type: ignore[arg-type]
    return outcome


def chief_of(outcome: Outcome) -> object:
    """The supervisor who decided, acting today."""
    return by(outcome.decision.issued_by, role=Role.SUPERVISOR)


def taken_back(outcome: Outcome, **changes: object) -> Withdrawal:
    """The decision is withdrawn today."""
    given = {"on": TODAY, "why": "The grandmother fell ill.", "by": chief_of(outcome), **changes}
    return withdraw_decision(decision=outcome.decision, **given)  # type: ignore[arg-type]


def appealed(outcome: Outcome, **changes: object) -> Appeal:
    """The mother appeals today."""
    given = {
        "on": TODAY,
        "lodged_by": "Vjosa Berisha, the mother",
        "body": "Basic Court of Prishtina",
        "account": "She wants her son at home.",
        "by": by(worker_of(outcome.file)),
        **changes,
    }
    return lodge_appeal(decision=outcome.decision, **given)  # type: ignore[arg-type]


def answered(appeal: Appeal, outcome: str = "overturned", **changes: object) -> Appeal:
    """The court answers today."""
    given = {
        "on": TODAY,
        "reasons": "The mother was not heard.",
        "by": by(appeal.decision.issued_by),
    } | changes
    return decide_appeal(appeal=appeal, outcome=outcome, **given)  # type: ignore[arg-type]


def test_a_withdrawn_decision_carries_no_stay_and_stays_to_be_read(client: Client) -> None:
    outcome = an_outcome()
    taken_back(outcome)
    assert Event.objects.filter(chain=outcome.file.key).latest("position").act == "withdraw_decision"
    with pytest.raises(IntegrityError) as refused:
        place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(outcome.file)))
    assert "A stay needs a decision that holds." in str(refusal_sentence(refused.value))


def test_a_withdrawn_decision_says_so_on_its_page(client: Client) -> None:
    outcome = an_outcome()
    taken_back(outcome)
    signed_in(client, worker_of(outcome.file))
    page = client.get(f"/decisions/{outcome.decision_id}/").text
    assert "The grandmother fell ill." in page
    assert "Place " not in page
    assert "Withdrawn" in client.get(f"/questions/{outcome.decision.question_id}/").text


def test_a_decision_that_was_carried_out_is_not_withdrawn() -> None:
    outcome = an_outcome()
    place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(outcome.file)))
    with pytest.raises(Refused) as refused:
        taken_back(outcome)
    assert codes(refused) == {"carried-out"}
    with pytest.raises(IntegrityError, match="withdrawn_although_carried_out"):
        Withdrawal.objects.create(
            decision=outcome.decision, withdrawn_on=TODAY, withdrawn_by=outcome.decision.issued_by, why="x"
        )


def test_a_return_home_that_happened_is_not_withdrawn() -> None:
    first = an_outcome()
    stay = place(outcome=first, first_day=TODAY, reasons={}, by=by(worker_of(first.file)))
    (home,) = a_decision(first.file, form="birth_family", kind="return_home")
    return_home(current=stay, outcome=home, last_day=TODAY, by=by(worker_of(first.file)))
    with pytest.raises(Refused) as refused:
        taken_back(home)
    assert codes(refused) == {"carried-out"}


def test_a_child_does_not_return_home_by_a_decision_that_was_withdrawn() -> None:
    first = an_outcome()
    stay = place(outcome=first, first_day=TODAY, reasons={}, by=by(worker_of(first.file)))
    (home,) = a_decision(first.file, form="birth_family", kind="return_home")
    taken_back(home)
    with pytest.raises(Refused) as refused:
        return_home(current=stay, outcome=home, last_day=TODAY, by=by(worker_of(first.file)))
    assert codes(refused) == {"R-26-fell"}


@pytest.mark.parametrize(
    ("day", "code"), [(TODAY - timedelta(days=1), "before-issued"), (TOMORROW, "not-yet")]
)
def test_a_decision_is_withdrawn_on_a_day_between_its_issue_and_today(day: object, code: str) -> None:
    with pytest.raises(Refused) as refused:
        taken_back(an_outcome(), on=day)
    assert codes(refused) == {code}


def test_a_decision_is_withdrawn_once() -> None:
    outcome = an_outcome()
    taken_back(outcome)
    with pytest.raises(Refused) as refused:
        taken_back(outcome)
    assert codes(refused) == {"withdrawn"}


def test_a_new_decision_can_take_the_place_of_a_withdrawn_one() -> None:
    outcome = an_outcome()
    taken_back(outcome)
    (anew,) = decided(
        outcome.decision.question, {outcome.file_id: outcome.option}, supersedes=outcome.decision
    )
    assert anew.decision.supersedes == outcome.decision


def test_a_decision_that_supersedes_has_reasons_of_its_own_and_says_why() -> None:
    outcome = an_outcome()
    before = outcome.decision
    with pytest.raises(Refused) as refused:
        decided(
            before.question,
            {outcome.file_id: outcome.option},
            supersedes=before,
            reasons=before.reasons,
        )
    assert codes(refused) == {"R-26-same"}


def test_only_the_last_decision_of_the_same_question_is_superseded() -> None:
    outcome, other = an_outcome(), an_outcome()
    decided(outcome.decision.question, {outcome.file_id: outcome.option}, supersedes=outcome.decision)
    for wrong in (outcome.decision, other.decision):
        with pytest.raises(Refused) as refused:
            decided(outcome.decision.question, {outcome.file_id: outcome.option}, supersedes=wrong)
        assert codes(refused) == {"not-the-last-decision"}


def test_the_page_decides_anew_and_both_decisions_point_at_each_other(client: Client) -> None:
    outcome = an_outcome(on=clock.today())
    before = outcome.decision
    signed_in(client, before.issued_by)
    child = before.question.children.get()
    given = {
        f"child_{child.pk}": str(outcome.option_id),
        "legal_basis": "Family Law 2004/32",
        "because": "The grandmother has recovered and the aunt helps every day.",
        "why_anew": "",
        **day_sent("effective_on", clock.today()),
        **day_sent("review_on", clock.today() + timedelta(days=80)),
    }
    page = f"/decisions/{before.pk}/supersede/"
    assert client.post(page, given).status_code == 422
    given["why_anew"] = "The court asked for the help to be named."
    reasons = {f"reason_{code}": "Known." for code in before.document["went_on_because"]}
    answer = client.post(page, {**given, **reasons})
    anew = Decision.objects.get(supersedes=before)
    assert answer.headers["Location"] == f"/decisions/{anew.pk}/"
    assert anew.document["went_on_because"]["R-26-anew"] == "The court asked for the help to be named."
    assert before.number in client.get(f"/decisions/{anew.pk}/").text
    assert f"Superseded by decision {anew.number}" in client.get(f"/decisions/{before.pk}/").text


def test_an_appeal_is_lodged_and_answered_on_pages(client: Client) -> None:
    outcome = an_outcome(on=clock.today())
    signed_in(client, worker_of(outcome.file))
    given = {
        **day_sent("on", clock.today()),
        "lodged_by": "Dren, with his lawyer",
        "body": "Basic Court of Prishtina",
        "account": "He wants to go home.",
    }
    page = f"/decisions/{outcome.decision_id}/appeals/new/"
    assert client.post(page, {**given, "body": ""}).status_code == 422
    assert client.post(page, given).status_code == 302
    appeal = Appeal.objects.get()
    answer = {**day_sent("on", clock.today()), "outcome": "overturned", "because": "He was not heard enough."}
    assert client.post(f"/appeals/{appeal.pk}/", answer).status_code == 302
    page = client.get(f"/decisions/{outcome.decision_id}/").text
    assert "A new decision is needed." in page
    assert "Decide anew after the appeal" in client.get("/").text


def test_an_appeal_after_the_last_day_needs_a_reason() -> None:
    outcome = an_outcome()
    (anew,) = decided(
        outcome.decision.question,
        {outcome.file_id: outcome.option},
        supersedes=outcome.decision,
        appeal_until=TODAY,
    )
    late = {"on": TOMORROW, "by": by(worker_of(outcome.file), TOMORROW)}
    with pytest.raises(Refused) as refused:
        appealed(anew, **late)
    assert codes(refused) == {"R-22-late"}
    assert appealed(anew, **late, reasons={"R-22-late": "The letter came late."}).pk
    assert appealed(anew).pk


def test_only_a_decision_in_force_is_appealed_against() -> None:
    outcome = an_outcome()
    decided(outcome.decision.question, {outcome.file_id: outcome.option}, supersedes=outcome.decision)
    with pytest.raises(Refused) as refused:
        appealed(outcome)
    assert codes(refused) == {"superseded"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"on": TODAY - timedelta(days=1)}, "appeal-before-lodged"),
        ({"on": TOMORROW}, "not-yet"),
        ({"reasons": "  "}, "appeal-reasons"),
    ],
)
def test_an_appeal_is_answered_after_it_was_lodged_with_reasons(
    changes: dict[str, object], code: str
) -> None:
    appeal = appealed(an_outcome())
    with pytest.raises(Refused) as refused:
        answered(appeal, **changes)
    assert codes(refused) == {code}


def test_an_appeal_is_answered_once() -> None:
    appeal = answered(appealed(an_outcome()), "upheld")
    with pytest.raises(Refused) as refused:
        answered(appeal)
    assert codes(refused) == {"appeal-decided"}


@pytest.mark.parametrize("outcome", ["changed", "overturned"])
def test_what_fell_on_appeal_waits_to_be_decided_anew(outcome: str) -> None:
    decided_first = an_outcome()
    answered(appealed(decided_first), outcome)
    chain = decided_first.file.key
    assert Duty.objects.get(chain=chain, rule="decided_anew").due_on == TODAY + timedelta(days=7)
    decided(
        decided_first.decision.question,
        {decided_first.file_id: decided_first.option},
        supersedes=decided_first.decision,
    )
    assert not Duty.objects.filter(chain=chain, rule="decided_anew").exists()


@pytest.mark.parametrize("outcome", ["upheld", "withdrawn"])
def test_what_stood_on_appeal_asks_for_nothing(outcome: str) -> None:
    decided_first = an_outcome()
    answered(appealed(decided_first), outcome)
    assert not Duty.objects.filter(rule="decided_anew").exists()


def test_a_decision_overturned_on_appeal_carries_no_stay() -> None:
    outcome = an_outcome()
    answered(appealed(outcome))
    with pytest.raises(IntegrityError) as refused:
        place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(outcome.file)))
    assert "A stay needs a decision that holds." in str(refusal_sentence(refused.value))


@pytest.mark.parametrize("path", ["supersede/", "withdraw/", "appeals/new/"])
def test_strangers_find_no_page_and_readers_may_not_act(client: Client, path: str) -> None:
    outcome = an_outcome()
    page = f"/decisions/{outcome.decision_id}/{path}"
    signed_in(client, a_user(Role.SUPERVISOR))
    assert client.get(page).status_code == 404
    signed_in(client, a_user(Role.AUDITOR, outcome.file.unit))
    assert client.get(page).status_code == 403


def test_a_social_worker_neither_withdraws_nor_decides_anew(client: Client) -> None:
    outcome = an_outcome()
    signed_in(client, worker_of(outcome.file))
    for path in ("supersede/", "withdraw/"):
        assert client.get(f"/decisions/{outcome.decision_id}/{path}").status_code == 403
    page = client.get(f"/decisions/{outcome.decision_id}/").text
    assert "Write down an appeal" in page
    assert "Withdraw this decision" not in page


def test_strangers_cannot_answer_an_appeal(client: Client) -> None:
    appeal = appealed(an_outcome())
    signed_in(client, a_user())
    assert client.get(f"/appeals/{appeal.pk}/").status_code == 404
    signed_in(client, a_user(Role.AUDITOR, appeal.decision.question.unit))
    assert client.get(f"/appeals/{appeal.pk}/").status_code == 403


def test_the_supervisor_withdraws_on_the_page(client: Client) -> None:
    outcome = an_outcome(on=clock.today())
    signed_in(client, a_supervisor(outcome.file.unit))
    page = f"/decisions/{outcome.decision_id}/withdraw/"
    given = day_sent("on", clock.today())
    assert client.post(page, {**given, "why": ""}).status_code == 422
    assert client.post(page, {**given, "why": "The grandmother fell ill."}).status_code == 302
    assert Withdrawal.objects.get().why == "The grandmother fell ill."


def test_the_page_of_a_decision_asks_the_database_few_questions(client: Client) -> None:
    outcome = an_outcome()
    appealed(outcome)
    signed_in(client, worker_of(outcome.file))
    assert cost(client, f"/decisions/{outcome.decision_id}/")[0] <= MOST_QUERIES
