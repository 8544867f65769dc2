"""Contacts, notes and assessments; correcting an entry."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import a_file, a_unit, a_user, by, siblings, signed_in, worker_of
from vatra.access.roles import Role
from vatra.casework.actions import record_visit, write_note
from vatra.casework.models import Assessment, Contact, File, Note, Visit
from vatra.casework.words.assessment import Domain
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db


def a_visit(file: File) -> Visit:
    """A visit with a slip of the pen."""
    return record_visit(
        file=file,
        visited_on=date(2026, 3, 10),
        purpose="regular",
        saw_child=True,
        saw_child_alone=False,
        child_words="",
        account="The aunt was there.",
        reasons={},
        by=by(worker_of(file)),
    )


def acts_of(file: File) -> list[str]:
    """What was done in the file after it was opened with a guardian."""
    events = Event.objects.filter(chain=file.key, reading=False).order_by("position")
    return list(events.values_list("act", flat=True))[2:]


def test_a_contact_names_somebody_of_the_family(client: Client) -> None:
    file = a_file()
    mother = siblings(file.child)
    written = {"met_on": "2026-03-12", "relative": mother.pk, "kind": "call", "child_words": "Mum sang."}
    signed_in(client, worker_of(file)).post(f"/files/{file.reference}/contacts/new/", written)
    contact = Contact.objects.get()
    assert (contact.relative, contact.kind, contact.child_words) == (mother, "call", "Mum sang.")
    assert acts_of(file) == ["record_contact"]


def test_a_contact_with_somebody_outside_the_family_is_refused(client: Client) -> None:
    file = a_file()
    other = siblings(a_file().child)
    written = {"met_on": "2026-03-12", "relative": other.pk, "kind": "call"}
    answer = signed_in(client, worker_of(file)).post(f"/files/{file.reference}/contacts/new/", written)
    assert answer.status_code == 422
    assert Contact.objects.count() == 0


def test_a_note_goes_into_the_file(client: Client) -> None:
    file = a_file()
    written = {"noted_on": "2026-03-12", "note": "The school called."}
    signed_in(client, worker_of(file)).post(f"/files/{file.reference}/notes/new/", written)
    assert Note.objects.get().note == "The school called."
    assert acts_of(file) == ["write_note"]


def an_assessment(**written: str) -> dict[str, str]:
    """Twelve domains, all well unless said otherwise."""
    standings = {f"{domain}-standing": "well" for domain in Domain.values}
    whole = {"made_on": "2026-03-12", "sources": "The grandmother.", "conclusion": "She can stay."}
    return {**whole, **standings, **written}


def test_an_assessment_looks_at_twelve_sides_of_the_childs_life(client: Client) -> None:
    file = a_file()
    written = an_assessment(**{"health-standing": "worry", "health-worries": "A cough since autumn."})
    signed_in(client, worker_of(file)).post(f"/files/{file.reference}/assessments/new/", written)
    findings = Assessment.objects.get().findings.order_by("pk")
    assert [finding.domain for finding in findings] == Domain.values
    assert findings.get(domain="health").worries == "A cough since autumn."
    assert acts_of(file) == ["assess"]


def test_a_danger_is_said_in_words(client: Client) -> None:
    file = a_file()
    url = f"/files/{file.reference}/assessments/new/"
    answer = signed_in(client, worker_of(file)).post(url, an_assessment(**{"safety-standing": "danger"}))
    assert answer.status_code == 422
    assert "Say in words what worries you where you marked a worry or a danger." in answer.content.decode()
    assert '<a href="#id_safety-worries">' in answer.content.decode()
    assert Assessment.objects.count() == 0


def test_a_correction_supersedes_and_both_stay(client: Client) -> None:
    file = a_file()
    visit = a_visit(file)
    browser = signed_in(client, worker_of(file))
    form = browser.get(f"/entries/visits/{visit.pk}/correct/").content.decode()
    assert "The aunt was there." in form
    corrected = {
        "visited_on": "2026-03-10",
        "purpose": "regular",
        "saw_child": "on",
        "account": "The grandmother was there.",
    }
    answer = browser.post(f"/entries/visits/{visit.pk}/correct/", corrected)
    newest = Visit.objects.get(corrects=visit)
    assert answer.headers["Location"] == f"/entries/visits/{newest.pk}/"
    for each in (visit, newest):
        page = browser.get(f"/entries/visits/{each.pk}/").content.decode()
        assert page.index("The grandmother was there.") < page.index("The aunt was there.")
        assert f"/entries/visits/{newest.pk}/correct/" in page
    assert acts_of(file) == ["record_visit", "record_visit"]


def test_an_entry_is_corrected_once_and_then_its_correction(client: Client) -> None:
    file = a_file()
    note = write_note(file=file, noted_on=date(2026, 3, 10), note="First", reasons={}, by=by(worker_of(file)))
    browser = signed_in(client, worker_of(file))
    url = f"/entries/notes/{note.pk}/correct/"
    browser.post(url, {"noted_on": "2026-03-10", "note": "Second"})
    answer = browser.post(url, {"noted_on": "2026-03-10", "note": "Third"})
    assert answer.status_code == 422
    assert "Somebody has corrected this entry meanwhile." in answer.content.decode()
    assert [each.note for each in Note.objects.order_by("pk")] == ["First", "Second"]


def test_reading_an_entry_is_on_record_and_a_stranger_finds_none(client: Client) -> None:
    file = a_file()
    visit = a_visit(file)
    signed_in(client, worker_of(file)).get(f"/entries/visits/{visit.pk}/")
    event = Event.objects.get(chain=file.key, reading=True)
    assert (event.act, event.facts) == ("read_entry", {"earliest": "2026-03-10"})
    stranger = signed_in(client, a_user())
    assert stranger.get(f"/entries/visits/{visit.pk}/").status_code == 404
    assert stranger.get(f"/entries/nothing/{visit.pk}/").status_code == 404
    assert stranger.get(f"/entries/visits/{visit.pk + 1}/").status_code == 404


def test_an_auditor_reads_an_entry_and_does_not_correct_it(client: Client) -> None:
    unit = a_unit()
    visit = a_visit(a_file(unit=unit))
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    page = auditor.get(f"/entries/visits/{visit.pk}/")
    assert (page.status_code, "Correct this entry" in page.content.decode()) == (200, False)
    assert auditor.post(f"/entries/visits/{visit.pk}/correct/").status_code == 403


def test_the_reason_given_against_a_warning_is_read_with_the_entry(client: Client) -> None:
    file = a_file()
    note = write_note(
        file=file,
        noted_on=date(2025, 8, 1),
        note="Born in Gjakova.",
        reasons={"before-file": "From the ward's book."},
        by=by(worker_of(file)),
    )
    page = signed_in(client, worker_of(file)).get(f"/entries/notes/{note.pk}/").content.decode()
    assert "From the ward&#x27;s book." in page


def test_a_correction_sent_twice_by_a_double_click_leads_to_the_same_entry(client: Client) -> None:
    file = a_file()
    note = write_note(file=file, noted_on=date(2026, 3, 10), note="First", reasons={}, by=by(worker_of(file)))
    browser = signed_in(client, worker_of(file))
    sent = {"noted_on": "2026-03-10", "note": "Second", "once": "7d0c2a52-0c1d-4a6a-8f8f-3d8b0f0c7a11"}
    first, second = (browser.post(f"/entries/notes/{note.pk}/correct/", sent) for _time in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert Note.objects.count() == 2
