"""Thin reasons as sentences, and what the factors are called in every language of the pages."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from vatra.decisions.words import Factor, ThinKind


@cache
def names_of_factors() -> Mapping[str, frozenset[str]]:
    """Every factor with what it is called in each language, for the rule about factors that only name themselves."""
    names: dict[str, set[str]] = {factor.value: {factor.value} for factor in Factor}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for factor in Factor:
                names[factor.value].add(str(factor.label))
    return {factor: frozenset(known) for factor, known in names.items()}


def because(kind: str, about: Mapping[str, Any]) -> str:
    """Why the decision is on the list, in a sentence."""
    match ThinKind(kind):
        case ThinKind.COPIED_SENTENCE:
            sentence = _(
                "Word for word the same stands in %(cells)s places of the table, under: %(factors)s."
            )
            return sentence % _cells(about)
        case ThinKind.NEAR_EMPTY:
            return ngettext(
                "In %(cells)s place there are fewer than four words, or only the factor’s name: %(factors)s.",
                "In %(cells)s places there are fewer than four words, or only the factor’s name: %(factors)s.",
                about["cells"][0],
            ) % _cells(about)
        case ThinKind.COPIED_REASONS:
            return ngettext(
                "The reasons are word for word those of decision %(numbers)s.",
                "The reasons are word for word those of decisions %(numbers)s.",
                len(about["decisions"]),
            ) % {"numbers": ", ".join(about["decisions"])}
        case ThinKind.SAME_FOR_SIBLINGS:
            return _about_siblings(about["same"])
        case ThinKind.ONE_SIDED:
            return ngettext(
                "Every factor speaks for option %(options)s; nothing that speaks against it is written.",
                "Every factor speaks for each of the options %(options)s; nothing that speaks against them is written.",
                len(about["options"]),
            ) % _options(about)
        case ThinKind.MOSTLY_UNKNOWN:
            return ngettext(
                "More than half of the factors are not known for option %(options)s.",
                "More than half of the factors are not known for each of the options %(options)s.",
                len(about["options"]),
            ) % _options(about)


def _about_siblings(same: list[str]) -> str:
    if same == ["words"]:
        return _("Several children are written down with exactly the same words.")
    if same == ["taken_up"]:
        return _("What became of the children’s views is word for word the same for several of them.")
    return _(
        "Several children have exactly the same words, and the same was written about what became of them."
    )


def _cells(about: Mapping[str, Any]) -> dict[str, object]:
    factors = "; ".join(str(Factor(factor).label) for factor in about["factors"])
    return {"cells": about["cells"][0], "factors": factors}


def _options(about: Mapping[str, Any]) -> dict[str, str]:
    return {"options": ", ".join(str(option) for option in about["options"])}
