"""Public events as a calendar program reads them (RFC 5545)."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar, Event

from vatra.advocacy.models import Occasion

READ_AGAIN = timedelta(hours=6)


def calendar_of(pages: Iterable[tuple[Occasion, str]]) -> bytes:
    """A calendar of events, each with the address of its page."""
    calendar = Calendar()
    calendar.add("prodid", "-//Vatra//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Vatra")
    calendar.add("refresh-interval", READ_AGAIN, parameters={"VALUE": "DURATION"})
    for occasion, address in pages:
        calendar.add_component(_event(occasion, address))
    return bytes(calendar.to_ical())


def _event(occasion: Occasion, address: str) -> Event:
    event = Event()
    event.add("uid", str(occasion.action.key))
    # When it was told, not when it is read: the same event stays the same text.
    event.add("dtstamp", occasion.starts_at)
    event.add("dtstart", occasion.begins)
    if occasion.hour_is_known:
        event.add("dtend", occasion.ends_at)
    event.add("summary", str(occasion.action.title))
    event.add("location", occasion.place)
    event.add("url", address)
    return event
