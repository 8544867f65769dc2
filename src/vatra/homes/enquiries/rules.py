"""What stands against a step of an enquiry, and by when it is answered. Pure: facts in, answers out."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from vatra.homes.enquiries.states import MOVES
from vatra.homes.enquiries.words import EnquiryState, StepKind
from vatra.kernel.concern import Concern, Severity

ANSWERED_WITHIN = timedelta(days=7)
"""How long somebody who asks waits for a first answer, in calendar days; a professional figure of our own, unverified."""


def answer_due(received_on: date) -> date:
    """The day by which somebody has spoken with them."""
    return received_on + ANSWERED_WITHIN


def before_step(
    state: EnquiryState, kind: StepKind, *, on: date, latest: date, today: date, why: str
) -> Iterator[Concern]:
    """Steps follow one another, none lies ahead, and a no has its reason."""
    if EnquiryState(kind.value) not in MOVES[state]:
        sentence = _("This cannot be the next step. The enquiry is: %(state)s.")
        yield Concern("enquiry-turn", Severity.BLOCK, sentence % {"state": state.label})
    if on > today:
        yield Concern("enquiry-ahead", Severity.BLOCK, _("The day cannot lie in the future."))
    if on < latest:
        yield Concern("enquiry-back", Severity.BLOCK, _("The day cannot be before the step before."))
    if kind == StepKind.DECLINED and not why:
        yield Concern("enquiry-why", Severity.BLOCK, _("Say why, in words the family could read."))


def before_tying(state: EnquiryState, *, is_tied: bool) -> Iterator[Concern]:
    """A home follows from a preparation, and one enquiry leads to one home."""
    if state != EnquiryState.BEGAN:
        sentence = _("A home follows only after the preparation has begun.")
        yield Concern("enquiry-no-home-yet", Severity.BLOCK, sentence)
    if is_tied:
        sentence = _("This enquiry already led to a home.")
        yield Concern("enquiry-tied", Severity.BLOCK, sentence)
