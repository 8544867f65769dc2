"""The options of a question side by side: what each factor says, where that stands in the file, what it would mean."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Option, Weighing
from vatra.decisions.weighing.sources import Source
from vatra.decisions.words import Leaning
from vatra.kernel.links import SideBySide

SIGNS = {Leaning.FOR: "+", Leaning.AGAINST: "−", Leaning.UNKNOWN: "?"}


def side_by_side(
    kind: str,
    options: Sequence[Option],
    *,
    chosen: int | None = None,
    sources: Mapping[str, Source] | None = None,
) -> SideBySide:
    """A column per option, a row per factor of this kind of question; `chosen` is the id of what was decided.

    `sources` are the entries of the file that the sentences name, by their key; each is linked.
    """
    heads = [option.in_words for option in options]
    index = next((at for at, option in enumerate(options) if option.pk == chosen), None)
    rows: list[tuple[Any, list[Any]]] = [*_factors(kind, options, sources or {}), *_terms(options)]
    return SideBySide(_("The options, weighed on the same factors"), heads, rows, index)


def sources_in(options: Sequence[Option]) -> set[str]:
    """The keys of all entries that sentences of these options rest on."""
    return {each.source for option in options for each in option.weighings.all() if each.source}


def _factors(
    kind: str, options: Sequence[Option], sources: Mapping[str, Source]
) -> Iterator[tuple[str, list[SafeString]]]:
    weighed = {option.pk: {each.factor: each for each in option.weighings.all()} for option in options}
    for factor in kind_of(kind).factors:
        said: dict[str, str] = {}
        cells = []
        for option in options:
            weighing = weighed[option.pk].get(factor.value)
            cells.append(_cell(weighing, sources, said))
            if weighing and weighing.leaning != Leaning.UNKNOWN:
                said.setdefault(_plain(weighing.sentence), option.in_words)
        yield str(factor.label), cells


def _cell(weighing: Weighing | None, sources: Mapping[str, Source], said: Mapping[str, str]) -> SafeString:
    """Which way it points, why, the same words elsewhere in the row, and the entry it rests on."""
    if weighing is None:
        return format_html("{}", _("Not weighed yet"))
    sign, leaning = SIGNS[Leaning(weighing.leaning)], weighing.get_leaning_display()
    lines = [format_html("<strong>{} {}</strong>", sign, leaning), weighing.sentence]
    copied_from = said.get(_plain(weighing.sentence))
    if copied_from and weighing.leaning != Leaning.UNKNOWN:
        lines.append(_("The same words as for “%(option)s”.") % {"option": copied_from})
    if source := sources.get(weighing.source):
        lines.append(format_html('<a class="govuk-link" href="{}">{}</a>', source.url, source.words))
    return format_html_join("\n", "{}", ((line,) for line in lines))


def _plain(sentence: str) -> str:
    return " ".join(sentence.split()).casefold()


def _terms(options: Sequence[Option]) -> Iterator[tuple[str, list[str]]]:
    """What each option would mean soon, and in years."""
    unsaid = _("Not written")
    if options:
        yield _("In the next months"), [option.short_term or unsaid for option in options]
        yield _("In the years to come"), [option.long_term or unsaid for option in options]
