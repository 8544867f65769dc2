"""Fetching a feed: from the public internet only, within limits, and not again what is not new."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from vatra.advocacy.media import fetching
from vatra.advocacy.media.fetching import NotFetched, Way, fetch, is_public, public_way

Serve = Callable[[BaseHTTPRequestHandler], None]


class _Quiet(ThreadingHTTPServer):
    """A visitor who hangs up is no fault of the server."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@contextmanager
def a_server(serve: Serve) -> Iterator[Way]:
    """A server on this machine; the way leads there whatever host is asked for, as a test may and Vatra must not."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            serve(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library names it
            """Say nothing."""

    server = _Quiet(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    try:
        yield lambda _host, _port, seconds: socket.create_connection(
            ("127.0.0.1", server.server_port), seconds
        )
    finally:
        server.shutdown()
        server.server_close()


def answering(body: bytes, status: int = 200, **headers: str) -> Serve:
    """A server that always says the same."""

    def serve(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return serve


def why_not(address: str, way: Way = public_way) -> str:
    with pytest.raises(NotFetched) as refused:
        fetch(address, way=way)
    return str(refused.value)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.5", "172.16.3.4", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1"),
    ],
)
def test_addresses_of_ones_own_network_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "http://127.0.0.1/",
            "http://localhost/",
            "https://[::1]/",
            "http://169.254.169.254/latest/meta-data/",
        ),
        *("http://2130706433/", "http://0x7f.1/", "http://0/"),
    ],
)
def test_what_leads_into_the_own_network_is_not_opened(address: str) -> None:
    assert why_not(address) in {"not_public", "unknown_host"}


def test_a_name_with_one_private_address_among_public_ones_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: found)
    assert why_not("http://feeds.example/") == "not_public"


def test_the_connection_goes_to_the_address_that_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def look_up(*args: object, **_options: object) -> list[object]:
        asked.append(args)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 80))]

    def connect(address: object, **_options: object) -> socket.socket:
        asked.append(address)
        return socket.socket()

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    public_way("feeds.example", 80, 5).close()
    assert asked == [("feeds.example", 80), ("8.8.8.8", 80)]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "ftp://feeds.example/",
            "file:///etc/passwd",
            "gopher://feeds.example/",
            "javascript:alert(1)",
            "feeds",
        ),
        *(
            "http://feeds.example:22/",
            "https://feeds.example:80/",
            "http://user:word@feeds.example/",
            "http://",
        ),
        *("http://feeds.example:99999/",),
    ],
)
def test_other_schemes_ports_and_passwords_are_no_address_of_a_feed(address: str) -> None:
    assert why_not(address) == "no_address"


def test_a_feed_is_read_with_what_the_server_says_of_it() -> None:
    with a_server(answering(b"<rss/>", ETag='"one"', Last_Modified="Mon, 16 Mar 2026 09:00:00 GMT")) as way:
        read = fetch("http://feeds.example/rss?x=1", way=way)
    assert (read.body, read.etag, read.last_modified) == (b"<rss/>", '"one"', "Mon, 16 Mar 2026 09:00:00 GMT")


def test_what_is_not_new_is_not_sent_again() -> None:
    asked: dict[str, str | None] = {}

    def serve(handler: BaseHTTPRequestHandler) -> None:
        asked.update(
            {name: handler.headers[name] for name in ("If-None-Match", "If-Modified-Since", "Host", "Cookie")}
        )
        handler.send_response(304)
        handler.send_header("ETag", '"one"')
        handler.end_headers()

    with a_server(serve) as way:
        read = fetch("http://feeds.example/", etag='"one"', last_modified="Mon", way=way)
    assert (read.body, read.etag) == (None, '"one"')
    assert asked == {
        "If-None-Match": '"one"',
        "If-Modified-Since": "Mon",
        "Host": "feeds.example",
        "Cookie": None,
    }


def test_a_redirect_into_the_own_network_is_not_followed() -> None:
    led: list[str] = []

    with a_server(answering(b"", 302, Location="http://169.254.169.254/latest/")) as local:

        def way(host: str, port: int, seconds: float) -> socket.socket:
            led.append(host)
            return local(host, port, seconds) if host == "feeds.example" else public_way(host, port, seconds)

        assert why_not("http://feeds.example/", way) == "not_public"
    assert led == ["feeds.example", "169.254.169.254"]


def test_a_server_that_sends_us_in_circles_is_left() -> None:
    with a_server(answering(b"", 302, Location="/again")) as way:
        assert why_not("http://feeds.example/", way) == "too_many_redirects"


def test_too_much_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 1000)
    with a_server(answering(b"x" * 2000)) as way:
        assert why_not("http://feeds.example/", way) == "too_large"


def test_a_server_that_sends_a_byte_now_and_then_runs_out_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.4)

    def serve(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _byte in range(20):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    with a_server(serve) as way:
        assert why_not("http://feeds.example/", way) == "too_slow"


@pytest.mark.parametrize("status", [404, 500])
def test_a_server_with_a_fault_gave_no_answer(status: int) -> None:
    with a_server(answering(b"", status)) as way:
        assert why_not("http://feeds.example/", way) == "no_answer"
