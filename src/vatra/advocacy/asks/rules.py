"""What stands against an act about an ask. Pure: facts in, concerns out."""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.asks.words import Claim
from vatra.kernel.concern import Concern, Severity

MOST_OPEN = 40
"""More asks than this are not followed any more, as trackers before us found (advocacy-ux §2.3)."""
WITNESSES = 2
"""Pieces of evidence from different sources that a confirmed contribution needs (advocacy-ux §2.1)."""


def too_many_asks(open_before: int) -> list[Concern]:
    """Whoever asks for everything is answered nothing."""
    if open_before < MOST_OPEN:
        return []
    sentence = _("There are 40 open asks already: more than anybody can follow. Say why there is one more.")
    return [Concern("too-many-asks", Severity.WARN, sentence)]


def outside_the_time_of_the_ask(happened_on: date, *, asked_on: date, today: date) -> list[Concern]:
    """Nothing can come of an ask before it is asked, nor be told before it happens."""
    if happened_on < asked_on:
        return [
            Concern(
                "before-it-was-asked",
                Severity.BLOCK,
                _("This was before the ask was made: it belongs to the baseline."),
            )
        ]
    if happened_on > today:
        return [Concern("not-yet", Severity.BLOCK, _("This day has not come yet."))]
    return []


def not_withdrawable(*, is_withdrawn: bool) -> list[Concern]:
    """An ask is withdrawn once, until it is asked again."""
    if not is_withdrawn:
        return []
    return [Concern("withdrawn-already", Severity.BLOCK, _("This ask is withdrawn already."))]


def not_correctable(*, is_approved: bool) -> list[Concern]:
    """What no second person approved counts for nothing: there is nothing to correct."""
    if is_approved:
        return []
    sentence = _("Only an approved update is corrected. Wait for the answer, or write another one.")
    return [Concern("update-not-approved", Severity.BLOCK, sentence)]


def another_answers(*, is_own: bool, is_answered: bool) -> list[Concern]:
    """What one person wrote, another answers, and once."""
    if is_own:
        return [
            Concern("own-writing", Severity.BLOCK, _("You wrote this yourself: somebody else has to answer."))
        ]
    if is_answered:
        return [Concern("answered-already", Severity.BLOCK, _("Somebody has already answered this."))]
    return []


def from_our_house(named: Iterable[str], ours: Collection[str]) -> list[Concern]:
    """A reader or a witness stands outside: none of the names is one of our own."""
    own = {_plain(each) for each in ours}
    if not any(_plain(each) in own for each in named):
        return []
    sentence = _("This is our own organisation: what somebody outside says is needed here.")
    return [Concern("from-our-house", Severity.BLOCK, sentence)]


def confirmed_on_thin_evidence(claim: str, evidence: Collection[tuple[str, str]]) -> list[Concern]:
    """A confirmed contribution has two pieces of evidence, said by different people in different places."""
    said_by = {_plain(who) for who, _where in evidence}
    places = {where.strip() for _who, where in evidence}
    if claim != Claim.CONFIRMED or min(len(said_by), len(places)) >= WITNESSES:
        return []
    sentence = _("A confirmed contribution needs two pieces of evidence from different sources.")
    return [Concern("thin-evidence", Severity.BLOCK, sentence)]


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
