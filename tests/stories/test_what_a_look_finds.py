"""What is the same on many pages is looked at once: a fault is found all the same, wherever it begins."""

import pytest

from tests.stories.conftest import WIDTHS, Visitor

SIGN_IN = "/account/login/"
# What stands in the page, what is done with it, and the rule of axe it breaks.
FAULTS = {
    "image-alt": ("<img src='/static/vatra/hearth.svg'>", "main", ""),
    "button-name": ("<button class='govuk-button' type='button'></button>", "header", ""),
    "list": ("<ul><p>No item</p></ul>", "main", ""),
    "region": ("<p>Outside of everything</p>", "body", ""),
    "color-contrast": ("<p class='govuk-body'>Hardly there</p>", "main", "planted.style.color = '#ccc'"),
    "link-in-text-block": (
        "<p class='govuk-body'>Who asks is told <a class='govuk-link' href='/'>what was said</a> and when.</p>",
        "main",
        "planted.querySelector('a').style.cssText = 'text-decoration: none; color: #333'",
    ),
    "scrollable-region-focusable": (
        "<div><p class='govuk-body'>Down</p><p class='govuk-body'>there</p></div>",
        "main",
        "planted.style.cssText = 'height: 20px; overflow: auto'",
    ),
}


def plants(visitor: Visitor, html: str, where: str, then: str) -> None:
    visitor.page.evaluate(
        """([html, where]) => {
            const all = document.createRange().createContextualFragment(html)
            window.planted = all.firstElementChild
            document.querySelector(where).append(all)
        }""",
        [html, where],
    )
    visitor.page.evaluate(f"() => {{ {then} }}")


def finds(visitor: Visitor, rule: str) -> None:
    with pytest.raises(AssertionError, match=f"{rule}: "):
        visitor.is_looked_at_with_axe()


def test_a_fault_is_found_on_a_page_like_others(visitor: Visitor) -> None:
    visitor.goes_to(SIGN_IN)
    visitor.is_looked_at_with_axe()
    for rule, fault in FAULTS.items():
        visitor.goes_to(SIGN_IN)
        plants(visitor, *fault)
        finds(visitor, rule)


def test_a_fault_is_found_on_a_page_that_was_looked_at(visitor: Visitor) -> None:
    for rule, fault in FAULTS.items():
        visitor.goes_to(SIGN_IN)
        visitor.is_looked_at_with_axe()
        plants(visitor, *fault)
        finds(visitor, rule)


@pytest.mark.parametrize(("width", "other"), [("desk", "max-width"), ("phone", "min-width")])
def test_a_fault_is_found_that_shows_in_one_width(visitor: Visitor, width: str, other: str) -> None:
    shown = {
        "label": ("<input>", ""),
        "color-contrast": ("<p class='govuk-body'>Hardly there</p>", "planted.style.color = '#ccc'"),
    }
    for rule, (html, then) in shown.items():
        visitor.is_as_wide_as(next(each for name, each in WIDTHS.items() if name != width))
        visitor.goes_to(SIGN_IN)
        plants(
            visitor,
            html,
            "main",
            f"{then}; planted.id = 'planted'; const sheet = new CSSStyleSheet();"
            f"sheet.replaceSync('@media ({other}: 800px) {{ #planted {{ display: none }} }}');"
            "document.adoptedStyleSheets.push(sheet)",
        )
        finds(visitor, rule)
        assert visitor.width == WIDTHS[width]


def test_what_runs_out_of_the_window_is_found(visitor: Visitor) -> None:
    visitor.goes_to(SIGN_IN)
    plants(visitor, "<p>Wide</p>", "main", "planted.style.width = '500px'")
    with pytest.raises(AssertionError, match="px wider than the window"):
        visitor.is_looked_at_with_axe()
    assert visitor.width == WIDTHS["phone"]
