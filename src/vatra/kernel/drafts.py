"""Drafts: what a person has typed is kept until the act is done, and never overwritten by an older screen."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from vatra.kernel import clock
from vatra.kernel.privacy import Keep


class Draft(models.Model):
    """What one person has typed so far towards one act; `key` says about what, `version` counts savings."""

    user_id = models.BigIntegerField()
    purpose = models.CharField(max_length=60)
    key = models.CharField(max_length=100, blank=True)
    fields = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user_id", "purpose", "key"],
                name="draft_begun_twice",
                violation_error_message=_("You have already begun this in another tab or on another device."),
            ),
        ]

    class Privacy:
        identifying = ("user_id",)
        sensitive = ("fields",)
        keep_for = Keep.DRAFT


@dataclass(frozen=True, slots=True)
class Conflict:
    """The draft went on in another tab or on another device; without `other` it was sent or discarded."""

    other: Draft | None


def save_draft(
    user_id: int, purpose: str, key: str, fields: dict[str, Any], version: int = 0
) -> Draft | Conflict:
    """Keep the fields as the version after `version` (0 to begin), or answer what stands in the way."""
    same = Draft.objects.filter(user_id=user_id, purpose=purpose, key=key)
    kept = {"fields": fields, "saved_at": clock.now()}
    if version == 0:
        draft, begun = same.get_or_create(user_id=user_id, purpose=purpose, key=key, defaults=kept)
        return draft if begun or draft.fields == fields else Conflict(draft)
    saved = same.filter(version=version).update(version=F("version") + 1, **kept)
    current = same.first()
    if current and (saved or current.fields == fields):
        return current
    return Conflict(current)


def draft_of(user_id: int, purpose: str, key: str) -> Draft | None:
    """The person's own draft, to fill in the form with."""
    return Draft.objects.filter(user_id=user_id, purpose=purpose, key=key).first()


def discard_draft(user_id: int, purpose: str, key: str) -> None:
    """Throw the draft away: the person does not want it."""
    Draft.objects.filter(user_id=user_id, purpose=purpose, key=key).delete()
