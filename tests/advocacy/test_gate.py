"""What is open to be signed: asked once in a second, however many send a form, and anew in the next."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.advocacy.signing import a_sheet
from tests.builders import at
from vatra.advocacy.signing.gate import open_gate

pytestmark = pytest.mark.django_db

NOW = at()


def test_a_sheet_that_is_shown_and_open_is_found_by_the_name_in_its_address() -> None:
    sheet = a_sheet()
    found = open_gate(sheet.action.slug, at=NOW)
    assert found is not None
    assert (found.sheet, found.text, found.version) == (sheet.pk, sheet.texts.get().pk, 1)


def test_of_all_who_send_within_a_second_only_the_first_asks() -> None:
    slug = a_sheet().action.slug
    with CaptureQueriesContext(connection) as asked:
        for tenth in range(10):
            open_gate(slug, at=NOW + timedelta(seconds=tenth / 10))
    assert len(asked) == 1


def test_in_the_next_second_it_is_asked_anew() -> None:
    slug = a_sheet().action.slug
    with CaptureQueriesContext(connection) as asked:
        open_gate(slug, at=NOW)
        open_gate(slug, at=NOW + timedelta(seconds=1))
    assert len(asked) == 2


def test_a_sheet_that_opens_at_midnight_is_not_open_the_second_before() -> None:
    sheet = a_sheet(first_day=NOW.date() + timedelta(days=1))
    # Kosovo is an hour ahead of UTC in March.
    midnight = NOW.replace(hour=23, minute=0)
    assert open_gate(sheet.action.slug, at=midnight - timedelta(seconds=1)) is None
    assert open_gate(sheet.action.slug, at=midnight) is not None
