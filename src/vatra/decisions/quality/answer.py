"""The answer to one provision: met, not met or not applicable, and the sentence that names the facts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vatra.decisions.quality.on_record import ChildOnRecord, OnRecord


@dataclass(frozen=True)
class Answer:
    """`is_met` is None where the provision does not apply, or cannot be told yet."""

    is_met: bool | None
    because: str


def met(because: str) -> Answer:
    """The record shows that it is met."""
    return Answer(is_met=True, because=because)


def not_met(because: str) -> Answer:
    """The record shows that it is not met, or does not show that it is."""
    return Answer(is_met=False, because=because)


def does_not_apply(because: str) -> Answer:
    """Nothing is asked of this decision, or it cannot be told yet."""
    return Answer(is_met=None, because=because)


Judge = Callable[[OnRecord], Answer]


def all_of(answers: Sequence[Answer]) -> Answer:
    """Met where it is met for everybody it applies to; the sentence says it for each."""
    applying = [answer.is_met for answer in answers if answer.is_met is not None]
    sentences = dict.fromkeys(answer.because for answer in answers)
    return Answer(is_met=all(applying) if applying else None, because=" ".join(sentences))


def for_each_child(judge: Callable[[ChildOnRecord, OnRecord], Answer]) -> Judge:
    """A provision that is answered for every child by name."""

    def judged(record: OnRecord) -> Answer:
        return all_of([judge(child, record) for child in record.children])

    return judged
