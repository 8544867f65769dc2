"""Telling facts to the clocks directly, without the apps they come from."""

from datetime import date
from uuid import UUID

from tests.kernel.builders import plain_sql
from vatra.kernel.duty import ClockRule
from vatra.kernel.repeatable_sql import files


def a_table_of_facts() -> None:
    """In place of the view that gathers facts, a table that takes them; and no rules but the test's."""
    plain_sql("DROP VIEW law_clock_fact CASCADE")
    plain_sql("CREATE TABLE law_clock_fact (chain uuid, fact text, day date, ends date, ref text)")
    plain_sql("DROP FUNCTION law_clock_facts_of")
    plain_sql(dict(files())["kernel/30_clock_fact.sql"])
    ClockRule.objects.all().delete()


def happened(chain: UUID, fact: str, day: date, ends: date | None = None, ref: str = "placement:3") -> None:
    """A fact of a file that stands under the law of Kosovo."""
    write = "INSERT INTO law_clock_fact VALUES (%s, %s, %s, %s, %s)"
    plain_sql(write, chain, "jurisdiction", day, None, "kosovo")
    plain_sql(write, chain, fact, day, ends, ref)
