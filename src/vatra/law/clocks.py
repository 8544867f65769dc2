"""The duties a jurisdiction pack brings, loaded as data; running the loader twice changes nothing."""

import tomllib
from importlib.resources import files
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from vatra.kernel.duty.models import ClockRule


class DutyTitle(models.TextChoices):
    """What has to be done, as it stands on a list of work; the values are the codes of the pack's clocks."""

    FIRST_VISIT = "first_visit", _("See the child in the new home")
    VISIT = "visit", _("Visit the child")
    REVIEW = "review", _("Hold the review")
    FAMILY_CONTACT = "family_contact", _("Contact with the family")
    FIRST_ASSESSMENT = "first_assessment", _("Make the first assessment")
    PLAN = "plan", _("Make the plan")
    AFTER_RETURN_1 = "after_return_1", _("Follow-up one month after return home")
    AFTER_RETURN_3 = "after_return_3", _("Follow-up three months after return home")
    AFTER_RETURN_6 = "after_return_6", _("Follow-up six months after return home")
    AFTER_RETURN_12 = "after_return_12", _("Follow-up a year after return home")
    FULL_DECISION = "full_decision", _("Make the full decision after the emergency")
    SIBLINGS_APART = "siblings_apart", _("Look again at why brothers and sisters live apart")
    DECIDED_ANEW = "decided_anew", _("Decide anew after the appeal")
    CHILD_TOLD = "child_told", _("Tell the child what was decided")
    PANEL_CONDITION = "panel_condition", _("Meet a condition of the panel")


def clocks_of(pack: str) -> dict[str, dict[str, Any]]:
    """The clocks of a pack by their code."""
    text = files("vatra.law").joinpath("packs", pack, "clocks.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@transaction.atomic
def load_clocks(*, pack: str) -> int:
    """Bring the table of clock rules in line with the pack; returns how many rules there are."""
    clocks = clocks_of(pack)
    for code, values in clocks.items():
        ClockRule.objects.update_or_create(code=code, defaults=values)
    ClockRule.objects.exclude(code__in=clocks).delete()
    return len(clocks)
