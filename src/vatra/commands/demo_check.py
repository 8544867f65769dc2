"""Walks into a running Vatra as a social worker does: signs in, opens one child's file."""

import re
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urljoin

from django.urls import reverse

from vatra.commands.trouble import Trouble

ROLE = "social worker"
SECONDS_PER_PAGE = 30
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Page:
    """What came back for one address."""

    status: int
    milliseconds: int
    address: str
    text: str

    def measured(self) -> dict[str, int]:
        return {"status": self.status, "ms": self.milliseconds, "bytes": len(self.text.encode())}


def walked(address: str, sign_ins: Sequence[tuple[str, str, str]], *, began: float) -> dict[str, object]:
    """The report of the walk, or the trouble met on it. `began` is in seconds of the monotonic clock."""
    visitor = Visitor()
    sign_in = visitor.fetch(address)
    my_day = _signed_in(visitor, sign_in, sign_ins)
    child = visitor.fetch(
        urljoin(address, _first(_child_link(), my_day, "no child is shown on the social worker's day"))
    )
    return {
        "ok": True,
        "signin": sign_in.measured(),
        "my_day": my_day.measured(),
        "child": child.measured(),
        "seconds": round(time.monotonic() - began, 2),
    }


class Visitor:
    """A browser without a window: keeps cookies, follows redirects."""

    def __init__(self) -> None:
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(cookies)

    def fetch(self, address: str, form: dict[str, str] | None = None) -> Page:
        data = urlencode(form).encode() if form else None
        request = urllib.request.Request(address, data, {"Referer": address})  # noqa: S310 - our own address
        began = time.monotonic()
        try:
            with self._opener.open(request, timeout=SECONDS_PER_PAGE) as answer:
                text = answer.read().decode()
                took = round((time.monotonic() - began) * 1000)
                return Page(answer.status, took, answer.url, text)
        except urllib.error.URLError as error:
            raise failed(f"{address} answered: {error}") from error


def _signed_in(visitor: Visitor, page: Page, sign_ins: Sequence[tuple[str, str, str]]) -> Page:
    for role, name, password in sign_ins:
        if role.casefold() == ROLE:
            token = _first(TOKEN, page, "the sign-in page holds no form")
            form = {"csrfmiddlewaretoken": token, "login": name, "password": password}
            arrived = visitor.fetch(page.address, form)
            if 'name="password"' in arrived.text:
                raise failed(f"{name} could not sign in")
            return arrived
    raise failed(f"the caseload has no {ROLE}")


def _child_link() -> re.Pattern[str]:
    """A link to any child's file, as the pages write it."""
    before, after = reverse("desk:file", args=["REFERENCE"]).split("REFERENCE")
    return re.compile(f'href="({re.escape(before)}[^"/]+{re.escape(after)})"')


def _first(pattern: re.Pattern[str], page: Page, otherwise: str) -> str:
    found = pattern.search(page.text)
    if found is None:
        raise failed(f"{otherwise} ({page.address})")
    return found[1]


def failed(what: str) -> Trouble:
    return Trouble(
        f"The check failed: {what}.",
        "Run ./vatra demo and open that page in a browser to see more.",
    )
