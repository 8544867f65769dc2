"""Every page of the house, over the demonstration's caseload: nobody is shut out, nothing runs out of the window."""

from collections.abc import Iterator

from django.test import override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.stories.conftest import Visitor
from tests.stories.examples import NOT_FOUND, NOT_WALKED, examples
from vatra.access.models import Appointment, Unit, User
from vatra.access.roles import Role
from vatra.desk import demo

LANGUAGES = ("sq", "sr-latn", "en")
LARGEST = 100_000  # bytes


def _pages(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inside = f"{pattern.namespace}:" if pattern.namespace else namespace
            yield from _pages(pattern.url_patterns, inside)
        elif (
            pattern.callback.__module__.startswith("vatra.")
            and namespace + str(pattern.name) not in NOT_WALKED
        ):
            yield namespace + str(pattern.name), pattern


def _addresses() -> Iterator[tuple[str, str]]:
    shown = examples()
    for name, pattern in _pages(get_resolver().url_patterns):
        wanted = list(pattern.pattern.converters)
        arguments = shown.get(name, shown["reference"] if wanted == ["reference"] else [])
        yield name, reverse(name, args=arguments)


def _with_every_role(username: str) -> None:
    top = Unit.objects.filter(parent=None).earliest("pk")
    user = User.objects.get(username=username)
    for role in Role:
        Appointment.objects.get_or_create(
            user=user, unit=top, role=role, defaults={"first_day": top.first_day}
        )


def test_every_page_can_be_used_by_everybody(visitor: Visitor) -> None:
    with override_settings(DEMO=True):  # otherwise everybody chooses a password before any page opens
        demo.load_once()
    _with_every_role("auditor")
    visitor.is_signed_in("auditor")
    for number, (name, path) in enumerate(_addresses()):
        visitor.speaks(LANGUAGES[number % len(LANGUAGES)])
        answer = visitor.page.goto(visitor.address + path)
        assert answer is not None
        assert (name, answer.status) == (name, 404 if name in NOT_FOUND else 200)
        assert visitor.page.url == visitor.address + path
        visitor.is_looked_at_with_axe()
        assert int(answer.headers["content-length"]) < LARGEST, f"{name}: {answer.headers}"
