"""Decisions to look back at: written with care, so that only what a test spoils is thin."""

from datetime import date, timedelta

from tests.builders import TODAY, WENT_ON, a_hearing, a_home, a_question, a_supervisor, by
from vatra.access.models import User
from vatra.casework.models import File
from vatra.decisions.actions import add_option, issue, weigh_option
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Decision, Option, Question
from vatra.decisions.weighing.cells import Cell
from vatra.decisions.words import Factor

REASONS = "The grandmother knows the child, lives near the school and can take both of them."


def weighed_with_care(
    question: Question, form: str, home: object = None, spoilt: dict[str, str] | None = None
) -> Option:
    """An option with a sentence of its own on every factor; `spoilt` are the sentences that replace it."""
    option = add_option(
        question=question, form=form, home=home, in_words=f"With {form}", by=by(question.asked_by)
    )  # type: ignore[arg-type]
    cells = [
        Cell(
            factor.value,
            "against" if factor == Factor.CONTINUITY else "for",
            (spoilt or {}).get(factor.value, f"About {factor.value} with {form} we know this."),
        )
        for factor in kind_of(question.kind).factors
    ]
    weigh_option(option=option, cells=cells, by=by(question.asked_by))
    return option


def decided_with_care(
    *files: File,
    reasons: str = "",
    spoilt: dict[str, str] | None = None,
    on: date = TODAY,
    issuer: User | None = None,
    kind: str = "first_placement",
) -> Decision:
    """An issued decision in which nothing is thin but what is spoilt."""
    question = a_question(*files, on=on, kind=kind)
    weighed_with_care(question, "birth_family")
    chosen = weighed_with_care(question, "kinship", a_home(), spoilt)
    a_hearing(question)
    return issue(
        question=question,
        chosen={file.pk: chosen for file in files},
        legal_basis="Family Law 2004/32",
        reasons=reasons or f"{files[0].child.name} knows the grandmother and stays near the school.",
        effective_on=on,
        review_on=on + timedelta(days=80),
        overrides=WENT_ON,
        by=by(issuer or a_supervisor(files[0].unit), on, "supervisor"),
    )
