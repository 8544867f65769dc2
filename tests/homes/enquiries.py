"""Enquiries with quiet defaults."""

from datetime import date

from tests.builders import at, by
from vatra.access.models import Unit, User
from vatra.access.roles import Role
from vatra.homes.actions import make_enquiry, record_enquiry_step
from vatra.homes.enquiries.consent import NEWEST
from vatra.homes.enquiries.words import StepKind
from vatra.homes.models import Enquiry
from vatra.kernel.ledger import Actor

ASKED_ON = date(2026, 3, 2)


def an_enquiry(
    unit: Unit, *, form: str = "foster_long", on: date = ASKED_ON, names: str = "Ana Hoti"
) -> Enquiry:
    """Somebody asked, two weeks ago."""
    return make_enquiry(
        unit=unit,
        language="sq",
        names=names,
        reachable_at="044 000 111",
        municipality="peje",
        household="Two grown-ups",
        form=form,
        question="",
        consent=NEWEST,
        by=Actor(None, "public", at(on)),
    )


def come_to(enquiry: Enquiry, *kinds: StepKind, user: User, on: date = ASKED_ON) -> Enquiry:
    """The steps, all on one day."""
    for kind in kinds:
        record_enquiry_step(
            enquiry=enquiry, kind=kind, on=on, note="Because.", by=by(user, role=Role.SUPERVISOR)
        )
    return enquiry
