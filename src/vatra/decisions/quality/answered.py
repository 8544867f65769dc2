"""A decision with everything a reviewer sees: standards, provisions and flags, each with the way to its facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from vatra.decisions.models import Decision
from vatra.decisions.quality.provisions import Provision, Where, provisions_of
from vatra.decisions.quality.reading import decision_to_review, on_record
from vatra.decisions.quality.standards import standards_of
from vatra.decisions.quality.thin_words import because


@dataclass(frozen=True)
class Line:
    """One provision with the address of the facts behind it."""

    provision: Provision
    url: str


@dataclass(frozen=True)
class Lines:
    """One set of provisions: those that apply, the ones not met first; and those that do not."""

    applying: Sequence[Line]
    beside: Sequence[Line]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Lines":
        """Sorted for the reader; within each group the order stays."""
        applying = [line for line in lines if line.provision.is_met is not None]
        applying.sort(key=lambda line: bool(line.provision.is_met))
        return cls(applying, [line for line in lines if line.provision.is_met is None])

    @property
    def met(self) -> int:
        """How many are met."""
        return sum(bool(line.provision.is_met) for line in self.applying)


@dataclass(frozen=True)
class Answered:
    """A decision, what it meets, and why its reasons look thin."""

    decision: Decision
    standards: Lines
    provisions: Lines
    thin: Sequence[str]


def answered(pk: int, *, reference: str, today: date) -> Answered:
    """Four queries at most; `reference` is the file the reviewer came through."""
    decision: Any = decision_to_review(pk)
    record = on_record(decision, today=today)
    provisions = provisions_of(record)
    return Answered(
        decision=decision,
        standards=Lines.of(list(_lines(standards_of(record, provisions), decision, reference))),
        provisions=Lines.of(list(_lines(provisions, decision, reference))),
        thin=[because(flag["kind"], flag["about"]) for flag in decision.flags],
    )


def _lines(provisions: Sequence[Provision], decision: Decision, reference: str) -> Iterator[Line]:
    page = reverse("decisions:decision", args=[decision.pk])
    file = reverse("desk:file", args=[reference])
    for provision in provisions:
        at_decision = page if provision.where == Where.DECISION else f"{page}#{provision.where}"
        yield Line(provision, file if provision.where == Where.FILE else at_decision)
