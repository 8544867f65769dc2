"""What stands against making a letter, or against a wording for letters."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from vatra.decisions.documents.letter_texts import level_for
from vatra.decisions.documents.placeholders import Placeholder, unknown_in
from vatra.decisions.documents.reading import Reading
from vatra.decisions.words import DocumentKind
from vatra.kernel.concern import Concern, Severity

NEEDED = {
    Placeholder.WHY: _("Write why it was decided so, in words for the reader."),
    Placeholder.NEXT: _("Write what happens next, and when."),
}


def concerns_before_making(
    kind: str, age_band: str | None, written: Mapping[str, str], *, is_in_force: bool
) -> list[Concern]:
    """A letter speaks of what holds now, says why and what comes next, and to a child in words for its age."""
    if kind == DocumentKind.DECISION:
        return []
    found: list[Concern] = []
    if not is_in_force:
        sentence = _("This decision is no longer in force. Write about the one that holds now.")
        found.append(Concern("R-02-in-force", Severity.BLOCK, sentence))
    if kind == DocumentKind.CHILD_LETTER and not age_band:
        found.append(Concern("R-02-age", Severity.BLOCK, _("Choose for which age the letter is worded.")))
    found += [
        Concern(f"R-02-{name}", Severity.BLOCK, sentence)
        for name, sentence in NEEDED.items()
        if not written.get(name, "").strip()
    ]
    return found


def concerns_about_wording(
    paragraphs: str, reading: Reading, *, language: str, age_band: str | None
) -> list[Concern]:
    """Unknown words in brackets block; long sentences and hard words ask for a reason."""
    if unknown := unknown_in(paragraphs):
        sentence = _("Nothing can be filled in for these words in brackets: %(names)s.")
        named = ", ".join(f"{{{name}}}" for name in unknown)
        return [Concern("letter-placeholder", Severity.BLOCK, sentence % {"names": named})]
    return concerns_about_reading(reading, language=language, age_band=age_band)


def concerns_about_reading(reading: Reading, *, language: str, age_band: str | None) -> list[Concern]:
    """Each sentence that is too long for the reader, by name, and whether the whole is too hard."""
    found: list[Concern] = []
    level = level_for(age_band)
    if long_ones := reading.longer_than(level.longest):
        sentence = _("For this reader these sentences are long: %(sentences)s")
        quoted = " ".join(f"“{each}”" for each in long_ones)
        found.append(Concern("letter-long", Severity.WARN, sentence % {"sentences": quoted}))
    if reading.is_too_hard_for(level, language=language):
        sentence = _("On the whole the sentences or the words are too long for this reader.")
        found.append(Concern("letter-hard", Severity.WARN, sentence))
    return found


def concerns_about_child_letter(
    reading: Reading | None, *, language: str, age_band: str | None
) -> list[Concern]:
    """A letter to a child is measured as it goes out; other documents are not."""
    if reading is None or age_band is None:
        return []
    return concerns_about_reading(reading, language=language, age_band=age_band)
