from datetime import date
from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation

from vatra.kernel.forms import Renderer, as_typed
from vatra.kernel.partial import PartialDate, Precision
from vatra.kernel.widgets import DayField, PartialDateField, PartialDayInput


class Born(forms.Form):
    seen_on = DayField(label="Seen", latest=lambda: date(2026, 3, 2))
    born_on = PartialDateField(label="Born", required=False)


def typed(query: str) -> Born:
    return Born(QueryDict(query), renderer=Renderer())


SEEN = "seen_on_day=2&seen_on_month=3&seen_on_year=2026"


def born(query: str) -> Any:
    form = typed(f"{SEEN}&{query}")
    assert form.errors == {}
    return form.cleaned_data["born_on"]


@pytest.mark.parametrize(
    ("query", "known"),
    [
        ("born_on_day=9&born_on_month=3&born_on_year=2015", PartialDate(date(2015, 3, 9), Precision.EXACT)),
        ("born_on_month=mars&born_on_year=2015", PartialDate(date(2015, 3, 1), Precision.MONTH)),
        ("born_on_year=2015", PartialDate(date(2015, 1, 1), Precision.YEAR)),
        ("born_on_year=2015&born_on_estimated=on", PartialDate(date(2015, 1, 1), Precision.ESTIMATED)),
        ("born_on_day=&born_on_month=&born_on_year=", None),
        ("born_on_estimated=on", None),
        ("born_on=2015-03-09", PartialDate(date(2015, 3, 9), Precision.EXACT)),
    ],
)
def test_a_birthday_may_be_known_in_part(query: str, known: PartialDate | None) -> None:
    assert born(query) == known


def test_a_day_without_a_month_says_too_little() -> None:
    form = typed(f"{SEEN}&born_on_day=3&born_on_year=2015")
    assert form.errors["born_on"] == ["Write the month as well, or leave the day out."]


def test_today_is_allowed_and_tomorrow_is_not() -> None:
    assert typed(SEEN).errors == {}
    with translation.override("en"):
        tomorrow = typed("seen_on=2026-03-03")
        assert tomorrow.errors["seen_on"] == ["3 March 2026 has not come yet: write a day up to today."]


def test_a_required_day_is_asked_for() -> None:
    assert typed("seen_on_day=+").errors.as_data()["seen_on"][0].code == "required"


def test_what_was_typed_stays_as_it_was_typed() -> None:
    page = str(typed("seen_on_day=31&seen_on_month=shkurt&seen_on_year=2026")["seen_on"])
    assert [part in page for part in ('value="31"', 'value="shkurt"', 'value="2026"')] == [True] * 3


@pytest.mark.parametrize(
    ("known", "boxes"),
    [
        (PartialDate(date(2015, 3, 9)), ["9", "3", "2015", False]),
        (PartialDate(date(2015, 3, 1), Precision.MONTH), ["", "3", "2015", False]),
        (PartialDate(date(2015, 1, 1), Precision.YEAR), ["", "", "2015", False]),
        (PartialDate(date(2015, 1, 1), Precision.ESTIMATED), ["1", "1", "2015", True]),
        (None, ["", "", "", False]),
    ],
)
def test_only_what_is_known_stands_in_the_boxes(known: PartialDate | None, boxes: list[Any]) -> None:
    assert PartialDayInput().decompress(known) == boxes


def test_an_unchanged_day_is_not_a_change() -> None:
    form = Born(QueryDict(SEEN), initial={"seen_on": date(2026, 3, 2)})
    assert form.has_changed() is False


def test_a_draft_comes_back_as_it_was_typed() -> None:
    kept = {"seen_on_day": "31", "seen_on_month": "2", "seen_on_year": "", "other": "x"}
    fresh = Born(initial=as_typed(Born, kept), renderer=Renderer())
    assert fresh["seen_on"].value() == ["31", "2", ""]
    assert 'value="31"' in str(fresh["seen_on"])
