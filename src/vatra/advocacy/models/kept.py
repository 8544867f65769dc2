"""What several records of advocacy have in common: told with a source, and corrected by writing anew."""

from typing import TypeVar

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.kernel.sentence import Sentence

_M = TypeVar("_M", bound=models.Model)

STAYS = _("What was written down stays. Correct it by writing it anew.")


class ToldRows(models.QuerySet[_M]):
    """Questions about many records of one kind."""

    def standing(self) -> "ToldRows[_M]":
        """What was neither corrected nor found not to have happened."""
        return self.filter(corrected_by__isnull=True, did_not_happen=False)


class Told(models.Model):
    """Something told by somebody of ours, from a source; a correction is a new record, the old one stays."""

    source = models.CharField(_("source"), max_length=300)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("written down at"))
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    did_not_happen = models.BooleanField(_("this did not happen"), default=False)

    class Meta:
        abstract = True


def told_with_source(name: str) -> list[CheckConstraint]:
    """It is wrong that something is told without its source, or denied before it was told."""
    return [
        CheckConstraint(
            name=f"{name}_without_source",
            condition=~Q(source=""),
            violation_error_message=_("Say where this is known from."),
        ),
        CheckConstraint(
            name=f"{name}_denied_before_it_was_told",
            condition=Q(did_not_happen=False) | Q(corrects__isnull=False),
            violation_error_message=_("Only what was written down before can turn out not to have happened."),
        ),
    ]


def digest_or_nothing(name: str, field: str) -> CheckConstraint:
    """It is wrong that the digest of an archived document is anything but SHA-256 in hexadecimal."""
    return CheckConstraint(
        name=name,
        condition=Q(**{field: ""}) | Q(**{f"{field}__regex": r"^[0-9a-f]{64}$"}),
        violation_error_message=_("A SHA-256 digest has 64 signs, each of 0 to 9 or a to f."),
    )


def one_of(name: str, field: str, values: list[str], message: Sentence) -> CheckConstraint:
    """It is wrong that a word is none of those the list has."""
    return CheckConstraint(
        name=name, condition=Q(**{f"{field}__in": values}), violation_error_message=message
    )
