"""The same article, however a link to it is written."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# What only tells who clicked where.
_COUNTS_CLICKS = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref|ref_src|cmpid|ocid)$", re.IGNORECASE
)
PORTS = {"http": 80, "https": 443}


def is_web_address(address: str) -> bool:
    """Whether it can lead to a page of the web: what others write into a feed may lead nowhere."""
    try:
        parts = urlsplit(address)
        leads_somewhere = parts.scheme in PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return leads_somewhere and address.isprintable()


def canonical(address: str) -> str:
    """The address without scheme, `www.`, usual port, last slash, place on the page, and what only counts clicks."""
    parts = urlsplit(address.strip())
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port and parts.port not in PORTS.values() else ""
    asked = sorted(pair for pair in parse_qsl(parts.query) if not _COUNTS_CLICKS.match(pair[0]))
    path = re.sub("/+", "/", parts.path).rstrip("/")
    return urlunsplit(("", f"{host}{port}", path, urlencode(asked), ""))
