"""Names under which only the public site answers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect

from vatra.access.doors import EVERYBODY
from vatra.public.languages import asked_for


class PublicHosts:
    """Under a name of VATRA_PUBLIC_HOSTS "/" leads to the site in the visitor's language, and staff pages do not exist."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/" and is_public(request):
            answer = redirect(f"/{asked_for(request.headers.get('Accept-Language', ''))}/")
            answer.headers["Vary"] = "Accept-Language"
            return answer
        return self.respond(request)

    def process_view(
        self, request: HttpRequest, view: Any, _args: Sequence[Any], _named: Mapping[str, Any]
    ) -> None:
        """A page with another door is not found here, not even its sign-in."""
        if is_public(request) and getattr(view, "permission", None) != EVERYBODY:
            raise Http404


def is_public(request: HttpRequest) -> bool:
    """Whether the request came to a name of the public site; large letters and a last dot do not make another name."""
    return split_domain_port(request.get_host())[0] in settings.PUBLIC_HOSTS
