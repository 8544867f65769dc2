from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.kernel.privacy import Keep


class Chain(models.Model):
    """The head of one chain of events, usually a child's file: their number and the last one's digest."""

    key = models.UUIDField(primary_key=True)
    length = models.IntegerField()
    digest = models.BinaryField()

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.LEDGER


class Event(models.Model):
    """One act or one reading, as it was done: what, by whom, in which role, when, about what, and why.

    The digest covers everything here except the words of `why`, for which their salted seal stands: should
    a court order the words erased, the chain still holds.
    """

    chain = models.UUIDField()
    position = models.IntegerField()
    act = models.CharField(max_length=60)
    reading = models.BooleanField()
    user_id = models.BigIntegerField(null=True)
    role = models.CharField(max_length=40)
    at = models.DateTimeField()
    on = models.DateField(db_column="on_day")
    subject_table = models.CharField(max_length=63, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    facts = models.JSONField()
    why = models.TextField(blank=True)
    why_salt = models.BinaryField(null=True)
    why_seal = models.BinaryField(null=True)
    previous = models.BinaryField()
    digest = models.BinaryField()

    trigger_sentences: ClassVar = {
        "ledger_is_append_only": _("What was recorded stays recorded: write a correction instead."),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["chain", "position"],
                name="event_position_taken_twice",
                violation_error_message=_("Somebody recorded at the same moment: please try again."),
            ),
        ]
        indexes = [models.Index(fields=["user_id", "at"], name="event_user_at")]

    class Privacy:
        identifying = ("user_id",)
        sensitive = ("why", "facts")
        keep_for = Keep.LEDGER


class Checkpoint(models.Model):
    """The Merkle roots (RFC 9162) of all events and all row history up to a moment, bound to the one before.

    Given to an outsider, it proves later that nothing before it was changed, dropped or slipped in.
    """

    at = models.DateTimeField()
    event_count = models.BigIntegerField()
    last_event = models.BigIntegerField()
    event_root = models.BinaryField()
    event_peaks = models.BinaryField()
    row_count = models.BigIntegerField()
    last_row = models.BigIntegerField()
    row_root = models.BinaryField()
    row_peaks = models.BinaryField()
    previous = models.BinaryField(unique=True)
    digest = models.BinaryField()

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.LEDGER
