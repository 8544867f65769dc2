"""The history of rows: the database itself keeps before and after of every row, whoever changed it."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.backends.utils import CursorWrapper

from vatra.kernel.privacy import Keep

# The whole list of tables that keep no history, each with its reason.
UNRECORDED = {
    "kernel_chain": "is the head of the ledger itself",
    "kernel_event": "only grows",
    "kernel_checkpoint": "only grows",
    "kernel_rowhistory": "is the history",
    "kernel_duty": "is derived from facts that have their own history",
    "law_waiting": "is derived from events that have their own history",
    "kernel_draft": "is not yet an act",
    "kernel_sent": "only remembers for two days that a form was sent",
    "access_networksalt": "is thrown away after its day",
    "access_mail": "only remembers how far a mail has come, and counts",
    "advocacy_signer": "is erased when its day has come",
    "advocacy_signermail": "only remembers how far a mail has come",
    "advocacy_signinglink": "only remembers where a mail leads",
    "advocacy_sheettally": "is counted from signatures that have their own history",
    "advocacy_signingattempt": "is thrown away after its day",
    "advocacy_surveycode": "holds what goes when it is used, so that nothing leads from a code to answers",
    "people_personkey": "is derived from names and dates",
    "people_nametoken": "is derived from names",
    "people_nameword": "is derived from names, and pruned when they are erased",
}
# Columns that history never holds: a password's digest must not outlive the password, nor what the public writes about
# itself the day on which it is erased. None of these is ever written a second time but to be erased.
LEFT_OUT = {
    "access_user": ["password", "last_login"],
    "advocacy_writtenletter": ["name", "email", "canonical_email", "municipality", "words", "fingerprint"],
    "advocacy_registration": ["name", "email", "canonical_email", "outlet", "refusal"],
    "advocacy_respondent": ["answers"],
    "homes_enquiry": ["names", "reachable_at", "municipality", "household", "question"],
    "homes_enquirystep": ["note"],
}


class RowHistory(models.Model):
    """One change of one row, kept by a trigger: before, after, when, and by which database role."""

    at = models.DateTimeField()
    txid = models.BigIntegerField()
    table_name = models.CharField(max_length=63)
    row_id = models.CharField(max_length=100)
    op = models.CharField(max_length=8)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    db_user = models.CharField(max_length=63)
    digest = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["table_name", "row_id"], name="row_history_of_row")]

    class Privacy:
        identifying = ("before", "after")
        sensitive = ()
        keep_for = Keep.LEDGER


def recorded_models() -> Iterator[type[models.Model]]:
    """Our models whose rows keep their history."""
    for model in apps.get_models(include_auto_created=True):
        ours = model._meta.app_config.name.startswith("vatra.") and model._meta.can_migrate("default")
        if ours and model._meta.db_table not in UNRECORDED:
            yield model


def columns_left_out(model: type[models.Model]) -> list[str]:
    """The columns of a model that history never holds."""
    return LEFT_OUT.get(model._meta.db_table, [])


def attach_row_history(cursor: CursorWrapper) -> None:
    """Let every recorded table keep its history from now on; rows it already has are kept as first seen."""
    for model in recorded_models():
        cursor.execute(
            "SELECT kernel_attach_row_history(%s, %s, %s::text[])",
            [model._meta.db_table, model._meta.pk.column, columns_left_out(model)],
        )
