"""Telling facts to the clocks directly, without the apps they come from."""

from datetime import date
from uuid import UUID

from tests.kernel.builders import plain_sql
from vatra.kernel.duty import ClockRule


def a_table_of_facts() -> None:
    """In place of the view that gathers facts, a table that takes them; and no rules but the test's."""
    plain_sql("DROP VIEW law_clock_fact CASCADE")
    plain_sql("CREATE TABLE law_clock_fact (chain uuid, fact text, day date, ends date, ref text)")
    plain_sql(
        "CREATE OR REPLACE FUNCTION law_clock_facts_of(key uuid)"
        " RETURNS TABLE (fact text, day date, ends date, ref text) LANGUAGE sql STABLE AS"
        " 'SELECT f.fact, f.day, f.ends, f.ref FROM law_clock_fact AS f WHERE f.chain = key'"
    )
    ClockRule.objects.all().delete()


def happened(chain: UUID, fact: str, day: date, ends: date | None = None, ref: str = "placement:3") -> None:
    """A fact of a file that stands under the law of Kosovo."""
    write = "INSERT INTO law_clock_fact VALUES (%s, %s, %s, %s, %s)"
    plain_sql(write, chain, "jurisdiction", day, None, "kosovo")
    plain_sql(write, chain, fact, day, ends, ref)
