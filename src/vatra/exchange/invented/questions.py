"""From the question to the issued decision, complete as the database asks for it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import combinations
from typing import Any, NamedTuple

from vatra.access.roles import Role
from vatra.decisions.models import (
    Decision,
    Option,
    Outcome,
    Question,
    QuestionChild,
    Separation,
    TookPart,
    Weighing,
)
from vatra.decisions.words import HeardHow, NotHeardReason, PartKind, QuestionKind, SeparationReason
from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.caseload import AT_WORK, Caseload
from vatra.exchange.invented.chance import Shares
from vatra.exchange.invented.families import Family
from vatra.exchange.invented.files import ChildFile
from vatra.exchange.invented.sentences import in_language
from vatra.exchange.invented.weighing import weighed
from vatra.homes.words import FormOfCare
from vatra.kernel.calendar_months import whole_years

LEGAL_BASIS = "Ligji Nr. 06/L-084 për mbrojtjen e fëmijës"
DAYS_UNTIL_REVIEW = 90
AGE_TO_SPEAK = 4
_NOT_HEARD: Shares[NotHeardReason] = Shares(
    {NotHeardReason.HOURS_TO_PROTECT: 6, NotHeardReason.CHILD_REFUSED: 3, NotHeardReason.TOO_ILL: 1}
)


class Way(NamedTuple):
    """An option: a form of care and, where it is known, the home."""

    form: FormOfCare
    home: int | None = None


class Asked(NamedTuple):
    """A question about these children, to be answered for a day."""

    kind: QuestionKind
    files: Sequence[ChildFile]
    effective_on: date
    not_before: date
    ways: Sequence[Way]
    chosen: Mapping[int, int]
    """The place of the way chosen, by the number of the file."""


def decide(caseload: Caseload, family: Family, asked: Asked, number: str) -> dict[int, int]:
    """Write everything; the outcomes by the number of the file."""
    lead = max(0, min((asked.effective_on - asked.not_before).days, caseload.chance.between(2, 14)))
    asked_on = asked.effective_on - timedelta(days=lead)
    question = _ask(caseload, family, asked, asked_on)
    children = [_hear(caseload, file, question, asked_on) for file in asked.files]
    options = [_put(caseload, family, question, way) for way in asked.ways]
    rows, view = caseload.rows, caseload.chance.one_of(in_language(family.language).child)
    rows.add(TookPart, question_id=question, name=family.mother.name, part=PartKind.PARENT.value, view=view)
    document = {
        "question": {"kind": asked.kind.value, "why_now": "", "if_nothing": ""},
        "options": options,
        "children": children,
        "participants": [[family.mother.name, PartKind.PARENT.value, view]],
        "separations": _separate(caseload, family, asked, question),
        "went_on_because": {},
    }
    for child, file in zip(children, asked.files, strict=True):
        child["option"] = options[asked.chosen[file.number]]["id"]
    return _issue(caseload, family, asked, question, document, number)


def _ask(caseload: Caseload, family: Family, asked: Asked, on: date) -> int:
    says = in_language(family.language)
    number = caseload.rows.add(
        Question,
        kind=asked.kind.value,
        unit_id=caseload.team.unit,
        asked_on=on,
        asked_by_id=family.worker,
        why_now=caseload.chance.one_of(says.worries),
    )
    for file in asked.files:
        told = {"kind": asked.kind.value}
        caseload.act("ask", family.worker, file.key, (Question, number), on, told)
    return number


def _hear(caseload: Caseload, file: ChildFile, question: int, on: date) -> dict[str, Any]:
    """The child's view, or why it could not be sought."""
    chance, says = caseload.chance, in_language(file.child.language)
    values: dict[str, Any] = {"causes": [cause.value for cause in file.causes]}
    if chance.happens(known.SHARE_NOT_HEARD):
        values["not_heard_reason"] = chance.of(_NOT_HEARD).value
    else:
        speaks = whole_years(file.child.born, on) >= AGE_TO_SPEAK
        values |= {
            "heard_how": (HeardHow.TALK if speaks else HeardHow.OBSERVED).value,
            "heard_on": on,
            "heard_by_id": file.worker,
            "heard_in": file.child.language.value,
            "words": chance.one_of(says.child if speaks else says.observed),
        }
    number = caseload.rows.add(QuestionChild, question_id=question, file_id=file.number, **values)
    told = {"how": values.get("heard_how"), "question": question}
    caseload.act("record_hearing", file.worker, file.key, (QuestionChild, number), on, told)
    return {
        "file": file.reference,
        "causes": values["causes"],
        "heard": values.get("heard_how"),
        "heard_on": on.isoformat() if "heard_on" in values else None,
        "language": values.get("heard_in"),
        "words": values.get("words", ""),
        "taken_up": "",
        "not_heard": values.get("not_heard_reason"),
    }


def _put(caseload: Caseload, family: Family, question: int, way: Way) -> dict[str, Any]:
    """One option, weighed on every factor."""
    says = in_language(family.language)
    in_words = says.options[
        0 if way.form == FormOfCare.BIRTH_FAMILY else 1 if way.form == FormOfCare.KINSHIP else 2
    ]
    number = caseload.rows.add(
        Option, question_id=question, form=way.form.value, home_id=way.home, in_words=in_words
    )
    told = weighed(caseload.chance, way.form, says)
    for factor, (leaning, sentence) in told.items():
        caseload.rows.add(Weighing, option_id=number, factor=factor, leaning=leaning, sentence=sentence)
    return {"id": number, "form": way.form.value, "home": way.home, "in_words": in_words, "weighings": told}


def _separate(caseload: Caseload, family: Family, asked: Asked, question: int) -> list[list[object]]:
    """Why two of them would live apart, once per pair; as the decision's text tells it."""
    told: list[list[object]] = []
    says = in_language(family.language)
    look_again_on = asked.effective_on + timedelta(days=DAYS_UNTIL_REVIEW)
    for file, other in combinations(asked.files, 2):
        if asked.chosen[file.number] == asked.chosen[other.number]:
            continue
        reason, why, contact = SeparationReason.NO_HOME_FOR_ALL.value, says.reasons[0], says.goals[0][0]
        caseload.rows.add(
            Separation,
            question_id=question,
            file_id=file.number,
            sibling_id=other.child.number,
            reason=reason,
            in_words=why,
            contact=contact,
            look_again_on=look_again_on,
        )
        told.append([file.reference, other.child.number, reason, why, contact, look_again_on.isoformat()])
    return told


def _issue(
    caseload: Caseload, family: Family, asked: Asked, question: int, document: dict[str, Any], number: str
) -> dict[int, int]:
    text = json.dumps(document, sort_keys=True, ensure_ascii=False)
    digest = sha256(text.encode()).hexdigest()
    decision = caseload.rows.add(
        Decision,
        question_id=question,
        number=number,
        issued_at=datetime.combine(asked.effective_on, AT_WORK),
        issued_by_id=caseload.team.supervisor,
        legal_basis=LEGAL_BASIS,
        reasons=caseload.chance.one_of(in_language(family.language).reasons),
        effective_on=asked.effective_on,
        review_on=asked.effective_on + timedelta(days=DAYS_UNTIL_REVIEW),
        document=text,
        digest=digest,
    )
    told = {"decision": number, "digest": digest}
    return {
        file.number: _outcome(caseload, asked, file, decision, document["options"], told)
        for file in asked.files
    }


def _outcome(
    caseload: Caseload,
    asked: Asked,
    file: ChildFile,
    decision: int,
    options: Sequence[Mapping[str, Any]],
    told: Mapping[str, object],
) -> int:
    """What the decision says for one child."""
    place = asked.chosen[file.number]
    form, home = asked.ways[place].form.value, asked.ways[place].home
    number = caseload.rows.add(
        Outcome,
        decision_id=decision,
        file_id=file.number,
        option_id=options[place]["id"],
        form=form,
        home_id=home,
    )
    supervisor, on = caseload.team.supervisor, asked.effective_on
    facts = {**told, "form": form, "home": home}
    caseload.act("issue", supervisor, file.key, (Outcome, number), on, facts, Role.SUPERVISOR)
    return number
