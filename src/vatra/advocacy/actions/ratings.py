"""Acts of rating an ask: how far, how well, and what our own work had to do with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vatra.access.models import Unit
from vatra.advocacy.asks.rules import (
    another_answers,
    confirmed_on_thin_evidence,
    from_our_house,
    outside_the_time_of_the_ask,
)
from vatra.advocacy.models import (
    ContributionEvidence,
    ContributionRating,
    PolicyAsk,
    ProgressRating,
    QualityRating,
)
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@dataclass(frozen=True, slots=True)
class Evidence:
    """What somebody outside says about our part, and where."""

    says: str
    said_by: str
    source_url: str


@atomic()
def rate_progress(*, ask: PolicyAsk, step: int, rated_on: date, why: str, by: Actor) -> ProgressRating:
    """Say how much of what is asked had been done by a day, in five steps."""
    heed(_in_time(ask, rated_on, by), {})
    rating = ProgressRating(ask=ask, step=step, rated_on=rated_on, why=why, rated_by_id=by.somebody)
    well_formed(rating)
    rating.save()
    record("rate_progress", by=by, chain=ask.key, subject=rating, on=rated_on, facts={"step": step})
    return rating


@atomic()
def rate_quality(
    *, ask: PolicyAsk, grade: int, rated_on: date, reader: str, organisation: str, why: str, by: Actor
) -> QualityRating:
    """Write down what an outside reader says of how well what was done answers the ask."""
    heed([*_in_time(ask, rated_on, by), *_from_us(organisation)], {})
    rating = QualityRating(
        ask=ask,
        grade=grade,
        rated_on=rated_on,
        reader=reader,
        organisation=organisation,
        why=why,
        recorded_by_id=by.somebody,
    )
    well_formed(rating)
    rating.save()
    record("rate_quality", by=by, chain=ask.key, subject=rating, on=rated_on, facts={"grade": grade})
    return rating


@atomic()
def rate_contribution(
    *, ask: PolicyAsk, claim: str, rated_on: date, why: str, evidence: Sequence[Evidence], by: Actor
) -> ContributionRating:
    """Claim what our own work had to do with it; it counts once somebody else has approved it."""
    said = [(each.said_by, each.source_url) for each in evidence]
    thin = confirmed_on_thin_evidence(claim, said)
    heed([*_in_time(ask, rated_on, by), *_from_us(*(who for who, _where in said)), *thin], {})
    rating = ContributionRating(
        ask=ask, claim=claim, rated_on=rated_on, why=why, author_id=by.somebody, recorded_at=by.at
    )
    well_formed(rating)
    rating.save()
    _keep_evidence(rating, evidence)
    facts = {"claim": claim, "evidence": len(evidence)}
    record("rate_contribution", by=by, chain=ask.key, subject=rating, on=rated_on, facts=facts)
    return rating


@atomic()
def approve_contribution(*, rating: ContributionRating, by: Actor) -> ContributionRating:
    """A second person has read the evidence: from now on the rating counts."""
    rating = _to_be_answered(rating, by)
    rating.approved_at, rating.approved_by_id = by.at, by.somebody
    well_formed(rating)
    rating.save(update_fields=["approved_at", "approved_by"])
    facts = {"claim": rating.claim}
    record("approve_contribution", by=by, chain=rating.ask.key, subject=rating, facts=facts)
    return rating


@atomic()
def refuse_contribution(*, rating: ContributionRating, refusal: str, by: Actor) -> ContributionRating:
    """A second person does not approve, and says why; the rating never counts."""
    rating = _to_be_answered(rating, by)
    rating.refused_at, rating.refused_by_id, rating.refusal = by.at, by.somebody, refusal
    well_formed(rating)
    rating.save(update_fields=["refused_at", "refused_by", "refusal"])
    record("refuse_contribution", by=by, chain=rating.ask.key, subject=rating, why=refusal)
    return rating


def _in_time(ask: PolicyAsk, rated_on: date, by: Actor) -> list[Concern]:
    return outside_the_time_of_the_ask(rated_on, asked_on=ask.asked_on, today=by.today)


def _from_us(*named: str) -> list[Concern]:
    """Our own house and every unit of it."""
    return from_our_house(named, set(Unit.objects.values_list("name", flat=True)))


def _keep_evidence(rating: ContributionRating, evidence: Iterable[Evidence]) -> None:
    for each in evidence:
        piece = ContributionEvidence(
            rating=rating, says=each.says, said_by=each.said_by, source_url=each.source_url
        )
        well_formed(piece)
        piece.save()


def _to_be_answered(rating: ContributionRating, by: Actor) -> ContributionRating:
    """The rating, locked until the transaction ends; refused where it was answered, or is one's own."""
    locked = ContributionRating.objects.select_for_update(no_key=True, of=("self",)).select_related("ask")
    found = locked.get(pk=rating.pk)
    heed(another_answers(is_own=found.author_id == by.somebody, is_answered=found.is_answered), {})
    return found
