"""Whether an answer fits its question, and answers as files write them."""

from collections.abc import Mapping
from math import isfinite
from typing import TYPE_CHECKING, TypeAlias

from vatra.advocacy.awareness.words import ItemKind

if TYPE_CHECKING:
    from vatra.advocacy.models import ItemVersion

Answer: TypeAlias = "str | int | float | list[str]"
LONGEST = 200
BETWEEN_ANSWERS = ";"


class DoesNotFit(ValueError):  # noqa: N818 - it reads as what is the matter
    """An answer that its question does not allow; the argument is the short name of the question."""


def fitting(version: "ItemVersion", answer: Answer) -> Answer:
    """The answer as it is kept; DoesNotFit if the question does not allow it."""
    fits = {
        ItemKind.ONE: lambda: isinstance(answer, str) and answer in version.labels,
        ItemKind.SEVERAL: lambda: isinstance(answer, list) and set(answer) <= version.labels.keys(),
        ItemKind.SCALE: lambda: isinstance(answer, int) and _within(version, answer),
        ItemKind.NUMBER: lambda: isinstance(answer, int | float) and _within(version, answer),
        ItemKind.TEXT: lambda: isinstance(answer, str) and len(answer) <= LONGEST,
    }
    if not fits[ItemKind(version.kind)]():
        raise DoesNotFit(version.item.code)
    return answer


def fitting_all(versions: Mapping[str, "ItemVersion"], answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """All answers by the short names of their questions; what was not answered is left out."""
    unknown = answers.keys() - versions.keys()
    if unknown:
        raise DoesNotFit(min(unknown))
    given = {code: answer for code, answer in answers.items() if answer not in ("", [], None)}
    return {code: fitting(versions[code], answer) for code, answer in given.items()}


def written(version: "ItemVersion", cell: str) -> Answer:
    """An answer as a cell of a file writes it: codes, several of them with a semicolon between, or a number."""
    try:
        match ItemKind(version.kind):
            case ItemKind.SEVERAL:
                return [code.strip() for code in cell.split(BETWEEN_ANSWERS) if code.strip()]
            case ItemKind.SCALE:
                return int(cell)
            case ItemKind.NUMBER:
                return float(cell.replace(",", "."))
            case _:
                return cell
    except ValueError as error:
        raise DoesNotFit(version.item.code) from error


def _within(version: "ItemVersion", number: float) -> bool:
    low, high = version.lowest, version.highest
    return isfinite(number) and (low is None or number >= low) and (high is None or number <= high)
