"""Placing, moving, returning home, ending a stay."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from vatra.decisions.models import Outcome
from vatra.decisions.queries import holds
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, Refused, Severity, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.placements.models import Placement
from vatra.placements.queries import facts_for_placement
from vatra.placements.rules import may_place
from vatra.placements.words import EndReason


def _begin(
    *,
    outcome: Outcome,
    first_day: date,
    reasons: Mapping[str, str],
    exception: str | None,
    exception_until: date | None,
) -> tuple[Placement, str]:
    """The stay the decision speaks of, checked by the rules; with the reasons kept for going on."""
    if outcome.home is None or outcome.form is None:
        sentence = _(
            "The decision names no home to live in. Living with the birth family is recorded as a return."
        )
        raise Refused([Concern("R-01-home", Severity.BLOCK, sentence)])
    facts = facts_for_placement(
        outcome.file,
        home=outcome.home,
        form=outcome.form,
        first_day=first_day,
        exception=exception,
        exception_until=exception_until,
    )
    why = heed(may_place(facts), reasons)
    placement = Placement(
        file=outcome.file,
        home=outcome.home,
        form=outcome.form,
        first_day=first_day,
        outcome=outcome,
        young_child_exception=exception,
        exception_until=exception_until,
    )
    return placement, "\n".join(why.values())


def _facts(placement: Placement) -> dict[str, object]:
    return {"home": placement.home_id, "form": placement.form, "outcome": placement.outcome_id}


@atomic()
def place(
    *,
    outcome: Outcome,
    first_day: date,
    reasons: Mapping[str, str],
    by: Actor,
    exception: str | None = None,
    exception_until: date | None = None,
) -> Placement:
    """The child comes to live in the home the decision names, from this day (R-01, R-09, R-10, R-13)."""
    placement, why = _begin(
        outcome=outcome,
        first_day=first_day,
        reasons=reasons,
        exception=exception,
        exception_until=exception_until,
    )
    well_formed(placement)
    placement.save()
    record(
        "place",
        by=by,
        chain=outcome.file.key,
        subject=placement,
        on=first_day,
        why=why,
        facts=_facts(placement),
    )
    return placement


def _finish(placement: Placement, *, last_day: date, reason: str) -> None:
    if placement.last_day is not None and placement.last_day < last_day:
        sentence = _("This stay has already ended.")
        raise Refused([Concern("stay-ended", Severity.BLOCK, sentence)])
    placement.last_day, placement.end_reason = last_day, reason
    well_formed(placement)
    placement.save(update_fields=["last_day", "end_reason"])


@atomic()
def move(
    *,
    current: Placement,
    outcome: Outcome,
    first_day: date,
    end_reason: str,
    reasons: Mapping[str, str],
    by: Actor,
    exception: str | None = None,
    exception_until: date | None = None,
) -> Placement:
    """One step: the stay ends the day before, the next begins; never a day without a home, never two homes."""
    _finish(current, last_day=first_day - timedelta(days=1), reason=end_reason)
    placement, why = _begin(
        outcome=outcome,
        first_day=first_day,
        reasons=reasons,
        exception=exception,
        exception_until=exception_until,
    )
    well_formed(placement)
    placement.save()
    facts = _facts(placement) | {"from": current.pk, "end_reason": end_reason}
    record("move", by=by, chain=outcome.file.key, subject=placement, on=first_day, why=why, facts=facts)
    return placement


@atomic()
def return_home(*, current: Placement, outcome: Outcome, last_day: date, by: Actor) -> Placement:
    """The child goes home to the family after this day, as decided; follow-ups begin (R-23, R-24)."""
    if outcome.file_id != current.file_id:
        raise Refused([Concern("R-26-child", Severity.BLOCK, _("The decision is about another child."))])
    if not holds(outcome.decision):
        sentence = _(
            "This decision was withdrawn, superseded or overturned. A return needs a decision that holds."
        )
        raise Refused([Concern("R-26-fell", Severity.BLOCK, sentence)])
    _finish(current, last_day=last_day, reason=EndReason.RETURNED_HOME)
    facts = {"outcome": outcome.pk, "end_reason": str(EndReason.RETURNED_HOME)}
    record("return_home", by=by, chain=current.file.key, subject=current, on=last_day, facts=facts)
    return current


@atomic()
def end_placement(*, placement: Placement, last_day: date, reason: str, why: str, by: Actor) -> Placement:
    """The stay ends with this day; where the child lives from then on is a new stay, or is counted as a gap."""
    _finish(placement, last_day=last_day, reason=reason)
    facts: dict[str, object] = {"end_reason": reason}
    record(
        "end_placement", by=by, chain=placement.file.key, subject=placement, on=last_day, why=why, facts=facts
    )
    return placement
