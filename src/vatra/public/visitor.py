"""Who acts on the public site, and how a form of it is answered."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from vatra.kernel import clock
from vatra.kernel.forms import Acts
from vatra.kernel.ledger import Actor
from vatra.public.door import NOT_KEPT, PublicRequest

FOR_ONE = {"Cache-Control": NOT_KEPT, "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


def visitor() -> Actor:
    """Somebody we do not know."""
    return Actor(None, "public", clock.now())


def answered(
    request: PublicRequest,
    form: Acts,
    act: Callable[[], object],
    *,
    to: str,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Do the act and lead on, so that loading the page again sends nothing twice; else the page with what was typed."""
    is_sent = request.method == "POST"
    if is_sent and form.is_valid() and form.did(act):
        answer = redirect(to)
        answer.status_code = 303
        return answer
    return render(request, template, {**context, "form": form}, status=422 if is_sent else 200)


def for_one_person(answer: HttpResponse) -> HttpResponse:
    """A page behind a link of somebody's mail: kept by nobody, found by no search engine, named to no other site."""
    for name, value in FOR_ONE.items():
        answer.headers[name] = value
    return answer


def lapsed(request: PublicRequest) -> HttpResponse:
    """The link of a mail that does not hold any more, or never did."""
    return for_one_person(render(request, "public/lapsed.html", status=404))
