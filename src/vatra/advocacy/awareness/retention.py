"""Which words of one's own in answers to surveys are to be forgotten; what was chosen from a list names nobody and stays."""

from datetime import date

from django.db.models import Q, QuerySet

from vatra.advocacy.awareness.words import ItemKind
from vatra.advocacy.models import Respondent, SurveyWave, WaveItem
from vatra.kernel.last_contact import forgotten_day


def codes_of_words(wave: SurveyWave) -> list[str]:
    """The short names of the questions of a wave that are answered in words of one's own."""
    asked = WaveItem.objects.filter(wave=wave, version__kind=ItemKind.TEXT)
    return list(asked.order_by("position").values_list("version__item__code", flat=True))


def past_their_day(wave: SurveyWave, today: date) -> QuerySet[Respondent]:
    """The answers of two years ago in which there still are such words."""
    written = Q(pk=None)
    for code in codes_of_words(wave):
        written |= Q(answers__has_key=code)
    return Respondent.objects.filter(written, wave=wave, answered_on__lt=forgotten_day(today))
