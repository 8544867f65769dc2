"""Receiving a concern and answering it."""

from collections.abc import Sequence
from datetime import date

from vatra.access.models import Unit
from vatra.casework.models import Concern, ConcernChild
from vatra.casework.rules import written_about_the_future
from vatra.casework.words.worry import Urgency
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record, record_reading
from vatra.people.models import Person


@atomic()
def receive_concern(
    *,
    unit: Unit,
    children: Sequence[Person],
    received_on: date,
    source: str,
    urgency: str,
    worry: str,
    causes: Sequence[str],
    is_anonymous: bool,
    told_by: str,
    reachable_at: str,
    municipality: str,
    by: Actor,
) -> Concern:
    """Write down who worries about which children, and why; nothing is decided yet."""
    heed(written_about_the_future(received_on, by.today), {})
    concern = Concern(
        unit=unit,
        received_on=received_on,
        received_by_id=by.somebody,
        source=source,
        urgency=urgency,
        worry=worry,
        causes=list(causes),
        is_anonymous=is_anonymous,
        told_by=told_by,
        reachable_at=reachable_at,
        municipality=municipality,
    )
    well_formed(concern)
    concern.save()
    ConcernChild.objects.bulk_create(ConcernChild(concern=concern, child=child) for child in children)
    facts = {"source": source, "urgency": urgency, "children": [child.pk for child in children]}
    record("receive_concern", by=by, chain=concern.key, subject=concern, on=received_on, facts=facts)
    return concern


@atomic()
def receive_worry_from_site(
    *,
    unit: Unit,
    source: str,
    worry: str,
    told_by: str,
    reachable_at: str,
    municipality: str,
    by: Actor,
) -> Concern:
    """Take in what somebody wrote on the public site; the children are named by who reads it.

    It is to be looked at within a day, because nobody could ask how soon it must be.
    """
    concern = Concern(
        unit=unit,
        received_on=by.today,
        is_from_site=True,
        source=source,
        urgency=Urgency.DAY,
        worry=worry,
        is_anonymous=not (told_by or reachable_at),
        told_by=told_by,
        reachable_at=reachable_at,
        municipality=municipality,
    )
    well_formed(concern)
    concern.save()
    facts = {"source": source, "municipality": municipality}
    record("receive_worry_from_site", by=by, chain=concern.key, subject=concern, facts=facts)
    return concern


@atomic()
def name_children(*, concern: Concern, children: Sequence[Person], by: Actor) -> list[ConcernChild]:
    """Say which children a worry from the public site is about; who is named already stays named."""
    known = set(concern.children.values_list("child", flat=True))
    new = [child for child in children if child.pk not in known]
    named = ConcernChild.objects.bulk_create(ConcernChild(concern=concern, child=child) for child in new)
    facts = {"children": [child.pk for child in new]}
    record("name_children", by=by, chain=concern.key, subject=concern, facts=facts)
    return named


@atomic()
def answer_concern(*, concern: Concern, outcome: str, on: date, by: Actor) -> Concern:
    """Say what was done with a concern."""
    concern.outcome, concern.answered_on = outcome, on
    well_formed(concern)
    concern.save(update_fields=["outcome", "answered_on"])
    record("answer_concern", by=by, chain=concern.key, subject=concern, on=on, facts={"outcome": outcome})
    return concern


@atomic()
def open_concern(*, concern: Concern, by: Actor) -> None:
    """Put on record that somebody read the concern (R-45)."""
    record_reading("read_concern", by=by, chain=concern.key, subject=concern)
