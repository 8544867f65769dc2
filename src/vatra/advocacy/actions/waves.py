"""Acts on waves: planning one, its questions and its frame, opening, inviting, closing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from vatra.advocacy.awareness.codes import digest_of, new_code
from vatra.advocacy.awareness.lines import PointLine, StratumLine
from vatra.advocacy.awareness.rules import frame_fits, has_points
from vatra.advocacy.models import (
    ItemVersion,
    SamplingPoint,
    Stratum,
    Survey,
    SurveyCode,
    SurveyWave,
    WaveItem,
)
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def plan_wave(
    *,
    survey: Survey,
    slug: str,
    kind: str,
    name: Mapping[str, str],
    mode: str,
    languages: Sequence[str],
    first_day: date,
    last_day: date,
    needs_code: bool,
    versions: Iterable[ItemVersion],
    by: Actor,
) -> SurveyWave:
    """Plan a time of asking, with its questions in the order of the survey."""
    wave = SurveyWave(
        survey=survey,
        slug=slug,
        kind=kind,
        name=name,
        mode=mode,
        languages=list(languages),
        first_day=first_day,
        last_day=last_day,
        needs_code=needs_code,
    )
    well_formed(wave)
    wave.save()
    WaveItem.objects.bulk_create(
        WaveItem(wave=wave, version=version, position=version.item.position) for version in versions
    )
    facts = {"survey": survey.key, "kind": kind, "mode": mode}
    record("plan_wave", by=by, chain=wave.key, subject=wave, on=first_day, facts=facts)
    return wave


@atomic()
def draw_frame(
    *, wave: SurveyWave, strata: Sequence[StratumLine], points: Sequence[PointLine], by: Actor
) -> SurveyWave:
    """Write down of whom is asked: strata, and sampling points within them; what was written before goes."""
    heed(frame_fits(strata, points), {})
    SamplingPoint.objects.filter(stratum__wave=wave).delete()
    wave.strata.all().delete()
    written = {line.code: _stratum(wave, line) for line in strata}
    for line in points:
        point = SamplingPoint(stratum=written[line.stratum], code=line.code, municipality=line.municipality)
        well_formed(point)
        point.save()
    facts = {"strata": len(strata), "points": len(points)}
    record("draw_frame", by=by, chain=wave.key, subject=wave, facts=facts)
    return wave


def _stratum(wave: SurveyWave, line: StratumLine) -> Stratum:
    stratum = Stratum(
        wave=wave,
        code=line.code,
        name=line.name,
        population=line.population,
        points_in_all=line.points_in_all,
    )
    well_formed(stratum)
    stratum.save()
    return stratum


@atomic()
def open_wave(*, wave: SurveyWave, by: Actor) -> SurveyWave:
    """From now on the wave takes answers, and what it asks of whom does not change."""
    heed(has_points(wave), {})
    wave.opened_at, wave.opened_by_id = by.at, by.somebody
    wave.save(update_fields=["opened_at", "opened_by"])
    record("open_wave", by=by, chain=wave.key, subject=wave)
    return wave


@atomic()
def close_wave(*, wave: SurveyWave, by: Actor) -> SurveyWave:
    """The wave takes no more answers."""
    wave.closed_at, wave.closed_by_id = by.at, by.somebody
    wave.save(update_fields=["closed_at", "closed_by"])
    record("close_wave", by=by, chain=wave.key, subject=wave)
    return wave


@atomic()
def invite(*, wave: SurveyWave, number: int, by: Actor) -> list[str]:
    """Make so many codes, each good for one answer; they are told once, and only their digests are kept."""
    codes = [new_code() for _code in range(number)]
    SurveyCode.objects.bulk_create(SurveyCode(wave=wave, digest=digest_of(code)) for code in codes)
    record("invite", by=by, chain=wave.key, subject=wave, facts={"codes": number})
    return codes
