"""The sealed envelope: no one reads it alone, and every reading is on record with its reason (R-18)."""

from datetime import date, timedelta

import pytest
from cryptography.fernet import InvalidToken
from django.db import IntegrityError, connection, transaction
from django.test import Client, override_settings

from tests.builders import TODAY, a_file, a_unit, a_user, at, by, signed_in, worker_of
from tests.law.proceedings import ORIGINS, an_envelope, two_who_open
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.kernel.concern import Refused
from vatra.kernel.drafts import Draft
from vatra.kernel.models import Event, RowHistory
from vatra.law.actions import agree_to_open, ask_to_open, open_envelope
from vatra.law.models import Envelope, EnvelopeOpening

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

ASKED = {"purpose": "own_origins", "reason": "She is eighteen and asked twice."}


def last_act(file: File) -> Event:
    """What was done last in the file."""
    return Event.objects.filter(chain=file.key, reading=False).latest("position")


def an_opening(envelope: Envelope, *, on: date = TODAY) -> EnvelopeOpening:
    """A supervisor asked, a safeguarding officer agreed."""
    asks, agrees = two_who_open(envelope.file)
    opening = ask_to_open(envelope=envelope, **ASKED, by=by(asks, on, Role.SUPERVISOR))
    return agree_to_open(opening=opening, by=by(agrees, on, Role.SAFEGUARDING_OFFICER))


def everything_stored() -> str:
    """The text of every table of the schema, as plain SQL shows it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables"
            " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        tables = [name for (name,) in cursor.fetchall()]
        texts = []
        for table in tables:
            cursor.execute(f"SELECT string_agg(t::text, '') FROM \"{table}\" AS t")
            texts.append(str(cursor.fetchone()[0]))
    return "".join(texts)


def test_what_is_sealed_is_nowhere_to_be_read_in_the_database(client: Client) -> None:
    file = a_file()
    page = f"/files/{file.reference}/envelopes/new/"
    answer = signed_in(client, worker_of(file)).post(page, {"contents": ORIGINS})
    assert answer.headers["Location"] == f"/files/{file.reference}/envelopes/"
    stored = everything_stored()
    assert file.reference in stored
    assert "Drita" not in stored
    event = last_act(file)
    assert (event.act, list(event.facts)) == ("seal_envelope", ["digest"])
    assert Envelope.objects.get().contents in str(RowHistory.objects.get(table_name="law_envelope").after)


def test_the_page_for_sealing_keeps_no_draft(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    page = browser.get(f"/files/{file.reference}/envelopes/new/").content.decode()
    assert "data-autosave-url" not in page
    assert "data-autosave-url" in browser.get(f"/files/{file.reference}/guardian/").content.decode()
    browser.post(f"/files/{file.reference}/envelopes/new/", {"contents": ORIGINS})
    assert Draft.objects.count() == 0


def test_an_empty_envelope_is_not_sealed_and_the_same_form_seals_one(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    page = f"/files/{file.reference}/envelopes/new/"
    assert browser.post(page, {"contents": " "}).status_code == 422
    for _ in range(2):
        browser.post(page, {"contents": ORIGINS, "once": "the same page"})
    assert Envelope.objects.count() == 1


def test_two_persons_open_an_envelope_together_and_each_reading_is_on_record(client: Client) -> None:
    envelope = an_envelope()
    asks, agrees = two_who_open(envelope.file)
    signed_in(client, asks).post(f"/envelopes/{envelope.pk}/ask/", ASKED)
    opening = EnvelopeOpening.objects.get()
    page = f"/envelope-openings/{opening.pk}/"
    assert "Drita" not in client.post(page).content.decode()
    answer = signed_in(client, agrees).post(f"{page}agree/")
    assert answer.headers["Location"] == page
    for reader in (asks, agrees):
        browser = signed_in(client, reader)
        assert ORIGINS not in browser.get(page).content.decode()
        assert ORIGINS in browser.post(page).content.decode()
        event = last_act(envelope.file)
        assert (event.act, event.user_id, event.why) == ("open_envelope", reader.pk, ASKED["reason"])


def test_nobody_else_reads_it_with_the_opening_of_two_others(client: Client) -> None:
    envelope = an_envelope()
    opening = an_opening(envelope)
    other = a_user(Role.SUPERVISOR, envelope.file.unit)
    answer = signed_in(client, other).post(f"/envelope-openings/{opening.pk}/")
    assert answer.status_code == 422
    assert "This envelope is not open to you." in answer.content.decode()
    assert last_act(envelope.file).act == "agree_to_open"


def test_an_opening_ends_after_seven_days() -> None:
    opening = an_opening(an_envelope())
    reader = opening.asked_by
    assert opening.open_until == date(2026, 3, 22)
    assert open_envelope(opening=opening, by=by(reader, date(2026, 3, 22), Role.SUPERVISOR)) == ORIGINS
    with pytest.raises(Refused, match="not open to you"):
        open_envelope(opening=opening, by=by(reader, date(2026, 3, 23), Role.SUPERVISOR))


def test_seven_days_count_over_a_leap_day() -> None:
    envelope = an_envelope()
    opening = an_opening(envelope, on=date(2024, 2, 26))
    assert opening.open_until == date(2024, 2, 26) + timedelta(days=6) == date(2024, 3, 3)


def test_who_asked_does_not_agree(client: Client) -> None:
    envelope = an_envelope()
    asks, _agrees = two_who_open(envelope.file)
    browser = signed_in(client, asks)
    browser.post(f"/envelopes/{envelope.pk}/ask/", ASKED)
    opening = EnvelopeOpening.objects.get()
    answer = browser.post(f"/envelope-openings/{opening.pk}/agree/")
    assert answer.status_code == 422
    assert (
        "You asked for this opening. Somebody else has to agree to it, or refuse it."
        in answer.content.decode()
    )
    with pytest.raises(IntegrityError, match="envelope_opened_by_one_person"), transaction.atomic():
        EnvelopeOpening.objects.update(agreed_by=asks, agreed_on=TODAY)


def test_somebody_agrees_once_and_nobody_asks_twice() -> None:
    envelope = an_envelope()
    asks, agrees = two_who_open(envelope.file)
    actor = by(asks, role=Role.SUPERVISOR)
    opening = ask_to_open(envelope=envelope, **ASKED, by=actor)
    with pytest.raises(IntegrityError, match="envelope_asked_for_twice"), transaction.atomic():
        ask_to_open(envelope=envelope, **ASKED, by=actor)
    agree_to_open(opening=opening, by=by(agrees))
    with pytest.raises(Refused, match="already agreed"):
        agree_to_open(opening=opening, by=by(a_user(Role.SUPERVISOR, envelope.file.unit)))


def test_an_envelope_is_not_asked_for_without_a_reason(client: Client) -> None:
    envelope = an_envelope()
    asks, _agrees = two_who_open(envelope.file)
    answer = signed_in(client, asks).post(f"/envelopes/{envelope.pk}/ask/", ASKED | {"reason": ""})
    assert answer.status_code == 422
    assert EnvelopeOpening.objects.count() == 0


def test_the_schema_refuses_any_change_of_what_was_sealed() -> None:
    envelope = an_envelope()
    with pytest.raises(IntegrityError, match="sealed_envelope_changed"), transaction.atomic():
        Envelope.objects.filter(pk=envelope.pk).update(contents="Something else")
    with pytest.raises(IntegrityError, match="sealed_envelope_changed"), transaction.atomic():
        Envelope.objects.filter(pk=envelope.pk).delete()


def test_under_another_key_it_stays_closed() -> None:
    opening = an_opening(an_envelope())
    other = override_settings(SEAL_KEY="another key of another organisation")
    with other, pytest.raises(InvalidToken):
        open_envelope(opening=opening, by=by(opening.asked_by))


def test_the_worker_who_sealed_it_sees_that_it_is_there_and_not_why_it_was_opened(client: Client) -> None:
    envelope = an_envelope()
    opening = an_opening(envelope)
    browser = signed_in(client, worker_of(envelope.file))
    page = browser.get(f"/files/{envelope.file.reference}/envelopes/").content.decode()
    assert "Sealed on 16 March 2026" in page
    assert ASKED["reason"] not in page
    own = [
        f"/envelopes/{envelope.pk}/ask/",
        f"/envelope-openings/{opening.pk}/",
        f"/envelope-openings/{opening.pk}/agree/",
    ]
    assert [browser.get(address).status_code for address in own] == [403, 403, 403]
    reader = signed_in(client, opening.asked_by)
    assert ASKED["reason"] in reader.get(f"/files/{envelope.file.reference}/envelopes/").content.decode()


def test_the_timeline_tells_that_it_was_sealed_and_opened(client: Client) -> None:
    envelope = an_envelope()
    an_opening(envelope)
    browser = signed_in(client, worker_of(envelope.file))
    page = browser.get(f"/files/{envelope.file.reference}/timeline/").content.decode()
    assert "What is known about the origins was sealed" in page
    assert "Two persons agreed to open a sealed envelope" in page
    assert ASKED["reason"] not in page


def test_strangers_find_no_envelope(client: Client) -> None:
    envelope = an_envelope()
    opening = an_opening(envelope)
    stranger = signed_in(client, a_user(Role.SUPERVISOR, a_unit()))
    pages = [
        f"/files/{envelope.file.reference}/envelopes/",
        f"/files/{envelope.file.reference}/envelopes/new/",
        f"/envelopes/{envelope.pk}/ask/",
        f"/envelopes/{envelope.pk + 1}/ask/",
        f"/envelope-openings/{opening.pk}/",
        f"/envelope-openings/{opening.pk}/agree/",
    ]
    assert [stranger.get(page).status_code for page in pages] == [404] * 6
