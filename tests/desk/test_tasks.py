"""What is done without anybody asking: each task may run twice, and a killed one is taken up again."""

from datetime import timedelta

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django.fixtures import Settings

from tests.advocacy.signing import a_sheet, a_signature
from tests.builders import TODAY, a_placement, at
from tests.desk.waiting_mails import a_duty, a_file_without_duties, a_reader
from tests.kernel.builders import plain_sql
from vatra.access.models import Mail
from vatra.advocacy.actions import retention
from vatra.desk import tasks
from vatra.kernel.duty import Duty

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def test_every_task_has_its_hour() -> None:
    hours = {task.task.func.__name__: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert hours == {
        "recompute_duties": "30 1 * * *",
        "let_signatures_expire": "15 2 * * *",
        "write_mails": "0 5 * * *",
        "send_mails": "* * * * *",
        "send_action_mails": "* * * * *",
        "collect_support": "15 5 * * *",
        "ask_whether_they_answered": "30 8 * * *",
        "read_feeds": "*/30 * * * *",
        "take_up_again": "*/5 * * * *",
        "forget_old_jobs": "45 1 * * *",
    }


def test_every_night_duties_are_what_the_facts_ask_for() -> None:
    file = a_placement().file
    before = set(Duty.objects.filter(chain=file.key).values_list("rule", "ref", "due_on"))
    Duty.objects.filter(chain=file.key).delete()
    a_duty(file, TODAY, rule="invented")
    for _twice in range(2):
        tasks.recompute_duties(timestamp=0)
    assert before
    assert set(Duty.objects.filter(chain=file.key).values_list("rule", "ref", "due_on")) == before


def test_every_morning_mails_are_written_and_not_a_second_time(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    a_duty(a_file_without_duties(a_reader()), TODAY - timedelta(days=1))
    for _twice in range(2):
        tasks.write_mails(timestamp=0)
    assert list(Mail.objects.values_list("kind", "day")) == [("day", TODAY)]


def test_every_night_what_nobody_confirmed_ends_lot_by_lot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    sheet = a_sheet()
    for _number in range(5):
        a_signature(sheet, moment=at() - timedelta(days=30))
    a_signature(sheet)
    for _twice in range(2):
        tasks.let_signatures_expire(timestamp=0)
    assert [each.state for each in sheet.signatures.order_by("pk")] == ["expired"] * 5 + ["waiting"]


def test_every_morning_signers_are_reminded(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    signature = a_signature(a_sheet(), moment=at() - timedelta(days=3))
    signature.mails.update(offered_at=at() - timedelta(days=3), sent_at=at() - timedelta(days=3))
    for _twice in range(2):
        tasks.write_mails(timestamp=0)
    assert [mail.number for mail in signature.mails.order_by("number")] == [0, 1]


def test_the_role_of_web_and_jobs_may_queue_and_work_and_owns_nothing() -> None:
    plain_sql("SET LOCAL ROLE vatra_app")
    app.configure_task("vatra.desk.tasks.send_mails").defer(timestamp=0)
    assert ProcrastinateJob.objects.get().status == "todo"
    with connection.cursor() as cursor:
        cursor.execute("SELECT procrastinate_register_worker_v1()")
        cursor.execute(
            "SELECT status FROM procrastinate_fetch_job_v2(NULL, (SELECT id FROM procrastinate_workers))"
        )
        assert cursor.fetchone() == ("doing",)
    assert (
        plain_sql(
            "SELECT tablename FROM pg_tables WHERE tablename LIKE 'procrastinate%' AND tableowner = 'vatra_app'"
        )
        == []
    )
