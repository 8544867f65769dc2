"""The funnel: nobody is counted at a step they did not reach, and none is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_home, a_unit, a_user, at, by, signed_in
from tests.homes.enquiries import an_enquiry, come_to
from vatra.access.roles import Role
from vatra.homes.actions import tie_enquiry_to_home
from vatra.homes.enquiries.funnel import Told, funnel
from vatra.homes.enquiries.states import MOVES, state_after
from vatra.homes.enquiries.words import ASKED_ABOUT, EnquiryState, StepKind

FORMS = st.sampled_from([form.value for form in ASKED_ABOUT] + [""])


@st.composite
def ways(draw: Callable[[st.SearchStrategy[Any]], Any]) -> list[str]:
    """Steps as they may follow one another."""
    steps: list[str] = []
    goes_on: st.SearchStrategy[bool] = st.booleans()
    while MOVES[state_after(steps)] and draw(goes_on):
        steps.append(draw(st.sampled_from([move.value for move in MOVES[state_after(steps)]])))
    return steps


@given(st.lists(st.tuples(FORMS, ways()), max_size=12))
def test_the_numbers_grow_smaller_and_everybody_is_counted_once(asked: list[tuple[str, list[str]]]) -> None:
    rows = funnel(Told(form, frozenset(steps), has_home=False) for form, steps in asked)
    assert sum(row.reached[0] for row in rows) == len(asked)
    for row in rows:
        assert list(row.reached) == sorted(row.reached, reverse=True)
        assert row.declined + row.withdrawn <= row.reached[0]


@given(ways())
def test_a_way_ends_where_its_last_step_says(steps: list[str]) -> None:
    assert state_after(steps) == (EnquiryState(steps[-1]) if steps else EnquiryState.NEW)


@pytest.mark.django_db
@pytest.mark.time_machine(at(), tick=False)
def test_the_page_counts_by_form_of_care(client: Client) -> None:
    unit = a_unit()
    supervisor = a_user(Role.SUPERVISOR, unit)
    far = come_to(an_enquiry(unit), StepKind.CONTACTED, StepKind.INFORMED, StepKind.BEGAN, user=supervisor)
    tie_enquiry_to_home(enquiry=far, home=a_home(unit=unit), by=by(supervisor))
    come_to(an_enquiry(unit), StepKind.DECLINED, user=supervisor)
    an_enquiry(unit, form="")
    an_enquiry(a_unit())
    page = signed_in(client, supervisor).get("/enquiries/forms/")
    rows = {row.form: row for row in page.context["rows"]}
    assert (rows["foster_long"].reached, rows["foster_long"].homes) == ([2, 1, 1, 1], 1)
    assert rows["foster_long"].declined == 1
    assert rows[None].reached == [1, 0, 0, 0]
    since = {"since_day": "3", "since_month": "3", "since_year": "2026"}
    assert client.get("/enquiries/forms/", since).context["number"] == 0
