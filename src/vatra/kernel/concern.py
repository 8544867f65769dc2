"""What a rule objects to: it stops the act, or asks for a written reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from vatra.kernel.sentence import Sentence


class Severity(TextChoices):
    """Whether an act is stopped or only needs a reason."""

    BLOCK = "block", _("Not allowed")
    WARN = "warn", _("Needs a written reason")


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing a rule objects to: the rule's code, how much it weighs, and a sentence for the person."""

    code: str
    severity: Severity
    sentence: Sentence

    @property
    def blocks(self) -> bool:
        return self.severity == Severity.BLOCK


class Refused(Exception):  # noqa: N818 - it reads as what happened: the act was refused
    """The act was not done; `concerns` say why, in sentences for the person who tried."""

    def __init__(self, concerns: Iterable[Concern]) -> None:
        self.concerns = tuple(concerns)
        super().__init__(*self.concerns)

    def __str__(self) -> str:
        return " ".join(str(concern.sentence) for concern in self.concerns)


def heed(concerns: Iterable[Concern], reasons: Mapping[str, str]) -> dict[str, str]:
    """The written reason for each warning by its code; Refused if anything blocks or a reason is missing."""
    raised = list(concerns)
    given = {code: reason.strip() for code, reason in reasons.items() if reason.strip()}
    unanswered = [concern for concern in raised if concern.blocks or concern.code not in given]
    if unanswered:
        raise Refused(unanswered)
    return {concern.code: given[concern.code] for concern in raised}
