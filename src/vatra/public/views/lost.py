"""An address under which there is nothing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.views.defaults import page_not_found

from vatra.public.languages import OF_ADDRESS, asked_for
from vatra.public.middleware import is_public


def not_found(request: HttpRequest, exception: Http404) -> HttpResponseBase:
    """In the language of the address; under a public name else in the one the browser asks for."""
    first = request.path.split("/")[1]
    if first not in OF_ADDRESS and not is_public(request):
        return page_not_found(request, exception)
    language = first if first in OF_ADDRESS else asked_for(request.headers.get("Accept-Language", ""))
    return _lost(request, language)


def _lost(request: HttpRequest, language: str) -> HttpResponse:
    request.language = language  # type: ignore[attr-defined]
    with translation.override(OF_ADDRESS[language]):
        answer = render(request, "public/lost.html", status=404)
    answer.headers["Content-Language"] = OF_ADDRESS[language]
    return answer
