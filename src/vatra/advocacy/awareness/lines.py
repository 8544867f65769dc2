"""Frames and answers to choose from, as somebody pastes them from a sheet: one line each, its parts between semicolons."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vatra.kernel.in_languages import SITE_LANGUAGES, Wording, wording
from vatra.people.words import Municipality


@dataclass(frozen=True)
class StratumLine:
    """A stratum: its short name, its name, how many people live in it, and how many points it has altogether."""

    code: str
    name: str
    population: int
    points_in_all: int | None


@dataclass(frozen=True)
class PointLine:
    """A sampling point: the short names of its stratum and of itself, and the municipality where it is known."""

    stratum: str
    code: str
    municipality: str | None


def strata_in(text: str) -> list[StratumLine]:
    """Lines such as `north; North; 120000; 450`."""
    return [_stratum(number, parts) for number, parts in _parts(text)]


def points_in(text: str) -> list[PointLine]:
    """Lines such as `north; 17; mitrovice`."""
    return [_point(number, parts) for number, parts in _parts(text)]


def choices_in(text: str) -> list[dict[str, object]]:
    """Lines such as `yes; Po; Da; Yes`: a short name and the answer in the languages of the site."""
    found = [_choice(number, parts) for number, parts in _parts(text)]
    codes = [each["code"] for each in found]
    if len(codes) != len(set(codes)):
        raise ValidationError(_("Two answers have the same short name."), code="twice")
    return found


def as_lines(choices: list[dict[str, object]]) -> str:
    """Answers to choose from as they are typed."""
    return "\n".join(_choice_line(str(each["code"]), each["label"]) for each in choices)


def _choice_line(code: str, label: object) -> str:
    words = label if isinstance(label, dict) else {}
    return "; ".join([code, *(str(words.get(language, "")) for language in SITE_LANGUAGES)])


def _parts(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, [part.strip() for part in line.split(";")]


def _stratum(number: int, parts: list[str]) -> StratumLine:
    code, name, population, points = (*parts, *[""] * 4)[:4]
    people, all_points = population.replace(" ", ""), points.replace(" ", "")
    if not (code and name and people.isdecimal() and (not all_points or all_points.isdecimal())):
        raise _unclear(number, _("short name; name; people in it; sampling points altogether"))
    return StratumLine(code, name, int(people), int(all_points) if all_points else None)


def _point(number: int, parts: list[str]) -> PointLine:
    stratum, code, municipality = (*parts, *[""] * 3)[:3]
    if not (stratum and code and municipality in {"", *Municipality.values}):
        raise _unclear(number, _("short name of the stratum; short name of the point; municipality"))
    return PointLine(stratum, code, municipality or None)


def _choice(number: int, parts: list[str]) -> dict[str, object]:
    code, *labels = parts
    label = wording(dict(zip(SITE_LANGUAGES, labels, strict=False)))
    if not code or not label or len(labels) > len(SITE_LANGUAGES):
        raise _unclear(number, _("short name; Albanian; Serbian; English"))
    return {"code": code, "label": Wording(label)}


def _unclear(number: int, expected: str) -> ValidationError:
    sentence = _("Line %(number)s cannot be read. Write: %(expected)s") % {
        "number": number,
        "expected": expected,
    }
    return ValidationError(sentence, code="unclear")
