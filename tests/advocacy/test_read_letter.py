"""Letters are read before they go: refused with a reason, and by two where they tell of a child."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.advocacy.actions import OWN_WORDS, a_call, a_letter, an_officer, keeping, passed
from tests.builders import a_user, at, signed_in
from vatra.access.roles import Role
from vatra.advocacy.actions.letters import read_letter
from vatra.advocacy.letters.states import LetterState
from vatra.advocacy.models import ActionMail, LetterReading, WrittenLetter
from vatra.kernel.concern import Refused
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def mails_to_office() -> int:
    return ActionMail.objects.filter(kind="letter").count()


def state(letter: WrittenLetter) -> LetterState:
    return WrittenLetter.objects.get(pk=letter.pk).state


def test_a_letter_that_may_go_waits_in_the_outbox(client: Client) -> None:
    letter = a_letter()
    reader = signed_in(client, an_officer())
    assert f"/written-letters/{letter.pk}/" in reader.get("/letters-to-read/").content.decode()
    answer = reader.post(f"/written-letters/{letter.pk}/", {"verdict": "pass"})
    assert answer.headers["Location"] == "/letters-to-read/"
    assert (state(letter), mails_to_office()) == (LetterState.PASSED, 1)
    assert f"/written-letters/{letter.pk}/" not in reader.get("/letters-to-read/").content.decode()
    event = Event.objects.filter(act="read_letter").get()
    assert event.facts == {"verdict": "pass", "reason": None, "tells_of_child": False}


def test_a_letter_that_tells_of_a_child_goes_when_a_second_person_agrees() -> None:
    letter, first = a_letter(), an_officer()
    read_letter(letter=letter, verdict="pass", reason=None, tells_of_child=True, by=keeping(first))
    assert (state(letter), mails_to_office()) == (LetterState.SECOND_READER, 0)
    assert list(WrittenLetter.objects.to_read()) == [letter]
    with pytest.raises(Refused, match="somebody else reads it as well"):
        passed(letter, first)
    passed(letter)
    assert (state(letter), mails_to_office()) == (LetterState.PASSED, 1)
    assert list(WrittenLetter.objects.to_read()) == []


def test_a_second_reader_may_refuse_what_the_first_let_pass() -> None:
    letter = a_letter()
    read_letter(letter=letter, verdict="pass", reason=None, tells_of_child=True, by=keeping())
    read_letter(letter=letter, verdict="refuse", reason="child", tells_of_child=True, by=keeping())
    assert (state(letter), mails_to_office()) == (LetterState.REFUSED, 0)


def test_a_refused_letter_needs_a_reason_and_is_settled(client: Client) -> None:
    letter = a_letter()
    reader = signed_in(client, an_officer())
    address = f"/written-letters/{letter.pk}/"
    without = reader.post(address, {"verdict": "refuse"})
    assert (without.status_code, "Say why the letter may not go." in without.content.decode()) == (422, True)
    reader.post(address, {"verdict": "refuse", "reason": "insult"})
    assert (state(letter), mails_to_office()) == (LetterState.REFUSED, 0)
    with pytest.raises(Refused, match="does not wait for a reader any more"):
        passed(letter)


def test_copies_and_unconfirmed_letters_are_not_read() -> None:
    call = a_call()
    original, copy = a_letter(call, OWN_WORDS[0]), a_letter(call, OWN_WORDS[0])
    assert list(WrittenLetter.objects.to_read()) == [original]
    with pytest.raises(Refused, match="does not wait for a reader any more"):
        passed(copy)


def test_the_schema_knows_no_reading_by_halves() -> None:
    letter = a_letter()
    passed(letter)
    with pytest.raises(IntegrityError, match="letter_refused_without_reason"), transaction.atomic():
        LetterReading.objects.update(verdict="refuse")
    reading = LetterReading.objects.get()
    with pytest.raises(IntegrityError, match="letter_read_twice_by_one"), transaction.atomic():
        LetterReading.objects.create(letter=letter, verdict="pass", read_by=reading.read_by, read_at=at())


@pytest.mark.parametrize("role", [Role.DONOR_RELATIONS, Role.AUDITOR, Role.SOCIAL_WORKER])
def test_who_does_not_keep_signatures_reads_no_letter(client: Client, role: Role) -> None:
    letter = a_letter()
    browser = signed_in(client, a_user(role))
    assert browser.get("/letters-to-read/").status_code == 403
    assert browser.get(f"/written-letters/{letter.pk}/").status_code == 403
