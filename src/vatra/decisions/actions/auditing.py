"""Looking back at decisions drawn at random: the draw, and what was found."""

from datetime import date
from secrets import token_hex

from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit, User
from vatra.casework.rules import written_about_the_future
from vatra.decisions.models import AuditedDecision, AuditSample, Decision
from vatra.decisions.quality.audit import can_be_drawn, draw, had_part
from vatra.decisions.words import Verdict
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, Refused, Severity, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def draw_sample(*, unit: Unit, first_day: date, last_day: date, number: int, by: Actor) -> AuditSample:
    """Draw decisions at random from those the unit and the units below issued in the period, both days included.

    Nothing the drawer wrote, heard, issued or sat on the panel for is drawn; where fewer remain than were asked for,
    all of them are. The seed is kept, so that anybody can draw again and see that nobody chose.
    """
    heed(written_about_the_future(max(first_day, last_day), by.today), {})
    sample = AuditSample(
        unit=unit,
        first_day=first_day,
        last_day=last_day,
        seed=token_hex(32),
        drawn_at=by.at,
        drawn_by=User.objects.get(pk=by.somebody),
    )
    well_formed(sample)
    sample.validate_constraints()
    numbers = draw(sample.seed, can_be_drawn(sample), number)
    if not numbers:
        sentence = _("There is no decision of these days that you had no part in.")
        raise Refused([Concern("audit-nothing", Severity.BLOCK, sentence)])
    sample.save()
    decisions = Decision.objects.in_bulk(numbers, field_name="number")
    AuditedDecision.objects.bulk_create(
        AuditedDecision(sample=sample, decision=decisions[each]) for each in numbers
    )
    facts = {"sample": sample.pk, "seed": sample.seed, "decisions": numbers}
    record("draw_sample", by=by, chain=unit.key, subject=sample, facts=facts)
    return sample


@atomic()
def record_verdict(
    *, audited: AuditedDecision, verdict: str, remarks: str, on: date, by: Actor
) -> AuditedDecision:
    """Write down, once, what somebody who had no part in the decision found when reading it again."""
    locked = AuditedDecision.objects.select_for_update().get(pk=audited.pk)
    heed([*written_about_the_future(on, by.today), *_about_the_verdict(locked, verdict, remarks, by)], {})
    audited.verdict, audited.remarks, audited.looked_on, audited.looked_by_id = (
        verdict,
        remarks,
        on,
        by.somebody,
    )
    well_formed(audited)
    audited.save(update_fields=["verdict", "remarks", "looked_on", "looked_by"])
    facts = {"decision": audited.decision.number, "verdict": verdict, "sample": audited.sample_id}
    for child in audited.decision.question.children.select_related("file"):
        record("record_verdict", by=by, chain=child.file.key, subject=audited, on=on, facts=facts)
    return audited


def _about_the_verdict(held: AuditedDecision, verdict: str, remarks: str, by: Actor) -> list[Concern]:
    found: list[Concern] = []
    if held.verdict is not None:
        sentence = _("What was found in this decision is already written down.")
        found.append(Concern("audit-twice", Severity.BLOCK, sentence))
    if had_part(held.decision, User.objects.get(pk=by.somebody)):
        sentence = _("You had a part in this decision. Somebody else has to look at it.")
        found.append(Concern("audit-own", Severity.BLOCK, sentence))
    if verdict != Verdict.SOUND and not remarks.strip():
        sentence = _("Write what is thin or has to be looked at again.")
        found.append(Concern("audit-remarks", Severity.BLOCK, sentence))
    return found
