"""Acts of answering: by somebody on the public site, by an interviewer, and from a file."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from vatra.advocacy.awareness.codes import digest_of
from vatra.advocacy.awareness.items import Answer, fitting_all
from vatra.advocacy.awareness.rules import opens
from vatra.advocacy.awareness.taking_over import SetAside, Used, versions_of
from vatra.advocacy.models import (
    Respondent,
    SamplingPoint,
    SurveyCode,
    SurveyImport,
    SurveyRowSetAside,
    SurveyWave,
)
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def answer_survey(
    *,
    wave: SurveyWave,
    sheet: UUID,
    language: str,
    answers: Mapping[str, Answer],
    by: Actor,
    code: str = "",
    point: SamplingPoint | None = None,
) -> Respondent:
    """Somebody nobody knows answers on the public site; a code that is used is forgotten in the same moment."""
    was_good = bool(code) and SurveyCode.objects.filter(wave=wave, digest=digest_of(code)).delete()[0] == 1
    heed(opens(needs_code=wave.needs_code, was_good=was_good), {})
    somebody = Respondent(
        wave=wave,
        sheet=sheet,
        point=point,
        language=language,
        answered_on=by.today,
        answers=fitting_all(versions_of(wave), answers),
    )
    well_formed(somebody)
    somebody.save()
    # Not which row: the chain says that somebody answered, and when.
    record("answer_survey", by=by, chain=wave.key, subject=wave)
    return somebody


@atomic()
def take_down_answers(
    *,
    wave: SurveyWave,
    sheet: UUID,
    point: SamplingPoint | None,
    weight: Decimal,
    language: str,
    answered_on: date,
    answers: Mapping[str, Answer],
    by: Actor,
) -> Respondent:
    """An interviewer writes down what somebody answered."""
    somebody = Respondent(
        wave=wave,
        sheet=sheet,
        point=point,
        weight=weight,
        language=language,
        answered_on=answered_on,
        answers=fitting_all(versions_of(wave), answers),
        taken_down_by_id=by.somebody,
    )
    well_formed(somebody)
    somebody.save()
    record("take_down_answers", by=by, chain=wave.key, subject=wave, on=answered_on)
    return somebody


@atomic()
def take_over_answers(
    *, wave: SurveyWave, file_name: str, rows: Iterable[Used | SetAside], by: Actor
) -> SurveyImport:
    """Take over a file of answers; rows that cannot be used are kept with the reason."""
    read = list(rows)
    used = [row for row in read if isinstance(row, Used)]
    taken = SurveyImport(
        wave=wave, file_name=file_name, taken_over_at=by.at, taken_over_by_id=by.somebody, used=len(used)
    )
    well_formed(taken)
    taken.save()
    Respondent.objects.bulk_create(_respondent(taken, row) for row in used)
    SurveyRowSetAside.objects.bulk_create(
        SurveyRowSetAside(
            taken_from=taken, line=row.line, raw=row.raw, reason=row.reason, column=row.column[:60]
        )
        for row in read
        if isinstance(row, SetAside)
    )
    facts = {"used": len(used), "set_aside": len(read) - len(used)}
    record("take_over_answers", by=by, chain=wave.key, subject=taken, facts=facts)
    return taken


def _respondent(taken: SurveyImport, row: Used) -> Respondent:
    return Respondent(
        wave=taken.wave,
        taken_from=taken,
        point=row.point,
        weight=row.weight,
        language=row.language,
        answered_on=row.answered_on,
        answers=row.answers,
    )
