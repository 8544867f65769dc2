"""Following links as a visitor does: from my day to wherever the pages lead."""

import re
from collections import Counter, deque
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from vatra.access.models import User

LINK = re.compile(r'(?:href|hx-get)="([^"#]+)')
ELSEWHERE = ("/static/", "http", "data:", "mailto:", "tel:")


class Walk:
    """Somebody signed in who follows every link; `opened` counts the pages, `faults` names those that failed."""

    def __init__(self, username: str, of_each_kind: int) -> None:
        """Pages of one kind look alike: only so many of each are opened."""
        self.client = Client(raise_request_exception=False)
        self.client.force_login(User.objects.get(username=username))
        self._enough = of_each_kind
        self.opened: Counter[str] = Counter()
        self.faults: list[str] = []
        self._seen = {"/"}
        self._ahead = deque([("/", "the start")])

    def everywhere(self) -> "Walk":
        """Until no page leads to a kind of page that was not opened often enough."""
        while self._ahead:
            self._open(*self._ahead.popleft())
        return self

    def _open(self, address: str, seen_on: str) -> None:
        try:
            kind = _kind(address)
        except Resolver404:
            self.faults.append(f"{address}, on {seen_on}, leads nowhere")
            return
        if self.opened[kind] == self._enough:
            return
        self.opened[kind] += 1
        answer = self.client.get(address, follow=True)
        if answer.status_code != 200:
            self.faults.append(f"{address}, on {seen_on}, answered {answer.status_code}")
        elif answer.headers.get("Content-Type", "").startswith("text/html"):
            self._note_links(answer.content.decode(), address)

    def _note_links(self, page: str, address: str) -> None:
        for link in LINK.findall(page):
            there = urljoin(urlsplit(address).path, unescape(link))
            if not there.startswith(ELSEWHERE) and there not in self._seen:
                self._seen.add(there)
                self._ahead.append((there, address))


def _kind(address: str) -> str:
    """The page and the names of what it is asked for, without what they say."""
    asked = urlsplit(address)
    return f"{resolve(asked.path).view_name}?{re.sub(r'=[^&]*', '', asked.query)}"
