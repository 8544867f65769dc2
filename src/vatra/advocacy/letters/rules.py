"""What stands against a letter."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.letters.likeness import words_in
from vatra.kernel.concern import Concern, Severity

FEWEST_WORDS = 25
"""Own standard: who has less to say than two or three sentences is heard better by a signature."""
MOST_LETTERS = 4_000


def long_enough(words: str) -> list[Concern]:
    """Few words persuade nobody."""
    if len(words_in(words)) >= FEWEST_WORDS:
        return []
    sentence = _("Write at least %(fewest)s words, so that the office has something to answer.")
    return [Concern("letter-short", Severity.BLOCK, sentence % {"fewest": FEWEST_WORDS})]


def open_for_letters(*, is_open: bool) -> list[Concern]:
    """Outside its days nobody writes."""
    if is_open:
        return []
    return [Concern("letters-closed", Severity.BLOCK, _("Letters to this office are closed."))]


def has_an_address(email: str) -> list[Concern]:
    """A post without an address cannot be written to."""
    if email:
        return []
    sentence = _("This post has no e-mail address yet. Write it down with the institution first.")
    return [Concern("post-without-address", Severity.BLOCK, sentence)]


def waits_for_a_reader(*, waits: bool) -> list[Concern]:
    """What was read by all who have to read it is settled."""
    if waits:
        return []
    return [Concern("letter-read", Severity.BLOCK, _("This letter does not wait for a reader any more."))]


def not_read_by_oneself(*, is_own: bool) -> list[Concern]:
    """The second reader is somebody else."""
    if not is_own:
        return []
    sentence = _("You have read this letter. It tells of a child, so somebody else reads it as well.")
    return [Concern("letter-second-reader", Severity.BLOCK, sentence)]


def answered_after_it_was_sent(came_on: date | None, *, sent_on: date | None, today: date) -> list[Concern]:
    """An answer follows a letter, and does not come tomorrow."""
    if sent_on is None:
        return [Concern("letter-not-sent", Severity.BLOCK, _("This letter has not been sent yet."))]
    if came_on is None or sent_on <= came_on <= today:
        return []
    sentence = _("An answer comes on the day of the letter or later, and not in the future.")
    return [Concern("reply-day", Severity.BLOCK, sentence)]
