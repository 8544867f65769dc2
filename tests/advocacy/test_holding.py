"""Letters and registrations that look strange: the same answer, nothing lost, and somebody looks before a mail is sent."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.test import Client

from tests.advocacy.actions import OWN_WORDS, a_call, an_occasion, an_officer, keeping, visitor, written
from tests.builders import a_user, at, signed_in
from vatra.access.roles import Role
from vatra.advocacy.actions.letters import let_letters_through, turn_letters_away, write_letter
from vatra.advocacy.actions.occasions import Guest, register, turn_guests_away
from vatra.advocacy.events.states import PlaceState
from vatra.advocacy.holding import NO_FORM, Sent, held_for
from vatra.advocacy.letters.states import LetterState
from vatra.advocacy.models import ActionMail, LetterCall, Registration, WrittenLetter
from vatra.advocacy.signing.limits import BURST, SUSTAINED
from vatra.advocacy.signing.words import HeldFor, TurnedAwayFor
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

MACHINE = Sent(bytes(16), is_from_a_machine=True)
TYPED = {"name": "Teuta Gashi", "email": "teuta@example.org", "words": OWN_WORDS[0]}
GUEST = {"name": "Besa Hoti", "email": "besa@example.org"}


def send(client: Client, page: str, **typed: str) -> HttpResponse:
    return client.post(f"/en/{page}/", typed)  # type: ignore[return-value]


def a_held_letter(call: LetterCall | None = None, **typed: object) -> WrittenLetter:
    return write_letter(call=call or a_call(), written=written(**typed), sent=MACHINE, by=visitor())


def a_held_guest() -> Registration:
    guest = Guest(language="en", **GUEST)
    return register(occasion=an_occasion(), guest=guest, sent=MACHINE, by=visitor())


def test_a_machine_and_too_many_from_one_network_are_held_and_nobody_else() -> None:
    people = Sent(bytes(16))
    now, long_ago = at(), at() - timedelta(minutes=59)
    assert held_for(people, [], at=now) == held_for(NO_FORM, [], at=now) == ""
    assert held_for(MACHINE, [], at=now) == HeldFor.HONEYPOT
    assert held_for(people, [now] * (BURST - 1), at=now) == ""
    assert held_for(people, [now] * BURST, at=now) == HeldFor.BURST
    assert held_for(people, [long_ago] * (SUSTAINED - 1), at=now) == ""
    assert held_for(people, [long_ago] * SUSTAINED, at=now) == HeldFor.SUSTAINED


def test_a_letter_in_the_trap_gets_the_same_answer_and_no_mail(client: Client) -> None:
    page = f"write/{a_call().action.slug}"
    honest = send(client, page, **TYPED)
    trapped = send(client, page, **TYPED | {"email": "other@example.org"}, homepage="https://spam.example")
    assert (honest.status_code, dict(honest.headers)) == (trapped.status_code, dict(trapped.headers))
    first, second = WrittenLetter.objects.order_by("pk")
    assert [first.state, second.state] == [LetterState.UNCONFIRMED, LetterState.HELD]
    assert (second.held_for, second.words) == (HeldFor.HONEYPOT, OWN_WORDS[0])
    assert list(ActionMail.objects.values_list("letter", flat=True)) == [first.pk]


def test_a_registration_in_the_trap_gets_the_same_answer_and_no_mail(client: Client) -> None:
    page = f"events/{an_occasion().action.slug}"
    honest = send(client, page, **GUEST)
    trapped = send(client, page, **GUEST | {"email": "other@example.org"}, homepage="https://spam.example")
    assert (honest.status_code, dict(honest.headers)) == (trapped.status_code, dict(trapped.headers))
    states = [each.state for each in Registration.objects.order_by("pk")]
    assert states == [PlaceState.UNCONFIRMED, PlaceState.HELD]
    assert ActionMail.objects.count() == 1


@pytest.mark.parametrize("kind", ["letters", "guests"])
def test_what_a_network_sends_beyond_its_limit_is_kept_and_held(client: Client, kind: str) -> None:
    if kind == "letters":
        page, typed, model = f"write/{a_call().action.slug}", TYPED, WrittenLetter
    else:
        page, typed, model = f"events/{an_occasion().action.slug}", GUEST, Registration
    answers = [
        send(client, page, **typed | {"email": f"person{number}@example.org"}) for number in range(BURST + 2)
    ]
    elsewhere = client.post(f"/en/{page}/", typed, REMOTE_ADDR="203.0.113.9")
    assert {each.status_code for each in (*answers, elsewhere)} == {303}
    found = model.objects.order_by("pk")
    assert [each.held_for for each in found] == [*[""] * BURST, *[HeldFor.BURST] * 2, ""]
    assert ActionMail.objects.count() == BURST + 1


def test_who_is_let_through_is_asked_by_mail_and_each_is_on_record() -> None:
    letter = a_held_letter()
    assert let_letters_through(letters=[letter], by=keeping()) == [letter]
    letter.refresh_from_db()
    assert (letter.state, letter.released_at) == (LetterState.UNCONFIRMED, at())
    assert [mail.letter for mail in ActionMail.objects.all()] == [letter]
    assert let_letters_through(letters=[letter], by=keeping()) == []
    assert Event.objects.filter(act="let_letter_through").count() == 1


def test_who_is_turned_away_is_never_written_to() -> None:
    letter, guest = a_held_letter(), a_held_guest()
    turn_letters_away(letters=[letter], reason=TurnedAwayFor.MACHINE, by=keeping())
    turn_guests_away(registrations=[guest], reason=TurnedAwayFor.NOT_A_NAME, by=keeping())
    letter.refresh_from_db()
    guest.refresh_from_db()
    assert (letter.state, guest.state) == (LetterState.TURNED_AWAY, PlaceState.TURNED_AWAY)
    assert let_letters_through(letters=[letter], by=keeping()) == []
    assert not ActionMail.objects.exists()


def test_what_is_held_uses_up_nobodys_mails_and_letting_through_keeps_to_the_cap() -> None:
    call = a_call()
    held = [a_held_letter(call, email="teuta@example.org") for _time in range(5)]
    write_letter(call=call, written=written(email="teuta@example.org"), by=visitor())
    assert ActionMail.objects.count() == 1
    let_letters_through(letters=held, by=keeping())
    assert ActionMail.objects.count() == 3


@pytest.mark.parametrize(
    ("changed", "refused_by"),
    [
        ({"held_for": "mood"}, "letter_held_for_no_known_reason"),
        ({"turned_away_at": at()}, "letter_turned_away_without_reason"),
        ({"confirmed_at": at(), "is_alike": False}, "letter_confirmed_while_held"),
        (
            {"released_at": at(), "turned_away_at": at(), "turned_away_for": "machine"},
            "letter_let_through_and_turned_away",
        ),
    ],
)
def test_the_schema_knows_nothing_held_by_halves(changed: dict[str, object], refused_by: str) -> None:
    letter = a_held_letter()
    with pytest.raises(IntegrityError, match=refused_by), transaction.atomic():
        WrittenLetter.objects.filter(pk=letter.pk).update(**changed)


def test_an_officer_looks_at_letters_on_a_page_and_lets_them_through(client: Client) -> None:
    call, browser = a_call(), signed_in(client, an_officer())
    good, bad = a_held_letter(call), a_held_letter(call, words=OWN_WORDS[1])
    page = f"/letter-calls/{call.action.slug}/held/"
    assert page in browser.get(f"/letter-calls/{call.action.slug}/").content.decode()
    shown = browser.get(page).content.decode()
    assert "A field that people do not see was filled in" in shown
    assert ("maternity ward" in shown, "writer" in shown, "example.org" in shown) == (True, False, True)
    assert browser.post(page, {"let_through": "1"}).status_code == 422
    assert browser.post(page, {"turn_away": "1", "chosen": [bad.pk]}).status_code == 422
    assert browser.post(page, {"let_through": "1", "chosen": [good.pk]}).status_code == 302
    sent = {"turn_away": "1", "chosen": [bad.pk], "reason": "machine"}
    assert browser.post(page, sent).status_code == 302
    states = [each.state for each in WrittenLetter.objects.order_by("pk")]
    assert states == [LetterState.UNCONFIRMED, LetterState.TURNED_AWAY]
    assert "Nothing waits." in browser.get(page).content.decode()


def test_an_officer_looks_at_guests_on_a_page(client: Client) -> None:
    guest, browser = a_held_guest(), signed_in(client, an_officer())
    slug = guest.occasion.action.slug
    page = f"/occasions/{slug}/held/"
    assert page in browser.get(f"/occasions/{slug}/").content.decode()
    assert browser.post(page, {"let_through": "1", "chosen": [guest.pk]}).status_code == 302
    assert Registration.objects.get().state == PlaceState.UNCONFIRMED
    assert ActionMail.objects.get().registration == guest


def test_nobody_else_sees_what_is_held(client: Client) -> None:
    letter, guest = a_held_letter(), a_held_guest()
    browser = signed_in(client, a_user(Role.SOCIAL_WORKER))
    for page in (f"letter-calls/{letter.call.action.slug}", f"occasions/{guest.occasion.action.slug}"):
        assert browser.get(f"/{page}/held/").status_code in {403, 404}
