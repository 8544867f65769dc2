"""What holds for every page: the person's language, and nothing left behind in the browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Respond = Callable[[HttpRequest], HttpResponse]


class LanguageOfThePerson:
    """Speaks the language chosen on this browser, else the organisation's."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = {code for code, _name in settings.LANGUAGES}
        translation.activate(chosen if chosen in known else settings.LANGUAGE_CODE)
        response = self.respond(request)
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


class NothingIsKeptByTheBrowser:
    """Pages about people are not stored on a shared laptop: `Cache-Control: no-store` everywhere."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response
