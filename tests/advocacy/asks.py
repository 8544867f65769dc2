"""What tests of advocacy are made of, beside the builders of all tests."""

from datetime import date, timedelta

from tests.builders import LONG_AGO, TODAY, a_unit, a_user, another, at
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.advocacy.actions.asks import ask_policy, show_ask
from vatra.advocacy.actions.campaigns import open_campaign
from vatra.advocacy.actions.institutions import enter_institution, enter_post
from vatra.advocacy.actions.promises import record_promise
from vatra.advocacy.actions.updates import approve_update, write_update
from vatra.advocacy.models import AskUpdate, Campaign, PolicyAsk, Post, Promise
from vatra.kernel.ledger import Actor

SOURCE = "https://gazette.example/1"
LATER = timedelta(minutes=1)


def an_officer(**fields: object) -> User:
    """Somebody who keeps campaigns and approves what others wrote."""
    return a_user(Role.ADVOCACY_OFFICER, a_unit(), **fields)


def acting(user: User | None = None, day: date = TODAY) -> Actor:
    """An advocacy officer at work on a day."""
    return Actor((user or an_officer()).pk, Role.ADVOCACY_OFFICER, at(day))


def a_campaign(
    slug: str = "",
    *,
    first_day: date = LONG_AGO,
    last_day: date | None = None,
    parent: Campaign | None = None,
) -> Campaign:
    """A campaign that has run since long ago."""
    return open_campaign(
        slug=slug or f"campaign-{another()}",
        name={"en": "Care for Me!", "sq": "Kujdesu për mua!"},
        purpose={"en": "Families stay together."},
        first_day=first_day,
        last_day=last_day,
        audiences=["public"],
        parent=parent,
        by=acting(),
    )


def a_post(title: str = "Minister") -> Post:
    """A post in a ministry of its own."""
    house = enter_institution(
        name={"en": f"Ministry {another()}"}, level="central", municipality="", by=acting()
    )
    return enter_post(institution=house, title={"en": title}, by=acting())


def an_ask(
    *,
    campaign: Campaign | None = None,
    addressee: Post | None = None,
    asked_on: date = date(2025, 1, 10),
    deadline_on: date | None = None,
    shown: bool = False,
    **given: object,
) -> PolicyAsk:
    """Something asked of a minister a year ago."""
    number = another()
    fields: dict[str, object] = {
        "slug": f"ask-{number}",
        "title": {"en": f"A rule about legal status {number}"},
        "text": {"en": "The status of a child left in hospital is settled within six months."},
        "theme": "best_interest",
        "crc_article": 20,
        "change": "policy",
        "level": "central",
        "instrument": "law",
        "baseline": "14 months on average (own files, 2024)",
        **given,
    }
    ask = ask_policy(
        campaign=campaign or a_campaign(),
        addressee=addressee or a_post(),
        asked_on=asked_on,
        deadline_on=deadline_on,
        reasons={},
        by=acting(),
        **fields,  # type: ignore[arg-type]
    )
    return show_ask(ask=ask, from_day=asked_on, by=acting()) if shown else ask


def an_update(
    ask: PolicyAsk, stage: str = "adopted", *, on: date = date(2026, 2, 1), author: User | None = None
) -> AskUpdate:
    """Something that happened to an ask, which nobody has approved yet."""
    return write_update(
        ask=ask,
        happened_on=on,
        stage=stage,
        text={"en": f"The ask is {stage}."},
        source_url=SOURCE,
        document_sha256="",
        by=acting(author),
    )


def approved(update: AskUpdate) -> AskUpdate:
    """The same, approved by a second person a minute later."""
    by = acting()
    return approve_update(update=update, by=Actor(by.user_id, by.role, by.at + LATER))


def it_came_to(ask: PolicyAsk, stage: str, on: date) -> AskUpdate:
    """An approved update."""
    return approved(an_update(ask, stage, on=on))


def a_promise(
    post: Post | None = None, *, due_on: date | None = date(2026, 1, 31), **given: object
) -> Promise:
    """What a minister promised for the end of January."""
    fields: dict[str, object] = {
        "ask": None,
        "quote": "By the end of January the draft lies before the government.",
        "made_by": "Ardian Gjini",
        "made_on": date(2025, 10, 1),
        "condition": "",
        "source_url": SOURCE,
        "document_sha256": "",
        **given,
    }
    return record_promise(post=post or a_post(), due_on=due_on, by=acting(), **fields)  # type: ignore[arg-type]
