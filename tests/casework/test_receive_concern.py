"""Taking down a concern."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import a_child, a_file, a_unit, a_user, by, siblings, signed_in, worker_of
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.models import Concern
from vatra.kernel import clock
from vatra.kernel.models import Event
from vatra.people.actions import register_person
from vatra.people.models import Kinship, Person
from vatra.people.queries import siblings_of

pytestmark = pytest.mark.django_db

PAGE = "/concerns/new/"


def a_call(user: User, **told: str) -> dict[str, object]:
    """What a nurse tells about one child."""
    return {
        "child-1-given_name": "Blerta",
        "child-1-family_name": "Krasniqi",
        "child-1-sex": "F",
        "child-1-mother_name": "Arta Krasniqi",
        "worry": "The mother left the ward.",
        "urgency": "day",
        "causes": ["abandoned"],
        "source": "hospital",
        "told_by": "Nurse Teuta",
        "received_on": "2026-03-16",
        "unit": user.appointments.get().unit_id,
        **told,
    }


BROTHER = {
    "child-2-given_name": "Leka",
    "child-2-birth_year": "2022",
    "child-2-sex": "M",
    "child-2-same_parents": "on",
}


def test_a_concern_about_a_newborn_and_her_brother_is_written_down(client: Client) -> None:
    worker = a_user()
    answer = signed_in(client, worker).post(PAGE, a_call(worker, **BROTHER))
    concern = Concern.objects.get()
    assert answer.headers["Location"] == f"/concerns/{concern.pk}/"
    assert (concern.unit, concern.received_by, concern.causes) == (
        worker.appointments.get().unit,
        worker,
        ["abandoned"],
    )
    blerta, leka = (each.child for each in concern.children.order_by("pk"))
    assert (blerta.name, leka.name) == ("Blerta Krasniqi", "Leka Krasniqi")
    assert leka.mother_name == "Arta Krasniqi"
    assert (leka.birth_on, leka.birth_precision) == (date(2022, 1, 1), "year")
    assert siblings_of([blerta.pk]) == {blerta.pk: [leka]}
    event = Event.objects.get(chain=concern.key)
    assert (event.act, event.on, event.user_id) == ("receive_concern", date(2026, 3, 16), worker.pk)


def test_a_family_of_five_is_taken_down_on_one_page(client: Client) -> None:
    worker = a_user()
    page = signed_in(client, worker).post(PAGE, {**a_call(worker, **BROTHER), "more": "child"})
    assert [row.number for row in page.context["form"].rows] == [1, 2, 3]
    assert "Blerta" in page.content.decode()
    assert not Concern.objects.exists()
    others = {f"child-{number}-given_name": f"Fëmija {number}" for number in range(3, 6)}
    others |= {f"child-{number}-sex": "U" for number in range(3, 6)}
    client.post(PAGE, a_call(worker, **BROTHER, **others))
    assert Concern.objects.get().children.count() == 5


def test_a_page_holds_no_more_than_twelve_children(client: Client) -> None:
    worker = a_user()
    page = signed_in(client, worker).post(PAGE, {"child-12-given_name": "Ana", "more": "child"})
    assert len(page.context["form"].rows) == 12
    assert 'name="more"' not in page.content.decode()


def test_a_child_without_any_name_is_refused(client: Client) -> None:
    worker = a_user()
    told = a_call(worker, **{"child-1-given_name": "", "child-1-family_name": ""})
    answer = signed_in(client, worker).post(PAGE, told)
    assert answer.status_code == 422
    assert "Write at least one name" in answer.content.decode()
    assert (Concern.objects.count(), Person.objects.count()) == (0, 0)


def test_a_concern_of_tomorrow_is_refused(client: Client) -> None:
    worker = a_user()
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    answer = signed_in(client, worker).post(PAGE, a_call(worker, received_on=tomorrow))
    assert answer.status_code == 422
    assert Concern.objects.count() == 0


def test_who_stays_anonymous_is_not_named_and_no_child_is_left_behind(client: Client) -> None:
    worker = a_user()
    answer = signed_in(client, worker).post(PAGE, a_call(worker, is_anonymous="on"))
    assert answer.status_code == 422
    assert "Who wishes to stay anonymous is not named here." in answer.content.decode()
    assert (Concern.objects.count(), Person.objects.count()) == (0, 0)


def test_a_birth_on_29_february_is_kept(client: Client) -> None:
    worker = a_user()
    birth = {"child-1-birth_day": "29", "child-1-birth_month": "2", "child-1-birth_year": "2024"}
    signed_in(client, worker).post(PAGE, a_call(worker, **birth))
    assert Person.objects.get().birth_on == date(2024, 2, 29)


def test_a_hospital_counsellor_records_and_reads_the_own_concern_only(client: Client) -> None:
    team = a_unit()
    worker = a_user(unit=team)
    counsellor = a_user(Role.HOSPITAL_COUNSELLOR, team)
    signed_in(client, worker).post(PAGE, a_call(worker))
    signed_in(client, counsellor).post(PAGE, a_call(counsellor, **{"child-1-given_name": "Era"}))
    of_worker, own = Concern.objects.order_by("pk")
    assert client.get(f"/concerns/{own.pk}/").status_code == 200
    assert client.get(f"/concerns/{own.pk}/files/").status_code == 403
    assert client.get(f"/concerns/{of_worker.pk}/").status_code == 404


def test_an_auditor_may_not_record_one(client: Client) -> None:
    worker = a_user()
    auditor = a_user(Role.AUDITOR, worker.appointments.get().unit)
    assert signed_in(client, auditor).get(PAGE).status_code == 403
    assert client.post(PAGE, a_call(worker)).status_code == 403
    assert Concern.objects.count() == 0


def test_a_double_click_writes_one_concern(client: Client) -> None:
    worker = a_user()
    sent = a_call(worker, once="5d0c2a52-0c1d-4a6a-8f8f-3d8b0f0c7a11")
    browser = signed_in(client, worker)
    assert browser.post(PAGE, sent).headers["Location"] == browser.post(PAGE, sent).headers["Location"]
    assert (Concern.objects.count(), Person.objects.count()) == (1, 1)


def test_a_known_child_is_named_by_file_number(client: Client) -> None:
    file = a_file()
    worker = worker_of(file)
    told = a_call(worker, **{"child-1-given_name": "", "child-1-family_name": ""})
    signed_in(client, worker).post(PAGE, {**told, "child-1-reference": file.reference.lower()})
    assert Concern.objects.get().children.get().child == file.child


def test_a_file_number_of_another_town_is_as_good_as_none(client: Client) -> None:
    elsewhere = a_file()
    worker = a_user()
    told = {**a_call(worker), "child-1-reference": elsewhere.reference}
    refused = signed_in(client, worker).post(PAGE, told)
    unknown = client.post(PAGE, {**told, "child-1-reference": "V-999999"})
    assert (refused.status_code, unknown.status_code) == (422, 422)
    sentence = "You have no file with this number. Write down the name instead."
    assert sentence in refused.content.decode()
    assert sentence in unknown.content.decode()


def a_known_blerta(worker: User) -> Person:
    """A child of that name and birth year who has a file with this worker."""
    child = register_person(
        given_name="Blerta",
        family_name="Krasniqi",
        sex="F",
        birth=None,
        mother_name="Arta Krasniqi",
        by=by(worker),
    )
    a_file(child, worker=worker)
    return child


def test_a_child_who_may_be_known_is_asked_about_once_and_can_be_chosen(client: Client) -> None:
    worker = a_user()
    known = a_known_blerta(worker)
    told = a_call(worker, **{"child-1-given_name": "Blerte"})
    asked = signed_in(client, worker).post(PAGE, told)
    assert asked.status_code == 422
    assert f'name="child-1-same_as" value="{known.pk}"' in asked.content.decode()
    assert Concern.objects.count() == 0
    client.post(PAGE, {**told, "child-1-shown": str(known.pk), "child-1-same_as": str(known.pk)})
    assert Concern.objects.get().children.get().child == known


def test_another_child_of_the_same_name_is_written_down_anew(client: Client) -> None:
    worker = a_user()
    known = a_known_blerta(worker)
    told = {**a_call(worker), "child-1-shown": str(known.pk), "child-1-same_as": "another"}
    signed_in(client, worker).post(PAGE, told)
    child = Concern.objects.get().children.get().child
    assert (child.name, child == known) == ("Blerta Krasniqi", False)


def test_a_child_of_another_town_is_never_shown_nor_chosen(client: Client) -> None:
    known = a_known_blerta(a_user())
    worker = a_user()
    told = {**a_call(worker), "child-1-shown": str(known.pk), "child-1-same_as": str(known.pk)}
    signed_in(client, worker).post(PAGE, told)
    child = Concern.objects.get().children.get().child
    assert child != known


def test_siblings_of_a_known_child_get_its_parents(client: Client) -> None:
    file = a_file(a_child("Lule Berisha"))
    worker = worker_of(file)
    mother = siblings(file.child)
    nameless = {"child-1-given_name": "", "child-1-family_name": "", "child-1-mother_name": ""}
    told = a_call(worker, **nameless, **BROTHER, **{"child-1-reference": file.reference})
    signed_in(client, worker).post(PAGE, told)
    leka = Person.objects.get(given_name="Leka")
    assert leka.family_name == "Berisha"
    assert Kinship.objects.get(person=leka, kind="mother").relative == mother


def test_a_child_of_an_earlier_concern_is_asked_about_too(client: Client) -> None:
    worker = a_user()
    browser = signed_in(client, worker)
    browser.post(PAGE, a_call(worker))
    known = Person.objects.get()
    asked = browser.post(PAGE, a_call(worker, worry="The neighbour calls as well."))
    assert asked.status_code == 422
    assert f'name="child-1-same_as" value="{known.pk}"' in asked.content.decode()


def test_the_page_for_a_known_child_starts_with_its_file_number(client: Client) -> None:
    page = signed_in(client, a_user()).get(f"{PAGE}?child=V-000042").content.decode()
    assert 'name="child-1-reference" value="V-000042"' in page
