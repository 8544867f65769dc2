from datetime import date
from typing import Any

import pytest
from django.db import transaction

from tests.kernel.builders import a_rule, plain_sql
from vatra.access.models import User
from vatra.kernel import row_history
from vatra.kernel.duty import ClockRule
from vatra.kernel.row_history import RowHistory, recorded_models

pytestmark = pytest.mark.django_db


def history(rule: int) -> list[RowHistory]:
    return list(RowHistory.objects.filter(table_name="kernel_clockrule", row_id=str(rule)).order_by("id"))


def test_a_row_is_kept_before_and_after_every_change() -> None:
    rule = a_rule()
    number = rule.pk
    ClockRule.objects.filter(pk=number).update(amount=3)
    rule.delete()
    changes = [
        (each.op, each.before and each.before["amount"], each.after and each.after["amount"])
        for each in history(number)
    ]
    assert changes == [("insert", None, 6), ("update", 6, 3), ("delete", 3, None)]


def test_a_change_says_when_and_by_which_role() -> None:
    (change,) = history(a_rule().pk)
    ((moment, role, transaction_number),) = plain_sql(
        "SELECT now(), session_user, pg_current_xact_id()::text::bigint"
    )
    assert (change.at, change.db_user, change.txid) == (moment, role, transaction_number)


def test_one_statement_on_many_rows_keeps_each_of_them() -> None:
    numbers = [a_rule(f"rule_{number}").pk for number in range(4)]
    ClockRule.objects.filter(pk__in=numbers[1:]).update(amount=9)
    assert [len(history(number)) for number in numbers] == [1, 2, 2, 2]


def test_a_change_that_changes_nothing_is_not_kept() -> None:
    rule = a_rule()
    rule.save()
    assert len(history(rule.pk)) == 1


def test_history_is_written_the_same_way_whatever_the_session_is_set_to() -> None:
    plain_sql("CREATE TABLE told (id int, at timestamptz, lasted interval, seal bytea, born date)")
    plain_sql("SELECT kernel_attach_row_history('told', 'id', '{}')")
    told = "(%s, '2026-03-02 08:30+00', '1 day 2 hours', '\\x01', '2015-03-09')"
    for number, setting in enumerate(
        ("timezone = 'Asia/Tokyo'", "bytea_output = 'escape'", "datestyle = 'German'")
    ):
        plain_sql(f"SET LOCAL {setting}; SET LOCAL intervalstyle = 'iso_8601'")
        plain_sql(f"INSERT INTO told VALUES {told}", number)
    plain_sql("RESET datestyle")
    contents = [dict(each.after, id=0) for each in RowHistory.objects.filter(table_name="told") if each.after]
    assert (
        contents
        == [
            {
                "id": 0,
                "at": "2026-03-02T08:30:00+00:00",
                "lasted": "1 day 02:00:00",
                "seal": "\\x01",
                "born": date(2015, 3, 9).isoformat(),
            }
        ]
        * 3
    )


def test_a_column_left_out_is_never_kept() -> None:
    plain_sql("CREATE TABLE signed_in (id int, name text, password text)")
    plain_sql("SELECT kernel_attach_row_history('signed_in', 'id', '{password}')")
    plain_sql("INSERT INTO signed_in VALUES (1, 'Ana', 'secret')")
    plain_sql("UPDATE signed_in SET password = 'other'")
    kept: list[Any] = [each.after for each in RowHistory.objects.filter(table_name="signed_in")]
    assert kept == [{"id": 1, "name": "Ana"}]


def test_rows_that_were_there_before_enter_as_first_seen() -> None:
    plain_sql("CREATE TABLE older (id int, name text)")
    plain_sql("INSERT INTO older VALUES (1, 'Mira')")
    for _ in range(2):
        plain_sql("SELECT kernel_attach_row_history('older', 'id', '{}')")
    (seen,) = RowHistory.objects.filter(table_name="older")
    assert (seen.op, seen.row_id, seen.after) == ("seen", "1", {"id": 1, "name": "Mira"})


def test_a_changed_key_ends_one_history_and_begins_another() -> None:
    rule = a_rule().pk
    ClockRule.objects.filter(pk=rule).update(id=rule + 1000)
    assert [(each.op, each.after is None) for each in history(rule)] == [("insert", False), ("update", True)]
    assert [(each.op, each.before is None) for each in history(rule + 1000)] == [("update", True)]


def test_a_change_undone_with_its_transaction_leaves_no_history() -> None:
    rule = a_rule().pk
    with transaction.atomic():
        ClockRule.objects.filter(pk=rule).update(amount=3)
        transaction.set_rollback(True)
    assert len(history(rule)) == 1


def test_every_table_of_ours_keeps_its_history_but_those_that_say_why_not() -> None:
    with_triggers = {
        table
        for (table,) in plain_sql(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'row_history_insert'"
        )
    }
    expected = {model._meta.db_table for model in recorded_models()}
    assert with_triggers == expected
    assert "kernel_clockrule" in expected
    assert expected.isdisjoint(row_history.UNRECORDED)


def test_a_password_does_not_outlive_itself_in_history() -> None:
    ana = User.objects.create(username="ana", password="the old digest")
    User.objects.filter(pk=ana.pk).update(password="the new digest")
    (kept,) = RowHistory.objects.filter(table_name="access_user", row_id=str(ana.pk))
    assert kept.after is not None
    assert kept.after["username"] == "ana"
    assert kept.after.keys().isdisjoint({"password", "last_login"})
