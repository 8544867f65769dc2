"""From the question to the issued decision, complete as the database asks for it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from vatra.access.roles import Role
from vatra.decisions.models import Decision, Outcome, Question, Telling
from vatra.decisions.words import ToldHow
from vatra.exchange.invented.caseload import AT_WORK, Caseload
from vatra.exchange.invented.families import Family
from vatra.exchange.invented.files import ChildFile
from vatra.exchange.invented.grounds import DAYS_UNTIL_REVIEW, Asked, hear, let_take_part, put, separate
from vatra.exchange.invented.sentences import in_language

LEGAL_BASIS = "Ligji Nr. 06/L-084 për mbrojtjen e fëmijës"


def decide(caseload: Caseload, family: Family, asked: Asked, number: str) -> dict[int, int]:
    """Write everything; the outcomes by the number of the file."""
    lead = max(0, min((asked.effective_on - asked.not_before).days, caseload.chance.between(2, 14)))
    asked_on = asked.effective_on - timedelta(days=lead)
    question = _ask(caseload, family, asked, asked_on)
    children = [hear(caseload, file, question, asked_on) for file in asked.files]
    options = [put(caseload, family, asked, question, way, asked_on) for way in asked.ways]
    document = {
        "question": {"kind": asked.kind.value, "why_now": "", "if_nothing": ""},
        "options": options,
        "children": children,
        "participants": [let_take_part(caseload, family, asked, question, asked_on)],
        "separations": separate(caseload, family, asked, question, asked_on),
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
        told = {"kind": asked.kind.value, "causes": [cause.value for cause in file.causes]}
        caseload.act("ask", family.worker, file.key, (Question, number), on, told)
    return number


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
    _tell(caseload, file, number, str(told["decision"]), on)
    return number


def _tell(caseload: Caseload, file: ChildFile, outcome: int, decision: str, on: date) -> None:
    """The child is told on the day the decision takes effect."""
    language = file.child.language.value
    says = in_language(file.child.language)
    number = caseload.rows.add(
        Telling,
        outcome_id=outcome,
        told_on=on,
        told_by_id=file.worker,
        how=ToldHow.TALK.value,
        language=language,
        words=says.hearing[2],
        reaction=caseload.chance.one_of(says.child),
        complaint_explained=says.hearing[3],
    )
    facts = {"decision": decision, "how": ToldHow.TALK.value, "language": language}
    caseload.act("tell_child", file.worker, file.key, (Telling, number), on, facts)
