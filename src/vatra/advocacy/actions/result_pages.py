"""Acts of telling everybody: writing a page about a wave or an evaluation, other words for it, and its release."""

from collections.abc import Mapping

from vatra.advocacy.models import EvaluationResult, ResultPage, SurveyWave
from vatra.advocacy.telling import figures_of_evaluation, figures_of_wave, may_be_told, somebody_else
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record

Words = Mapping[str, str]


@atomic()
def write_wave_page(
    *, wave: SurveyWave, against: SurveyWave | None, slug: str, title: Words, summary: Words, by: Actor
) -> ResultPage:
    """Write what a closed wave says, with what changed since an earlier one; the figures are those of this moment."""
    heed(may_be_told(wave, against), {})
    page = ResultPage(campaign=wave.survey.campaign, wave=wave, figures=figures_of_wave(wave, against))
    _write(page, slug, title, summary, by)
    record("write_wave_page", by=by, chain=page.key, subject=page, facts={"wave": wave.key})
    return page


@atomic()
def write_evaluation_page(
    *, result: EvaluationResult, slug: str, title: Words, summary: Words, by: Actor
) -> ResultPage:
    """Write what an evaluation found, whatever it found."""
    page = ResultPage(campaign=result.plan.campaign, result=result, figures=figures_of_evaluation(result))
    _write(page, slug, title, summary, by)
    record("write_evaluation_page", by=by, chain=page.key, subject=page, facts={"result": result.key})
    return page


@atomic()
def reword_page(*, page: ResultPage, title: Words, summary: Words, by: Actor) -> ResultPage:
    """Other words for a page nobody outside has read yet; whoever wrote last cannot release it."""
    page.title, page.summary = dict(title), dict(summary)
    page.written_at, page.written_by_id = by.at, by.somebody
    well_formed(page)
    page.save(update_fields=["title", "summary", "written_at", "written_by"])
    record("reword_page", by=by, chain=page.key, subject=page)
    return page


@atomic()
def release_page(*, page: ResultPage, by: Actor) -> ResultPage:
    """From now on everybody may read the page; somebody else than who wrote it answers for that."""
    heed(somebody_else(page.written_by_id, by.somebody), {})
    page.released_at, page.released_by_id = by.at, by.somebody
    page.save(update_fields=["released_at", "released_by"])
    record("release_page", by=by, chain=page.key, subject=page)
    return page


def _write(page: ResultPage, slug: str, title: Words, summary: Words, by: Actor) -> None:
    page.slug, page.title, page.summary = slug, dict(title), dict(summary)
    page.written_at, page.written_by_id = by.at, by.somebody
    well_formed(page)
    page.save()
