"""Which institutions answer: n is always shown, and small counts are told as fewer."""

from datetime import timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.advocacy.actions import a_call, a_letter, an_officer, passed
from tests.advocacy.letters import many, sent_letter
from tests.builders import TODAY, at, signed_in
from vatra.advocacy.actions.letters import note_reply
from vatra.advocacy.letters.answers import answers_of_institutions
from vatra.advocacy.letters.responsiveness import Asked, responsiveness
from vatra.advocacy.models import ActionMail, LetterCall, LetterReply, WrittenLetter
from vatra.advocacy.tokens import CONFIRM_LETTER, DID_THEY_ANSWER, token_for
from vatra.kernel.ledger import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

LATER = at() + timedelta(days=20)


@given(st.lists(st.tuples(st.integers(1, 4), st.none() | st.integers(0, 60))))
def test_every_letter_is_counted_once_and_small_counts_are_hidden(
    letters: list[tuple[int, int | None]],
) -> None:
    rows = responsiveness(Asked(*letter) for letter in letters)
    assert sum(row.asked for row in rows) == len(letters)
    assert [row.asked for row in rows] == sorted((row.asked for row in rows), reverse=True)
    for row in rows:
        answered = [days for where, days in letters if where == row.institution and days is not None]
        assert row.answered.exact == len(answered)
        assert row.within_soon.exact == sum(days <= 14 for days in answered)
        assert row.answered.is_hidden == (0 < len(answered) < 5)
        assert (row.median_days is None) == (len(answered) < 5)


def test_the_middle_of_the_days_is_told_from_five_answers_on() -> None:
    (row,) = responsiveness([Asked(1, days) for days in (2, 3, 9, 20, 40)] + [Asked(1, None)])
    assert (row.asked, row.answered.exact, row.within_soon.exact, row.median_days) == (6, 5, 3, 9)


def test_the_table_is_the_same_for_staff_and_for_everybody(client: Client) -> None:
    call = a_call()
    for number in range(6):
        letter = one_more(call, number)
        came_on = TODAY + timedelta(days=number)
        if number < 5:
            note_reply(letter=letter, kind="answered", came_on=came_on, by=Actor(None, "public", LATER))
    public = client.get("/en/answers/").content.decode()
    staff = signed_in(client, an_officer()).get("/answers-of-institutions/").content.decode()
    table = public[public.index("<tbody") : public.index("</tbody>")]
    assert table in staff
    assert [cell.split("<")[0] for cell in table.split('<div class="vatra-stacked__content">')[1:]] == [
        "6",
        "5",
        "5",
        "2",
    ]


def one_more(call: LetterCall, number: int) -> WrittenLetter:
    """One more letter that the office got."""
    many(call, 1, first=number)
    mail = ActionMail.objects.get(kind="letter", sent_at=None)
    mail.offered_at = mail.sent_at = at()
    mail.save()
    assert mail.letter
    return mail.letter


def test_the_link_of_the_mail_chooses_and_the_button_keeps(client: Client) -> None:
    letter = sent_letter(a_call())
    address = f"/en/did-they-answer/{token_for(letter.key, DID_THEY_ANSWER)}/"
    page = client.get(f"{address}?kind=automatic").content.decode()
    assert 'value="automatic"' in page
    assert page.count("checked") == 1
    assert LetterReply.objects.count() == 0
    answer = client.post(address, {"kind": "automatic"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/en/answers/")
    reply = LetterReply.objects.get()
    assert (reply.kind, reply.came_on, reply.noted_by) == ("automatic", None, None)


def test_who_says_that_an_answer_came_says_on_which_day(client: Client) -> None:
    letter = sent_letter(a_call())
    address = f"/en/did-they-answer/{token_for(letter.key, DID_THEY_ANSWER)}/"
    refused = client.post(address, {"kind": "answered"})
    assert (refused.status_code, LetterReply.objects.count()) == (422, 0)
    assert "Say on which day the answer came." in refused.content.decode()
    client.post(
        address, {"kind": "answered", "came_on_day": "16", "came_on_month": "3", "came_on_year": "2026"}
    )
    assert LetterReply.objects.get().came_on == TODAY


def test_the_token_of_the_confirmation_answers_no_question(client: Client) -> None:
    letter = sent_letter(a_call())
    address = f"/en/did-they-answer/{token_for(letter.key, CONFIRM_LETTER)}/"
    assert client.post(address, {"kind": "none"}).status_code == 404


def test_staff_note_what_came_back_too(client: Client) -> None:
    letter = sent_letter(a_call())
    browser = signed_in(client, an_officer())
    assert (
        f"/written-letters/{letter.pk}/reply/"
        in browser.get(f"/letter-calls/{letter.call.action.slug}/").content.decode()
    )
    browser.post(
        f"/written-letters/{letter.pk}/reply/",
        {"kind": "answered", "came_on_day": "16", "came_on_month": "3", "came_on_year": "2026"},
    )
    reply = LetterReply.objects.get()
    assert (reply.came_on, reply.noted_by is not None) == (TODAY, True)


def test_a_letter_is_counted_once_however_many_mails_it_led_to(client: Client) -> None:
    letter = sent_letter(a_call())
    assert ActionMail.objects.filter(letter=letter).count() == 2
    page = signed_in(client, an_officer()).get(f"/letter-calls/{letter.call.action.slug}/")
    assert page.context["numbers"] == {"written": 1, "confirmed": 1, "counted": 0, "sent": 1}


def test_a_letter_that_was_only_read_is_not_yet_asked_of_the_office() -> None:
    passed(a_letter())
    assert answers_of_institutions() == []
