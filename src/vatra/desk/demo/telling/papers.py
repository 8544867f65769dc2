"""What a decision looks like on paper, in the language of those who read it."""

from collections.abc import Mapping

from vatra.decisions.actions import make_document
from vatra.decisions.documents.letters import Reader, first_words
from vatra.decisions.models import Outcome
from vatra.decisions.words import AgeBand, DocumentKind
from vatra.desk.demo.town import Town

Words = Mapping[str, str]
"""What somebody wrote for the reader of a letter, by the placeholder it is filled in for."""


def put_on_paper(
    town: Town,
    outcome: Outcome,
    *,
    ago: int,
    language: str,
    age_band: AgeBand,
    to_child: Words,
    to_parents: Words,
) -> None:
    """The decision for the file, the letter to the child and the letter to the parents."""
    papers: tuple[tuple[DocumentKind, AgeBand | None, Words], ...] = (
        (DocumentKind.DECISION, None, {}),
        (DocumentKind.CHILD_LETTER, age_band, to_child),
        (DocumentKind.PARENTS_LETTER, None, to_parents),
    )
    for kind, band, words in papers:
        known = first_words(Reader(outcome, kind, language, band), on=town.ago(ago)) if words else {}
        make_document(
            outcome=outcome,
            kind=kind,
            language=language,
            age_band=band,
            written={**known, **words},
            by=town.by_worker(ago),
        )
