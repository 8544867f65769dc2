"""Acts on who receives what the public sends in."""

from datetime import date

from vatra.access.models import Receiving, Unit
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def receive_from_site(*, unit: Unit, what: str, municipality: str, first_day: date, by: Actor) -> Receiving:
    """From this day the unit receives what the public sends in about a municipality, or from everywhere else."""
    receiving = Receiving(unit=unit, what=what, municipality=municipality, first_day=first_day)
    well_formed(receiving)
    receiving.save()
    facts = {"what": what, "municipality": municipality}
    record("receive_from_site", by=by, chain=unit.key, subject=receiving, on=first_day, facts=facts)
    return receiving


@atomic()
def stop_receiving(*, receiving: Receiving, last_day: date, by: Actor) -> Receiving:
    """The unit receives nothing more from the site after this day."""
    receiving.last_day = last_day
    well_formed(receiving)
    receiving.save(update_fields=["last_day"])
    record("stop_receiving", by=by, chain=receiving.unit.key, subject=receiving, on=last_day)
    return receiving
