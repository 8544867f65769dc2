"""Tests on connections of their own leave rows behind: they are deleted, which takes a hundredth of truncating."""

from django.db import connection
from django.test import TransactionTestCase

from vatra.law.clocks import load_all_clocks

MAY = "SELECT has_parameter_privilege('session_replication_role', 'SET')"
# Neither the order of foreign keys nor what guards the record stands in the way of forgetting a test.
# What every installation knows stays: what was migrated, and the clocks with their history.
EMPTY = """
    DO $$
    DECLARE left_behind regclass;
    BEGIN
        SET LOCAL session_replication_role = replica;
        FOR left_behind IN SELECT oid::regclass FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN (
                'django_migrations', 'django_content_type', 'auth_permission',
                'kernel_appliedsql', 'kernel_clockrule', 'kernel_workingcalendar', 'kernel_rowhistory'
            )
        LOOP
            EXECUTE format('DELETE FROM %s', left_behind);
        END LOOP;
        DELETE FROM kernel_rowhistory WHERE table_name NOT IN ('kernel_clockrule', 'kernel_workingcalendar');
    END $$
"""
_flush = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]


def be_quick() -> None:
    """From now on what such a test leaves behind goes this way."""
    TransactionTestCase._fixture_teardown = _emptied  # type: ignore[attr-defined]


def _emptied(test: TransactionTestCase) -> None:
    """A server of somebody else's may not let the tests do so: there Django truncates."""
    with connection.cursor() as cursor:
        cursor.execute(MAY)
        (may,) = cursor.fetchone()
        if may:
            cursor.execute(EMPTY)
            return
    _flush(test)
    load_all_clocks()
