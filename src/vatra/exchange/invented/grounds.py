"""What a decision rests on: the child's view, the options weighed, those who took part, why brothers and sisters part."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any, NamedTuple

from django.db import models

from vatra.decisions.models import Option, QuestionChild, Separation, TookPart, Weighing
from vatra.decisions.words import HeardHow, NotHeardReason, PartKind, QuestionKind, SeparationReason
from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.caseload import Caseload
from vatra.exchange.invented.chance import Shares
from vatra.exchange.invented.families import Family
from vatra.exchange.invented.files import ChildFile
from vatra.exchange.invented.sentences import in_language
from vatra.exchange.invented.weighing import weighed
from vatra.homes.words import FormOfCare
from vatra.kernel.calendar_months import whole_years
from vatra.kernel.copying import array

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


def hear(caseload: Caseload, file: ChildFile, question: int, on: date) -> dict[str, Any]:
    """The child's view, or why it could not be sought."""
    chance, says = caseload.chance, in_language(file.child.language)
    causes = [cause.value for cause in file.causes]
    values: dict[str, Any] = {"causes": array(causes)}
    if chance.happens(known.SHARE_NOT_HEARD):
        values["not_heard_reason"] = chance.of(_NOT_HEARD).value
        act, told = "record_not_heard", {"reason": values["not_heard_reason"]}
    else:
        speaks = whole_years(file.child.born, on) >= AGE_TO_SPEAK
        values |= {
            "heard_how": (HeardHow.TALK if speaks else HeardHow.OBSERVED).value,
            "heard_on": on,
            "heard_by_id": file.worker,
            "heard_in": file.child.language.value,
            "prepared_on": on,
            "prepared_by_id": file.worker,
            "explained": says.hearing[0],
            "words": chance.one_of(says.child if speaks else says.observed),
            "taken_up": says.hearing[1],
        }
        how, language = values["heard_how"], values["heard_in"]
        act, told = "record_hearing", {"how": how, "language": language, "question": question}
    number = caseload.rows.add(QuestionChild, question_id=question, file_id=file.number, **values)
    if "prepared_on" in values:
        prepared = {"question": question}
        caseload.act("prepare_hearing", file.worker, file.key, (QuestionChild, number), on, prepared)
    caseload.act(act, file.worker, file.key, (QuestionChild, number), on, told)
    return {
        "file": file.reference,
        "causes": causes,
        "heard": values.get("heard_how"),
        "heard_on": on.isoformat() if "heard_on" in values else None,
        "language": values.get("heard_in"),
        "words": values.get("words", ""),
        "taken_up": values.get("taken_up", ""),
        "not_heard": values.get("not_heard_reason"),
    }


def put(
    caseload: Caseload, family: Family, asked: Asked, question: int, way: Way, on: date
) -> dict[str, Any]:
    """One option, weighed on every factor."""
    says = in_language(family.language)
    in_words = says.options[
        0 if way.form == FormOfCare.BIRTH_FAMILY else 1 if way.form == FormOfCare.KINSHIP else 2
    ]
    form, home = way.form.value, way.home
    number = caseload.rows.add(
        Option, question_id=question, form=form, home_id=home, in_words=in_words, added_by_id=family.worker
    )
    _in_every_file(caseload, asked, "add_option", (Option, number), on, {"form": form, "contact": None})
    told = weighed(caseload.chance, way.form, family.language)
    for factor, (leaning, sentence) in told.items():
        caseload.rows.add(
            Weighing,
            option_id=number,
            factor=factor,
            leaning=leaning,
            sentence=sentence,
            written_by_id=family.worker,
        )
    facts = {factor: leaning for factor, (leaning, _sentence) in told.items()}
    _in_every_file(caseload, asked, "weigh", (Option, number), on, facts)
    return {"id": number, "form": form, "home": home, "in_words": in_words, "weighings": told}


def let_take_part(caseload: Caseload, family: Family, asked: Asked, question: int, on: date) -> list[str]:
    """The mother's view; name, part and view as the decision's text tells it."""
    view = caseload.chance.one_of(in_language(family.language).child)
    told = [family.mother.name, PartKind.PARENT.value, view]
    number = caseload.rows.add(TookPart, question_id=question, name=told[0], part=told[1], view=view)
    _in_every_file(caseload, asked, "record_participant", (TookPart, number), on, {"part": told[1]})
    return told


def separate(caseload: Caseload, family: Family, asked: Asked, question: int, on: date) -> list[list[object]]:
    """Why two of them would live apart, once per pair; as the decision's text tells it."""
    told: list[list[object]] = []
    says = in_language(family.language)
    look_again_on = asked.effective_on + timedelta(days=DAYS_UNTIL_REVIEW)
    for file, other in combinations(asked.files, 2):
        if asked.chosen[file.number] == asked.chosen[other.number]:
            continue
        reason, why, contact = SeparationReason.NO_HOME_FOR_ALL.value, says.reasons[0], says.goals[0][0]
        number = caseload.rows.add(
            Separation,
            question_id=question,
            file_id=file.number,
            sibling_id=other.child.number,
            reason=reason,
            in_words=why,
            contact=contact,
            look_again_on=look_again_on,
        )
        facts = {"reason": reason, "sibling": other.child.number}
        caseload.act("justify_separation", file.worker, file.key, (Separation, number), on, facts)
        told.append([file.reference, other.child.number, reason, why, contact, look_again_on.isoformat()])
    return told


def _in_every_file(
    caseload: Caseload,
    asked: Asked,
    name: str,
    subject: tuple[type[models.Model], int],
    on: date,
    facts: Mapping[str, object],
) -> None:
    """The question is about these children: the act stands in the file of each."""
    for file in asked.files:
        caseload.act(name, file.worker, file.key, subject, on, facts)
