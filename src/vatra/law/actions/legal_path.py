"""Writing down what happened on a child's legal path, and correcting it."""

from collections.abc import Mapping, Sequence
from datetime import date

from vatra.casework.models import File
from vatra.casework.rules import written_about_the_future, written_after_closing
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.law.models import PathEvent
from vatra.law.path.known import consent_age, happened, path_under
from vatra.law.path.rules import (
    before_birth,
    consent_before_the_gate,
    consent_too_early,
    not_of_this_path,
    withdrawn_without_consent,
)
from vatra.law.path.waiting import wait_anew
from vatra.law.path.words import PathCode


@atomic()
def record_path_event(
    *,
    file: File,
    event: str,
    happened_on: date,
    authority: str,
    note: str,
    reasons: Mapping[str, str],
    by: Actor,
) -> PathEvent:
    """Write down that something happened on the legal path of the child (R-19)."""
    written = PathEvent(
        file=file,
        event=event,
        happened_on=happened_on,
        authority=authority,
        note=note,
        recorded_by_id=by.somebody,
    )
    why = _kept(written, reasons, by)
    facts = {"event": event, "authority": authority}
    record("record_path_event", by=by, chain=file.key, subject=written, on=happened_on, why=why, facts=facts)
    wait_anew([file.pk])
    return written


@atomic()
def correct_path_event(
    *,
    original: PathEvent,
    happened_on: date,
    authority: str,
    note: str,
    did_not_happen: bool,
    reasons: Mapping[str, str],
    by: Actor,
) -> PathEvent:
    """Write an event of the legal path anew, or that it did not happen; what was written before stays."""
    file = original.file
    written = PathEvent(
        file=file,
        event=original.event,
        happened_on=happened_on,
        authority=authority,
        note=note,
        recorded_by_id=by.somebody,
        corrects=original,
        did_not_happen=did_not_happen,
    )
    why = _kept(written, reasons, by)
    facts = {"event": original.event, "corrects": original.pk, "did_not_happen": did_not_happen}
    record("correct_path_event", by=by, chain=file.key, subject=written, on=happened_on, why=why, facts=facts)
    wait_anew([file.pk])
    return written


def _kept(written: PathEvent, reasons: Mapping[str, str], by: Actor) -> str:
    """Keep an event that nothing speaks against; returns the reasons given for what was warned of."""
    others = [each for each in written.file.path.standing() if each.pk != written.corrects_id]
    standing = [*others, *([] if written.did_not_happen else [written])]
    why = heed([*_about_it(written, by.today), *_about_all(written.file, standing)], reasons)
    well_formed(written)
    written.save()
    return "\n".join(why.values())


def _about_it(written: PathEvent, today: date) -> list[Concern]:
    file, on = written.file, written.happened_on
    is_consent = written.event == PathCode.CONSENT_GIVEN and not written.did_not_happen
    return [
        *not_of_this_path(written.event, path_under(file.jurisdiction)),
        *written_about_the_future(on, today),
        *written_after_closing(on, file.closed_on),
        *before_birth(on, file.child.birth),
        *(consent_too_early(on, consent_age(file, on)) if is_consent else []),
    ]


def _about_all(file: File, standing: Sequence[PathEvent]) -> list[Concern]:
    events = happened(standing, path_under(file.jurisdiction))
    return [*consent_before_the_gate(events), *withdrawn_without_consent(events)]
