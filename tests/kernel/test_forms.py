from typing import Any

from django import forms
from django.http import QueryDict

from vatra.kernel.concern import Concern, Severity
from vatra.kernel.forms import ActForm, Problem, Renderer, problems_of
from vatra.kernel.widgets import DayField

POVERTY = Concern("R-08", Severity.BLOCK, "Poverty alone is never a reason.")
APART = Concern("R-09", Severity.WARN, "Arbër and Dea would live apart.")
UNGUARDED = Concern("R-10", Severity.WARN, "There would be no guardian.")


class Place(ActForm):
    home = forms.CharField(label="Which home?", help_text="Its name")
    first_day = DayField(label="From when?", required=False)
    form_of_care = forms.ChoiceField(label="How?", choices=[("kin", "Kin")], widget=forms.RadioSelect)


def a_placing(query: str = "home=Gashi&form_of_care=kin", **more: Any) -> Place:
    return Place(QueryDict(query), renderer=Renderer(), **more)


def test_a_fault_leads_to_the_control_that_can_put_it_right() -> None:
    form = a_placing("first_day_day=0&first_day_month=13&first_day_year=2026")
    assert problems_of(form) == [
        Problem("Not answered yet: “Which home?”", "id_home"),
        Problem("From when? — There is no month 13: write 1 to 12.", "id_first_day_0"),
        Problem("Not answered yet: “How?”", "id_form_of_care_0"),
    ]
    page = str(form)
    assert [f'id="{problem.control}"' in page for problem in problems_of(form)] == [True] * 3


def test_what_blocks_is_an_error_of_the_whole_form() -> None:
    form = a_placing()
    assert form.is_valid()
    form.show([POVERTY])
    assert form.is_valid() is False
    assert problems_of(form) == [Problem("Poverty alone is never a reason.", "form_errors")]
    assert 'id="form_errors"' in str(form)


def test_a_warning_asks_for_a_reason_and_is_no_error_yet() -> None:
    form = a_placing()
    form.show([APART])
    page = str(form)
    assert 'name="reason_R-09"' in page
    assert "Arbër and Dea would live apart." in page
    assert "govuk-error-message" not in page


def test_a_reason_left_empty_is_asked_for_again() -> None:
    form = a_placing("home=Gashi&form_of_care=kin&reason_R-09=+")
    form.show([APART])
    assert [warned.is_unanswered for warned in form.warned] == [True]
    assert "Write why you go on, or change what you entered." in str(form)


def test_reasons_are_read_by_the_code_of_their_concern() -> None:
    form = a_placing("reason_R-09=+She+asked+for+it.+&reason_R-10=")
    assert form.reasons == {"R-09": "She asked for it."}


def test_a_reason_given_for_one_warning_survives_the_next_warning() -> None:
    form = a_placing("home=Gashi&form_of_care=kin&reason_R-09=She+asked.")
    form.show([UNGUARDED])
    assert form.answered == {"reason_R-09": "She asked."}
    assert '<input type="hidden" name="reason_R-09" value="She asked.">' in str(form)


def test_what_somebody_typed_is_never_markup() -> None:
    form = a_placing("home=<script>&reason_R-09=</textarea><script>")
    form.show([APART])
    assert "<script>" not in str(form)
