"""Acts on enquiries: one arrives, goes step by step, and may lead to a home."""

from collections.abc import Mapping
from datetime import date

from vatra.access.models import Unit
from vatra.homes.enquiries.retention import past_their_day
from vatra.homes.enquiries.rules import before_step, before_tying
from vatra.homes.enquiries.states import state_after
from vatra.homes.enquiries.words import StepKind
from vatra.homes.models import Enquiry, EnquiryStep, Home
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record, record_reading

NOTHING: Mapping[str, str] = {}


@atomic()
def make_enquiry(
    *,
    unit: Unit,
    language: str,
    names: str,
    reachable_at: str,
    municipality: str,
    household: str,
    form: str,
    question: str,
    consent: str,
    by: Actor,
    is_invented: bool = False,
) -> Enquiry:
    """Somebody asks whether they could care for a child; `consent` is the version of the text they agreed to."""
    enquiry = Enquiry(
        unit=unit,
        received_at=by.at,
        language=language,
        names=names,
        reachable_at=reachable_at,
        municipality=municipality,
        household=household,
        form=form,
        question=question,
        consent=consent,
        is_invented=is_invented,
    )
    well_formed(enquiry)
    enquiry.save()
    facts = {"form": form, "consent": consent, "language": language}
    record("make_enquiry", by=by, chain=enquiry.key, subject=enquiry, facts=facts)
    return enquiry


@atomic()
def record_enquiry_step(*, enquiry: Enquiry, kind: str, on: date, note: str, by: Actor) -> EnquiryStep:
    """Write down what happened: they were contacted, informed, began; or it ended, and why."""
    steps = list(enquiry.steps.order_by("pk"))
    latest = steps[-1].done_on if steps else enquiry.received_on
    state = state_after(step.kind for step in steps)
    heed(before_step(state, StepKind(kind), on=on, latest=latest, today=by.today, why=note), NOTHING)
    step = EnquiryStep(
        enquiry=enquiry, kind=kind, done_on=on, note=note, written_at=by.at, written_by_id=by.somebody
    )
    well_formed(step)
    step.save()
    facts = {"kind": kind}
    record("record_enquiry_step", by=by, chain=enquiry.key, subject=step, on=on, facts=facts)
    return step


@atomic()
def tie_enquiry_to_home(*, enquiry: Enquiry, home: Home, by: Actor) -> Enquiry:
    """The people who asked now are a home."""
    state = state_after(enquiry.steps.order_by("pk").values_list("kind", flat=True))
    heed(before_tying(state, is_tied=enquiry.home_id is not None), NOTHING)
    enquiry.home = home
    enquiry.save(update_fields=["home"])
    record("tie_enquiry_to_home", by=by, chain=enquiry.key, subject=enquiry, facts={"home": home.pk})
    return enquiry


@atomic()
def erase_enquiries(*, unit: Unit, seen: int, by: Actor) -> int:
    """Erase who asked a unit, how to reach them and what they wrote, two years after the last contact.

    How many asked and how far it came stays counted. `seen` is how many the report named; others whose day comes
    meanwhile wait for the next one.
    """
    due = past_their_day(by.today).filter(unit=unit).order_by("pk").select_for_update(of=("self",))
    keys = [enquiry.pk for enquiry in due[:seen]]
    EnquiryStep.objects.filter(enquiry__in=keys).update(note="", erased_at=by.at)
    nothing = dict.fromkeys(("names", "reachable_at", "municipality", "household", "question"), "")
    Enquiry.objects.filter(pk__in=keys).update(**nothing, erased_at=by.at)
    record("erase_enquiries", by=by, chain=unit.key, subject=unit, facts={"enquiries": len(keys)})
    return len(keys)


@atomic()
def open_enquiry(*, enquiry: Enquiry, by: Actor) -> None:
    """Put on record that somebody read who asks and how to reach them (R-45)."""
    record_reading("read_enquiry", by=by, chain=enquiry.key, subject=enquiry)
