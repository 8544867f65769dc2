"""What stands against withdrawing a decision and against an appeal. Pure: facts in, concerns out."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.kernel.concern import Concern, Severity


@dataclass(frozen=True)
class Standing:
    """How an issued decision stands: since when, until when it can be appealed, and what has become of it."""

    issued_on: date
    appeal_until: date | None
    is_superseded: bool
    is_withdrawn: bool
    was_carried_out: bool

    @property
    def is_in_force(self) -> bool:
        """Whether it still says where the child lives, or how the child is with the family."""
        return not (self.is_superseded or self.is_withdrawn)


def concerns_before_withdrawing(standing: Standing, *, on: date, today: date) -> list[Concern]:
    """A decision is taken back while it is in force and nothing was done by it."""
    found = [*_about_the_day(standing, on=on, today=today), *_about_force(standing)]
    if standing.was_carried_out:
        sentence = _("This decision has been carried out. Issue a new decision that supersedes it.")
        found.append(Concern("carried-out", Severity.BLOCK, sentence))
    return found


def concerns_before_lodging(standing: Standing, *, on: date, today: date) -> list[Concern]:
    """An appeal is against a decision in force; after the last day the body says whether it still looks at it."""
    found = [*_about_the_day(standing, on=on, today=today), *_about_force(standing)]
    if standing.appeal_until and on > standing.appeal_until:
        sentence = _("The last day to appeal has passed. Say why the appeal is lodged all the same.")
        found.append(Concern("R-22-late", Severity.WARN, sentence))
    return found


def concerns_before_deciding_appeal(
    outcome: str | None, *, lodged_on: date, reasons: str, on: date, today: date
) -> list[Concern]:
    """An appeal is decided once, after it was lodged, with reasons."""
    found: list[Concern] = []
    if outcome is not None:
        sentence = _("What came of this appeal is already written down.")
        found.append(Concern("appeal-decided", Severity.BLOCK, sentence))
    if on < lodged_on:
        sentence = _("An appeal cannot be decided before it was lodged.")
        found.append(Concern("appeal-before-lodged", Severity.BLOCK, sentence))
    if not reasons.strip():
        found.append(Concern("appeal-reasons", Severity.BLOCK, _("Write the reasons that were given.")))
    return found + _about_the_future(on, today)


def _about_the_day(standing: Standing, *, on: date, today: date) -> list[Concern]:
    found = _about_the_future(on, today)
    if on < standing.issued_on:
        sentence = _("The decision was not issued yet on that day.")
        found.append(Concern("before-issued", Severity.BLOCK, sentence))
    return found


def _about_the_future(on: date, today: date) -> list[Concern]:
    if on <= today:
        return []
    return [Concern("not-yet", Severity.BLOCK, _("This day has not come yet."))]


def _about_force(standing: Standing) -> list[Concern]:
    if standing.is_superseded:
        sentence = _("A later decision has taken the place of this one. Open the later one.")
        return [Concern("superseded", Severity.BLOCK, sentence)]
    if standing.is_withdrawn:
        return [Concern("withdrawn", Severity.BLOCK, _("This decision has been withdrawn."))]
    return []
