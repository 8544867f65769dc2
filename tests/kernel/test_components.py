from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from tests.kernel.test_forms import APART, a_placing
from vatra.kernel.links import Link, SideBySide
from vatra.kernel.partial import PartialDate, Precision


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with translation.override("en"):
        yield


def shown(markup: str, **given: Any) -> str:
    return Template("{% load components %}" + markup).render(Context(given))


def component(name: str, **given: Any) -> str:
    return render_to_string(f"vatra/components/{name}.html", given)


def test_the_summary_of_errors_links_to_the_fields() -> None:
    page = shown("{% error_summary form %}", form=a_placing("home="))
    assert '<a href="#id_home">Not answered yet: “Which home?”</a>' in page
    assert "Some things need another look" in page


def test_the_summary_of_a_warning_is_not_an_alarm() -> None:
    form = a_placing()
    form.show([APART])
    page = shown("{% error_summary form %}", form=form)
    assert '<a href="#id_reason_R-09">Arbër and Dea would live apart.</a>' in page
    assert "Please read this before you go on" in page


def test_a_form_without_faults_has_no_summary() -> None:
    assert shown("{% error_summary form %}", form=a_placing()).strip() == ""


@pytest.mark.parametrize("kind", ["unverified", "late", "today", "done", "draft", "new", "current"])
def test_a_mark_says_its_state_in_words_and_with_a_sign(kind: str) -> None:
    sign, words = shown("{% mark kind %}", kind=kind).split('aria-hidden="true">')[1].split("</span>")
    assert len(sign) == 1
    assert words.strip().removesuffix("</strong>")


def test_an_entry_of_the_timeline_tells_when_by_whom_and_what() -> None:
    page = shown('{% entry "Visit" on=day by="Vjosa" %}<b>Well.</b>{% endentry %}', day=date(2026, 3, 2))
    assert '<time datetime="2026-03-02">2 March 2026</time>' in page
    assert "by Vjosa" in page
    assert "<b>Well.</b>" in page


@pytest.mark.parametrize(
    ("when", "words", "machine"),
    [
        (PartialDate(date(2021, 5, 1), Precision.MONTH), "May 2021", "2021-05"),
        (PartialDate(date(2021, 1, 1), Precision.YEAR), "2021", "2021"),
        (PartialDate(date(2021, 5, 9)), "9 May 2021", "2021-05-09"),
        (PartialDate(date(2021, 1, 1), Precision.ESTIMATED), "about 2021", "2021"),
        (datetime(2026, 3, 1, 13, 5, tzinfo=UTC), "1 March 2026, 14:05", "2026-03-01T13:05:00+00:00"),
    ],
)
def test_a_time_is_shown_as_exactly_as_it_is_known(when: Any, words: str, machine: str) -> None:
    page = shown('{% entry "Born" on=when %}{% endentry %}', when=when)
    assert f'<time datetime="{machine}">{words}</time>' in page


def test_no_day_shows_as_nothing() -> None:
    assert shown("[{{ none|day }}]", none=None) == "[]"


def test_what_a_child_said_is_marked_with_its_language() -> None:
    page = shown('{% words by="Leka" lang="sq" language="Albanian" %}Dua të rri.{% endwords %}')
    assert '<blockquote class="vatra-words__said" lang="sq">Dua të rri.</blockquote>' in page


def test_text_in_a_card_is_escaped_and_markup_of_the_page_is_kept() -> None:
    page = shown("{% card title %}<p>{{ text }}</p>{% endcard %}", title="<Who>", text="<script>")
    assert "&lt;Who&gt;" in page
    assert "<p>&lt;script&gt;</p>" in page


def test_a_cell_carries_its_heading_for_a_screen_without_columns() -> None:
    page = shown("{% cell heading numeric=1 %}{{ text }}{% endcell %}", heading="Asked <of>", text="3")
    assert 'aria-hidden="true">Asked &lt;of&gt;</span><div class="vatra-stacked__content">3</div>' in page
    assert 'class="govuk-table__cell govuk-table__cell--numeric" role="cell"' in page


def test_a_fact_can_be_changed_and_the_link_says_which() -> None:
    page = shown('{% fact "Name" change="/n" %}Arbër{% endfact %}')
    assert 'href="/n">Change<span class="govuk-visually-hidden">: Name</span></a>' in page
    assert "Change" not in shown('{% fact "Name" %}Arbër{% endfact %}')


def test_the_page_one_is_on_is_marked_in_navigations() -> None:
    links = [Link("Now", "/now", is_current=True, note="2"), Link("Then", "/then")]
    for name in ("navigation", "sub_navigation"):
        page = component(name, links=links, label="Parts")
        assert page.count('aria-current="page"') == 1
        assert 'href="/now" aria-current="page"' in page


def test_options_stand_side_by_side_with_the_chosen_one_named() -> None:
    table = SideBySide("Options", ["Stay", "Grandmother"], [("Safe?", ["No", "Yes"])], chosen=1)
    page = component("options", table=table)
    assert page.count("✓ Chosen") == 1
    assert '<td role="cell" data-option="Grandmother" class="vatra-options__chosen">Yes</td>' in page


def test_an_option_without_an_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="'Safe\\?' has 1 answers for 2 options"):
        SideBySide("Options", ["Stay", "Grandmother"], [("Safe?", ["No"])])


def test_a_list_that_ends_has_no_link_onwards() -> None:
    assert component("older_newer", older="", newer="").strip() == ""
    assert "Newer" not in component("older_newer", older="?before=7", newer="")


def test_the_page_speaks_its_language_and_works_without_scripts() -> None:
    request = RequestFactory().get("/find?name=Dea")
    with translation.override("sr-latn"):
        page = render_to_string("404.html", {"demo": True}, request)
    assert '<html lang="sr-latn"' in page
    assert 'name="next" value="/find?name=Dea"' in page
    assert page.count('<button class="vatra-header__button" name="language"') == 3
    assert "vatra-demonstration" in page


def test_no_page_carries_a_script_or_a_style_inside() -> None:
    page = render_to_string("404.html", {}, RequestFactory().get("/"))
    assert page.count("<script") == page.count('<script type="module" src=') + page.count("<script src=") == 2
    assert "style=" not in page
    assert "vatra-demonstration" not in page


def test_the_page_for_our_own_faults_needs_nothing() -> None:
    assert "It is not your fault." in render_to_string("500.html")
