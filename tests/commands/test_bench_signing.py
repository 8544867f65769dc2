"""Measuring signing: what is sent, at which pace, and when the result is right."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from tests.advocacy.signing import a_sheet
from tests.builders import at
from vatra.advocacy.signing.identity import person_digest
from vatra.advocacy.signing.proof import number_of
from vatra.commands.bench.signing import bots, signatures
from vatra.commands.bench.signing.sending import Pace, sent_steadily
from vatra.commands.bench.signing.signers import Sent, forms, network_of

A_PACE = Pace(sent=1, seconds=1, p50_ms=1, p95_ms=1, p99_ms=1, slowest_ms=1)


class _Server(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(302)
        self.send_header("Location", f"/{self.headers['X-Forwarded-For']}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


def test_every_form_is_answered_at_its_own_pace(port: int) -> None:
    written = [Sent("/", "name=Arta", network_of(number)) for number in range(31)]
    answers, pace = sent_steadily(port, written, per_second=60)
    assert [(answer.status, answer.goes_to) for answer in answers] == [
        (302, f"/{network_of(number)}") for number in range(31)
    ]
    assert pace.sent == 31
    assert pace.seconds >= 30 / 60


@pytest.mark.django_db
@pytest.mark.time_machine(at(), tick=False)
def test_every_so_often_the_same_person_sends_again_in_another_spelling_with_a_fresh_calculation() -> None:
    sheet = a_sheet()
    sent = [parse_qs(form.body) for form in forms(sheet, 10, again_every=5)]
    people = [person_digest(each["email"][0], each["name"][0]) for each in sent]
    assert (people[4], people[9]) == (people[3], people[8])
    assert (len(set(people)), len({each["email"][0] for each in sent})) == (8, 10)
    assert len({number_of(each["proof"][0], sheet=sheet.pk) for each in sent} - {""}) == 10


def test_everybody_comes_from_a_network_of_its_own() -> None:
    assert len({network_of(number) for number in range(100_000)}) == 100_000


@pytest.mark.parametrize(
    ("fields", "is_right"),
    [
        ({}, True),
        ({"kept": 9}, False),
        ({"kept": 11}, False),
        ({"events": 11}, False),
        ({"counted": 5}, False),
        ({"held": 1}, False),
        ({"not_accepted": 1}, False),
    ],
)
def test_a_measurement_is_right_when_everybody_is_kept_and_counted_once(
    fields: dict[str, int], is_right: bool
) -> None:
    found = signatures.Found(
        signing=A_PACE,
        confirming=A_PACE,
        people=10,
        kept=10,
        events=10,
        held=0,
        not_accepted=0,
        confirmed=4,
        counted=4,
    )
    assert replace(found, **fields).is_right is is_right  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "is_right"),
    [
        ({}, True),
        ({"counted_without_them": 2}, False),
        ({"counted_after_undoing": 10}, False),
        ({"rows_as_before": False}, False),
        ({"fitting": 9}, False),
    ],
)
def test_machines_are_gone_and_back_only_when_every_row_is_as_before(
    fields: dict[str, int], is_right: bool
) -> None:
    found = bots.Found(
        genuine=1,
        bots=10,
        counted_before=11,
        fitting=10,
        counted_without_them=1,
        counted_after_undoing=11,
        rows_as_before=True,
        seconds_to_sign=1,
        seconds_to_look=1,
        seconds_to_take=1,
        seconds_to_undo=1,
    )
    assert replace(found, **fields).is_right is is_right  # type: ignore[arg-type]
