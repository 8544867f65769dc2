"""Forgetting letters, guests and words of people's own: shown first, done by an act, and counted on afterwards."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client

from tests.advocacy.actions import (
    OWN_WORDS,
    a_call,
    a_guest,
    a_letter,
    an_occasion,
    an_officer,
    keeping,
    visitor,
    written,
)
from tests.advocacy.known import a_survey, a_wave, answers, officer
from tests.advocacy.letters import sent_letter
from tests.builders import TODAY, at, signed_in
from vatra.advocacy.actions.forgetting import (
    erase_guests,
    erase_letters,
    erase_words,
    expire_letters,
    expire_registrations,
)
from vatra.advocacy.actions.letters import confirm_letter, write_letter
from vatra.advocacy.actions.occasions import Guest, register
from vatra.advocacy.actions.surveys import write_item
from vatra.advocacy.events.states import PlaceState
from vatra.advocacy.forgetting import Forgotten, report
from vatra.advocacy.holding import Sent
from vatra.advocacy.letters.answers import answers_of_institutions
from vatra.advocacy.letters.states import LetterState
from vatra.advocacy.models import ActionMail, Registration, Respondent, SurveyWave, WrittenLetter
from vatra.advocacy.tokens import CONFIRM_LETTER, token_for
from vatra.desk import tasks
from vatra.kernel.clock import local_day
from vatra.kernel.ledger import Actor
from vatra.kernel.models import Event, RowHistory

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

MONTH, TWO_YEARS = timedelta(days=30), timedelta(days=732)
LATER = at() + TWO_YEARS
MACHINE = Sent(network=None, is_from_a_machine=True)


def then(moment: datetime = LATER) -> Actor:
    """Somebody who keeps campaigns, at another moment."""
    return keeping(moment=moment)


def told(moment: datetime = LATER) -> list[tuple[Forgotten, int, int]]:
    """What the report says at a moment."""
    return [(due.kind, due.past, due.unconfirmed) for due in report(moment, local_day(moment))]


def in_history(words: str) -> int:
    """In how many changes of rows the words are kept."""
    with connection.cursor() as cursor:
        asked = "SELECT count(*) FROM kernel_rowhistory WHERE concat(before, after) LIKE %s"
        cursor.execute(asked, [f"%{words}%"])
        return int(cursor.fetchone()[0])


def a_wave_with_words() -> SurveyWave:
    """Two people answered, one of them with a name."""
    survey = a_survey(asks_for_words=True)
    write_item(survey=survey, code="why", kind="text", text={"en": "Why?"}, by=officer())
    return answers(a_wave(survey), "yes,I am Dren Hoxhaj", "no,", head="heard,why")


def test_an_unconfirmed_letter_ends_after_a_month_with_all_that_was_written() -> None:
    call = a_call()
    old = write_letter(call=call, written=written(), by=visitor())
    held = write_letter(call=call, written=written(), sent=MACHINE, by=visitor())
    young = write_letter(call=call, written=written(), by=visitor(at() + timedelta(hours=1)))
    assert told(at() + MONTH) == [(Forgotten.LETTERS, 0, 2)]
    assert expire_letters(call=call, by=then(at() + MONTH)) == 2
    letters = [WrittenLetter.objects.get(pk=each.pk) for each in (old, held, young)]
    expired, unconfirmed = LetterState.EXPIRED, LetterState.UNCONFIRMED
    assert [each.state for each in letters] == [expired, expired, unconfirmed]
    assert [(each.name, each.email, each.words) for each in letters[:2]] == [("", "", "")] * 2
    assert [mail.letter for mail in ActionMail.objects.all()] == [young]
    assert Event.objects.get(act="expire_letters").facts == {"letters": 2}
    assert told(at() + MONTH) == []


def test_the_link_of_an_expired_letter_leads_nowhere_and_the_schema_agrees(client: Client) -> None:
    call = a_call()
    letter = write_letter(call=call, written=written(), by=visitor())
    address = f"/en/confirm-letter/{token_for(letter.key, CONFIRM_LETTER)}/"
    assert client.get(address).status_code == 200
    expire_letters(call=call, by=then(at() + MONTH))
    assert client.get(address).status_code == 404
    with pytest.raises(IntegrityError, match="letter_confirmed_after_it_was_erased"), transaction.atomic():
        confirm_letter(letter=letter, by=visitor(at() + MONTH + timedelta(hours=1)))


def test_a_letter_is_forgotten_two_years_after_the_last_mail_and_stays_counted() -> None:
    call = a_call()
    sent_letter(call)
    a_letter(call, OWN_WORDS[1], email="besa@example.org")
    recent = a_letter(call, OWN_WORDS[2], email="cen@example.org", at=at() + timedelta(days=10))
    before = answers_of_institutions()
    assert told(at() + TWO_YEARS - timedelta(days=3)) == []
    ActionMail.objects.filter(offered_at=None).update(offered_at=at())
    assert told() == [(Forgotten.LETTERS, 2, 0)]
    assert erase_letters(call=call, seen=5, by=then()) == 2
    assert [each.pk for each in WrittenLetter.objects.exclude(name="")] == [recent.pk]
    assert WrittenLetter.objects.confirmed().count() == 3
    assert answers_of_institutions() == before
    assert told() == []


def test_only_as_many_as_the_report_named_are_erased() -> None:
    call = a_call()
    for number in range(3):
        a_letter(call, OWN_WORDS[number])
    ActionMail.objects.all().update(offered_at=at())
    assert erase_letters(call=call, seen=2, by=then()) == 2
    assert WrittenLetter.objects.exclude(name="").count() == 1


def test_a_mail_that_still_waits_is_contact() -> None:
    a_letter()
    assert ActionMail.objects.filter(offered_at=None).exists()
    assert told() == []


def test_nothing_that_was_erased_is_left_in_the_history_of_rows() -> None:
    call, occasion = a_call(), an_occasion()
    a_letter(call, email="besa.hoti@example.org")
    a_guest(occasion, name="Cen Gashi")
    a_wave_with_words()
    assert RowHistory.objects.filter(table_name="advocacy_writtenletter").exists()
    assert [
        in_history(each) for each in ("besa.hoti@", "maternity ward in Gjakova", "Cen Gashi", "Hoxhaj")
    ] == [0] * 4


def test_who_did_not_confirm_before_the_event_is_forgotten_when_it_has_begun() -> None:
    occasion = an_occasion()
    registration = register(occasion=occasion, guest=Guest("Besa", "en", "b@example.org"), by=visitor())
    guest = a_guest(occasion)
    assert told(at()) == []
    assert told(occasion.starts_at) == [(Forgotten.GUESTS, 0, 1)]
    assert expire_registrations(occasion=occasion, by=then(occasion.starts_at)) == 1
    registration.refresh_from_db()
    guest.refresh_from_db()
    assert (registration.state, registration.name, registration.email) == (PlaceState.EXPIRED, "", "")
    assert (guest.state, bool(guest.name)) == (PlaceState.REGISTERED, True)
    assert not ActionMail.objects.exists()


def test_guests_are_forgotten_two_years_after_the_event_and_how_many_came_is_not() -> None:
    occasion = an_occasion()
    a_guest(occasion, name="Besa Hoti")
    a_guest(occasion, name="Cen Gashi")
    day = occasion.ends_at + TWO_YEARS
    assert told(day - timedelta(days=3)) == []
    assert told(day) == [(Forgotten.GUESTS, 2, 0)]
    assert erase_guests(occasion=occasion, seen=2, by=then(day)) == 2
    assert set(Registration.objects.values_list("name", "email", "canonical_email")) == {("", "", "")}
    assert occasion.registrations.holding().count() == 2
    assert Event.objects.get(act="erase_guests").facts == {"registrations": 2}


def test_somebody_written_down_lately_for_an_old_event_is_kept() -> None:
    occasion = an_occasion(day=date(2015, 5, 15))
    a_guest(occasion)
    assert told(at()) == []


def test_words_of_ones_own_go_after_two_years_and_choices_stay() -> None:
    wave = a_wave_with_words()
    assert told() == [(Forgotten.WORDS, 1, 0)]
    assert erase_words(wave=wave, seen=1, by=then()) == 1
    assert [each.answers.get("heard") for each in Respondent.objects.order_by("pk")] == ["yes", "no"]
    assert [each for each in Respondent.objects.all() if each.answers.get("why")] == []
    assert (told(), Event.objects.get(act="erase_words").facts) == ([], {"answers": 1})


@pytest.mark.parametrize("changed", [{"answers": {"heard": "no"}}, {"answers": {}}, {"language": "sq"}])
def test_nothing_else_of_an_answer_is_ever_changed(changed: dict[str, object]) -> None:
    a_wave_with_words()
    with pytest.raises(IntegrityError, match="answers_changed"), transaction.atomic():
        Respondent.objects.filter(answers__heard="yes").update(**changed)


def test_every_night_what_nobody_confirmed_ends() -> None:
    write_letter(call=a_call(), written=written(), by=visitor())
    with time_machine.travel(at() + MONTH, tick=False):
        tasks.let_signatures_expire(timestamp=0)
    assert WrittenLetter.objects.get().state == LetterState.EXPIRED
    event = Event.objects.get(act="expire_letters")
    assert (event.role, event.user_id) == ("system", None)


@pytest.mark.time_machine(LATER, tick=False)
def test_an_officer_sees_the_numbers_first_and_then_erases(client: Client) -> None:
    occasion, wave = _long_ago()
    browser = signed_in(client, an_officer())
    page = browser.get("/signing/retention/").content.decode()
    for kind, pk in (("guests", occasion), ("words", wave)):
        address = f"/forgetting/{kind}/{pk}/"
        assert address in page
        assert "1 person" in browser.get(address).content.decode()
        assert browser.post(address, {"seen": "-1"}).status_code == 422
        assert browser.post(address, {"seen": "1"}).headers["Location"] == "/signing/retention/"
    assert "Nothing is past its day." in browser.get("/signing/retention/").content.decode()
    assert browser.get("/forgetting/everything/1/").status_code == 404


def _long_ago() -> tuple[int, int]:
    """An event and a wave of two years ago, each with somebody to forget."""
    with time_machine.travel(at(), tick=False):
        occasion, wave = an_occasion(day=TODAY), a_wave_with_words()
        a_guest(occasion)
    return occasion.pk, wave.pk
