"""One mailbox has one canonical address, however its owner writes it.

Letter case never matters. Dots and what follows a plus are dropped only for providers who say that all such spellings
reach the same mailbox; anywhere else two spellings may be two people.
"""

from typing import NamedTuple


class _Habits(NamedTuple):
    """What a provider says about its addresses: the domain it all belongs to, and what does not matter in a name."""

    domain: str
    ignores_dots: bool = False
    ignores_tags: bool = True


_GMAIL = _Habits("gmail.com", ignores_dots=True)
_ICLOUD = _Habits("icloud.com")
_PROTON = _Habits("proton.me")
# As their help pages say: Google, Microsoft, Apple, Proton, Fastmail.
_PROVIDERS: dict[str, _Habits] = {
    **dict.fromkeys(("gmail.com", "googlemail.com"), _GMAIL),
    **dict.fromkeys(("icloud.com", "me.com", "mac.com"), _ICLOUD),
    **dict.fromkeys(("proton.me", "protonmail.com", "pm.me"), _PROTON),
    **{domain: _Habits(domain) for domain in ("outlook.com", "hotmail.com", "live.com", "msn.com")},
    **{domain: _Habits(domain) for domain in ("fastmail.com", "fastmail.fm")},
}


def canonical(address: str) -> str:
    """The one spelling of a mailbox; an address without an @ is only written small."""
    local, at, domain = address.strip().lower().rpartition("@")
    domain = domain_in_ascii(domain)
    habits = _PROVIDERS.get(domain)
    if not at or habits is None:
        return f"{local}{at}{domain}"
    if habits.ignores_tags:
        # A name that is all tag stays, so that it does not become everybody's.
        local = local.partition("+")[0] or local
    if habits.ignores_dots:
        local = local.replace(".", "") or local
    return f"{local}@{habits.domain}"


def domain_of(address: str) -> str:
    """The domain an address ends with, as the network writes it."""
    return domain_in_ascii(address.strip().lower().rpartition("@")[2])


def domain_in_ascii(domain: str) -> str:
    """The domain in the letters of the network (IDNA); what cannot be written so stays."""
    try:
        return domain.rstrip(".").encode("idna").decode("ascii")
    except UnicodeError:
        return domain
