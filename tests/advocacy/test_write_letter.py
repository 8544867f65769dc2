"""Writing to somebody in office: nothing goes before the writer confirms, and copies are counted instead of sent."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.advocacy.actions import OWN_WORDS, SUGGESTED, a_call, a_letter, visitor, written
from tests.builders import at
from tests.guards.test_states import rows_under
from vatra.advocacy.actions.letters import confirm_letter, write_letter
from vatra.advocacy.letters.states import MOVES, LetterState
from vatra.advocacy.models import ActionMail, LetterCall, WrittenLetter
from vatra.advocacy.tokens import CONFIRM_LETTER, DID_THEY_ANSWER, token_for
from vatra.kernel.concern import Refused
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

TYPED = {"name": "Teuta Gashi", "email": "teuta@example.org", "municipality": "peje", "words": OWN_WORDS[0]}


def page_of(call: LetterCall) -> str:
    return f"/en/write/{call.action.slug}/"


def confirm_page(letter: WrittenLetter) -> str:
    return f"/en/confirm-letter/{token_for(letter.key, CONFIRM_LETTER)}/"


def test_the_page_begins_with_the_suggested_text(client: Client) -> None:
    page = client.get(page_of(a_call())).content.decode()
    assert SUGGESTED in page
    assert "csrfmiddlewaretoken" not in page


def test_a_letter_is_kept_unconfirmed_and_one_mail_waits_for_its_writer(client: Client) -> None:
    call = a_call()
    answer = client.post(page_of(call), TYPED)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/en/look-into-your-mail/")
    letter = WrittenLetter.objects.get()
    assert (letter.state, letter.municipality) == (LetterState.UNCONFIRMED, "peje")
    assert (letter.shares_address, letter.consented_to) == (False, "")
    assert list(ActionMail.objects.values_list("kind", flat=True)) == ["confirm_letter"]
    event = Event.objects.filter(act="write_letter").get()
    assert (event.role, event.user_id, event.facts) == ("public", None, {"held_for": ""})


def test_the_words_of_the_consent_are_kept_with_it(client: Client) -> None:
    client.post(page_of(a_call()), TYPED | {"shares_address": "on"})
    letter = WrittenLetter.objects.get()
    assert letter.consented_to == "The office may see my e-mail address and answer me directly"


def test_opening_the_link_does_nothing_and_the_button_confirms(client: Client) -> None:
    call = a_call()
    client.post(page_of(call), TYPED)
    letter = WrittenLetter.objects.get()
    page = client.get(confirm_page(letter))
    assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-store")
    assert OWN_WORDS[0][:60] in page.content.decode()
    assert WrittenLetter.objects.confirmed().count() == 0
    assert [client.post(confirm_page(letter)).status_code for _time in range(2)] == [303, 200]
    confirm_letter(letter=letter, by=visitor())
    assert Event.objects.filter(act="confirm_letter").count() == 1
    assert "Two weeks later we ask you" in client.get(confirm_page(letter)).content.decode()
    letter.refresh_from_db()
    assert (letter.confirmed_at, letter.is_alike, letter.state) == (at(), False, LetterState.TO_READ)


def test_a_link_for_another_purpose_or_changed_leads_nowhere(client: Client) -> None:
    letter = write_letter(call=a_call(), written=written(), by=visitor())
    other = f"/en/confirm-letter/{token_for(letter.key, DID_THEY_ANSWER)}/"
    for address in (other, confirm_page(letter)[:-4] + "abc/"):
        assert client.post(address).status_code == 404
    letter.refresh_from_db()
    assert letter.confirmed_at is None


def test_a_link_lapses_after_seven_days(client: Client, time_machine: object) -> None:
    letter = write_letter(call=a_call(), written=written(), by=visitor())
    address = confirm_page(letter)
    time_machine.move_to(at().replace(day=24))  # type: ignore[attr-defined]
    answer = client.get(address)
    assert answer.status_code == 404
    assert "This link does not hold any more" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": "Please help."}, "Write at least 25 words"),
        ({"words": ""}, "Not answered yet: “Your letter”"),
        ({"name": "=cmd|'/c calc'!A1"}, "A name begins with a letter"),
        ({"name": "Visit www.casino.example"}, "A name holds no internet address"),
        ({"email": "teuta"}, "Enter a valid email address"),
        ({"words": "word " * 1000}, "at most 4000 characters"),
    ],
)
def test_what_cannot_be_sent_comes_back_with_everything_typed(
    client: Client, typed: dict[str, str], said: str
) -> None:
    answer = client.post(page_of(a_call()), TYPED | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert re.search(r'name="email" value="[^"]+"', page)
    assert WrittenLetter.objects.count() == 0


def test_a_known_address_gets_the_same_answer_and_no_mail(client: Client) -> None:
    call = a_call()
    a_letter(call, email="Teuta.Gashi@gmail.com")
    ActionMail.objects.all().delete()
    again = {"email": "teutagashi+again@GoogleMail.com", "words": OWN_WORDS[1]}
    answer = client.post(page_of(call), TYPED | again)
    assert answer.headers["Location"] == "/en/look-into-your-mail/"
    assert ActionMail.objects.count() == 0


def test_where_no_provider_says_otherwise_a_tag_is_somebody_else(client: Client) -> None:
    call = a_call()
    a_letter(call, email="teuta@example.org")
    ActionMail.objects.all().delete()
    client.post(page_of(call), TYPED | {"email": "teuta+again@example.org", "words": OWN_WORDS[1]})
    assert ActionMail.objects.get().kind == "confirm_letter"


def test_nobody_is_sent_more_than_three_mails_a_day_however_often_somebody_types_the_address() -> None:
    call = a_call()
    for _time in range(5):
        write_letter(call=call, written=written(email="teuta@example.org"), by=visitor())
    assert ActionMail.objects.count() == 3


def test_one_person_confirms_one_letter(client: Client) -> None:
    call = a_call()
    first, second = (
        write_letter(call=call, written=written(words, email="teuta@example.org"), by=visitor())
        for words in OWN_WORDS[:2]
    )
    confirm_letter(letter=first, by=visitor())
    answer = client.post(confirm_page(second))
    assert answer.status_code == 422
    assert "You have already written to this office. Thank you." in answer.content.decode()


def test_a_letter_much_like_the_suggested_text_is_counted_and_not_sent_by_itself(client: Client) -> None:
    letter = a_letter(words=f"Good day. {SUGGESTED}")
    assert (letter.is_alike, letter.state) == (True, LetterState.COUNTED)
    assert "counted among the people who say the same" in client.get(confirm_page(letter)).content.decode()


def test_of_two_copies_the_second_is_counted_and_letters_nobody_confirmed_do_not_count() -> None:
    call = a_call()
    write_letter(call=call, written=written(OWN_WORDS[0]), by=visitor())
    assert [a_letter(call, OWN_WORDS[0]).is_alike for _time in range(2)] == [False, True]


def test_before_and_after_its_days_nobody_writes(client: Client) -> None:
    call = a_call()
    call.action.last_day = call.action.first_day
    call.action.save()
    late = visitor(at().replace(day=17))
    with pytest.raises(Refused, match="Letters to this office are closed"):
        write_letter(call=call, written=written(), by=late)
    call.action.first_day = call.action.last_day = at().date().replace(day=1)
    call.action.save()
    assert "Letters to this office are closed." in client.get(page_of(call)).content.decode()


def test_a_call_that_is_not_shown_is_not_found(client: Client) -> None:
    call = a_call()
    call.action.shown_from = None
    call.action.save()
    assert client.get(page_of(call)).status_code == 404


@pytest.mark.parametrize(
    ("changed", "refused_by"),
    [
        ({"is_alike": None}, "letter_confirmed_unread"),
        ({"shares_address": True}, "letter_shares_without_consent"),
    ],
)
def test_the_schema_knows_no_letter_by_halves(changed: dict[str, object], refused_by: str) -> None:
    letter = a_letter()
    with pytest.raises(IntegrityError, match=refused_by), transaction.atomic():
        WrittenLetter.objects.filter(pk=letter.pk).update(**changed)


def test_the_moves_of_a_letter_are_the_moves_in_the_book() -> None:
    heading = "Letter to somebody in office"
    book = {row[0]: {word.strip() for word in row[2].split(",")} - {""} for row in rows_under(heading)}
    assert book == {each.value: {to.value for to in moves} for each, moves in MOVES.items()}
