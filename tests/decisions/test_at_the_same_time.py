"""Two people at the very same moment, each on a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection
from django.utils import translation

from tests.builders import (
    TODAY,
    WENT_ON,
    a_decision,
    a_file,
    a_question,
    a_supervisor,
    a_user,
    an_option,
    by,
    worker_of,
)
from tests.decisions.workspaces import a_ready_question
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.decisions.actions import issue, weigh_option, withdraw_decision
from vatra.decisions.models import Decision, Option, Outcome, Weighing, Withdrawal
from vatra.decisions.weighing.cells import Cell
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.placements.actions import place
from vatra.placements.models import Placement

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Do these acts at the same moment; the sentences with which some were refused."""
    together = Barrier(len(acts))

    def done(act: Callable[[], object]) -> str:
        together.wait()
        with translation.override("en"):
            try:
                act()
            except Refused as refused:
                return str(refused)
            except IntegrityError as error:
                return refusal_sentence(error) or repr(error)
            finally:
                connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as threads:
        return [sentence for sentence in threads.map(done, acts) if sentence]


def decided_by(
    chief: User, chosen: Option, *, supersedes: Decision | None = None, because: str = "She knows him."
) -> Decision:
    """This supervisor decides for this option."""
    question = chosen.question
    return issue(
        question=question,
        chosen={question.children.get().file_id: chosen},
        legal_basis="Family Law 2004/32",
        reasons=because,
        effective_on=TODAY,
        review_on=TODAY + timedelta(days=90),
        overrides={**WENT_ON, "R-26-anew": "The grandmother fell ill."},
        supersedes=supersedes,
        by=by(chief, role=Role.SUPERVISOR),
    )


def test_of_two_people_who_decide_at_once_one_is_told_that_it_is_decided() -> None:
    question, kin = a_ready_question()
    chiefs = [a_supervisor(question.unit), a_supervisor(question.unit)]
    refused = at_once(*(lambda chief=chief: decided_by(chief, kin) for chief in chiefs))
    assert refused == ["This question has been decided. A new decision can only supersede that one."]
    assert Decision.objects.count() == 1


def test_of_two_people_who_supersede_at_once_one_is_sent_to_the_last_decision() -> None:
    question, kin = a_ready_question()
    chiefs = [a_supervisor(question.unit), a_supervisor(question.unit)]
    first = decided_by(chiefs[0], kin)
    refused = at_once(
        *(
            lambda chief=chief: decided_by(chief, kin, supersedes=first, because="The aunt helps now.")
            for chief in chiefs
        )
    )
    assert refused == [f"Decision {first.number} is not the last one on this question. Open the last one."]
    assert Decision.objects.count() == 2


def test_of_two_people_who_weigh_the_same_factor_at_once_one_is_shown_the_other() -> None:
    option = an_option(a_question(a_file()), FormOfCare.KINSHIP, weighed=False)
    arta, besa = option.question.asked_by, a_user(unit=option.question.unit)
    refused = at_once(
        lambda: weigh_option(option=option, cells=[Cell("health", "for", "Near.")], by=by(arta)),
        lambda: weigh_option(option=option, cells=[Cell("health", "against", "Far.")], by=by(besa)),
    )
    assert refused == ["Somebody else has weighed “Health” meanwhile. Choose which words stay."]
    assert Weighing.objects.count() == 1


def test_what_is_weighed_while_somebody_decides_is_in_the_decision_or_refused() -> None:
    question, kin = a_ready_question()
    worker, chief = question.asked_by, a_supervisor(question.unit)
    seen = Cell("health", "for", "It speaks for it.").fingerprint
    late = Cell("health", "against", "Too damp for him.", seen=seen)
    refused = at_once(
        lambda: decided_by(chief, kin), lambda: weigh_option(option=kin, cells=[late], by=by(worker))
    )
    kept = Decision.objects.get().document["options"][1]["weighings"]["health"]
    assert kept[1] == Weighing.objects.get(option=kin, factor="health").sentence
    assert len(refused) == (kept[1] == "It speaks for it.")


def test_a_decision_is_either_withdrawn_or_carried_out() -> None:
    (outcome,) = a_decision(a_file())
    chief = by(outcome.decision.issued_by, role=Role.SUPERVISOR)
    worker = by(worker_of(outcome.file))
    refused = at_once(
        lambda: withdraw_decision(decision=outcome.decision, on=TODAY, why="She fell ill.", by=chief),
        lambda: place(outcome=Outcome.objects.get(), first_day=TODAY, reasons={}, by=worker),
    )
    assert len(refused) == 1
    assert Withdrawal.objects.count() + Placement.objects.count() == 1
