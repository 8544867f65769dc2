"""Saying how the public reaches the organisation."""

from uuid import UUID

from vatra.advocacy.models import HowToReachUs
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor, record

# All that was ever said about it is one chain.
REACHING_US = UUID("6b1f6f0e-5a7e-4f0d-9f43-6a0f0a0f7c11")


@atomic()
def say_how_to_reach_us(*, phone: str, hours: Wording, email: str, address: str, by: Actor) -> HowToReachUs:
    """Give the number, address and hours that the public site shows from now on; what is empty is not shown."""
    said = HowToReachUs(
        phone=phone, hours=hours, email=email, address=address, said_at=by.at, said_by_id=by.somebody
    )
    well_formed(said)
    said.save()
    record("say_how_to_reach_us", by=by, chain=REACHING_US, subject=said)
    return said
