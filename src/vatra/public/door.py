"""The one door of the public site: open to everybody, in the language of its address, without session or cookie."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from vatra.access.doors import EVERYBODY
from vatra.public.languages import OF_ADDRESS

P = ParamSpec("P")

# A change of text is seen within a minute; while the server is busy a cache may show the page a little longer.
KEPT = "public, max-age=60, stale-while-revalidate=300"
NOT_KEPT = "no-store"
OK = 200


class PublicRequest(HttpRequest):
    """A request of somebody we do not know, in a language of the site."""

    language: str


def everybody(
    view: Callable[Concatenate[PublicRequest, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Open a view to everybody under /sq/, /sr/ and /en/.

    A form of the public site carries no cookie, so that there is nothing a foreign page could use in the
    visitor's name: it needs no CSRF token, and its page can be kept by caches.
    """

    @wraps(view)
    def opened(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        public: PublicRequest = request  # type: ignore[assignment]
        public.language = str(kwargs.pop("language"))
        code = OF_ADDRESS[public.language]
        with translation.override(code):
            answer = view(public, *args, **kwargs)
        answer.headers["Content-Language"] = code
        return _for_caches(request, answer)

    opened.permission = EVERYBODY  # type: ignore[attr-defined]
    return csrf_exempt(login_not_required(opened))


def _for_caches(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """What was read may be kept by anybody; what answers to something sent, by nobody."""
    if request.method not in {"GET", "HEAD"} or answer.status_code != OK:
        answer.headers.setdefault("Cache-Control", NOT_KEPT)
        return answer
    answer.headers.setdefault("Cache-Control", KEPT)
    if "no-store" in answer.headers["Cache-Control"] or answer.streaming:
        return answer
    tag = f'"{sha256(answer.content).hexdigest()[:32]}"'
    answer.headers.setdefault("ETag", tag)
    known: HttpResponseBase | None = get_conditional_response(request, etag=tag, response=answer)
    assert isinstance(known, HttpResponse)
    return known
