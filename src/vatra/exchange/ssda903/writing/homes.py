"""Writing the homes in which the children lived."""

from collections.abc import Iterable
from datetime import date

from vatra.access.models import Unit
from vatra.exchange.ssda903.building.doors import Door
from vatra.exchange.ssda903.building.stays import Stay
from vatra.exchange.ssda903.writing.known import LAW
from vatra.exchange.ssda903.writing.reconcile import BATCH
from vatra.homes.models import Home


def homes_for(stays: Iterable[Stay], unit: Unit) -> dict[str, Home]:
    """By the code of its door, the home of each stay; a home is there since the first day a child lived in it."""
    doors: dict[str, Door] = {}
    since: dict[str, date] = {}
    for stay in stays:
        code = stay.door.code
        doors.setdefault(code, stay.door)
        since[code] = min(stay.first_day, since.get(code, date.max))
    known = {home.source_code: home for home in Home.objects.filter(source_code__in=list(doors))}
    _reach_back(known, since)
    new = [_home(door, since[code], unit) for code, door in doors.items() if code not in known]
    Home.objects.bulk_create(new, batch_size=BATCH)
    return known | {home.source_code: home for home in new}


def _reach_back(homes: dict[str, Home], since: dict[str, date]) -> None:
    earlier = [home for code, home in homes.items() if since[code] < home.first_day]
    for home in earlier:
        home.first_day = since[home.source_code]
    Home.objects.bulk_update(earlier, ["first_day"], batch_size=BATCH)


def _home(door: Door, first_day: date, unit: Unit) -> Home:
    return Home(
        name=door.name,
        form=door.form,
        unit=unit,
        jurisdiction=LAW,
        address=door.postcode,
        first_day=first_day,
        source_code=door.code,
    )
