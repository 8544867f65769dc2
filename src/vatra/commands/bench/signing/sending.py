"""Sending forms at a steady pace, whether or not the server keeps up: nobody waits for the one before."""

import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from vatra.commands.bench.figures import at
from vatra.commands.bench.signing.signers import Sent

BROWSERS = 64
SECONDS_FOR_AN_ANSWER = 60
REQUEST = (
    "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: {network}\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
)
END_OF_HEAD = b"\r\n\r\n"


@dataclass(frozen=True)
class Answered:
    """One answer: its status, where it leads, and the milliseconds since the form was due to be sent."""

    status: int
    goes_to: str
    ms: float


@dataclass(frozen=True)
class Pace:
    """What was measured; waiting for one's turn is included."""

    sent: int
    seconds: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    slowest_ms: float


def sent_steadily(port: int, forms: Sequence[Sent], *, per_second: int) -> tuple[list[Answered], Pace]:
    """The answers to these forms, each sent at its moment."""
    answers: list[Answered | None] = [None] * len(forms)
    places, began = count(), time.perf_counter() + 0.5

    def browse() -> None:
        browser = _Browser(port)
        while (place := next(places)) < len(forms):
            due = began + place / per_second
            time.sleep(max(0.0, due - time.perf_counter()))
            status, goes_to = browser.send(forms[place])
            answers[place] = Answered(status, goes_to, (time.perf_counter() - due) * 1000)
        browser.close()

    browsers = [threading.Thread(target=browse) for _each in range(BROWSERS)]
    for browser in browsers:
        browser.start()
    for browser in browsers:
        browser.join()
    took = time.perf_counter() - began
    found = [answer for answer in answers if answer is not None]
    return found, _pace(found, took)


class _Browser:
    """A browser that keeps its connection and reads no more of an answer than is asked here.

    It works on the cores that are measured: a client that reads every header takes a tenth of them away.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.line: socket.socket | None = None

    def send(self, form: Sent) -> tuple[int, str]:
        """Sent again where the server had hung up on a browser that was quiet: signing twice is signing once."""
        written = REQUEST.format(path=form.path, network=form.network, length=len(form.body), body=form.body)
        try:
            return self._answer(written.encode())
        except ConnectionError:
            self.close()
            return self._answer(written.encode())

    def close(self) -> None:
        if self.line:
            self.line.close()
        self.line = None

    def _answer(self, written: bytes) -> tuple[int, str]:
        if self.line is None:
            self.line = socket.create_connection(("127.0.0.1", self.port), SECONDS_FOR_AN_ANSWER)
        self.line.sendall(written)
        head, _end, body = self._more(b"", END_OF_HEAD).partition(END_OF_HEAD)
        told = dict(line.split(": ", 1) for line in head.decode("latin-1").split("\r\n")[1:])
        while len(body) < int(told["Content-Length"]):
            body = self._more(body)
        if told.get("Connection", "").lower() == "close":
            self.close()
        return int(head.split(b" ", 2)[1]), told.get("Location", "")

    def _more(self, read: bytes, until: bytes = b"") -> bytes:
        """What was read and the next piece of it; with `until`, up to the piece that holds it."""
        assert self.line is not None
        while piece := self.line.recv(65_536):
            read += piece
            if until in read:
                return read
        raise ConnectionResetError


def _pace(answers: Sequence[Answered], took: float) -> Pace:
    waited = sorted(answer.ms for answer in answers)
    return Pace(
        len(answers), round(took, 2), at(waited, 0.5), at(waited, 0.95), at(waited, 0.99), at(waited, 1.0)
    )
