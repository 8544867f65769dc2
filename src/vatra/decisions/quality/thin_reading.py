"""What the rules about thin reasons read, from a decision being issued or from questions still open."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from vatra.decisions.ground import Ground
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Decision, Option, Question, ThinReason
from vatra.decisions.quality.thin import Cell, Thin, Voice, Written, thin_reasons
from vatra.decisions.quality.thin_words import names_of_factors

A_YEAR = timedelta(days=365)


def thin_reasons_of(decision: Decision, ground: Ground) -> list[ThinReason]:
    """What looks thin about a decision that is being issued, ready to be kept with it; one query."""
    written = Written(
        factors=len(kind_of(ground.question.kind).factors),
        cells=list(_cells(ground.options)),
        voices=[Voice(child.words, child.taken_up) for child in ground.children],
        reasons=decision.reasons,
        others=_same_reasons(decision, ground.question),
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


def _same_reasons(decision: Decision, question: Question) -> Mapping[str, str]:
    """The reasons of other decisions of the unit in the year before that have the same fingerprint."""
    if not decision.reasons_key:
        return {}
    same = Decision.objects.filter(
        reasons_key=decision.reasons_key,
        question__unit=question.unit_id,
        issued_at__gt=decision.issued_at - A_YEAR,
        issued_at__lte=decision.issued_at,
    ).exclude(question=question)
    return dict(same.order_by("pk").values_list("number", "reasons"))
