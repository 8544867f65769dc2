"""Saying what becomes of letters and registrations that were held."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.forms.signing import LookedAtForm
from vatra.advocacy.signing.words import TurnedAwayFor

# The others are about signing.
REASONS = (TurnedAwayFor.MACHINE, TurnedAwayFor.NOT_A_NAME, TurnedAwayFor.ABUSE)


class HeldForm(LookedAtForm):
    """Which of those that wait are meant, and why they go no further if they are turned away."""

    why_not = _("Choose why they are turned away.")

    def __init__(self, data: Any, *, among: Sequence[int]) -> None:
        super().__init__(data, among=among)
        self.fields["chosen"].error_messages["required"] = _("Tick those that you mean.")
        choices = [("", _("Choose")), *((reason.value, reason.label) for reason in REASONS)]
        self.fields["reason"].choices = choices  # type: ignore[attr-defined]
