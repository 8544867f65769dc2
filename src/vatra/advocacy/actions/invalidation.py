"""Acts that take signatures out of the count and put them back: both all at once, both for a reason."""

from django.db import connection

from vatra.advocacy.models import InvalidatedSignature, InvalidationBatch, SigningSheet
from vatra.advocacy.signing.conditions import Conditions
from vatra.advocacy.signing.refusals import others_match, undone_already
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record

# One more batch, or one fewer, in which each of them does not count.
_MOVE = """
    UPDATE advocacy_signature SET invalid_in = invalid_in + %s
    WHERE id IN (SELECT signature_id FROM advocacy_invalidatedsignature WHERE batch_id = %s)
"""


@atomic()
def invalidate(
    *, sheet: SigningSheet, conditions: Conditions, seen: int, why: str, by: Actor
) -> InvalidationBatch:
    """Take every signature that fits all conditions out of the count; `seen` is how many somebody looked at before."""
    batch = InvalidationBatch(
        sheet=sheet,
        name_pattern=conditions.name_pattern,
        domain=conditions.domain,
        network=conditions.network,
        from_at=conditions.from_at,
        until_at=conditions.until_at,
        text=conditions.text,
        made_at=by.at,
        made_by_id=by.somebody,
        why=why,
    )
    well_formed(batch)
    batch.save()
    fitting = list(conditions.fitting(sheet).order_by("pk").select_for_update().values_list("pk", flat=True))
    if len(fitting) != seen:
        raise Refused([others_match()])
    InvalidatedSignature.objects.bulk_create(
        [InvalidatedSignature(batch=batch, signature_id=number) for number in fitting], batch_size=5_000
    )
    _move(batch, 1)
    record(
        "invalidate",
        by=by,
        chain=sheet.action.key,
        subject=batch,
        why=why,
        facts={"signatures": len(fitting)},
    )
    return batch


@atomic()
def undo_invalidation(*, batch: InvalidationBatch, why: str, by: Actor) -> InvalidationBatch:
    """Put back what a batch took: exactly that, and what another batch took as well stays out."""
    found = InvalidationBatch.objects.select_for_update().select_related("sheet__action").get(pk=batch.pk)
    if found.undone_at:
        raise Refused([undone_already()])
    found.undone_at, found.undone_by_id = by.at, by.somebody
    found.save(update_fields=["undone_at", "undone_by"])
    _move(found, -1)
    record("undo_invalidation", by=by, chain=found.sheet.action.key, subject=found, why=why)
    return found


def _move(batch: InvalidationBatch, by_one: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, [by_one, batch.pk])
