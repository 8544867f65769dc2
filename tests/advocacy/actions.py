"""Campaigns with what is done for them, with quiet defaults."""

from datetime import date, datetime, time, timedelta

from tests.builders import TODAY, a_user, another, at, by
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.advocacy.actions.letters import (
    CallText,
    Written,
    call_for_letters,
    confirm_letter,
    let_letters_go,
    read_letter,
    write_letter,
)
from vatra.advocacy.actions.occasions import Guest, Where, plan_occasion, record_guest
from vatra.advocacy.actions.press import ForThePress, prepare_for_the_press
from vatra.advocacy.announced import Announced
from vatra.advocacy.models import (
    Campaign,
    Institution,
    LetterCall,
    Occasion,
    Post,
    PressConference,
    Registration,
    WrittenLetter,
)
from vatra.advocacy.words import ActionKind
from vatra.kernel import clock
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor

SUGGESTED = (
    "Dear Minister, every child has a right to grow up in a family. Please pay foster families in time, "
    "train them well, and close the big homes. Children under three must never live in an institution."
)
_ON_THE_WARD = (
    "I was a nurse on the maternity ward in Gjakova for twenty years and saw mothers leave without their babies because "
    "nobody came to talk with them in the first days. A counsellor on the ward costs less than one bed in a home."
)
_NEIGHBOURS = (
    "My neighbours would take a child tomorrow, but the training course they were promised has been put off three "
    "times since spring. Tell us on which day it begins, and let them start before the winter."
)
_AT_SCHOOL = (
    "As a teacher I ask why brothers and sisters are sent to schools in different towns. Two boys in my class have not "
    "seen their sister for a year although the road between them takes forty minutes by bus."
)
OWN_WORDS = (_ON_THE_WARD, _NEIGHBOURS, _AT_SCHOOL)


def an_officer(**fields: object) -> User:
    """Somebody who keeps campaigns."""
    return a_user(Role.ADVOCACY_OFFICER, **fields)  # type: ignore[arg-type]


def keeping(user: User | None = None, moment: datetime | None = None) -> Actor:
    """Somebody who keeps campaigns as the one who acts."""
    user = user or an_officer()
    return Actor(user.pk, Role.ADVOCACY_OFFICER, moment) if moment else by(user, TODAY, Role.ADVOCACY_OFFICER)


def visitor(moment: datetime | None = None) -> Actor:
    """Somebody of the public."""
    return Actor(None, "public", moment or at())


def a_campaign(slug: str = "", first_day: date = date(2015, 5, 15)) -> Campaign:
    """A campaign without an end."""
    slug = slug or f"campaign-{another()}"
    return Campaign.objects.create(slug=slug, name={"en": slug}, purpose={"en": "Why"}, first_day=first_day)


def a_post(email: str = "minister@gov.example", institution: Institution | None = None) -> Post:
    """A minister."""
    where = institution or Institution.objects.create(name={"en": f"Ministry {another()}"}, level="central")
    return Post.objects.create(institution=where, title={"en": "Minister"}, email=email)


def announced(slug: str = "", *, first_day: date = TODAY, **fields: object) -> Announced:
    """An action that begins today and is shown."""
    quiet = {
        "campaign": None,
        "slug": slug or f"action-{another()}",
        "title": Wording(en="An action"),
        "first_day": first_day,
        "shown_from": first_day,
    }
    given = quiet | fields
    return Announced(**(given | {"campaign": given["campaign"] or a_campaign()}))  # type: ignore[arg-type]


def call_text(post: Post | None = None, **fields: object) -> CallText:
    """Letters to a minister during eight weeks."""
    quiet: dict[str, object] = {
        "addressee": post or a_post(),
        "subject": Wording(en="Children belong in families"),
        "suggested": Wording(en=SUGGESTED),
        "sends_from": TODAY,
        "sends_until": TODAY + timedelta(weeks=8),
        "per_hour": 20,
        "jitter_minutes": 0,
        "own_address": "office@vatra.example",
    }
    return CallText(**(quiet | fields))  # type: ignore[arg-type]


def a_call(post: Post | None = None, *, goes: bool = True, slug: str = "", **fields: object) -> LetterCall:
    """A call whose letters go to the office."""
    actor = keeping()
    call = call_for_letters(announced=announced(slug), text=call_text(post, **fields), by=actor)
    return let_letters_go(call=call, is_test=False, by=actor) if goes else call


def written(words: str = OWN_WORDS[0], **fields: object) -> Written:
    """A letter in words of its own."""
    quiet: dict[str, object] = {
        "name": "Teuta Gashi",
        "email": f"writer{another()}@example.org",
        "words": words,
        "language": "en",
    }
    return Written(**(quiet | fields))  # type: ignore[arg-type]


def a_letter(
    call: LetterCall | None = None, words: str = OWN_WORDS[0], *, at: datetime | None = None, **fields: object
) -> WrittenLetter:
    """A letter whose writer has confirmed the address."""
    letter = write_letter(call=call or a_call(), written=written(words, **fields), by=visitor(at))
    return confirm_letter(letter=letter, by=visitor(at))


def passed(letter: WrittenLetter, reader: User | None = None) -> WrittenLetter:
    """Somebody read the letter, and it may go."""
    read_letter(letter=letter, verdict="pass", reason=None, tells_of_child=False, by=keeping(reader))
    return letter


def moment(day: date, hour: int = 11) -> datetime:
    """An hour of a day in Kosovo."""
    return datetime.combine(day, time(hour), clock.LOCAL)


def an_occasion(
    kind: ActionKind = ActionKind.EVENT,
    *,
    day: date = TODAY + timedelta(days=7),
    slug: str = "",
    **fields: object,
) -> Occasion:
    """An event next week that is open to everybody."""
    quiet: dict[str, object] = {
        "place": "Hotel Emerald",
        "starts_at": moment(day),
        "ends_at": moment(day, 12),
        "languages": ["sq"],
        "objectives": Wording(),
        "is_open": True,
    }
    where = Where(**(quiet | fields))  # type: ignore[arg-type]
    shown = announced(slug, first_day=day, shown_from=TODAY)
    return plan_occasion(kind=kind, announced=shown, where=where, by=keeping())


def a_press_conference(*, embargo_at: datetime | None = None, slug: str = "") -> PressConference:
    """A press conference next week, with a statement under embargo until it begins."""
    occasion = an_occasion(ActionKind.PRESS_CONFERENCE, slug=slug)
    told = ForThePress(
        embargo_at=embargo_at or occasion.starts_at,
        statement=Wording(en="I give hope begins today."),
        contact_name="Bekim Sadiku",
        contact="press@vatra.example",
    )
    return prepare_for_the_press(occasion=occasion, told=told, by=keeping())


def a_guest(occasion: Occasion, name: str = "Besa Hoti", outlet: str = "") -> Registration:
    """Somebody who comes."""
    guest = Guest(name=name, language="sq", email=f"guest{another()}@example.org", outlet=outlet)
    return record_guest(occasion=occasion, guest=guest, by=keeping())
