"""Numbers set aside for every table before a team's caseload is written, so that the same seed gives the same rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from django.db import models

from vatra.casework.models import (
    Assessment,
    Cause,
    Concern,
    ConcernChild,
    Contact,
    DomainFinding,
    File,
    FileWorker,
    Goal,
    Plan,
    Review,
    Support,
    Visit,
)
from vatra.decisions.models import (
    Decision,
    Option,
    Outcome,
    Question,
    QuestionChild,
    Separation,
    Telling,
    TookPart,
    Weighing,
)
from vatra.exchange.invented.rows import Block, serial_of, set_aside
from vatra.homes.models import Capacity, Carer, Home
from vatra.law.models import (
    Blocker,
    Guardianship,
    LegalStatus,
    PathEvent,
    Proceeding,
    ProceedingStep,
    Waiting,
)
from vatra.people.models import Kinship, NameToken, Person, PersonKey
from vatra.placements.models import Absence, Placement

# In the order in which they are written: what a row leans on comes first, what a decision rests on before the decision.
# The figure is how many rows a child has at most, on the average of a large team; 0 where rows bring their own keys.
MOST_PER_CHILD: dict[type[models.Model], int] = {
    Person: 4,
    PersonKey: 0,
    NameToken: 12,
    Kinship: 4,
    Home: 1,
    Carer: 1,
    Capacity: 1,
    File: 1,
    FileWorker: 2,
    Concern: 1,
    ConcernChild: 1,
    Cause: 3,
    Support: 2,
    Assessment: 2,
    DomainFinding: 7,
    Guardianship: 1,
    LegalStatus: 1,
    PathEvent: 2,
    Waiting: 1,
    Proceeding: 1,
    ProceedingStep: 3,
    Blocker: 1,
    Question: 1,
    QuestionChild: 2,
    Option: 3,
    Weighing: 20,
    TookPart: 1,
    Separation: 1,
    Decision: 1,
    Outcome: 2,
    Telling: 2,
    Placement: 2,
    Absence: 1,
    Plan: 1,
    Goal: 2,
    Visit: 10,
    Contact: 6,
    Review: 5,
}
# A team may be one family with a long story, far from the average.
ALLOWANCE_CHILDREN = 40


@dataclass(frozen=True)
class TeamNumbers:
    """What one team may use: a block per table, file numbers, decision numbers."""

    blocks: dict[type[models.Model], Block]
    references: range
    decisions: range


def hand_out(sizes: Sequence[int]) -> list[TeamNumbers]:
    """Numbers for teams of these sizes, drawn in one piece per table."""
    rooms = [size + ALLOWANCE_CHILDREN for size in sizes]
    starts = [0, *accumulate(rooms)]
    first = {model: set_aside(serial_of(model), each * starts[-1]) for model, each in MOST_PER_CHILD.items()}
    reference = set_aside("casework_file_number", sum(sizes))
    decision = set_aside("decisions_decision_number", MOST_PER_CHILD[Decision] * starts[-1])
    teams = []
    for start, room, size in zip(starts, rooms, sizes, strict=False):
        each = {
            model: Block(first[model] + most * start, most * room) for model, most in MOST_PER_CHILD.items()
        }
        number = decision + MOST_PER_CHILD[Decision] * start
        teams.append(
            TeamNumbers(
                each,
                range(reference, reference + size),
                range(number, number + MOST_PER_CHILD[Decision] * room),
            )
        )
        reference += size
    return teams
