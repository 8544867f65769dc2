"""Acts on homes: opening one, naming its carers, agreeing for how many children."""

from datetime import date, timedelta

from vatra.access.models import Unit
from vatra.homes.models import Capacity, Carer, Home
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.people.models import Person


@atomic()
def open_home(
    *,
    name: str,
    form: str,
    unit: Unit,
    municipality: str,
    address: str,
    first_day: date,
    by: Actor,
    is_invented: bool = False,
) -> Home:
    """Write down a family or house where a child may live."""
    home = Home(
        name=name,
        form=form,
        unit=unit,
        municipality=municipality,
        address=address,
        first_day=first_day,
        is_invented=is_invented,
    )
    well_formed(home)
    home.save()
    record("open_home", by=by, chain=home.key, subject=home, on=first_day, facts={"form": form})
    return home


@atomic()
def name_carer(
    *, home: Home, person: Person, first_day: date, by: Actor, is_main_carer: bool = True
) -> Carer:
    """From this day the person cares for the children of the home (R-36)."""
    carer = Carer(home=home, person=person, first_day=first_day, is_main_carer=is_main_carer)
    well_formed(carer)
    carer.save()
    record("name_carer", by=by, chain=home.key, subject=carer, on=first_day, facts={"person": person.pk})
    return carer


@atomic()
def agree_capacity(*, home: Home, children: int, from_day: date, by: Actor) -> Capacity:
    """From this day the home is agreed for so many children; the number before ends the day before."""
    home.capacities.filter(last_day__isnull=True, first_day__lt=from_day).update(
        last_day=from_day - timedelta(days=1)
    )
    capacity = Capacity(home=home, children=children, first_day=from_day)
    well_formed(capacity)
    capacity.save()
    record(
        "agree_capacity", by=by, chain=home.key, subject=capacity, on=from_day, facts={"children": children}
    )
    return capacity


@atomic()
def close_home(*, home: Home, last_day: date, why: str, by: Actor) -> Home:
    """No child lives here after this day."""
    home.last_day = last_day
    well_formed(home)
    home.save(update_fields=["last_day"])
    record("close_home", by=by, chain=home.key, subject=home, on=last_day, why=why)
    return home
