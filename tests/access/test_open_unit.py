"""Opening a unit: below one's own, never beside it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.access.builders import acts_on, an_administrator, keeping, machine, unit_of
from tests.builders import LONG_AGO, TODAY, a_unit, a_user, signed_in
from vatra.access.actions import open_unit
from vatra.access.models import Unit, User
from vatra.kernel.concern import Refused
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db


def opened(administrator: User, parent: Unit | None, first_day: date = TODAY) -> Unit:
    return open_unit(
        name="Team Pejë", kind="team", parent=parent, first_day=first_day, by=keeping(administrator)
    )


def refused_with(administrator: User, parent: Unit | None, first_day: date = TODAY) -> list[str]:
    with pytest.raises(Refused) as refused:
        opened(administrator, parent, first_day)
    return [concern.code for concern in refused.value.concerns]


def test_a_unit_stands_below_its_parent_and_is_on_record() -> None:
    administrator = an_administrator()
    above = unit_of(administrator)
    unit = opened(administrator, above)
    assert unit.lineage == [*above.lineage, unit.pk]
    event = Event.objects.get(chain=unit.key)
    assert (event.act, event.on, event.facts) == (
        "open_unit",
        TODAY,
        {"kind": "team", "parent": above.pk},
    )


def test_a_unit_can_stand_deep_below_ones_own() -> None:
    administrator = an_administrator()
    deep = a_unit(parent=a_unit(parent=unit_of(administrator)))
    assert opened(administrator, deep).lineage[0] == unit_of(administrator).pk


def test_nobody_opens_a_unit_below_somebody_elses() -> None:
    assert refused_with(an_administrator(), a_unit()) == ["unit-not-yours"]


def test_nobody_opens_a_unit_above_their_own() -> None:
    above = a_unit()
    assert refused_with(an_administrator(a_unit(parent=above)), above) == ["unit-not-yours"]


def test_a_supervisor_opens_no_units() -> None:
    supervisor = a_user("supervisor")
    assert refused_with(supervisor, unit_of(supervisor)) == ["unit-not-yours"]


def test_an_organisation_is_opened_at_the_machine_only() -> None:
    assert refused_with(an_administrator(), None) == ["unit-without-parent"]
    organisation = open_unit(name="Vatra", kind="organisation", parent=None, first_day=TODAY, by=machine())
    assert (organisation.lineage, acts_on(organisation)) == ([organisation.pk], ["open_unit"])


def test_nothing_is_opened_before_the_unit_above_or_after_it_closed() -> None:
    administrator = an_administrator()
    above = unit_of(administrator)
    before = LONG_AGO - timedelta(days=1)
    assert refused_with(administrator, above, before) == ["unit-closed"]
    Unit.objects.filter(pk=above.pk).update(last_day=TODAY)
    above.refresh_from_db()
    assert refused_with(administrator, above, TODAY + timedelta(days=1)) == ["unit-closed"]
    assert opened(administrator, above, TODAY).parent == above


def test_a_unit_has_a_name() -> None:
    administrator = an_administrator()
    with pytest.raises(ValidationError, match="blank"):
        open_unit(
            name="", kind="team", parent=unit_of(administrator), first_day=TODAY, by=keeping(administrator)
        )


def test_the_page_opens_the_unit_and_shows_it_in_the_tree(client: Client) -> None:
    administrator = an_administrator()
    above = unit_of(administrator)
    written = {"name": "Ekipi Pejë", "kind": "team", "parent": above.pk, "first_day": "2024-02-29"}
    answer = signed_in(client, administrator).post("/units/new/", written, follow=True)
    assert Unit.objects.get(name="Ekipi Pejë").first_day == date(2024, 2, 29)
    assert "Ekipi Pejë" in answer.text
    assert "The unit is open." in answer.text


def test_the_page_offers_only_ones_own_units_and_keeps_what_was_typed(client: Client) -> None:
    administrator, elsewhere = an_administrator(), a_unit()
    written = {"name": "Ekipi Pejë", "kind": "team", "parent": elsewhere.pk, "first_day": "2024-02-29"}
    answer = signed_in(client, administrator).post("/units/new/", written)
    assert answer.status_code == 422
    assert "Ekipi Pejë" in answer.text
    assert elsewhere.name not in answer.text
    assert not Unit.objects.filter(name="Ekipi Pejë").exists()
