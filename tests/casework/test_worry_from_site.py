"""A worry from the public site: it reaches the unit's social workers, who name the children and go on as ever."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import a_unit, a_user, at, signed_in
from vatra.access.models import Unit
from vatra.access.roles import Role
from vatra.casework.actions import receive_worry_from_site
from vatra.casework.models import Concern
from vatra.kernel.ledger import Actor, Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def a_worry(unit: Unit, **told: str) -> Concern:
    """A neighbour wrote, without a name."""
    given = {"told_by": "", "reachable_at": "", **told}
    return receive_worry_from_site(
        unit=unit,
        source="neighbour",
        worry="A small child cries every evening.",
        municipality="peje",
        by=Actor(None, "public", at()),
        **given,
    )


BLERTA = {"child-1-given_name": "Blerta", "child-1-family_name": "Krasniqi", "child-1-sex": "F"}
LEKA = {"child-2-given_name": "Leka", "child-2-sex": "M", "child-2-same_parents": "on"}


def test_it_waits_for_the_social_workers_of_the_unit_marked_as_from_the_site(client: Client) -> None:
    unit = a_unit()
    concern = a_worry(unit)
    signed_in(client, a_user(unit=unit))
    listed = client.get("/concerns/").content.decode()
    assert "From the public site" in listed
    assert "Child not named yet" in listed
    page = client.get(f"/concerns/{concern.pk}/").content.decode()
    assert "Nobody: it came from the public site" in page
    assert "Wishes to stay anonymous" in page
    assert "A worry of 16 March 2026" in client.get("/").content.decode()


def test_the_children_are_named_and_files_can_be_opened(client: Client) -> None:
    unit = a_unit()
    concern, worker = a_worry(unit), a_user(unit=unit)
    answer = signed_in(client, worker).post(f"/concerns/{concern.pk}/children/", {**BLERTA, **LEKA})
    assert answer.headers["Location"] == f"/concerns/{concern.pk}/"
    assert [each.child.name for each in concern.children.order_by("pk")] == [
        "Blerta Krasniqi",
        "Leka Krasniqi",
    ]
    assert client.get(f"/concerns/{concern.pk}/files/").status_code == 200
    acts = Event.objects.filter(chain=concern.key, reading=False).order_by("position")
    assert list(acts.values_list("act", flat=True)) == ["receive_worry_from_site", "name_children"]


def test_one_more_child_may_be_named_later(client: Client) -> None:
    unit = a_unit()
    concern, worker = a_worry(unit), a_user(unit=unit)
    signed_in(client, worker).post(f"/concerns/{concern.pk}/children/", BLERTA)
    client.post(f"/concerns/{concern.pk}/children/", {"child-1-given_name": "Era", "child-1-sex": "F"})
    assert concern.children.count() == 2


def test_a_page_without_any_name_is_refused(client: Client) -> None:
    unit = a_unit()
    concern = a_worry(unit)
    answer = signed_in(client, a_user(unit=unit)).post(
        f"/concerns/{concern.pk}/children/", {"child-1-sex": "F"}
    )
    assert answer.status_code == 422
    assert concern.children.count() == 0


def test_a_stranger_finds_nothing_and_who_only_reads_names_nobody(client: Client) -> None:
    unit = a_unit()
    concern = a_worry(unit)
    address = f"/concerns/{concern.pk}/children/"
    assert signed_in(client, a_user()).get(address).status_code == 404
    assert signed_in(client, a_user(Role.SAFEGUARDING_OFFICER, unit)).get(address).status_code == 403


def test_once_answered_it_no_longer_waits(client: Client) -> None:
    unit = a_unit()
    concern = a_worry(unit)
    signed_in(client, a_user(unit=unit))
    done = {"outcome": "no_action", "on_day": "16", "on_month": "3", "on_year": "2026"}
    client.post(f"/concerns/{concern.pk}/answer/", done)
    assert "A worry of" not in client.get("/").content.decode()


def test_who_gives_a_name_is_not_anonymous() -> None:
    assert a_worry(a_unit(), told_by="Teuta").is_anonymous is False
    assert a_worry(a_unit(), reachable_at="044 1").is_anonymous is False


@pytest.mark.parametrize("is_from_site", [True, False])
def test_the_schema_knows_who_received_it(is_from_site: bool) -> None:
    concern = a_worry(a_unit())
    worker = a_user()
    changed = {"is_from_site": is_from_site, "received_by": worker if is_from_site else None}
    with pytest.raises(IntegrityError, match="concern_received_by_nobody"), transaction.atomic():
        Concern.objects.filter(pk=concern.pk).update(**changed)
