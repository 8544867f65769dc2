"""What the rules about thin reasons read, from a decision being issued or from questions still open."""

from collections.abc import Iterator, Mapping, Sequence

from vatra.decisions.ground import Ground
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Decision, Option, Question, ThinReason
from vatra.decisions.quality.thin import Cell, Thin, Voice, Written, thin_reasons
from vatra.decisions.quality.thin_words import names_of_factors


def thin_reasons_of(decision: Decision, ground: Ground, same: Mapping[str, str]) -> list[ThinReason]:
    """What looks thin about a decision that is being issued, ready to be kept with it.

    `same` are the reasons of other decisions that have the same fingerprint, by their numbers.
    """
    written = Written(
        factors=len(kind_of(ground.question.kind).factors),
        cells=list(_cells(ground.options)),
        voices=[Voice(child.words, child.taken_up) for child in ground.children],
        reasons=decision.reasons,
        others=same,
        names=names_of_factors(),
    )
    return [
        ThinReason(decision=decision, kind=thin.kind, about=dict(thin.about))
        for thin in thin_reasons(written)
    ]


def thin_while_open(question: Question) -> list[Thin]:
    """What looks thin so far; the options, their weighings and the children are expected to be read already."""
    return thin_reasons(
        Written(
            factors=len(kind_of(question.kind).factors),
            cells=list(_cells(sorted(question.options.all(), key=lambda option: option.pk))),
            voices=[Voice(child.words, child.taken_up) for child in question.children.all()],
            names=names_of_factors(),
        )
    )


def _cells(options: Sequence[Option]) -> Iterator[Cell]:
    for number, option in enumerate(options, start=1):
        for weighing in sorted(option.weighings.all(), key=lambda weighing: weighing.pk):
            yield Cell(number, weighing.factor, weighing.leaning, weighing.sentence)
