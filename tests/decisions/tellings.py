"""Steps of a hearing with quiet defaults, and the codes an act was refused with."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image

from tests.builders import (
    TODAY,
    WENT_ON,
    a_hearing,
    a_home,
    a_supervisor,
    an_option,
    by,
    worker_of,
)
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.actions import issue, tell_child
from vatra.decisions.models import Option, Outcome, Question, Telling
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused


def told(
    outcome: Outcome, *, on: date = TODAY, who: User | None = None, today: date | None = None, **changes: str
) -> Telling:
    """The child is told by its worker, unless said otherwise."""
    said = {
        "how": "talk",
        "language": "sq",
        "words": "You will live with your grandmother, as you wished.",
        "reaction": "Can the cat come too?",
        "complaint_explained": "Ask for Besa at the centre; she helps if you do not agree.",
    }
    return tell_child(
        outcome=outcome, on=on, by=by(who or worker_of(outcome.file), today or on), **{**said, **changes}
    )


def a_decision_about(question: Question, *files: File, on: date = TODAY, **changes: object) -> list[Outcome]:
    """A decision for relatives to the question as it stands; `changes` go to `issue`."""
    an_option(question, FormOfCare.BIRTH_FAMILY)
    chosen = an_option(question, FormOfCare.KINSHIP, a_home())
    if not all(child.is_answered for child in question.children.all()):
        a_hearing(question)
    return decided(question, dict.fromkeys((file.pk for file in files), chosen), on=on, **changes)


def decided(
    question: Question, chosen: dict[int, Option], *, on: date = TODAY, **changes: object
) -> list[Outcome]:
    """The supervisor of the unit decides."""
    given = {
        "legal_basis": "Family Law 2004/32",
        "reasons": f"The grandmother knows the child and lives near; seen on {on}.",
        "effective_on": on,
        "review_on": on + timedelta(days=90),
        "overrides": {**WENT_ON, "R-26-anew": "The grandmother fell ill."},
        "by": by(a_supervisor(question.unit), on, Role.SUPERVISOR),
        **changes,
    }
    decision = issue(question=question, chosen=chosen, **given)  # type: ignore[arg-type]
    return list(decision.outcomes.select_related("decision", "file__child").order_by("pk"))


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    """The codes an act was refused with."""
    return {concern.code for concern in refused.value.concerns}


def a_picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), **saved: object) -> bytes:
    """A picture as a telephone might send it."""
    kept = BytesIO()
    Image.new("RGB", size, "orange").save(kept, kind, **saved)
    return kept.getvalue()
