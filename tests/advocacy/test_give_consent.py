"""Agreeing to more later: only by the page a mail leads to, and only in the words below what was signed."""

import pytest
from django.db import IntegrityError, transaction

from tests.advocacy.signing import a_sheet, a_signature, by_visitor, confirmed
from tests.builders import at
from vatra.advocacy.actions import give_consent, withdraw_consent, withdraw_signature
from vatra.advocacy.models import Consent, Signature
from vatra.advocacy.signing.adding import still_to_agree
from vatra.advocacy.signing.words import Purpose
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def agree(signature: Signature, purpose: Purpose = Purpose.MAIL) -> Consent:
    return give_consent(signature=signature, purpose=purpose, language="en", by=by_visitor())


def lacking(signature: Signature) -> list[str]:
    return list(still_to_agree(signature).values_list("purpose", flat=True))


def test_a_consent_is_added_in_the_words_below_the_text_that_was_signed_and_recorded_once() -> None:
    signature = confirmed(a_sheet())
    consent = agree(signature)
    assert (consent.text.text, consent.text.purpose, consent.given_at) == (signature.text, "mail", at())
    assert Signature.objects.agreeing_to(Purpose.MAIL).get() == signature
    event = Event.objects.get(chain=signature.key, act="give_consent")
    assert event.facts == {"purpose": "mail", "text": consent.text_id}


def test_what_was_agreed_to_is_not_asked_for_again() -> None:
    signature = confirmed(a_sheet(), purposes=(Purpose.DELIVER, Purpose.MAIL))
    assert lacking(signature) == ["show_name"]
    with pytest.raises(Refused, match="answered already"), transaction.atomic():
        agree(signature)


def test_what_was_taken_back_can_be_agreed_to_again_and_both_times_stay() -> None:
    signature = confirmed(a_sheet(), purposes=(Purpose.DELIVER, Purpose.MAIL))
    withdraw_consent(signature=signature, purpose=Purpose.MAIL, by=by_visitor())
    agree(signature)
    times = signature.consents.filter(text__purpose=Purpose.MAIL).order_by("pk")
    assert [each.withdrawn_at for each in times] == [at(), None]
    with pytest.raises(IntegrityError, match="consent_given_twice"), transaction.atomic():
        times.update(withdrawn_at=None)


def test_a_name_is_not_asked_for_where_none_is_shown() -> None:
    assert lacking(confirmed(a_sheet(may_show_names=False))) == ["mail"]


def test_nobody_agrees_to_more_before_the_address_is_confirmed_or_after_it_is_taken_back() -> None:
    waiting = a_signature(a_sheet())
    over = confirmed(a_sheet())
    withdraw_signature(signature=over, by=by_visitor())
    for signature in (waiting, Signature.objects.get(pk=over.pk)):
        assert lacking(signature) == []
        with pytest.raises(Refused), transaction.atomic():
            agree(signature)
