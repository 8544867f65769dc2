"""Sheets that can be signed, people who sign them, and what their mails lead to."""

import re
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from tests.builders import a_user, another, at
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.advocacy.actions import confirm_signature, open_sheet, sign
from vatra.advocacy.models import Campaign, SheetTally, Signature, SigningSheet
from vatra.advocacy.signing.given import Given
from vatra.advocacy.signing.links import link_of, new_link
from vatra.advocacy.signing.words import LinkPurpose, Purpose
from vatra.advocacy.words import ActionKind
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor

NETWORK = bytes(16)
WORDS = Wording(
    {
        "sq": "Kërkojmë që asnjë fëmijë të mos braktiset.",
        "sr-latn": "Tražimo da nijedno dete ne bude napušteno.",
        "en": "We ask that no child is abandoned.",
    }
)
ASSEMBLY = Wording({"sq": "Kuvendi i Kosovës", "sr-latn": "Skupština Kosova", "en": "the Assembly of Kosovo"})


def an_officer() -> User:
    """Somebody who keeps signatures."""
    return a_user(Role.ADVOCACY_OFFICER)


def by_officer(user: User | None = None, moment: datetime | None = None) -> Actor:
    return Actor((user or an_officer()).pk, Role.ADVOCACY_OFFICER.value, moment or at())


def by_visitor(moment: datetime | None = None) -> Actor:
    """Somebody on the public site."""
    return Actor(None, "public", moment or at())


def a_campaign(slug: str = "") -> Campaign:
    """One that runs."""
    words = Wording({"en": "I give hope", "sq": "Unë jap shpresë", "sr-latn": "Ja dajem nadu"})
    return Campaign.objects.create(
        slug=slug or f"hope-{another()}", name=words, purpose=words, first_day=date(2020, 5, 15)
    )


def a_sheet(**fields: Any) -> SigningSheet:
    """A petition that anybody may sign now."""
    slug = f"no-child-{another()}"
    quiet: dict[str, Any] = {
        "kind": ActionKind.PETITION,
        "slug": slug,
        "title": Wording({"sq": "Asnjë fëmijë", "sr-latn": "Nijedno dete", "en": "No child abandoned"}),
        "words": WORDS,
        "deliver_to": ASSEMBLY,
        "first_day": date(2020, 5, 15),
        "last_day": None,
        "shown_from": date(2020, 5, 15),
        "jurisdiction": "kosovo",
        "may_show_names": True,
    }
    campaign = fields.pop("campaign", None) or a_campaign()
    return open_sheet(campaign=campaign, by=fields.pop("by", None) or by_officer(), **(quiet | fields))


def given(sheet: SigningSheet, **fields: Any) -> Given:
    """What an honest person sends, from a network of its own."""
    number = another()
    quiet: dict[str, Any] = {
        "name": "Arta Krasniqi",
        "email": f"arta{number}@example.org",
        "municipality": "prizren",
        "language": "en",
        "purposes": [Purpose.DELIVER],
        "network": number.to_bytes(16),
        "proof": f"{number:032x}",
    }
    return Given(sheet=sheet.pk, text=sheet.texts.latest("number").pk, **(quiet | fields))


def a_signature(sheet: SigningSheet, *, moment: datetime | None = None, **fields: Any) -> Signature:
    """Somebody signed; nobody has confirmed it yet."""
    before = set(sheet.signatures.values_list("pk", flat=True))
    sign(given=given(sheet, **fields), by=by_visitor(moment))
    return sheet.signatures.exclude(pk__in=before).get()


def confirmed(
    sheet: SigningSheet,
    *,
    purposes: Collection[Purpose] = (Purpose.DELIVER,),
    moment: datetime | None = None,
    **fields: Any,
) -> Signature:
    """Somebody signed and confirmed it."""
    signature = a_signature(sheet, purposes=purposes, moment=moment, **fields)
    return confirm_signature(link=a_link(signature), by=by_visitor(moment))


def a_link(signature: Signature, purpose: LinkPurpose = LinkPurpose.CONFIRM) -> Any:
    """One that a mail would have brought."""
    word = new_link(signature, purpose)
    return link_of(word, purpose, slug=signature.sheet.action.slug)


def tally(sheet: SigningSheet) -> int:
    """What the counter shows."""
    return SheetTally.objects.get(sheet=sheet).number


def links_in(text: str) -> dict[str, str]:
    """The addresses in a mail, by what they are for."""
    return {
        purpose: path
        for path, purpose in re.findall(r"https?://[^/]+(/\w+/sign/[\w-]+/(confirm|own)/[\w-]+/)", text)
    }
