"""What is personal in a record, and how long it is kept."""

from dataclasses import dataclass

from django.db.models import Model, TextChoices
from django.utils.translation import gettext_lazy as _

FEWEST_SHOWN = 5
"""A count from one to below this could point at somebody, and is told as fewer than this (standards §7)."""


class Keep(TextChoices):
    """How long a kind of record is kept, and from when that is counted.

    75 years from birth follows regulation 50 of the Care Planning, Placement and Case Review (England)
    Regulations 2010, the longest duty we know of.
    """

    CARE_RECORD = "care_record", _("Until 75 years after the child was born")
    FAMILY_SUPPORT = "family_support", _("Until 10 years after the support ended")
    SAFEGUARDING = "safeguarding", _("Until 75 years after the youngest child concerned was born")
    HOME_RECORD = "home_record", _("Until 10 years after the home's approval ended")
    LEDGER = "ledger", _("As long as the file it belongs to, and its digests for good")
    ACCOUNT = "account", _("Until 6 years after the last sign-in")
    CAMPAIGN = "campaign", _("Until 2 years after the last contact")
    DRAFT = "draft", _("Until the act is done, and at most 90 days")
    REFERENCE = "reference", _("For good: it says nothing about a person")
    PUBLICATION = "publication", _("For good: it has passed disclosure control")


@dataclass(frozen=True, slots=True)
class Declaration:
    """Which fields name a person, which tell something sensitive, and how long the rows are kept."""

    identifying: tuple[str, ...]
    sensitive: tuple[str, ...]
    keep_for: Keep


def declaration(model: type[Model]) -> Declaration:
    """What a model's inner `Privacy` class declares; LookupError if it is missing or names no such field."""
    privacy = getattr(model, "Privacy", None)
    if privacy is None:
        raise LookupError(f"{model.__name__} does not declare its privacy.")
    declared = Declaration(tuple(privacy.identifying), tuple(privacy.sensitive), Keep(privacy.keep_for))
    known = {field.name for field in model._meta.get_fields()}
    unknown = sorted({*declared.identifying, *declared.sensitive} - known)
    if unknown:
        raise LookupError(f"{model.__name__}.Privacy names fields it does not have: {', '.join(unknown)}.")
    return declared
