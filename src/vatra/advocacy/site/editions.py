"""What an edition is at a moment: follows from its own moments and those of the others, never stored."""

from collections.abc import Iterable
from datetime import datetime

from vatra.advocacy.models import SiteEdition, SitePage
from vatra.advocacy.site.words import EditionState

# From a state, what may come next; checked by the acts and printed in docs/states.md.
MOVES: dict[EditionState, tuple[EditionState, ...]] = {
    EditionState.WRITTEN: (EditionState.SCHEDULED, EditionState.SHOWN),
    EditionState.SCHEDULED: (EditionState.SHOWN, EditionState.CALLED_OFF),
    EditionState.SHOWN: (EditionState.SUPERSEDED,),
    EditionState.SUPERSEDED: (),
    EditionState.CALLED_OFF: (),
}


def state_of(edition: SiteEdition, shown: SiteEdition | None, at: datetime) -> EditionState:
    """The state of one edition, beside the one of its page that is shown at that moment."""
    if edition.called_off_at is not None:
        return EditionState.CALLED_OFF
    if edition.shown_from_at is None:
        return EditionState.WRITTEN
    if edition.shown_from_at > at:
        return EditionState.SCHEDULED
    return EditionState.SHOWN if shown is not None and edition.pk == shown.pk else EditionState.SUPERSEDED


def shown_of(page: SitePage, editions: Iterable[SiteEdition], at: datetime) -> SiteEdition | None:
    """Which of a page's editions visitors read at a moment; the same as `SiteEditions.shown_at`."""
    begun = [each for each in editions if _is_shown(each, page, at)]
    return max(begun, key=lambda each: (each.shown_from_at, each.edition), default=None)


def _is_shown(edition: SiteEdition, page: SitePage, at: datetime) -> bool:
    from_moment = edition.shown_from_at
    if from_moment is None or edition.called_off_at is not None or from_moment > at:
        return False
    return page.taken_down_at is None or from_moment > page.taken_down_at
