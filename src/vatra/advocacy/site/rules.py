"""What stands against writing and publishing a text of the site. Pure: facts in, concerns out."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from vatra.advocacy.site.words import EditionState
from vatra.kernel.concern import Concern, Severity


def written_meanwhile(*, based_on: int, newest: int, by_whom: str) -> Iterator[Concern]:
    """Somebody else saved an edition after this text was begun."""
    if newest > based_on:
        sentence = _(
            "%(name)s saved edition %(edition)s after you began. Look at it, then say why yours follows."
        )
        yield Concern("site-meanwhile", Severity.WARN, sentence % {"name": by_whom, "edition": newest})


def nothing_changed(*, is_same: bool) -> Iterator[Concern]:
    """The text is what the newest edition says."""
    if is_same:
        yield Concern("site-same", Severity.BLOCK, _("Nothing is different from the newest edition."))


def before_publishing(
    state: EditionState, *, from_moment: datetime, now: datetime, missing: Sequence[str]
) -> Iterator[Concern]:
    """An edition is published once, not into the past, and in every language unless there is a reason."""
    if state != EditionState.WRITTEN:
        sentence = _("This edition was published before. Write a new one, or go back to this one.")
        yield Concern("site-published", Severity.BLOCK, sentence)
    if from_moment < now:
        yield Concern("site-past", Severity.BLOCK, _("Choose a moment that has not passed."))
    if missing:
        names = ", ".join(str(get_language_info(code)["name_translated"]) for code in missing)
        sentence = _(
            "Not everything is written in: %(languages)s. Visitors will read another language there."
        )
        yield Concern("site-missing", Severity.WARN, sentence % {"languages": names})


def before_calling_off(state: EditionState) -> Iterator[Concern]:
    """Only what is not shown yet can be called off."""
    if state != EditionState.SCHEDULED:
        sentence = _("Only an edition that is not shown yet can be called off.")
        yield Concern("site-not-scheduled", Severity.BLOCK, sentence)


def before_taking_down(*, is_shown: bool) -> Iterator[Concern]:
    """Only what visitors read can be taken from them."""
    if not is_shown:
        yield Concern("site-not-shown", Severity.BLOCK, _("This page is not shown to anybody."))
