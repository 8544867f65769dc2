"""Asking a question: only what its kind needs, and only where it makes sense."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import TODAY, a_child, a_file, a_user, by, siblings, signed_in, worker_of
from tests.decisions.tellings import codes
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.casework.words.worry import CauseKind
from vatra.decisions.actions import ask
from vatra.decisions.models import Question
from vatra.decisions.words import ContactMeasure, NotHeardReason, SeparationReason
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db


def asked(*files: File, **changes: object) -> Question:
    """The worker asks today."""
    given = {
        "kind": "gatekeeping",
        "unit": files[0].unit,
        "files": files,
        "causes": {},
        "why_now": "The mother is in hospital.",
        "if_nothing": "The child would be alone.",
        "on": TODAY,
        "by": by(worker_of(files[0])),
        **changes,
    }
    return ask(**given)  # type: ignore[arg-type]


def test_a_question_stands_in_the_record_of_every_child() -> None:
    lule = a_file()
    dren = a_file(worker=worker_of(lule))
    question = asked(lule, dren)
    for file in (lule, dren):
        event = Event.objects.filter(chain=file.key).latest("position")
        assert (event.act, event.facts["kind"]) == ("ask", "gatekeeping")
    assert question.children.count() == 2


@pytest.mark.parametrize("nothing", ["", "   "])
def test_what_happens_if_nothing_is_done_is_always_written(nothing: str) -> None:
    with pytest.raises(Refused) as refused:
        asked(a_file(), if_nothing=nothing)
    assert codes(refused) == {"R-03-nothing"}


def test_only_brothers_and_sisters_can_be_parted() -> None:
    alone = a_file()
    with pytest.raises(Refused) as refused:
        asked(alone, kind="split_siblings")
    assert codes(refused) == {"R-09-nobody"}


def test_a_sibling_outside_the_question_is_enough_to_ask_whether_they_part() -> None:
    lule = a_file()
    siblings(lule.child, a_child())
    assert asked(lule, kind="split_siblings").kind == "split_siblings"


@pytest.mark.parametrize(
    ("birth", "may_be_asked"),
    [(date(2011, 3, 16), True), (date(2011, 3, 17), False), (date(2008, 2, 29), True), (None, True)],
)
def test_leaving_care_is_asked_about_from_fifteen(birth: date | None, may_be_asked: bool) -> None:
    file = a_file(a_child(birth=birth))
    if may_be_asked:
        assert asked(file, kind="leaving_care").kind == "leaving_care"
        return
    with pytest.raises(Refused) as refused:
        asked(file, kind="leaving_care")
    assert codes(refused) == {"R-52-age"}


def test_the_page_lists_every_kind_with_what_it_needs(client: Client) -> None:
    file = a_file()
    signed_in(client, worker_of(file))
    page = client.get(f"/files/{file.reference}/questions/new/").text
    assert "A panel has to approve it." in page
    assert "From the age of 15." in page
    assert f"/files/{file.reference}/questions/new/contact_restriction/" in page


def test_a_question_about_contact_asks_for_no_cause_and_says_that_contact_is_no_reward(
    client: Client,
) -> None:
    file = a_file()
    signed_in(client, worker_of(file))
    page = client.get(f"/files/{file.reference}/questions/new/contact_restriction/").text
    assert "never taken away as a punishment" in page
    assert 'name="causes"' not in page


def test_no_code_anywhere_lets_contact_be_taken_away_as_a_sanction() -> None:
    codes_known = {
        *ContactMeasure.values,
        *CauseKind.values,
        *SeparationReason.values,
        *NotHeardReason.values,
    }
    assert codes_known
    assert not [code for code in codes_known if "sanction" in code or "punish" in code]


def test_a_kind_that_does_not_exist_is_no_page(client: Client) -> None:
    file = a_file()
    signed_in(client, worker_of(file))
    assert client.get(f"/files/{file.reference}/questions/new/curiosity/").status_code == 404


def test_strangers_find_no_page_and_readers_may_not_ask(client: Client) -> None:
    file = a_file()
    for path in ("questions/new/", "questions/new/gatekeeping/"):
        signed_in(client, a_user())
        assert client.get(f"/files/{file.reference}/{path}").status_code == 404
        signed_in(client, a_user(Role.PLACEMENT_OFFICER, file.unit))
        assert client.get(f"/files/{file.reference}/{path}").status_code == 403


def test_a_question_that_needs_no_answer_is_withdrawn_with_a_reason(client: Client) -> None:
    file = a_file()
    question = asked(file)
    signed_in(client, worker_of(file))
    page = f"/questions/{question.pk}/withdraw/"
    assert client.post(page, {"why": ""}).status_code == 422
    assert client.post(page, {"why": "The mother is at home again."}).status_code == 302
    question.refresh_from_db()
    assert question.withdrawn_on is not None
    assert Event.objects.filter(chain=file.key).latest("position").act == "withdraw_question"
    assert client.post(page, {"why": "Once more."}).status_code == 422
    assert "This question was withdrawn." in client.get(f"/questions/{question.pk}/").text
