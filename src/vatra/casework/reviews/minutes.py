"""The minutes of a review on paper, in each language documents are written in."""

from collections.abc import Iterator
from datetime import datetime, time
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from vatra.casework.models import Review
from vatra.casework.reviews.parts import parts_of
from vatra.casework.reviews.told import told_of
from vatra.kernel.clock import LOCAL
from vatra.kernel.days_in_words import in_words
from vatra.kernel.ledger.canonical import canonical
from vatra.kernel.typesetting import DOCUMENT, as_pdf
from vatra.kernel.typesetting.languages import in_language
from vatra.kernel.typesetting.parts import Content, facts, section, spoken, text


def minutes_of(review: Review, language: str) -> bytes:
    """The minutes as PDF, dated by the day of the review: made again they are the same file."""
    held_at = datetime.combine(review.held_on, time(), tzinfo=LOCAL)
    return as_pdf(DOCUMENT, minutes_on_paper(review, language), language=language, at=held_at)


def minutes_on_paper(review: Review, language: str) -> dict[str, Any]:
    """What stands on the minutes; the digest at their foot is that of everything else they say."""
    with in_language(language):
        said: dict[str, Any] = {
            "title": _("Minutes of the review of %(day)s") % {"day": in_words(review.held_on)},
            "author": review.file.unit.name,
            "issuer": review.file.unit.name,
            "standing": _standing(review),
            "sections": list(_sections(review)),
            "signed": _led_by(review),
            "signature": _("Signature"),
            "digest_label": _("Digest of these minutes (SHA-256)"),
        }
    return {**said, "digest": sha256(canonical(said)).hexdigest()}


def _standing(review: Review) -> str:
    if hasattr(review, "corrected_by"):
        return _("These minutes were corrected. The correction takes their place.")
    return ""


def _led_by(review: Review) -> str:
    if review.led_by is None:
        return ""
    return _("The review was led by %(name)s.") % {"name": review.led_by.full_name}


def _sections(review: Review) -> Iterator[Content]:
    yield section(_("The review"), facts(_about(review)))
    yield section(_("The child's part"), *_childs_part(review))
    for told in told_of(parts_of([review])[review.pk]):
        yield section(told.heading, facts(told.lines))
    if review.causes_now:
        yield section(_("What else there is to say about the causes"), text(review.causes_now))
    if review.conclusion:
        yield section(_("What was agreed"), text(review.conclusion))
    if review.next_on:
        yield section(_("Next review"), text(_("By %(day)s.") % {"day": in_words(review.next_on)}))


def _about(review: Review) -> Iterator[tuple[str, str]]:
    child = review.file.child
    yield _("Child"), child.name
    if child.birth:
        yield _("Born"), in_words(child.birth)
    yield _("File"), review.file.reference
    yield _("Day of the review"), in_words(review.held_on)
    if review.place:
        yield _("Where"), review.place


def _childs_part(review: Review) -> Iterator[Content]:
    yield text(f"{review.get_participation_display()}.")
    if review.child_words:
        yield spoken(review.child_words)
    if review.why_without:
        yield text(f"{review.get_why_without_display()}.")
