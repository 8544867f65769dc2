"""The same mailbox, however its address is written."""

# Here dots in the first part are no part of the name (the provider's own documentation).
DOTS_DO_NOT_COUNT = {"gmail.com", "googlemail.com"}
SAME_AS = {"googlemail.com": "gmail.com"}


def canonical(email: str) -> str:
    """The address in small letters, without what stands behind a plus and without dots that do not count."""
    before, _at, domain = email.strip().casefold().rpartition("@")
    before = before.partition("+")[0]
    if domain in DOTS_DO_NOT_COUNT:
        before = before.replace(".", "")
    return f"{before}@{SAME_AS.get(domain, domain)}"
