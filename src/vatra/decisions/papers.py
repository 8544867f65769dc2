"""What can be put on paper of a decision, and what was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.decisions.documents.languages import DOCUMENT_LANGUAGES
from vatra.decisions.models import IssuedDocument, Outcome
from vatra.decisions.words import DocumentKind
from vatra.kernel.links import Link
from vatra.people.words import Language


@dataclass(frozen=True)
class ToMake:
    """A document for one child, with a link for each language."""

    words: str
    links: Sequence[Link]


@dataclass(frozen=True)
class Papers:
    """The documents of a decision; nothing can be made by whoever only reads."""

    made: Sequence[IssuedDocument]
    to_make: Sequence[ToMake]
    may_make: bool


def papers_of(outcomes: Sequence[Outcome], *, may_make: bool) -> Papers:
    """Of outcomes that were read with their documents; the files themselves are not read."""
    made = [_spoken(document) for outcome in outcomes for document in outcome.documents.all()]
    made.sort(key=lambda document: (document.made_at, document.pk), reverse=True)
    return Papers(made, list(_to_make(outcomes)) if may_make else [], may_make)


def _spoken(document: IssuedDocument) -> Any:
    document.language_in_words = Language(document.language).label  # type: ignore[attr-defined]
    return document


def _to_make(outcomes: Sequence[Outcome]) -> Iterator[ToMake]:
    for number, outcome in enumerate(outcomes):
        for kind in DocumentKind:
            if kind == DocumentKind.DECISION and number:
                continue  # the decision itself is one document for all children
            links = [
                Link(
                    str(language.label),
                    reverse("decisions:make_document", args=[outcome.pk, kind.value, language.value]),
                )
                for language in DOCUMENT_LANGUAGES
            ]
            yield ToMake(_words(kind, outcome), links)


def _words(kind: DocumentKind, outcome: Outcome) -> str:
    if kind == DocumentKind.DECISION:
        return str(kind.label)
    return _("%(document)s (%(child)s)") % {"document": kind.label, "child": outcome.file.child.name}
