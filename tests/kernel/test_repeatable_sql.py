import pytest
from django.core.management import call_command
from django.db import connection

from tests.kernel.builders import plain_sql
from vatra.kernel import repeatable_sql
from vatra.kernel.repeatable_sql import apply_sql, clear_the_way

pytestmark = pytest.mark.django_db


def view_exists() -> bool:
    return plain_sql("SELECT to_regclass('law_clock_fact') IS NOT NULL") == [(True,)]


def test_sql_that_has_not_changed_is_not_applied_again() -> None:
    assert apply_sql("default") == []


def test_sql_whose_text_has_changed_is_applied_again() -> None:
    plain_sql("UPDATE kernel_appliedsql SET digest = '' WHERE name = 'kernel/20_row_history.sql'")
    assert apply_sql("default") == ["kernel/20_row_history.sql"]
    assert apply_sql("default") == []


def test_a_start_can_ask_whether_any_sql_is_outdated() -> None:
    applied = {str(name): digest for name, digest in plain_sql("SELECT name, digest FROM kernel_appliedsql")}
    assert repeatable_sql.outdated(applied) == []
    assert repeatable_sql.outdated(applied | {"kernel/10_ledger.sql": b""}) == ["kernel/10_ledger.sql"]


def test_views_give_way_to_a_migration_and_come_back() -> None:
    clear_the_way("default")
    assert not view_exists()
    applied = apply_sql("default")
    assert view_exists()
    assert applied[:3] == ["kernel/10_ledger.sql", "kernel/20_row_history.sql", "kernel/30_clock_fact.sql"]
    assert applied[-1] == "grants.sql"


def test_a_new_table_is_granted_to_the_application() -> None:
    plain_sql("CREATE TABLE brand_new (id int)")
    assert apply_sql("default") == ["grants.sql"]
    assert plain_sql("SELECT has_table_privilege('vatra_app', 'brand_new', 'INSERT')") == [(True,)]


def test_where_the_application_has_no_role_of_its_own_nothing_is_granted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(repeatable_sql, "APPLICATION", "somebody_else")
    plain_sql("CREATE TABLE brand_new (id int)")
    assert apply_sql("default") == []


def test_migrating_what_is_up_to_date_keeps_the_views() -> None:
    before = plain_sql("SELECT 'law_clock_fact'::regclass::oid")
    call_command("migrate", verbosity=0)
    assert plain_sql("SELECT 'law_clock_fact'::regclass::oid") == before


def test_looking_at_the_plan_applies_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    plain_sql("UPDATE kernel_appliedsql SET digest = '' WHERE name = 'kernel/20_row_history.sql'")
    call_command("migrate", plan=True)
    assert "No planned migration operations" in capsys.readouterr().out
    assert connection.in_atomic_block
    assert apply_sql("default") == ["kernel/20_row_history.sql"]
