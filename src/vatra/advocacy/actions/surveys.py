"""Acts on surveys: writing one, its questions, and other words for a question."""

from collections.abc import Mapping, Sequence

from django.db.models import Max

from vatra.advocacy.models import Campaign, ItemVersion, Survey, SurveyItem
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record

Words = Mapping[str, str]
Choices = Sequence[Mapping[str, object]]


@atomic()
def write_survey(
    *, campaign: Campaign, title: Words, introduction: Words, asks_for_words: bool, by: Actor
) -> Survey:
    """Begin a survey of what people know and think."""
    survey = Survey(campaign=campaign, title=title, introduction=introduction, asks_for_words=asks_for_words)
    well_formed(survey)
    survey.save()
    record("write_survey", by=by, chain=survey.key, subject=survey, facts={"campaign": campaign.key})
    return survey


@atomic()
def write_item(
    *,
    survey: Survey,
    code: str,
    kind: str,
    text: Words,
    by: Actor,
    choices: Choices = (),
    lowest: int | None = None,
    highest: int | None = None,
) -> ItemVersion:
    """Add a question as the last one of the survey, in its first words."""
    last = survey.items.aggregate(last=Max("position"))["last"] or 0
    item = SurveyItem(survey=survey, code=code, position=last + 1)
    well_formed(item)
    item.save()
    version = _version(item, 1, kind, text, choices, lowest, highest)
    record("write_item", by=by, chain=survey.key, subject=version, facts={"kind": kind})
    return version


@atomic()
def reword_item(
    *,
    item: SurveyItem,
    kind: str,
    text: Words,
    by: Actor,
    choices: Choices = (),
    lowest: int | None = None,
    highest: int | None = None,
) -> ItemVersion:
    """Ask the question in other words from now on; answers to the old and the new words are not compared."""
    last = item.versions.aggregate(last=Max("number"))["last"] or 0
    version = _version(item, last + 1, kind, text, choices, lowest, highest)
    facts = {"item": item.pk, "number": version.number}
    record("reword_item", by=by, chain=item.survey.key, subject=version, facts=facts)
    return version


def _version(
    item: SurveyItem,
    number: int,
    kind: str,
    text: Words,
    choices: Choices,
    lowest: int | None,
    highest: int | None,
) -> ItemVersion:
    version = ItemVersion(
        item=item,
        number=number,
        kind=kind,
        text=text,
        choices=list(choices),
        lowest=lowest,
        highest=highest,
    )
    well_formed(version)
    version.save()
    return version
