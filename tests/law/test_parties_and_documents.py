"""Who takes part in a proceeding, and which documents it waits for."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_unit, a_user, at, by, siblings, signed_in, worker_of
from tests.law.proceedings import a_proceeding
from vatra.access.roles import Role
from vatra.kernel.concern import Refused
from vatra.kernel.models import Event
from vatra.law.actions import ask_for_document, receive_document
from vatra.law.models import DocumentAsked, Party, Proceeding

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

DOCUMENT = {"code": "childs_birth_certificate", "asked_from": "Registry of Gjakova", "asked_on": "2026-02-02"}


def asked(proceeding: Proceeding, on: date = date(2026, 2, 2)) -> DocumentAsked:
    """The birth certificate was asked for."""
    return ask_for_document(
        proceeding=proceeding,
        code="childs_birth_certificate",
        asked_from="",
        asked_on=on,
        by=by(worker_of(proceeding.file)),
    )


def test_somebody_of_the_family_and_a_lawyer_are_named_as_parties(client: Client) -> None:
    proceeding = a_proceeding()
    mother = siblings(proceeding.file.child)
    browser = signed_in(client, worker_of(proceeding.file))
    page = f"/proceedings/{proceeding.pk}/parties/new/"
    browser.post(page, {"role": "parent", "person": mother.pk})
    browser.post(page, {"role": "child", "person": proceeding.file.child.pk})
    browser.post(page, {"role": "childs_lawyer", "name": "Ilir Deda"})
    named = [(party.role, party.called) for party in Party.objects.order_by("pk")]
    assert named == [
        ("parent", mother.name),
        ("child", proceeding.file.child.name),
        ("childs_lawyer", "Ilir Deda"),
    ]
    assert "Ilir Deda: Lawyer of the child" in browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    event = Event.objects.filter(chain=proceeding.file.key, reading=False).latest("position")
    assert (event.act, event.facts["person"]) == ("add_party", None)


def test_a_party_has_one_name_and_is_named_once(client: Client) -> None:
    proceeding = a_proceeding()
    mother = siblings(proceeding.file.child)
    browser = signed_in(client, worker_of(proceeding.file))
    page = f"/proceedings/{proceeding.pk}/parties/new/"
    both_or_none = [{"role": "parent", "person": mother.pk, "name": "Vjosa"}, {"role": "parent"}]
    for sent in both_or_none:
        answer = browser.post(page, sent)
        assert answer.status_code == 422
        assert "Name the party: either somebody the file knows, or by name." in answer.content.decode()
    browser.post(page, {"role": "lawyer", "name": "Ilir Deda"})
    answer = browser.post(page, {"role": "lawyer", "name": "Ilir Deda"})
    assert answer.status_code == 422
    assert "This party is already named in the proceeding." in answer.content.decode()


def test_somebody_of_another_family_is_no_choice(client: Client) -> None:
    proceeding, other = a_proceeding(), a_file()
    sent = {"role": "parent", "person": other.child.pk}
    browser = signed_in(client, worker_of(proceeding.file))
    assert browser.post(f"/proceedings/{proceeding.pk}/parties/new/", sent).status_code == 422
    assert Party.objects.count() == 0


def test_a_document_is_asked_for_by_its_name_in_the_law_and_comes(client: Client) -> None:
    proceeding = a_proceeding()
    browser = signed_in(client, worker_of(proceeding.file))
    browser.post(f"/proceedings/{proceeding.pk}/documents/new/", DOCUMENT)
    page = browser.get(f"/proceedings/{proceeding.pk}/").content.decode()
    assert "Birth certificate of the child (Registry of Gjakova): asked for on 2 February 2026" in page
    document = DocumentAsked.objects.get()
    browser.post(f"/documents-asked/{document.pk}/", {"received_on": "2026-03-16"})
    document.refresh_from_db()
    assert document.received_on == TODAY
    acts = Event.objects.filter(chain=proceeding.file.key, reading=False).order_by("-position")
    assert [event.act for event in acts[:2]] == ["receive_document", "ask_for_document"]


def test_a_document_is_not_asked_for_twice_until_it_has_come(client: Client) -> None:
    proceeding = a_proceeding()
    browser = signed_in(client, worker_of(proceeding.file))
    page = f"/proceedings/{proceeding.pk}/documents/new/"
    browser.post(page, DOCUMENT)
    answer = browser.post(page, DOCUMENT | {"asked_on": "2026-02-03"})
    assert answer.status_code == 422
    assert "This document has been asked for and has not come yet." in answer.content.decode()


@pytest.mark.parametrize(
    ("received_on", "said"),
    [
        ("2026-02-01", "A document cannot come before it was asked for."),
        ("2026-03-17", "This day lies in the future."),
    ],
)
def test_a_document_does_not_come_before_it_was_asked_for(
    client: Client, received_on: str, said: str
) -> None:
    document = asked(a_proceeding())
    browser = signed_in(client, worker_of(document.proceeding.file))
    answer = browser.post(f"/documents-asked/{document.pk}/", {"received_on": received_on})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_document_comes_once_and_may_come_on_a_leap_day() -> None:
    document = asked(a_proceeding(on=date(2024, 1, 8)), on=date(2024, 2, 1))
    actor = by(worker_of(document.proceeding.file))
    receive_document(document=document, received_on=date(2024, 2, 29), by=actor)
    with pytest.raises(Refused, match="already written that it came"):
        receive_document(document=document, received_on=date(2024, 3, 1), by=actor)


def test_strangers_find_no_document_and_an_auditor_writes_none(client: Client) -> None:
    unit = a_unit()
    document = asked(a_proceeding(a_file(unit=unit)))
    number = document.proceeding.pk
    pages = [
        f"/documents-asked/{document.pk}/",
        f"/proceedings/{number}/documents/new/",
        f"/proceedings/{number}/parties/new/",
    ]
    stranger = signed_in(client, a_user())
    assert [stranger.get(page).status_code for page in pages] == [404, 404, 404]
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert [auditor.get(page).status_code for page in pages] == [403, 403, 403]
