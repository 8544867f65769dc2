"""Invented people who sign, each from a network of its own, and a petition for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from secrets import token_hex
from urllib.parse import urlencode

from altcha import Challenge, Payload, Solution
from altcha.v2 import derive_key_sha

from vatra.advocacy.actions import open_sheet
from vatra.advocacy.models import Campaign, SigningSheet
from vatra.advocacy.signing.proof import challenge
from vatra.advocacy.words import ActionKind
from vatra.kernel import clock
from vatra.kernel.in_languages import SITE_LANGUAGES, Wording
from vatra.kernel.ledger import Actor

GIVEN_NAMES = ("Arta", "Besim", "Dragana", "Elira", "Faton", "Gordana", "Hana", "Ilir", "Jovan", "Liridona")
# An answer that is known without trying, because it is ours: only the server's work is measured.
KNOWN_ANSWER = 7


@dataclass(frozen=True)
class Sent:
    """A form as it leaves a browser, and the address of the network it comes from."""

    path: str
    body: str
    network: str


def a_petition() -> SigningSheet:
    """One that anybody may sign from today on, of a campaign of its own."""
    today, words = clock.today(), Wording(dict.fromkeys(SITE_LANGUAGES, "Bench"))
    slug = f"bench-{token_hex(6)}"
    campaign = Campaign.objects.create(slug=slug, name=words, purpose=words, first_day=today)
    return open_sheet(
        campaign=campaign,
        kind=ActionKind.PETITION,
        slug=slug,
        title=words,
        words=words,
        deliver_to=words,
        first_day=today,
        last_day=None,
        shown_from=today,
        jurisdiction="kosovo",
        by=Actor(user_id=None, role="", at=clock.now()),
    )


def forms(sheet: SigningSheet, number: int, *, again_every: int) -> Iterator[Sent]:
    """So many forms; every so often somebody sends the one from before again, the address written otherwise."""
    path = f"/en/sign/{sheet.action.slug}/"
    for place in range(number):
        is_again = place % again_every == again_every - 1
        person = place - 1 if is_again else place
        email = f"Signer.{person}+again@googlemail.com" if is_again else f"signer{person}@gmail.com"
        fields = {
            "name": f"{GIVEN_NAMES[person % len(GIVEN_NAMES)]} Signer {in_letters(person)}",
            "email": email,
            "municipality": "prizren",
            "of_age": "on",
            "deliver": "on",
            "version": "1",
            "proof": _proof(sheet),
        } | ({"mail": "on"} if person % 2 else {})
        yield Sent(path, urlencode(fields), network_of(place))


def in_letters(number: int) -> str:
    """A number as a name can hold it."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def network_of(number: int) -> str:
    """An address that nobody has (RFC 2544 and its neighbours in the benchmark range)."""
    return f"198.{18 + number // 65_536}.{number // 256 % 256}.{number % 256}"


def _proof(sheet: SigningSheet) -> str:
    asked = Challenge.from_dict(challenge(sheet.pk, counter=KNOWN_ANSWER))
    salt, nonce = bytes.fromhex(asked.parameters.salt), bytes.fromhex(asked.parameters.nonce)
    key = derive_key_sha(asked.parameters, salt, nonce + KNOWN_ANSWER.to_bytes(4, "big"))
    return Payload(asked, Solution(KNOWN_ANSWER, key.hex())).to_base64()
