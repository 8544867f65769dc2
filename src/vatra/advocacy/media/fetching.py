"""Fetching a feed from the public internet, and from nowhere else.

An address somebody pastes must not lead into the own network: the name is looked up once, every answer has to be a
public address, and the connection goes to exactly that one. A redirect is a new address and is looked at anew.
"""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import IPv4Address, IPv6Address, ip_address
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlsplit

from vatra.advocacy.media.web_address import PORTS

MOST_BYTES = 2 * 1024 * 1024
MOST_REDIRECTS = 3
SECONDS = 20.0
AT_ONCE = 64 * 1024
REDIRECTS = {301, 302, 303, 307, 308}
NOT_MODIFIED = 304
OK = 200
AGENT = "Vatra (feed reader)"

Way = Callable[[str, int, float], socket.socket]
"""How a connection to a host and port is opened within so many seconds."""


class NotFetched(Exception):  # noqa: N818 - it reads as what happened
    """The feed was not read; the word says why and goes into the list of sources."""


@dataclass(frozen=True)
class Fetched:
    """What the server sent, and how it asks to be asked the next time; no body if nothing is new."""

    body: bytes | None
    etag: str = ""
    last_modified: str = ""


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet, also when an older address is packed into it."""
    found = ip_address(address)
    packed = _packed_in(found) if isinstance(found, IPv6Address) else None
    return found.is_global and not found.is_multicast and (packed is None or packed.is_global)


def _packed_in(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    # NAT64 (RFC 6052): the last four bytes are the older address.
    is_nat64 = address.exploded.startswith("0064:ff9b:")
    return IPv4Address(address.packed[-4:]) if is_nat64 else None


def public_way(host: str, port: int, seconds: float) -> socket.socket:
    """A connection to a host of the public internet; refused if its name leads anywhere else as well."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise NotFetched("unknown_host") from error
    addresses = [str(address[0]).partition("%")[0] for *_kind, address in found]
    if not addresses or not all(is_public(address) for address in addresses):
        raise NotFetched("not_public")
    return socket.create_connection((addresses[0], port), timeout=seconds)


def fetch(address: str, *, etag: str = "", last_modified: str = "", way: Way = public_way) -> Fetched:
    """What stands at a public address; NotFetched for everything else, and for what is too large or too slow."""
    until = monotonic() + SECONDS
    asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"} | {k: v for k, v in asked.items() if v}
    for _turn in range(MOST_REDIRECTS + 1):
        answer = _ask(_looked_at(address), headers, until=until, way=way)
        if isinstance(answer, Fetched):
            return answer
        address = urljoin(address, answer)
    raise NotFetched("too_many_redirects")


def _looked_at(address: str) -> SplitResult:
    parts = urlsplit(address)
    try:
        usual = PORTS.get(parts.scheme)
        is_right = usual and parts.hostname and "@" not in parts.netloc and parts.port in {None, usual}
    except ValueError as error:
        raise NotFetched("no_address") from error
    if not is_right:
        raise NotFetched("no_address")
    return parts


def _ask(parts: SplitResult, headers: dict[str, str], *, until: float, way: Way) -> Fetched | str:
    """What the server answers: its words, or where it sends us."""
    host = str(parts.hostname)
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    try:
        with _opened(host, parts.scheme, until=until, way=way) as connected:
            conversation = HTTPConnection(host)
            conversation.sock = connected
            conversation.request("GET", path, headers=headers)
            with conversation.getresponse() as answer:
                return _read(answer, connected, until=until)
    except TimeoutError as error:
        raise NotFetched("too_slow") from error
    except (OSError, HTTPException, UnicodeError, ValueError) as error:
        raise NotFetched("no_answer") from error


def _opened(host: str, scheme: str, *, until: float, way: Way) -> socket.socket:
    connected = way(host, PORTS[scheme], _left(until))
    if scheme == "http":
        return connected
    return ssl.create_default_context().wrap_socket(connected, server_hostname=host)


def _read(answer: HTTPResponse, connected: socket.socket, *, until: float) -> Fetched | str:
    kept = {
        "etag": answer.headers.get("ETag", "")[:200],
        "last_modified": answer.headers.get("Last-Modified", "")[:80],
    }
    if answer.status == NOT_MODIFIED:
        return Fetched(None, **kept)
    if answer.status in REDIRECTS and (to := answer.headers.get("Location")):
        return to
    if answer.status != OK:
        raise NotFetched("no_answer")
    body = b""
    while portion := _portion(answer, connected, until=until):
        body += portion
        if len(body) > MOST_BYTES:
            raise NotFetched("too_large")
    return Fetched(body, **kept)


def _portion(answer: HTTPResponse, connected: socket.socket, *, until: float) -> bytes:
    """The next bytes; a server that sends one of them every second runs out of time all the same."""
    connected.settimeout(_left(until))
    return answer.read1(AT_ONCE)


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise NotFetched("too_slow")
    return left
