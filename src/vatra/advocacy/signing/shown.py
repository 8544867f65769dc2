"""A sheet as the public sees it: the text that can be signed, the counter, and the names of those who agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vatra.advocacy.models import SheetTally, SheetText, SigningSheet
from vatra.advocacy.signing.names import shown

NAMES = 30
A_WHOLE = 100


@dataclass(frozen=True)
class Shown:
    """One sheet."""

    text: SheetText

    @property
    def sheet(self) -> SigningSheet:
        return self.text.sheet

    @cached_property
    def number(self) -> int:
        """How many signatures count."""
        return SheetTally.objects.get(sheet=self.sheet).number

    @property
    def share(self) -> int | None:
        """Of the goal, in whole hundredths, at most all of it; none where there is no goal."""
        goal = self.sheet.goal
        return None if goal is None else min(A_WHOLE, self.number * A_WHOLE // goal)

    @cached_property
    def names(self) -> Sequence[str]:
        """The latest of those who agreed to be shown, once somebody has looked at their names."""
        if not self.sheet.may_show_names:
            return []
        latest = self.sheet.signatures.with_name_shown().order_by("-confirmed_at", "-pk")
        return [shown(name) for name in latest.values_list("signer__name", flat=True)[:NAMES]]


def shown_sheet(slug: str, *, on: date) -> Shown | None:
    """The sheet with this name in its address, if it is shown to the public on the day."""
    texts = SheetText.objects.current().filter(sheet__action__slug=slug, sheet__action__shown_from__lte=on)
    text = texts.prefetch_related("consents").first()
    return Shown(text) if text else None
