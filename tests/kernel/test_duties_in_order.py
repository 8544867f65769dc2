"""Lists of duties are walked in the order of their days, those about homes apart from the others."""

from datetime import date

import pytest
from django.db import connection

from tests.kernel.builders import MONDAY_MORNING, a_file, a_rule
from tests.kernel.telling import a_table_of_facts, happened
from vatra.kernel.duty import Duty, recompute
from vatra.kernel.duty.models.duty import DutyQuerySet

pytestmark = pytest.mark.django_db

TODAY = MONDAY_MORNING.date()


def planned_once_for_all(duties: DutyQuerySet) -> str:
    """How the database goes about it when it plans before it knows what it is asked."""
    asked, given = duties.order_by("due_on", "pk")[:30].query.sql_with_params()
    for number in range(1, len(given) + 1):
        asked = asked.replace("%s", f"${number}", 1)
    with connection.cursor() as cursor:
        for other_way in ("seqscan", "bitmapscan", "sort"):
            cursor.execute(f"SET LOCAL enable_{other_way} = off")
        cursor.execute(f"EXPLAIN (GENERIC_PLAN) {asked}")
        return "\n".join(line for (line,) in cursor.fetchall())


def test_a_rule_about_homes_gives_duties_about_homes() -> None:
    a_table_of_facts()
    home, file = a_file(), a_file()
    a_rule("looked_at_again", starts_with="agreed", satisfied_by="agreed", about_home=True)
    a_rule()
    happened(home, "agreed", date(2026, 3, 2))
    happened(file, "placed", date(2026, 3, 2))
    recompute([home, file], on=TODAY)
    assert [duty.chain for duty in Duty.objects.about_homes()] == [home]
    assert [duty.chain for duty in Duty.objects.about_files()] == [file]


def test_neither_list_steps_over_the_duties_of_the_other() -> None:
    of_files = planned_once_for_all(Duty.objects.about_files().overdue_on(TODAY))
    of_homes = planned_once_for_all(Duty.objects.about_homes().overdue_on(TODAY))
    assert "Index Scan using duty_of_file_in_order" in of_files
    assert "Index Scan using duty_of_home_in_order" in of_homes
    assert "Sort" not in of_files + of_homes
