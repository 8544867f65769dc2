"""Refusing to open a sealed envelope: the second person says why, and it stays sealed (R-18)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import TODAY, a_user, at, by, signed_in, worker_of
from tests.law.proceedings import ORIGINS, an_envelope, two_who_open
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.kernel.clock import now
from vatra.kernel.concern import Refused
from vatra.kernel.drafts import Draft
from vatra.kernel.models import Event
from vatra.law.actions import agree_to_open, ask_to_open, open_envelope, refuse_opening
from vatra.law.models import EnvelopeOpening

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

WHY = "He has not been asked himself. First somebody has to talk with him."


def a_request() -> tuple[EnvelopeOpening, User, User]:
    """A supervisor asked; the request, who asked, and who may answer."""
    envelope = an_envelope()
    asks, answers = two_who_open(envelope.file)
    actor = by(asks, role=Role.SUPERVISOR)
    opening = ask_to_open(envelope=envelope, purpose="siblings", reason="His sister looks for him.", by=actor)
    return opening, asks, answers


def page_for(opening: EnvelopeOpening) -> str:
    return f"/envelope-openings/{opening.pk}/refuse/"


def test_a_second_person_refuses_and_the_reason_stands_beside_the_request(client: Client) -> None:
    opening, asks, answers = a_request()
    file = opening.envelope.file
    browser = signed_in(client, answers)
    assert page_for(opening) in browser.get(f"/envelope-openings/{opening.pk}/agree/").content.decode()
    answer = browser.post(page_for(opening), {"refusal": WHY})
    assert answer.headers["Location"] == f"/files/{file.reference}/envelopes/"
    opening.refresh_from_db()
    assert (opening.refused_on, opening.refused_by, opening.refusal) == (TODAY, answers, WHY)
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.why, event.facts["purpose"]) == ("refuse_opening", WHY, "siblings")
    page = signed_in(client, asks).get(f"/files/{file.reference}/envelopes/").content.decode()
    assert f"{answers.full_name} refused on 16 March 2026: {WHY}" in page
    assert "Nobody has answered yet." not in page


def test_who_seals_sees_that_it_was_refused_and_not_why(client: Client) -> None:
    opening, _asks, answers = a_request()
    refuse_opening(opening=opening, refusal=WHY, by=by(answers, role=Role.SAFEGUARDING_OFFICER))
    file = opening.envelope.file
    browser = signed_in(client, worker_of(file))
    timeline = browser.get(f"/files/{file.reference}/timeline/").content.decode()
    assert "The opening of a sealed envelope was refused" in timeline
    assert WHY not in timeline
    assert WHY not in browser.get(f"/files/{file.reference}/envelopes/").content.decode()
    assert browser.get(page_for(opening)).status_code == 403


def test_what_was_refused_stays_sealed_for_both(client: Client) -> None:
    opening, asks, answers = a_request()
    opening = refuse_opening(opening=opening, refusal=WHY, by=by(answers, role=Role.SAFEGUARDING_OFFICER))
    for reader in (asks, answers):
        with pytest.raises(Refused, match="not open to you"):
            open_envelope(opening=opening, by=by(reader, role=Role.SUPERVISOR))
        page = signed_in(client, reader).post(f"/envelope-openings/{opening.pk}/")
        assert page.status_code == 422
        assert WHY in page.content.decode()
        assert ORIGINS not in page.content.decode()


def test_it_is_not_refused_without_a_reason(client: Client) -> None:
    opening, _asks, answers = a_request()
    answer = signed_in(client, answers).post(page_for(opening), {"refusal": " "})
    assert answer.status_code == 422
    assert "Not answered yet: “Why the envelope is not to be opened”" in answer.content.decode()
    opening.refresh_from_db()
    assert opening.refused_on is None


def test_who_asked_does_not_refuse(client: Client) -> None:
    opening, asks, _answers = a_request()
    answer = signed_in(client, asks).post(page_for(opening), {"refusal": WHY})
    assert answer.status_code == 422
    assert "Somebody else has to agree to it, or refuse it." in answer.content.decode()


def test_a_request_is_answered_once() -> None:
    opening, _asks, answers = a_request()
    actor = by(answers, role=Role.SAFEGUARDING_OFFICER)
    refuse_opening(opening=opening, refusal=WHY, by=actor)
    for again in (
        lambda: refuse_opening(opening=opening, refusal=WHY, by=actor),
        lambda: agree_to_open(opening=opening, by=actor),
    ):
        with pytest.raises(Refused, match="already refused this opening"):
            again()
    agreed, _asks, agrees = a_request()
    agree_to_open(opening=agreed, by=by(agrees, role=Role.SAFEGUARDING_OFFICER))
    with pytest.raises(Refused, match="already agreed"):
        refuse_opening(opening=agreed, refusal=WHY, by=by(agrees, role=Role.SAFEGUARDING_OFFICER))


def test_the_old_links_of_a_refused_request_show_the_refusal_and_no_form(client: Client) -> None:
    opening, _asks, answers = a_request()
    refuse_opening(opening=opening, refusal=WHY, by=by(answers, role=Role.SAFEGUARDING_OFFICER))
    browser = signed_in(client, a_user(Role.SUPERVISOR, opening.envelope.file.unit))
    for what in ("agree", "refuse"):
        page = browser.get(f"/envelope-openings/{opening.pk}/{what}/").content.decode()
        assert "This request has been answered" in page
        assert f"{answers.full_name} refused on 16 March 2026: {WHY}" in page
        assert ("data-autosave-url" in page, "Read what is inside" in page) == (False, False)


def test_the_old_links_of_an_agreed_request_lead_the_two_to_what_is_inside(client: Client) -> None:
    opening, asks, answers = a_request()
    agree_to_open(opening=opening, by=by(answers, role=Role.SAFEGUARDING_OFFICER))
    other = a_user(Role.SUPERVISOR, opening.envelope.file.unit)
    for reader, may_read in ((asks, True), (answers, True), (other, False)):
        page = signed_in(client, reader).get(page_for(opening)).content.decode()
        assert f"{answers.full_name} agreed on 16 March 2026; open to both until 22 March 2026." in page
        assert (f'href="/envelope-openings/{opening.pk}/"' in page) == may_read
        assert "data-autosave-url" not in page


def test_who_had_begun_to_refuse_finds_the_words_again_below_the_answer_of_another(client: Client) -> None:
    opening, _asks, answers = a_request()
    other = a_user(Role.SUPERVISOR, opening.envelope.file.unit)
    Draft.objects.create(
        user_id=other.pk,
        purpose="law:refuse_opening",
        key=str(opening.pk),
        fields={"refusal": "Not yet."},
        saved_at=now(),
    )
    agree_to_open(opening=opening, by=by(answers, role=Role.SAFEGUARDING_OFFICER))
    browser = signed_in(client, other)
    page = browser.get(page_for(opening)).content.decode()
    assert f"{answers.full_name} agreed on 16 March 2026" in page
    assert ("Not yet." in page, "Throw the draft away" in page) == (True, True)
    answer = browser.post(page_for(opening), {"refusal": "Not yet."})
    assert answer.status_code == 422
    assert "Somebody has already agreed to this opening." in answer.content.decode()


def test_after_a_refusal_the_same_person_may_ask_again_with_a_new_reason() -> None:
    opening, asks, answers = a_request()
    refuse_opening(opening=opening, refusal=WHY, by=by(answers, role=Role.SAFEGUARDING_OFFICER))
    actor = by(asks, role=Role.SUPERVISOR)
    again = ask_to_open(envelope=opening.envelope, purpose="siblings", reason="He wishes it too.", by=actor)
    assert list(EnvelopeOpening.objects.to_answer()) == [again]


@pytest.mark.parametrize(
    ("changed", "refused_by"),
    [
        ({"refused_by": None}, "envelope_refused_by_nobody"),
        ({"refusal": ""}, "envelope_refused_without_reason"),
        ({"refused_on": date(2026, 3, 15)}, "envelope_refused_before_asked"),
    ],
)
def test_the_schema_knows_no_refusal_by_halves(changed: dict[str, object], refused_by: str) -> None:
    opening, _asks, answers = a_request()
    refuse_opening(opening=opening, refusal=WHY, by=by(answers, role=Role.SAFEGUARDING_OFFICER))
    with pytest.raises(IntegrityError, match=refused_by), transaction.atomic():
        EnvelopeOpening.objects.filter(pk=opening.pk).update(**changed)


def test_the_schema_knows_nobody_who_refuses_the_own_request_or_agrees_and_refuses() -> None:
    opening, asks, answers = a_request()
    same = EnvelopeOpening.objects.filter(pk=opening.pk)
    refused = {"refused_on": TODAY, "refusal": WHY}
    with pytest.raises(IntegrityError, match="envelope_refused_by_who_asked"), transaction.atomic():
        same.update(refused_by=asks, **refused)
    with pytest.raises(IntegrityError, match="envelope_agreed_and_refused"), transaction.atomic():
        same.update(refused_by=answers, agreed_by=answers, agreed_on=TODAY, **refused)


def test_strangers_find_no_request_to_refuse(client: Client) -> None:
    opening, _asks, _answers = a_request()
    stranger = signed_in(client, a_user(Role.SUPERVISOR))
    assert stranger.get(page_for(opening)).status_code == 404
    assert stranger.get(f"/envelope-openings/{opening.pk + 1}/refuse/").status_code == 404
