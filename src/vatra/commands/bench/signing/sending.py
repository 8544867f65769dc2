"""Sending forms at a steady pace, whether or not the server keeps up: nobody waits for the one before."""

import http.client
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from vatra.commands.bench.figures import at
from vatra.commands.bench.signing.signers import Sent

BROWSERS = 64
SECONDS_FOR_AN_ANSWER = 60
HEADERS = {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-Proto": "https"}


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
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_FOR_AN_ANSWER)
        while (place := next(places)) < len(forms):
            due = began + place / per_second
            time.sleep(max(0.0, due - time.perf_counter()))
            answers[place] = _answer(connection, forms[place], due)
        connection.close()

    browsers = [threading.Thread(target=browse) for _each in range(BROWSERS)]
    for browser in browsers:
        browser.start()
    for browser in browsers:
        browser.join()
    took = time.perf_counter() - began
    found = [answer for answer in answers if answer is not None]
    return found, _pace(found, took)


def _answer(connection: http.client.HTTPConnection, form: Sent, due: float) -> Answered:
    """Sent again where the server had hung up on a browser that was quiet: signing twice is signing once."""
    headers = HEADERS | {"X-Forwarded-For": form.network}
    for is_last in (False, True):
        try:
            connection.request("POST", form.path, form.body, headers)
            response = connection.getresponse()
            response.read()
            break
        except (http.client.RemoteDisconnected, ConnectionError):
            connection.close()
            if is_last:
                raise
    took = (time.perf_counter() - due) * 1000
    return Answered(response.status, response.headers.get("Location", ""), took)


def _pace(answers: Sequence[Answered], took: float) -> Pace:
    waited = sorted(answer.ms for answer in answers)
    return Pace(
        len(answers), round(took, 2), at(waited, 0.5), at(waited, 0.95), at(waited, 0.99), at(waited, 1.0)
    )
