"""What holds for every page: the person's language, and nothing left behind in the browser."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation

Respond = Callable[[HttpRequest], HttpResponse]


class LanguageOfThePerson:
    """Speaks the language chosen on this browser, else the organisation's; who signs out takes it along."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = {code for code, _name in settings.LANGUAGES}
        translation.activate(chosen if chosen in known else settings.LANGUAGE_CODE)
        response = self.respond(request)
        response.headers.setdefault("Content-Language", translation.get_language())
        if request.method == "POST" and _page(request) == "account_logout":
            response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
        return response


class SignInFirst(LoginRequiredMiddleware):
    """Every page asks who reads it, but for those open to everybody: they do not look at the session at all."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Django asks the session first, which makes every answer vary with the cookie."""
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


class NoNullInAddresses:
    """An address with the character NUL leads nowhere: the database keeps no text that has one, and refuses the question."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Sequence[Any], _named: Mapping[str, Any]
    ) -> None:
        """Forms refuse it by themselves; what stands in an address goes to the database as it is."""
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404


class FirstOnesOwnPassword:
    """Who signed in with a starting password chooses another before anything else opens."""

    open_before = ("account_change_password", "account_logout", "set_language")

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_view(
        self, request: HttpRequest, view: Any, _args: Sequence[Any], _named: Mapping[str, Any]
    ) -> HttpResponse | None:
        """Every page leads to the one where the password is changed; open pages do not ask who reads them."""
        if not getattr(view, "login_required", True):
            return None
        is_waiting = getattr(request.user, "must_change_password", False)
        if is_waiting and _page(request) not in self.open_before:
            return redirect("account_change_password")
        return None


class NothingIsKeptByTheBrowser:
    """Pages about people are not stored on a shared laptop: `Cache-Control: no-store` everywhere."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response


def _page(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""
