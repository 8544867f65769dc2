"""What is refused on a legal path, and what wants a reason. Pure: facts in, concerns out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.kernel.concern import Concern, Severity
from vatra.kernel.days_in_words import in_words
from vatra.kernel.partial import PartialDate, Precision
from vatra.kernel.sentence import Sentence
from vatra.law.packs.tables import Age
from vatra.law.path.line import Happened, Path
from vatra.law.path.words import GATE, PathCode

_FIRST: dict[PathCode, Sentence] = {
    PathCode.COUNSELLING_GIVEN: _(
        "Before a parent consents, somebody counsels the parent. Write down first on which day that was (R-20)."
    ),
    PathCode.SUPPORT_OFFERED: _(
        "Before a parent consents, and after counselling, the family is offered support. Write down first on which day"
        " that was (R-20)."
    ),
    PathCode.KIN_EXPLORED: _(
        "Before a parent consents, and after support was offered, relatives are asked whether they could care. Write"
        " down first on which day that was (R-20)."
    ),
}


@dataclass(frozen=True)
class ConsentAge:
    """The age of the child from which its parents may consent to its adoption, when it was born, the law cited."""

    birth: PartialDate | None
    age: Age | None
    cited: str = ""

    @property
    def first_day(self) -> date | None:
        """The first day on which consent counts; none where the law or the birth is not known."""
        return self.age.reached_on(self.birth.day) if self.birth and self.age else None

    @property
    def is_certain(self) -> bool:
        """Whether somebody has verified the age, and the day of birth is known exactly."""
        exact = self.birth is not None and self.birth.precision == Precision.EXACT
        return exact and self.age is not None and self.age.verified


def not_of_this_path(code: str, path: Path) -> list[Concern]:
    """An event that the law of the file does not know cannot be written down under it."""
    if code in path:
        return []
    sentence = _("The law under which this file stands knows no such step.")
    return [Concern("unknown-step", Severity.BLOCK, sentence)]


def before_birth(on: date, birth: PartialDate | None) -> list[Concern]:
    """An event before the birth may be right, such as a notice, and wants a reason."""
    if birth is None or on >= birth.earliest:
        return []
    sentence = _("This day lies before the child was born. Say why it belongs here.")
    return [Concern("before-birth", Severity.WARN, sentence)]


def consent_too_early(on: date, consent: ConsentAge) -> list[Concern]:
    """Parents cannot consent before the child has the age the law says; only what is certain blocks."""
    first_day = consent.first_day
    if first_day is None or on >= first_day:
        return []
    sentence = _("The child is too young: the law lets parents consent from %(day)s on (%(source)s).")
    severity = Severity.BLOCK if consent.is_certain else Severity.WARN
    given = {"day": in_words(first_day), "source": consent.cited}
    return [Concern("consent-too-early", severity, sentence % given)]


def missing_at_gate(events: Iterable[Happened], until: date) -> PathCode | None:
    """The first step before consent that is not in the file by a day, in the order in which they belong (R-20)."""
    known = list(events)
    since = date.min
    for code in GATE:
        days = [each.on for each in known if each.code == code and since <= each.on <= until]
        if not days:
            return code
        since = min(days)
    return None


def consent_before_the_gate(events: Sequence[Happened]) -> list[Concern]:
    """No consent without counselling, support and the asking of relatives before it, in this order (R-20)."""
    for each in events:
        if each.code == PathCode.CONSENT_GIVEN and (missing := missing_at_gate(events, each.on)):
            return [Concern("R-20", Severity.BLOCK, _FIRST[missing])]
    return []


def withdrawn_without_consent(events: Sequence[Happened]) -> list[Concern]:
    """Only a consent that stands can be withdrawn; `events` are in order."""
    standing = 0
    for each in events:
        standing += (each.code == PathCode.CONSENT_GIVEN) - (each.code == PathCode.CONSENT_WITHDRAWN)
        if standing < 0:
            sentence = _("On this day no consent stands in the file that could be withdrawn.")
            return [Concern("no-consent-to-withdraw", Severity.BLOCK, sentence)]
    return []
