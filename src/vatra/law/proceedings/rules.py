"""What a proceeding and a sealed envelope refuse. Pure: facts in, concerns out."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.casework.rules import written_about_the_future
from vatra.kernel.concern import Concern, Severity


def may_go_on(closed_on: date | None) -> list[Concern]:
    """Nothing is added to a proceeding that was closed."""
    if closed_on is None:
        return []
    sentence = _("This proceeding is closed. Open a new one for what follows.")
    return [Concern("proceeding-closed", Severity.BLOCK, sentence)]


def day_in_proceeding(on: date, *, opened_on: date, today: date) -> list[Concern]:
    """What happened in a proceeding lies between its first day and today."""
    return [*written_about_the_future(on, today), *not_before_it_opened(on, opened_on)]


def not_before_it_opened(on: date, opened_on: date) -> list[Concern]:
    """No day of a proceeding lies before its first."""
    if on >= opened_on:
        return []
    sentence = _("This day lies before the proceeding was opened.")
    return [Concern("before-proceeding", Severity.BLOCK, sentence)]


def not_taken_yet(done_on: date | None) -> list[Concern]:
    """A step is taken once."""
    if done_on is None:
        return []
    return [
        Concern("step-taken", Severity.BLOCK, _("Somebody has already written that this step was taken."))
    ]


def not_received_yet(received_on: date | None) -> list[Concern]:
    """A document comes once."""
    if received_on is None:
        return []
    return [Concern("document-received", Severity.BLOCK, _("Somebody has already written that it came."))]


def still_blocks(last_day: date | None) -> list[Concern]:
    """What holds a proceeding up is resolved once."""
    if last_day is None:
        return []
    return [
        Concern("blocker-resolved", Severity.BLOCK, _("Somebody has already written how it was resolved."))
    ]


def nothing_after(on: date, last: date | None) -> list[Concern]:
    """A proceeding is not closed before the last thing that happened in it."""
    if last is None or on >= last:
        return []
    sentence = _("Something happened in this proceeding after that day. Close it on a later day.")
    return [Concern("closed-before-last-step", Severity.BLOCK, sentence)]


def not_agreed_yet(agreed_on: date | None) -> list[Concern]:
    """Somebody agrees to an opening once."""
    if agreed_on is None:
        return []
    return [Concern("opening-agreed", Severity.BLOCK, _("Somebody has already agreed to this opening."))]


def another_agrees(*, is_own: bool) -> list[Concern]:
    """Who asks for an opening does not agree to it (R-18)."""
    if not is_own:
        return []
    sentence = _("You asked for this opening. Somebody else has to agree to it.")
    return [Concern("R-18-two-persons", Severity.BLOCK, sentence)]


def may_read_envelope(*, is_open: bool) -> list[Concern]:
    """Only who asked and who agreed read it, and only for the days of that opening (R-18)."""
    if is_open:
        return []
    sentence = _("This envelope is not open to you. Ask that it is opened, and let a second person agree.")
    return [Concern("R-18-sealed", Severity.BLOCK, sentence)]
