"""House rules of pages: a permission for each view, no template nobody shows, nothing third-party, nothing inline."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from vatra.access.doors import EVERYBODY, views_without_permission
from vatra.access.roles import PERMISSIONS, Permission, Role

SOURCE = Path(__file__).parents[2] / "src" / "vatra"
TEMPLATES = sorted(path for path in SOURCE.rglob("*.html") if "templates" in path.parts)
PYTHON = "\n".join(path.read_text() for path in SOURCE.rglob("*.py"))
HTML = "\n".join(path.read_text() for path in TEMPLATES)


# Read by calendars, which have no session: the address itself is the secret.
OPEN_BY_SECRET = {"/calendar/<str:secret>.ics"}


def _addresses(patterns: list[URLPattern | URLResolver], before: str = "/") -> list[tuple[str, URLPattern]]:
    found: list[tuple[str, URLPattern]] = []
    for pattern in patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += _addresses(pattern.url_patterns, here)
        else:
            found.append((here, pattern))
    return found


OURS = [
    (address, pattern)
    for address, pattern in _addresses(get_resolver().url_patterns)
    if pattern.callback.__module__.startswith("vatra.")
]

# Asked for by programs, which know no language.
FOR_PROGRAMS = {"/robots.txt", "/sitemap.xml"}

BEHIND_A_DOOR = [
    address
    for address, pattern in OURS
    if address not in OPEN_BY_SECRET and pattern.callback.permission != EVERYBODY  # type: ignore[attr-defined]
]
OPEN = [address for address, _pattern in OURS if address not in {*BEHIND_A_DOOR, *OPEN_BY_SECRET}]


def test_every_view_names_a_permission() -> None:
    assert OURS
    assert views_without_permission() == []


def test_every_permission_belongs_to_a_role_and_every_role_can_do_something() -> None:
    assert set().union(*PERMISSIONS.values()) == set(Permission)
    assert set(PERMISSIONS) == set(Role)


@pytest.mark.django_db
@pytest.mark.parametrize("address", BEHIND_A_DOOR)
def test_nobody_gets_in_without_signing_in(client: Client, address: str) -> None:
    url = re.sub(r"<(int|slug|uuid|path)?:?\w+>", "1", address.replace("<language:language>", "en"))
    answer = client.get(url)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("address", OPEN)
def test_only_the_public_site_is_open_and_each_address_begins_with_its_language(address: str) -> None:
    assert address in FOR_PROGRAMS or address.startswith("/<language:language>/")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_nothing_inline_and_nothing_from_elsewhere(template: Path) -> None:
    text = template.read_text()
    assert not re.search(r"\sstyle=|\son\w+=\"|<style|<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"(src|href)=[\"']https?://", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_template_is_shown_by_somebody(template: Path) -> None:
    parts = template.parts
    name = "/".join(parts[parts.index("templates") + 1 :])
    by_django_or_allauth = name.startswith(("account/", "mfa/", "allauth/", "usersessions/")) or name in {
        "403.html",
        "404.html",
        "429.html",
        "500.html",
        "403_csrf.html",
    }
    assert by_django_or_allauth or name in PYTHON or name in HTML or name.startswith("django/forms/")
