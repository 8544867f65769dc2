"""From which municipalities somebody reads what the public sends in."""

from datetime import date

from vatra.access.models import Receiving, SentIn
from vatra.people.words import Municipality

ELSEWHERE = ""


def municipalities_read(what: SentIn, *, on: date) -> list[tuple[str, str]]:
    """The municipalities a form may be about; none where nobody reads it, and then there is no form. One query."""
    read = set(Receiving.objects.held_on(on).filter(what=what).values_list("municipality", flat=True))
    choices = [(each.value, str(each.label)) for each in Municipality]
    return choices if ELSEWHERE in read else [each for each in choices if each[0] in read]
