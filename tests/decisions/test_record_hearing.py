"""The child is heard: how, where, with whose help, in the child's own words; or a coded reason why not."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_decision,
    a_file,
    a_hearing,
    a_question,
    a_user,
    by,
    signed_in,
    worker_of,
)
from tests.decisions.tellings import codes
from vatra.access.roles import Role
from vatra.decisions.actions import record_hearing, record_not_heard, weigh_view
from vatra.decisions.hearing.hearings import facts_of
from vatra.decisions.hearing.hints import hint_for, is_observed, youngest_age
from vatra.decisions.hearing.states import HearingState, state_of_hearing
from vatra.decisions.models import QuestionChild
from vatra.kernel import clock
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event
from vatra.kernel.partial import PartialDate

pytestmark = pytest.mark.django_db


def a_child_to_hear(birth: date = date(2018, 6, 1)) -> QuestionChild:
    return a_question(a_file(a_child(birth=birth))).children.get()


def heard(child: QuestionChild, on: date = TODAY, **changes: object) -> QuestionChild:
    said = {"how": "talk", "language": "rom", "words": "With my sister.", "taken_up": "", **changes}
    return record_hearing(child=child, on=on, by=by(worker_of(child.file)), **said)  # type: ignore[arg-type]


def state(child: QuestionChild) -> HearingState:
    child.refresh_from_db()
    return state_of_hearing(facts_of(child, None))


def test_where_with_whom_and_through_whom_is_kept_with_the_words() -> None:
    child = heard(
        a_child_to_hear(), where="outdoors", interpreter="Elvira Beganaj", supported_by="Aunt Teuta"
    )
    child.refresh_from_db()
    assert (child.heard_where, child.interpreter, child.supported_by) == (
        "outdoors",
        "Elvira Beganaj",
        "Aunt Teuta",
    )
    assert (child.heard_in, child.words) == ("rom", "With my sister.")
    assert state(child) == HearingState.HEARD


def test_the_words_never_stand_in_the_ledger() -> None:
    child = heard(a_child_to_hear())
    event = Event.objects.filter(chain=child.file.key).latest("position")
    assert event.facts == {"how": "talk", "language": "rom", "question": child.question_id}


def test_a_place_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError):
        heard(a_child_to_hear(), where="on the moon")


def test_nobody_is_heard_tomorrow() -> None:
    with pytest.raises(Refused) as refused:
        heard(a_child_to_hear(), on=TODAY + timedelta(days=1))
    assert codes(refused) == {"future"}


def test_what_a_child_said_is_not_wiped_out_by_a_reason_why_it_said_nothing() -> None:
    child = heard(a_child_to_hear())
    with pytest.raises(Refused) as refused:
        record_not_heard(child=child, reason="child_refused", by=by(worker_of(child.file)))
    assert codes(refused) == {"hearing-not_heard"}
    assert state(child) == HearingState.HEARD


def test_who_refused_first_is_heard_later() -> None:
    child = a_child_to_hear()
    record_not_heard(child=child, reason="child_refused", by=by(worker_of(child.file)))
    assert state(child) == HearingState.NOT_HEARD
    heard(child)
    assert (state(child), child.not_heard_reason) == (HearingState.HEARD, None)


def test_the_view_is_weighed_once_there_is_one() -> None:
    child = a_child_to_hear()
    worker = by(worker_of(child.file))
    with pytest.raises(Refused) as refused:
        weigh_view(child=child, taken_up="The sisters stay together.", by=worker)
    assert codes(refused) == {"hearing-weighed"}
    weigh_view(child=heard(child), taken_up="The sisters stay together.", by=worker)
    assert state(child) == HearingState.WEIGHED
    event = Event.objects.filter(chain=child.file.key).latest("position")
    assert event.act == "weigh_view"


def test_heard_again_is_weighed_again() -> None:
    child = heard(a_child_to_hear(), taken_up="Together.")
    assert state(child) == HearingState.WEIGHED
    heard(child, words="Not with my sister.")
    assert state(child) == HearingState.HEARD


def test_after_the_decision_the_view_stays_as_it_was() -> None:
    (outcome,) = a_decision(a_file())
    child = outcome.decision.question.children.get()
    for act in (heard, lambda each: weigh_view(child=each, taken_up="Later.", by=by(worker_of(each.file)))):
        with pytest.raises(Refused) as refused:
            act(child)
        assert codes(refused) == {"question-decided"}


@pytest.mark.parametrize(
    ("birth", "on", "observed"),
    [
        (date(2022, 3, 17), TODAY, True),
        (date(2022, 3, 16), TODAY, False),
        (date(2024, 2, 29), date(2028, 2, 28), True),
        (date(2024, 2, 29), date(2028, 2, 29), False),
    ],
)
def test_children_under_four_are_watched_rather_than_asked(birth: date, on: date, observed: bool) -> None:
    assert is_observed(youngest_age(PartialDate(birth), on)) is observed


def test_the_hint_follows_the_age_and_says_nothing_about_nobody_knows() -> None:
    hints = [str(hint_for(age)) for age in (None, 0, 3, 4, 7, 8, 10, 11, 14, 15, 17)]
    assert hints[0] == ""
    assert len(set(hints)) == 6


def test_the_page_begins_from_watching_for_a_baby(client: Client) -> None:
    child = a_child_to_hear(birth=clock.today() - timedelta(days=90))
    page = signed_in(client, child.question.asked_by).get(f"/hearings/{child.pk}/").text
    assert "children show their view" in page
    assert 'value="observed" class="govuk-radios__input" id="id_how_2" checked' in page or (
        'value="observed"' in page and page.index('value="observed"') < page.index("checked")
    )


def test_the_page_keeps_where_and_who_helped(client: Client) -> None:
    child = a_child_to_hear()
    today = clock.today()
    sent = {
        "heard": "yes",
        "how": "drawing_play",
        **{f"on_{part}": getattr(today, part) for part in ("day", "month", "year")},
        "where": "school",
        "language": "sgn",
        "interpreter": "Vesa Kola",
        "supported_by": "Her teacher",
        "words": "Home.",
    }
    signed_in(client, child.question.asked_by).post(f"/hearings/{child.pk}/", sent)
    child.refresh_from_db()
    assert (child.heard_where, child.interpreter, child.supported_by) == (
        "school",
        "Vesa Kola",
        "Her teacher",
    )
    page = client.get(f"/questions/{child.question_id}/").text
    for shown in ("At school or kindergarten", "Vesa Kola", "Her teacher", "Home."):
        assert shown in page


def test_the_page_where_the_view_gets_its_weight_shows_the_words(client: Client) -> None:
    question = a_question(a_file())
    a_hearing(question, words="Where the hens are.")
    child = question.children.get()
    address = f"/hearings/{child.pk}/weight/"
    signed_in(client, question.asked_by)
    assert "Where the hens are." in client.get(address).text
    assert client.post(address, {"taken_up": ""}).status_code == 422
    assert client.post(address, {"taken_up": "The hens: yes."}).status_code == 302
    child.refresh_from_db()
    assert child.taken_up == "The hens: yes."


@pytest.mark.parametrize("page", ["", "weight/", "drawings/new/"])
def test_the_pages_are_closed_to_strangers_and_to_who_only_reads(client: Client, page: str) -> None:
    child = a_child_to_hear()
    address = f"/hearings/{child.pk}/{page}"
    assert signed_in(client, a_user()).get(address).status_code == 404
    assert signed_in(client, a_user(Role.AUDITOR, child.file.unit)).get(address).status_code == 403
