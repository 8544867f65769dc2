"""How many children in care in a unit lack what, and who they are."""

import re
from datetime import date, timedelta
from random import Random

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_home,
    a_stay_taken_over,
    a_unit,
    a_user,
    at,
    by,
    signed_in,
)
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from tests.desk.many import a_child_living_in
from vatra.access.models import Unit, User
from vatra.access.roles import Role
from vatra.casework.models import File, Plan
from vatra.desk.belonging import Need, days_without, in_care
from vatra.desk.gauge import IN_CARE, children_lacking, gauges
from vatra.desk.late import Listed
from vatra.desk.ties import ties_of
from vatra.homes.models import Home
from vatra.kernel.period import Period
from vatra.law.actions import end_guardianship
from vatra.law.models import Guardianship

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

ENDS = ("returned_home", "adopted", "moved_as_planned", "carer_asked", "carer_asked")
FIRST, DAYS = date(2025, 10, 1), 40


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def numbers_shown(client: Client, user: User, unit: Unit, **asked: str | int) -> dict[str, int]:
    answer = signed_in(client, user).get(f"/units/{unit.pk}/belonging/", asked)
    assert answer.status_code == 200
    shown = answer.content.decode().split("<h2")[0]
    return {
        what: int(number) for what, number in re.findall(r'/belonging/([\w-]+)/\?day=[\d-]+">(\d+)<', shown)
    }


def some_periods(chance: Random) -> list[tuple[date, date | None]]:
    """Up to three stretches that follow each other with or without a gap, the last one perhaps open."""
    turns = sorted(chance.sample(range(DAYS), 6))[: chance.choice([0, 2, 4, 6])]
    found = [(day(first), day(last)) for first, last in zip(turns[::2], turns[1::2], strict=True)]
    return [*found[:-1], (found[-1][0], chance.choice([found[-1][1], None]))] if found else []


def a_life(chance: Random, unit: Unit, worker: User, homes: list[Home]) -> File:
    """A child who lived here and there, with guardians and plans that came and went."""
    file = a_file(unit=unit, worker=worker, on=FIRST, guardian=False)
    for first_day, last_day in some_periods(chance):
        stay = a_stay_taken_over(file, chance.choice(homes), since=first_day)
        stay.last_day, stay.end_reason = (
            last_day,
            chance.choice(ENDS) if last_day else None,
        )
        stay.save()
    for first_day, last_day in some_periods(chance):
        Guardianship.objects.create(
            file=file, kind="body", body="Centre", first_day=first_day, last_day=last_day
        )
    for first_day, last_day in some_periods(chance):
        review_on = first_day + timedelta(days=chance.randint(1, 20))
        Plan.objects.create(
            file=file,
            aim="live_with_kin",
            made_by=worker,
            first_day=first_day,
            last_day=last_day,
            review_on=review_on,
        )
    if chance.random() < 0.3:
        file.closed_on, file.closing_reason = day(chance.randrange(DAYS)), "abroad"
        file.save()
    return file


def lacking_one_by_one(files: list[File], on: date) -> dict[str, set[int]]:
    """What the rule for one child says of each."""
    ties = ties_of(files)
    found: dict[str, set[int]] = {IN_CARE: set(), **{need.value: set() for need in Need}}
    for file in files:
        if any(period.contains(on) for period in in_care(ties[file.pk])):
            found[IN_CARE].add(file.pk)
        for missing in days_without(ties[file.pk], Period(date.min, on)).missing_on(on):
            found[missing.need.value].add(file.pk)
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_the_gauge_says_of_all_what_the_rule_says_of_each_child(seed: int) -> None:
    chance, unit = Random(seed), a_unit()
    worker, listed = a_user(unit=unit), Listed([unit])
    forms = ["kinship", "birth_family", "foster_long"]
    homes = [a_home(form=form, children=60) for form in forms]
    homes[2].carers.update(first_day=day(10), last_day=day(25))
    files = [a_life(chance, unit, worker, homes) for _number in range(15)]
    told: set[tuple[str, int]] = set()
    for number in range(DAYS + 5):
        one_by_one = lacking_one_by_one(files, day(number))
        at_once = {}
        for what in one_by_one:
            children, _next = children_lacking(listed, what, on=day(number), after=None)
            at_once[what] = {child.file.pk for child in children}
        assert at_once == one_by_one, day(number)
        (gauge,) = gauges(listed, [unit], on=day(number))
        counted = {IN_CARE: gauge.in_care, **{need.value: lacking for need, lacking in gauge.lacking.items()}}
        assert counted == {what: len(found) for what, found in one_by_one.items()}
        told |= {(what, len(found)) for what, found in one_by_one.items()}
    assert all(any(number for what, number in told if what == need) for need in (IN_CARE, *Need))


def test_each_number_leads_to_the_children_it_counts(client: Client) -> None:
    unit, home = a_unit(), a_home(children=60)
    worker = a_user(unit=unit)
    alone = a_child_living_in(home, worker=worker)
    end_guardianship(guardianship=alone.guardianships.get(), on=TODAY, why="-", by=by(worker))
    with_guardian = a_child_living_in(home, worker=worker)
    a_file(worker=worker)
    tomorrow = TODAY + timedelta(days=1)
    assert numbers_shown(client, worker, unit) == {
        "in-care": 2,
        "home": 0,
        "carer": 0,
        "guardian": 0,
        "plan": 2,
        "review": 2,
    }
    assert numbers_shown(client, worker, unit, day=tomorrow.isoformat())["guardian"] == 1
    here = f"/units/{unit.pk}/belonging/guardian/"
    shown = client.get(here, {"day": tomorrow.isoformat()}).content.decode()
    assert alone.child.name in shown
    assert "1 day without a guardian, since 17 March 2026." in shown
    assert with_guardian.child.name not in shown
    assert "No child is in this list." in client.get(here).content.decode()


def test_an_organisation_is_the_sum_of_its_units_and_each_is_shown(client: Client) -> None:
    organisation = a_unit()
    hills, plain = a_unit("The hills", parent=organisation), a_unit("The plain", parent=organisation)
    team, home = a_unit(parent=hills), a_home(children=60)
    for unit in (team, hills, plain):
        a_child_living_in(home, unit=unit)
    a_child_living_in(home)
    auditor = a_user(Role.AUDITOR, organisation)
    assert numbers_shown(client, auditor, organisation)["in-care"] == 3
    assert numbers_shown(client, auditor, hills)["in-care"] == 2
    shown = client.get(f"/units/{organisation.pk}/belonging/").content.decode()
    assert f'href="/units/{hills.pk}/belonging/?day=2026-03-16"' in shown
    assert [shown.count(f"/units/{unit.pk}/belonging/in-care/") for unit in (hills, plain, team)] == [1, 1, 0]


@pytest.mark.parametrize("page", ["", "guardian/", "in-care/"])
def test_the_gauge_of_another_unit_does_not_exist(client: Client, page: str) -> None:
    unit = a_unit(parent=a_unit())
    assert signed_in(client, a_user()).get(f"/units/{unit.pk}/belonging/{page}").status_code == 404
    assert client.get(f"/units/999999/belonging/{page}").status_code == 404
    above = signed_in(client, a_user(unit=unit.parent))
    assert above.get(f"/units/{unit.pk}/belonging/{page}").status_code == 404
    assert (
        signed_in(client, a_user(Role.CARER, unit)).get(f"/units/{unit.pk}/belonging/{page}").status_code
        == 403
    )
    worker = signed_in(client, a_user(unit=unit))
    assert worker.get(f"/units/{unit.pk}/belonging/{page}").status_code == 200
    assert worker.get(f"/units/{unit.pk}/belonging/everything/").status_code == 404


def test_a_long_list_goes_on_after_its_last_name(client: Client) -> None:
    unit, home = a_unit(), a_home(children=60)
    worker = a_user(unit=unit)
    for number in range(33):
        file = a_file(a_child(f"Child {'abcdefghijklmnopq'[number // 2]}berisha"), worker=worker)
        a_stay_taken_over(file, home, since=date(2025, 10, 6))
    signed_in(client, worker)
    here = f"/units/{unit.pk}/belonging/plan/"
    first = client.get(here).content.decode()
    link = first[: first.index('" rel="next"')].rpartition('href="')[2].replace("&amp;", "&")
    second = client.get(link).content.decode()
    shown = [re.findall(r"/files/(V-[\w-]+)/", page) for page in (first, second)]
    assert [len(page) for page in shown] == [30, 3]
    assert not set(shown[0]) & set(shown[1])


@pytest.mark.parametrize("page", ["", "plan/"])
def test_the_gauge_costs_the_same_with_one_child_and_with_thirty(client: Client, page: str) -> None:
    unit, home = a_unit(), a_home(children=60)
    worker = a_user(unit=unit)
    a_child_living_in(home, worker=worker)
    signed_in(client, worker)
    once, _bytes = cost(client, f"/units/{unit.pk}/belonging/{page}")
    for _number in range(29):
        a_child_living_in(home, worker=worker)
    many, size = cost(client, f"/units/{unit.pk}/belonging/{page}")
    assert many == once <= MOST_QUERIES
    assert size < MOST_BYTES
