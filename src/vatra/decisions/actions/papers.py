"""Documents made of a decision, the wording of letters, and the sheet handed over."""

from collections.abc import Mapping
from datetime import date

from vatra.access.models import Unit
from vatra.casework.rules import written_about_the_future
from vatra.decisions.documents.invented import reading_of_wording
from vatra.decisions.documents.letter_texts import next_edition
from vatra.decisions.documents.making import in_force, paper_for
from vatra.decisions.documents.rules import (
    concerns_about_child_letter,
    concerns_about_wording,
    concerns_before_making,
)
from vatra.decisions.documents.sheet import sheet_in
from vatra.decisions.models import IssuedDocument, LetterText, Outcome, Question, SheetHanded
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.kernel.typesetting import as_pdf, digest_of


@atomic()
def make_document(
    *,
    outcome: Outcome,
    kind: str,
    language: str,
    by: Actor,
    age_band: str | None = None,
    written: Mapping[str, str] | None = None,
    reasons: Mapping[str, str] | None = None,
) -> IssuedDocument:
    """Put the decision, or a letter about it, on paper; the file and its SHA-256 are kept (R-02, R-32).

    `written` are the words for the reader of a letter, by the placeholder they take the place of; `reasons` say why
    a child's letter cannot be easier to read.
    """
    words = written or {}
    heed(concerns_before_making(kind, age_band, words, is_in_force=in_force(outcome.decision)), {})
    paper = paper_for(outcome, kind, language, age_band, words, on=by.today)
    kept = heed(
        concerns_about_child_letter(paper.reading, language=language, age_band=age_band), reasons or {}
    )
    pdf = as_pdf(paper.template, paper.content, language=language, at=by.at)
    document = IssuedDocument(
        outcome=outcome,
        kind=kind,
        language=language,
        age_band=age_band,
        text=paper.edition,
        pdf=pdf,
        sha256=digest_of(pdf),
        made_at=by.at,
        made_by_id=by.somebody,
    )
    well_formed(document)
    document.save()
    facts = {
        "kind": kind,
        "language": language,
        "decision": outcome.decision.number,
        "edition": paper.edition.edition if paper.edition else None,
        "sha256": document.sha256,
    }
    why = "\n".join(kept.values())
    record("make_document", by=by, chain=outcome.file.key, subject=document, why=why, facts=facts)
    return document


@atomic()
def word_letter(
    *,
    unit: Unit,
    kind: str,
    language: str,
    age_band: str | None,
    paragraphs: str,
    reasons: Mapping[str, str],
    by: Actor,
) -> LetterText:
    """Give a letter of the organisation a new wording; the editions before it stay to be read.

    Refused where a word in brackets is unknown; sentences too long for the age ask for a reason, which is kept.
    """
    reading = reading_of_wording(paragraphs, kind=kind, language=language)
    kept = heed(concerns_about_wording(paragraphs, reading, language=language, age_band=age_band), reasons)
    text = LetterText(
        unit=unit,
        kind=kind,
        language=language,
        age_band=age_band,
        edition=next_edition(unit, kind, language, age_band),
        paragraphs=paragraphs,
        written_at=by.at,
        written_by_id=by.somebody,
    )
    well_formed(text)
    text.save()
    facts = {"kind": kind, "language": language, "age_band": age_band, "edition": text.edition}
    record("word_letter", by=by, chain=unit.key, subject=text, why="\n".join(kept.values()), facts=facts)
    return text


@atomic()
def hand_sheet(*, question: Question, to_whom: str, language: str, on: date, by: Actor) -> SheetHanded:
    """Hand over the sheet that explains every form of care, to whoever is concerned by the decision (R-30)."""
    heed(written_about_the_future(on, by.today), {})
    handed = SheetHanded(
        question=question,
        to_whom=to_whom,
        language=language,
        edition=sheet_in(language).edition,
        handed_on=on,
        handed_by_id=by.somebody,
    )
    well_formed(handed)
    handed.save()
    facts = {"language": language, "edition": handed.edition, "question": question.pk}
    for child in question.children.select_related("file"):
        record("hand_sheet", by=by, chain=child.file.key, subject=handed, on=on, facts=facts)
    return handed
