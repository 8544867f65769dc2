"""What a proceeding and a sealed envelope refuse. Pure: facts in, concerns out."""

from collections.abc import Collection
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


def something_is_corrected(changed: Collection[str]) -> list[Concern]:
    """A correction says something else than what was planned; `changed` are the names of what differs."""
    if changed:
        return []
    sentence = _(
        "Nothing is different from what was planned. Write what is right, or leave the step as it is."
    )
    return [Concern("nothing-corrected", Severity.BLOCK, sentence)]


def only_a_hearing_is_put_off(*, is_hearing: bool) -> list[Concern]:
    """What people do not meet for cannot be put off: its day is only late."""
    if is_hearing:
        return []
    return [Concern("no-hearing", Severity.BLOCK, _("This is a step on paper. Only a hearing is put off."))]


def put_off_to_a_later_day(on: date, *, planned_for: date, put_off_on: date) -> list[Concern]:
    """The new day of a hearing lies after the old one, and after the day on which it was put off."""
    if on > max(planned_for, put_off_on):
        return []
    sentence = _(
        "The new day has to lie after the day that was planned, and after the day on which it was put off."
    )
    return [Concern("put-off-to-no-later-day", Severity.BLOCK, sentence)]


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


def not_answered_yet(agreed_on: date | None, refused_on: date | None) -> list[Concern]:
    """Somebody agrees to an opening, or refuses it, once."""
    if agreed_on is not None:
        sentence = _("Somebody has already agreed to this opening.")
        return [Concern("opening-agreed", Severity.BLOCK, sentence)]
    if refused_on is not None:
        sentence = _(
            "Somebody has already refused this opening. Whoever needs it may ask again, with a new reason."
        )
        return [Concern("opening-refused", Severity.BLOCK, sentence)]
    return []


def another_answers(*, is_own: bool) -> list[Concern]:
    """Who asks for an opening neither agrees to it nor refuses it (R-18)."""
    if not is_own:
        return []
    sentence = _("You asked for this opening. Somebody else has to agree to it, or refuse it.")
    return [Concern("R-18-two-persons", Severity.BLOCK, sentence)]


def may_read_envelope(*, is_open: bool) -> list[Concern]:
    """Only who asked and who agreed read it, and only for the days of that opening (R-18)."""
    if is_open:
        return []
    sentence = _("This envelope is not open to you. Ask that it is opened, and let a second person agree.")
    return [Concern("R-18-sealed", Severity.BLOCK, sentence)]
