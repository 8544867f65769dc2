"""Acts about those in office: where they stand, what was said to them."""

from datetime import date

from vatra.advocacy.models import Encounter, Institution, PolicyAsk, Post, Stance
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def record_stance(
    *, post: Post, ask: PolicyAsk, position: str, taken_on: date, source: str, by: Actor
) -> Stance:
    """From this day the holder of the post takes this position towards the ask."""
    stance = _stance(Stance(post=post, ask=ask), position, taken_on, source, by)
    facts = {"ask": ask.pk, "position": position}
    record("record_stance", by=by, chain=post.institution.key, subject=stance, on=taken_on, facts=facts)
    return stance


@atomic()
def correct_stance(
    *, original: Stance, position: str, taken_on: date, source: str, did_not_happen: bool, by: Actor
) -> Stance:
    """Write a stance anew, or that it was never taken; what was written before stays."""
    post = original.post
    fresh = Stance(post=post, ask_id=original.ask_id, corrects=original, did_not_happen=did_not_happen)
    stance = _stance(fresh, position, taken_on, source, by)
    facts = {"corrects": original.pk, "position": position, "did_not_happen": did_not_happen}
    record("correct_stance", by=by, chain=post.institution.key, subject=stance, on=taken_on, facts=facts)
    return stance


@atomic()
def record_encounter(
    *,
    post: Post | None,
    institution: Institution | None,
    kind: str,
    met_on: date,
    with_whom: str,
    ask: PolicyAsk | None,
    said: str,
    source: str,
    by: Actor,
) -> Encounter:
    """We met, wrote or called: with a post, or with an institution as a whole."""
    fresh = Encounter(post=post, institution=institution)
    encounter = _encounter(fresh, kind, met_on, with_whom, ask, said, source, by)
    facts = {"kind": kind, "ask": ask.pk if ask else None}
    record(
        "record_encounter", by=by, chain=_house_of(encounter).key, subject=encounter, on=met_on, facts=facts
    )
    return encounter


@atomic()
def correct_encounter(
    *,
    original: Encounter,
    kind: str,
    met_on: date,
    with_whom: str,
    ask: PolicyAsk | None,
    said: str,
    source: str,
    did_not_happen: bool,
    by: Actor,
) -> Encounter:
    """Write an encounter anew, or that there was none; what was written before stays."""
    fresh = Encounter(
        post=original.post,
        institution=original.institution,
        corrects=original,
        did_not_happen=did_not_happen,
    )
    encounter = _encounter(fresh, kind, met_on, with_whom, ask, said, source, by)
    facts = {"corrects": original.pk, "kind": kind, "did_not_happen": did_not_happen}
    record(
        "correct_encounter", by=by, chain=_house_of(encounter).key, subject=encounter, on=met_on, facts=facts
    )
    return encounter


def _stance(stance: Stance, position: str, taken_on: date, source: str, by: Actor) -> Stance:
    stance.position, stance.taken_on, stance.source = position, taken_on, source
    stance.recorded_by_id, stance.recorded_at = by.somebody, by.at
    well_formed(stance)
    stance.save()
    return stance


def _encounter(
    encounter: Encounter,
    kind: str,
    met_on: date,
    with_whom: str,
    ask: PolicyAsk | None,
    said: str,
    source: str,
    by: Actor,
) -> Encounter:
    encounter.kind, encounter.met_on, encounter.with_whom = kind, met_on, with_whom
    encounter.ask, encounter.said, encounter.source = ask, said, source
    encounter.recorded_by_id, encounter.recorded_at = by.somebody, by.at
    well_formed(encounter)
    encounter.save()
    return encounter


def _house_of(encounter: Encounter) -> Institution:
    found = encounter.institution or (encounter.post and encounter.post.institution)
    assert found, "the schema keeps an encounter with neither from being saved"
    return found
