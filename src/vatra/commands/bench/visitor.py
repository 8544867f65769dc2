"""A browser without a window: keeps cookies, reads forms, sends them back."""

import http.client
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urlsplit

from vatra.commands.bench.page_forms import form_with
from vatra.commands.trouble import Trouble

SECONDS_PER_PAGE = 60
_TIMING = re.compile(r"page;dur=([\d.]+), queries;dur=(\d+)")


@dataclass(frozen=True)
class Answer:
    """One page as it came, with what the server says about it."""

    address: str
    status: int
    text: str
    goes_to: str
    server_ms: float
    queries: int
    size: int
    seen_ms: float


class Visitor:
    """Somebody at one browser."""

    def __init__(self, address: str) -> None:
        self.place = urlsplit(address)
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        """Open a page; trouble if it does not come."""
        return self._expect(200, self._ask("GET", path))

    def send(self, page: Answer, field: str, written: Mapping[str, Any]) -> Answer:
        """Fill in the form of a page that has this field, and send it; trouble if it is not accepted."""
        filled = {**form_with(page.text, field), **written}
        return self._expect(302, self._ask("POST", page.address, urlencode(filled, doseq=True)))

    def sign_in(self, username: str, password: str) -> None:
        """Through the sign-in page, as everybody does."""
        page = self.get("/account/login/")
        self.send(page, "login", {"login": username, "password": password})

    def _expect(self, status: int, answer: Answer) -> Answer:
        if answer.status != status:
            raise Trouble(
                f"{answer.address} answered {answer.status} instead of {status}.",
                f"Open that page in a browser to see more. {_first_error(answer.text)}",
            )
        return answer

    def _ask(self, method: str, path: str, body: str | None = None) -> Answer:
        began = time.perf_counter()
        connection = http.client.HTTPConnection(
            str(self.place.hostname), self.place.port, timeout=SECONDS_PER_PAGE
        )
        try:
            connection.request(method, path, body, self._headers(is_form=body is not None))
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        took = (time.perf_counter() - began) * 1000
        self._keep_cookies(response)
        timing = _TIMING.search(response.headers.get("Server-Timing", ""))
        return Answer(
            address=path,
            status=response.status,
            text=content.decode(),
            goes_to=response.headers.get("Location", ""),
            server_ms=float(timing[1]) if timing else 0.0,
            queries=int(timing[2]) if timing else 0,
            size=len(content),
            seen_ms=took,
        )

    def _headers(self, *, is_form: bool) -> dict[str, str]:
        own = f"{self.place.scheme}://{self.place.netloc}"
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if is_form:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": own,
                "Referer": f"{own}/",
            }
        return headers

    def _keep_cookies(self, response: http.client.HTTPResponse) -> None:
        for header in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value


def _first_error(text: str) -> str:
    """What the page's error summary says first."""
    found = re.search(r'class="govuk-error-summary__body">(.*?)</ul>', text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""
