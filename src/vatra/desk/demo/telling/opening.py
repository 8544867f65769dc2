"""From the first worry to a first assessment."""

from collections.abc import Sequence
from typing import NamedTuple

from vatra.casework.actions import (
    answer_concern,
    assess,
    name_cause,
    open_file,
    receive_concern,
    record_support,
)
from vatra.casework.models import Concern, File
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.worry import CauseKind, ConcernOutcome, Source, Urgency
from vatra.desk.demo.town import Town
from vatra.kernel.ledger import Actor
from vatra.law.actions import appoint_guardian, set_legal_status
from vatra.law.words import GuardianKind, StatusKind
from vatra.people.models import Person


class Finding(NamedTuple):
    """One side of the child's life, as an assessment describes it."""

    domain: Domain
    standing: Standing
    strengths: str = ""
    worries: str = ""
    would_help: str = ""


def worry_about(
    town: Town,
    children: Sequence[Person],
    *,
    ago: int,
    worry: str,
    causes: Sequence[CauseKind],
    source: Source = Source.FAMILY,
    urgency: Urgency = Urgency.WEEK,
    told_by: str = "",
    by: Actor | None = None,
) -> Concern:
    """Somebody worries; without a name the person wishes to stay anonymous."""
    return receive_concern(
        unit=town.team,
        children=children,
        received_on=town.ago(ago),
        source=source,
        urgency=urgency,
        worry=worry,
        causes=causes,
        is_anonymous=not told_by,
        told_by=told_by,
        reachable_at="",
        municipality=town.municipality,
        by=by or town.by_worker(ago),
    )


def take_in(town: Town, concern: Concern, *, ago: int) -> list[File]:
    """Open a file for every child of the concern and name the causes."""
    by, on = town.by_worker(ago), town.ago(ago)
    files = []
    for named in concern.children.select_related("child").order_by("pk"):
        file = open_file(child=named.child, unit=town.team, worker=town.worker, on=on, concern=concern, by=by)
        for kind in concern.causes:
            name_cause(file=file, kind=kind, since=on, by=by)
        files.append(file)
    answer_concern(concern=concern, outcome=ConcernOutcome.FILE_OPENED, on=on, by=by)
    return files


def parents_as_guardian(town: Town, file: File, parent: Person, *, ago: int) -> None:
    """The parents hold guardianship and agree to the care."""
    by, since = town.by_worker(ago), town.ago(ago)
    appoint_guardian(file=file, kind=GuardianKind.PARENTS, guardian=parent, from_day=since, by=by)
    set_legal_status(
        file=file, kind=StatusKind.AGREEMENT, ordered_by="Prindi, me shkrim", from_day=since, by=by
    )


def look_into(
    town: Town,
    file: File,
    *,
    ago: int,
    support: SupportKind,
    tried: str,
    findings: Sequence[Finding],
    child_view: str,
    conclusion: str,
    result: SupportResult = SupportResult.HELPED_PARTLY,
) -> None:
    """What was tried with the family, and what was seen."""
    by = town.by_worker(ago)
    record_support(
        file=file,
        kind=support,
        given_by="Ekipi ynë dhe komuna",
        first_day=file.opened_on,
        last_day=town.ago(ago),
        result=result,
        account=tried,
        by=by,
    )
    assess(
        file=file,
        made_on=town.ago(ago),
        sources="Dy vizita në shtëpi, bisedë me familjen, me shkollën ose kopshtin dhe me mjeken.",
        child_view=child_view,
        conclusion=conclusion,
        findings=[finding._asdict() for finding in findings],
        reasons={},
        by=by,
    )
