"""The feed of a calendar: on which days how much is due. No name, no file number, nothing of any child."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import NAMESPACE_URL, uuid5

from django.urls import reverse
from django.utils.translation import ngettext
from icalendar import Calendar, Event

from vatra.desk.calendar.whose import Days, Whose

AHEAD = timedelta(days=60)


def digest_of(secret: str) -> bytes:
    """What is kept of the secret in the address of a feed."""
    return sha256(secret.encode()).digest()


def feed_of(whose: Whose, *, on: date, at: datetime, site: str) -> bytes:
    """One entry for each day on which something is due, and one today for what is late; `site` is where Vatra is read."""
    calendar = Calendar()
    calendar.add("prodid", "-//Vatra//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Vatra")
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    for day, said, link in _entries(whose, on):
        calendar.add_component(_event(day, said, f"{site}{link}", at))
    return bytes(calendar.to_ical())


def _entries(whose: Whose, on: date) -> Iterator[tuple[date, str, str]]:
    late = whose.late(on=on)
    if late:
        yield (
            on,
            ngettext("%(number)s duty is late", "%(number)s duties are late", late) % {"number": late},
            reverse("desk:late"),
        )
    for day, falls_on in sorted(whose.by_day(on, on + AHEAD, on=on).items()):
        for said in _said(falls_on):
            yield day, said, reverse("desk:day", args=[day.year, day.month, day.day])


def _said(falls_on: Days) -> Iterator[str]:
    if number := falls_on.duties:
        yield ngettext("%(number)s duty due", "%(number)s duties due", number) % {"number": number}
    if number := falls_on.reviews:
        yield ngettext("%(number)s review planned", "%(number)s reviews planned", number) % {"number": number}


def _event(day: date, said: str, link: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{link}#{day}#{said}")))
    event.add("dtstamp", at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", said)
    event.add("url", link)
    event.add("transp", "TRANSPARENT")
    return event
