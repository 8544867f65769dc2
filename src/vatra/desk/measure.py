"""How long the server took for a page, and how many questions it asked the database: only while it is measured."""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

Respond = Callable[[HttpRequest], HttpResponse]


class Counter:
    """Counts the queries of one request."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Callable[..., Any], *rest: Any) -> Any:
        self.queries += 1
        return execute(*rest)


class TellHowLong:
    """Adds a `Server-Timing` header: `page` in milliseconds, `queries` as a plain number."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        counter, began = Counter(), time.perf_counter()
        with connection.execute_wrapper(counter):
            response = self.respond(request)
        took = (time.perf_counter() - began) * 1000
        response.headers["Server-Timing"] = f"page;dur={took:.2f}, queries;dur={counter.queries}"
        return response
