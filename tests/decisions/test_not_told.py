"""A child that cannot be told: one person writes why, a second one confirms it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import (
    TODAY,
    a_decision,
    a_file,
    a_supervisor,
    a_unit,
    a_user,
    by,
    signed_in,
    worker_of,
)
from tests.decisions.tellings import codes, told
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.decisions.actions import confirm_not_told, say_not_told
from vatra.decisions.hearing.hearings import hearing_of
from vatra.decisions.hearing.states import HearingState
from vatra.decisions.models import NotTold, Outcome
from vatra.kernel.concern import Refused
from vatra.kernel.duty import Duty
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db
WHY = "He ran away on Friday; the police and his uncle look for him."


def said(outcome: Outcome, who: User | None = None) -> NotTold:
    return say_not_told(outcome=outcome, reason=WHY, by=by(who or worker_of(outcome.file)))


def confirmed(not_told: NotTold, who: User) -> NotTold:
    return confirm_not_told(not_told=not_told, by=by(who, TODAY + timedelta(days=1), Role.SUPERVISOR))


def is_due(outcome: Outcome) -> bool:
    return Duty.objects.filter(chain=outcome.file.key, rule="child_told").exists()


def test_a_reason_counts_once_a_second_person_has_confirmed_it() -> None:
    (outcome,) = a_decision(a_file())
    chief = a_supervisor(outcome.file.unit)
    not_told = said(outcome)
    assert is_due(outcome)
    assert hearing_of(Outcome.objects.get(pk=outcome.pk)).state == HearingState.WEIGHED
    confirmed(not_told, chief)
    assert not is_due(outcome)
    assert hearing_of(Outcome.objects.get(pk=outcome.pk)).state == HearingState.NOT_TOLD
    acts = Event.objects.filter(chain=outcome.file.key).order_by("-position").values_list("act", flat=True)
    assert list(acts[:2]) == ["confirm_not_told", "say_not_told"]


def test_nobody_confirms_what_they_wrote_themselves() -> None:
    (outcome,) = a_decision(a_file())
    chief = a_supervisor(outcome.file.unit)
    not_told = said(outcome, chief)
    with pytest.raises(Refused) as refused:
        confirmed(not_told, chief)
    assert codes(refused) == {"not-told-same-person"}
    with (
        pytest.raises(IntegrityError, match="not_told_confirmed_by_the_same_person"),
        transaction.atomic(),
    ):
        NotTold.objects.update(confirmed_on=TODAY, confirmed_by=chief)


def test_a_reason_is_written_once_and_confirmed_once() -> None:
    (outcome,) = a_decision(a_file())
    not_told = said(outcome)
    with pytest.raises(Refused) as refused:
        said(outcome)
    assert codes(refused) == {"not-told-twice"}
    confirmed(not_told, a_supervisor(outcome.file.unit))
    with pytest.raises(Refused) as refused:
        confirmed(not_told, a_supervisor(outcome.file.unit))
    assert codes(refused) == {"not-told-confirmed"}


def test_who_was_told_needs_no_reason() -> None:
    (outcome,) = a_decision(a_file())
    told(outcome)
    with pytest.raises(Refused) as refused:
        said(outcome)
    assert codes(refused) == {"told-twice"}


def test_a_child_that_is_found_again_is_told_and_nothing_is_left_to_confirm() -> None:
    (outcome,) = a_decision(a_file())
    not_told = said(outcome)
    told(Outcome.objects.get(pk=outcome.pk))
    with pytest.raises(Refused) as refused:
        confirmed(not_told, a_supervisor(outcome.file.unit))
    assert codes(refused) == {"told-meanwhile"}


def test_a_child_may_be_told_also_after_the_reason_was_confirmed() -> None:
    (outcome,) = a_decision(a_file())
    confirmed(said(outcome), a_supervisor(outcome.file.unit))
    told(Outcome.objects.get(pk=outcome.pk), on=TODAY + timedelta(days=20))
    assert hearing_of(Outcome.objects.get(pk=outcome.pk)).state == HearingState.TOLD


def test_the_supervisor_finds_it_on_my_day_and_confirms_it(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    signed_in(client, worker_of(outcome.file))
    answer = client.post(f"/outcomes/{outcome.pk}/not-told/", {"reason": WHY})
    assert answer.headers["Location"] == f"/questions/{outcome.decision.question_id}/#views"
    not_told = NotTold.objects.get()
    address = f"/not-told/{not_told.pk}/confirm/"
    assert address not in client.get("/").text
    signed_in(client, a_supervisor(outcome.file.unit))
    assert address in client.get("/").text
    assert WHY in client.get(address).text
    assert client.post(address, {}).status_code == 302
    assert address not in client.get("/").text
    assert "Not possible" in client.get(f"/questions/{outcome.decision.question_id}/").text


def test_a_supervisor_does_not_find_what_they_wrote_themselves(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    chief = a_supervisor(outcome.file.unit)
    not_told = said(outcome, chief)
    assert f"/not-told/{not_told.pk}/" not in signed_in(client, chief).get("/").text
    answer = client.post(f"/not-told/{not_told.pk}/confirm/", {})
    assert answer.status_code == 422
    assert "A second person has to confirm it." in answer.text


def test_neither_strangers_nor_the_worker_confirm(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    not_told = said(outcome)
    address = f"/not-told/{not_told.pk}/confirm/"
    elsewhere = a_supervisor(a_unit())
    assert address not in signed_in(client, elsewhere).get("/").text
    assert client.get(address).status_code == 404
    assert signed_in(client, a_user(unit=outcome.file.unit)).get(address).status_code == 403


def test_a_reason_has_words(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    signed_in(client, worker_of(outcome.file))
    assert client.post(f"/outcomes/{outcome.pk}/not-told/", {"reason": " "}).status_code == 422
    assert not NotTold.objects.exists()
