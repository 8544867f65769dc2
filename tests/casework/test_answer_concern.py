"""Looking at a concern, answering it, and opening files."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.builders import TODAY, a_child, a_person, a_unit, a_user, by, signed_in
from tests.casework.builders import a_concern
from vatra.access.roles import Role
from vatra.casework.models import Cause, Concern, File, FileWorker
from vatra.kernel import clock
from vatra.kernel.models import Event
from vatra.people.actions import add_kin, register_person
from vatra.people.models import Kinship, Person

pytestmark = pytest.mark.django_db

POVERTY = "Poverty alone never separates a child from the family"


def told_child(given_name: str, mother_name: str = "Arta Krasniqi") -> Person:
    """A child written down with the name of a mother."""
    return register_person(
        given_name=given_name,
        family_name="Krasniqi",
        sex="U",
        birth=None,
        mother_name=mother_name,
        by=by(a_user()),
    )


def opening(concern: Concern, *children: Person, **told: object) -> dict[str, object]:
    """The page on which files are opened, filled in."""
    return {
        "children": [child.pk for child in children],
        "worker": concern.received_by_id,
        "on": TODAY.isoformat(),
        "causes": concern.causes,
        **told,
    }


def test_files_are_opened_for_both_children_with_worker_causes_mother_and_answer(client: Client) -> None:
    blerta, leka = told_child("Blerta"), told_child("Leka")
    concern = a_concern(blerta, leka)
    parent = {"parent_0_given": "Arta", "parent_0_family": "Krasniqi"}
    browser = signed_in(client, concern.received_by)
    answer = browser.post(f"/concerns/{concern.pk}/files/", opening(concern, blerta, leka, **parent))
    assert answer.headers["Location"] == f"/concerns/{concern.pk}/"
    files = File.objects.order_by("pk")
    assert [file.child for file in files] == [blerta, leka]
    assert {each.worker for each in FileWorker.objects.all()} == {concern.received_by}
    assert set(Cause.objects.values_list("file", "kind")) == {(file.pk, "neglect") for file in files}
    mothers = Kinship.objects.filter(kind="mother").order_by("pk")
    assert [tie.person for tie in mothers] == [blerta, leka]
    assert {tie.relative.name for tie in mothers} == {"Arta Krasniqi"}
    assert len({tie.relative_id for tie in mothers}) == 1
    concern.refresh_from_db()
    assert (concern.outcome, concern.answered_on) == ("file_opened", TODAY)
    acts = Event.objects.filter(chain=files[0].key).order_by("position").values_list("act", flat=True)
    assert list(acts) == ["open_file", "name_cause"]


def test_a_child_that_is_not_chosen_stays_without_a_file(client: Client) -> None:
    blerta, leka = told_child("Blerta", ""), told_child("Leka", "")
    concern = a_concern(blerta, leka)
    signed_in(client, concern.received_by).post(f"/concerns/{concern.pk}/files/", opening(concern, leka))
    assert File.objects.get().child == leka


def test_a_worker_of_another_unit_cannot_be_named(client: Client) -> None:
    child = told_child("Blerta")
    concern = a_concern(child)
    sent = opening(concern, child, worker=a_user().pk)
    assert (
        signed_in(client, concern.received_by).post(f"/concerns/{concern.pk}/files/", sent).status_code == 422
    )
    assert File.objects.count() == 0


def test_a_concern_is_answered_with_support(client: Client) -> None:
    concern = a_concern()
    browser = signed_in(client, concern.received_by)
    browser.post(f"/concerns/{concern.pk}/answer/", {"outcome": "support_offered", "on": TODAY.isoformat()})
    concern.refresh_from_db()
    assert (concern.outcome, concern.answered_on) == ("support_offered", TODAY)
    assert Event.objects.filter(chain=concern.key, reading=False).latest("position").act == "answer_concern"


def test_an_answer_of_tomorrow_is_refused(client: Client) -> None:
    concern = a_concern()
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    sent = {"outcome": "no_action", "on": tomorrow}
    answer = signed_in(client, concern.received_by).post(f"/concerns/{concern.pk}/answer/", sent)
    assert answer.status_code == 422
    concern.refresh_from_db()
    assert concern.outcome is None


def test_a_concern_of_poverty_alone_offers_support_first(client: Client) -> None:
    poor = a_concern(causes=["poverty", "no_work"])
    also_hurt = a_concern(causes=["poverty", "abuse"], receiver=poor.received_by)
    browser = signed_in(client, poor.received_by)
    assert POVERTY in browser.get(f"/concerns/{poor.pk}/").content.decode()
    assert "?outcome=support_offered" in browser.get(f"/concerns/{poor.pk}/").content.decode()
    assert POVERTY not in browser.get(f"/concerns/{also_hurt.pk}/").content.decode()


def test_reading_a_concern_is_on_record(client: Client) -> None:
    concern = a_concern()
    signed_in(client, concern.received_by).get(f"/concerns/{concern.pk}/")
    event = Event.objects.get(chain=concern.key, reading=True)
    assert (event.act, event.user_id) == ("read_concern", concern.received_by_id)


def test_a_stranger_finds_no_concern(client: Client) -> None:
    concern = a_concern()
    stranger = signed_in(client, a_user())
    answers = [
        stranger.get(f"/concerns/{concern.pk}/{page}").status_code for page in ("", "answer/", "files/")
    ]
    assert answers == [404, 404, 404]
    assert a_child_name(concern) not in stranger.get("/concerns/").content.decode()


def test_an_auditor_reads_a_concern_of_units_below_and_does_not_answer(client: Client) -> None:
    centre = a_unit()
    concern = a_concern(receiver=a_user(unit=a_unit(parent=centre)))
    auditor = signed_in(client, a_user(Role.AUDITOR, centre))
    answers = [
        auditor.get(f"/concerns/{concern.pk}/{page}").status_code for page in ("", "answer/", "files/")
    ]
    assert answers == [200, 403, 403]
    assert a_child_name(concern) in auditor.get("/concerns/").content.decode()


def test_the_supervisor_above_opens_a_file(client: Client) -> None:
    centre = a_unit()
    child = told_child("Blerta", "")
    concern = a_concern(child, receiver=a_user(unit=a_unit(parent=centre)))
    supervisor = signed_in(client, a_user(Role.SUPERVISOR, centre))
    supervisor.post(f"/concerns/{concern.pk}/files/", opening(concern, child))
    assert File.objects.get().unit == concern.unit


def test_a_file_is_not_opened_twice(client: Client) -> None:
    child = told_child("Blerta", "")
    concern = a_concern(child)
    browser = signed_in(client, concern.received_by)
    sent = opening(concern, child)
    first, second = (browser.post(f"/concerns/{concern.pk}/files/", sent) for _time in range(2))
    assert [first.status_code, second.status_code] == [302, 302]
    assert File.objects.count() == 1


def test_the_list_goes_on_where_the_page_before_ended(client: Client) -> None:
    receiver = a_user()
    concerns = [a_concern(a_child(), receiver=receiver, on=TODAY - timedelta(days=n % 3)) for n in range(33)]
    browser = signed_in(client, receiver)
    listed = browser.get("/concerns/").context["listed"]
    rest = browser.get(f"/concerns/{listed.older}").context["listed"]
    ordered = sorted(concerns, key=lambda concern: (concern.received_on, concern.pk), reverse=True)
    assert [*listed.concerns, *rest.concerns] == ordered
    assert rest.older == ""


def a_child_name(concern: Concern) -> str:
    """The name of the first child of the concern."""
    return concern.children.select_related("child").earliest("pk").child.name


def test_a_parent_already_in_the_family_is_not_written_down_again(client: Client) -> None:
    child, mother = told_child("Blerta"), a_person("Arta Krasniqi")
    concern = a_concern(child)
    add_kin(person=child, relative=mother, kind="mother", by=by(concern.received_by))
    signed_in(client, concern.received_by).post(f"/concerns/{concern.pk}/files/", opening(concern, child))
    assert [tie.relative for tie in Kinship.objects.filter(kind="mother")] == [mother]
