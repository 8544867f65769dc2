"""Inventing and writing the caseload of one team, in one transaction."""

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import NamedTuple

from django.db import connection, transaction

from vatra.exchange.invented.care import live
from vatra.exchange.invented.caseload import Caseload, Team
from vatra.exchange.invented.chance import Chance
from vatra.exchange.invented.days import write_days
from vatra.exchange.invented.families import Family, found_family
from vatra.exchange.invented.files import receive
from vatra.exchange.invented.guardians import appoint
from vatra.exchange.invented.homes import Homes
from vatra.exchange.invented.life import Course, family_course, own_course
from vatra.exchange.invented.numbers import TeamNumbers
from vatra.exchange.invented.rows import Rows
from vatra.kernel.duty import recompute_many
from vatra.kernel.ledger import record_many


class Task(NamedTuple):
    """One team's caseload to be invented."""

    team: Team
    numbers: TeamNumbers
    seed: int
    today: date


def invent(task: Task) -> Counter[str]:
    """Write the team's children with everything about them; how many rows each table got."""
    chance = Chance(f"{task.seed}:{task.team.municipality}:{task.team.number}")
    caseload = Caseload(task.team, today=task.today, chance=chance, rows=Rows(task.numbers.blocks))
    with _nothing_collected(), transaction.atomic():
        _do_not_wait_for_the_disk()
        fill(caseload, task.numbers)
        caseload.rows.write()
        events = record_many(caseload.acts_in_order())
        recompute_many(caseload.open_files + caseload.homes, task.today)
    return Counter(caseload.rows.counts() | {"kernel_event": events})


def _do_not_wait_for_the_disk() -> None:
    """Hundreds of teams need not wait one by one: the next commit of anybody waits for them all."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Rows and acts do not point back at each other: looking through millions of them for rubbish finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def fill(caseload: Caseload, numbers: TeamNumbers) -> None:
    """Family after family until every child of the team is there; nothing is written yet."""
    homes = Homes(caseload)
    references = iter(numbers.references)
    decisions = (f"{caseload.today.year}/{number:05d}" for number in numbers.decisions)
    left = caseload.team.children
    while left:
        family = found_family(caseload, most=left)
        left -= len(family.children)
        courses = _courses(caseload, family)
        said = [f"V-{number:06d}" for number in islice(references, len(courses))]
        files = receive(caseload, family, courses, said)
        for file in files:
            appoint(caseload, family, file)
        if any(course.stays for course in courses):
            live(caseload, homes, family, files, decisions)
        for file in files:
            write_days(caseload, family, file)


def _courses(caseload: Caseload, family: Family) -> list[Course]:
    chance, today = caseload.chance, caseload.today
    youngest = family.children[0]
    shared = family_course(chance, opened_on=family.opened_on, youngest_born=youngest.born, today=today)
    return [own_course(chance, shared, born=child.born, today=today) for child in family.children]
