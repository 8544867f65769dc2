"""Assessing, naming causes, and writing down what was tried."""

from collections.abc import Mapping, Sequence
from datetime import date

from vatra.casework.models import Assessment, Cause, DomainFinding, File, Support
from vatra.casework.rules import day_of_entry, written_about_the_future
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def assess(
    *,
    file: File,
    made_on: date,
    sources: str,
    child_view: str,
    conclusion: str,
    findings: Sequence[Mapping[str, str]],
    reasons: Mapping[str, str],
    by: Actor,
    corrects: Assessment | None = None,
) -> Assessment:
    """Describe the child's life by domains: strengths, worries, what would help (R-16, R-27).

    `findings` are mappings with the keys domain, standing, strengths, worries, would_help.
    """
    concerns = day_of_entry(made_on, opened_on=file.opened_on, closed_on=file.closed_on, today=by.today)
    why = heed(concerns, reasons)
    assessment = Assessment(
        file=file,
        made_on=made_on,
        made_by_id=by.somebody,
        sources=sources,
        child_view=child_view,
        conclusion=conclusion,
        corrects=corrects,
    )
    well_formed(assessment)
    assessment.save()
    for finding in findings:
        row = DomainFinding(assessment=assessment, **finding)
        well_formed(row)
        row.save()
    facts = {finding["domain"]: finding["standing"] for finding in findings}
    record(
        "assess",
        by=by,
        chain=file.key,
        subject=assessment,
        on=made_on,
        why="\n".join(why.values()),
        facts=facts,
    )
    return assessment


@atomic()
def name_cause(*, file: File, kind: str, since: date, by: Actor) -> Cause:
    """Name a cause that may separate this family, from a day on (R-07)."""
    cause = Cause(file=file, kind=kind, first_day=since)
    well_formed(cause)
    cause.save()
    record("name_cause", by=by, chain=file.key, subject=cause, on=since, facts={"kind": kind})
    return cause


@atomic()
def settle_cause(*, cause: Cause, until: date, why: str, by: Actor) -> Cause:
    """A cause no longer holds after this day."""
    cause.last_day = until
    well_formed(cause)
    cause.save(update_fields=["last_day"])
    record(
        "settle_cause",
        by=by,
        chain=cause.file.key,
        subject=cause,
        on=until,
        why=why,
        facts={"kind": cause.kind},
    )
    return cause


@atomic()
def record_support(
    *,
    file: File,
    kind: str,
    given_by: str,
    first_day: date,
    last_day: date | None,
    result: str | None,
    account: str,
    by: Actor,
) -> Support:
    """Write down what was tried so that the family stays together (R-07, R-15)."""
    heed(written_about_the_future(first_day, by.today), {})
    support = Support(
        file=file,
        kind=kind,
        given_by=given_by,
        first_day=first_day,
        last_day=last_day,
        result=result,
        account=account,
    )
    well_formed(support)
    support.save()
    facts = {"kind": kind, "result": result}
    record("record_support", by=by, chain=file.key, subject=support, on=first_day, facts=facts)
    return support
