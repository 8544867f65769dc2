"""A story does with a page what a hand could do: what is covered, hidden or shut stays as it is."""

import pytest
from playwright.sync_api import Error

from tests.stories.conftest import Visitor

SIGN_IN = "/account/login/"
COVER = """() => {
    const cover = document.body.appendChild(document.createElement("div"))
    cover.style.cssText = "position: fixed; inset: 0"
}"""
ROW = "() => document.querySelector('main').append(document.createRange().createContextualFragment(`%s`))"


def test_what_lies_under_something_is_not_reached(visitor: Visitor) -> None:
    visitor.goes_to(SIGN_IN)
    visitor.writes("login", "arta")
    visitor.page.evaluate(COVER)
    with pytest.raises(Error, match="lies under"):
        visitor.writes("login", "ilir")
    with pytest.raises(Error, match="lies under"):
        visitor.presses(visitor.page.locator("form button.govuk-button").first)
    assert visitor.page.locator("[name=login]").input_value() == "arta"
    assert visitor.page.url.endswith(SIGN_IN)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("<input type=radio name=sex value=F hidden>", "is not shown"),
        ("<input type=radio name=sex value=F disabled>", "cannot be changed"),
        ("<input type=radio name=sex value=M>", "There are 0 of sex: F"),
        ("<input name=sex maxlength=3 readonly>", "cannot be changed"),
        ("<input name=sex type=number>", "does not take"),
    ],
)
def test_what_is_not_open_is_not_filled_in(visitor: Visitor, row: str, why: str) -> None:
    visitor.goes_to(SIGN_IN)
    visitor.page.evaluate(ROW % row)
    with pytest.raises(Error, match=why):
        visitor.fills({"sex": "F"})


def test_what_is_typed_is_heard_by_the_page(visitor: Visitor) -> None:
    visitor.goes_to(SIGN_IN)
    visitor.page.evaluate(
        "() => { window.heard = []; for (const kind of ['input', 'change'])"
        " document.addEventListener(kind, (event) => heard.push(`${kind} ${event.target.name}`)) }"
    )
    visitor.page.evaluate(ROW % "<label>Girl<input type=radio name=sex value=F></label>")
    visitor.fills({"login": "arta", "sex": "F"})
    assert visitor.page.evaluate("heard") == ["input login", "change login", "input sex", "change sex"]
