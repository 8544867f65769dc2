"""Taking it back: the whole signature, or one thing one had agreed to."""

import pytest
from django.db import transaction

from tests.advocacy.signing import a_sheet, a_signature, by_officer, by_visitor, confirmed, tally
from tests.builders import at
from vatra.advocacy.actions import pass_names, withdraw_consent, withdraw_signature
from vatra.advocacy.models import Signature, Signer
from vatra.advocacy.signing.states import SignatureState
from vatra.advocacy.signing.words import HeldFor, Purpose
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]
ALL = tuple(Purpose)


def test_what_is_taken_back_no_longer_counts_and_its_signer_is_erased() -> None:
    sheet = a_sheet()
    signature = confirmed(sheet)
    taken_back = withdraw_signature(signature=signature, by=by_visitor())
    assert (taken_back.state, tally(sheet), Signer.objects.count()) == (SignatureState.WITHDRAWN, 0, 0)
    assert Event.objects.filter(chain=signature.key, act="withdraw_signature").count() == 1


def test_it_can_be_taken_back_before_it_is_confirmed_and_only_once() -> None:
    signature = a_signature(a_sheet())
    withdraw_signature(signature=signature, by=by_visitor())
    with pytest.raises(Refused, match="answered already"), transaction.atomic():
        withdraw_signature(signature=signature, by=by_visitor())


def test_what_waits_for_a_look_is_not_taken_back_before_a_mail_was_sent() -> None:
    held = a_signature(a_sheet(), held_for=HeldFor.BURST)
    with pytest.raises(Refused), transaction.atomic():
        withdraw_signature(signature=held, by=by_visitor())


@pytest.mark.parametrize("purpose", [Purpose.MAIL, Purpose.SHOW_NAME])
def test_one_consent_is_taken_back_and_the_signature_stays(purpose: Purpose) -> None:
    sheet = a_sheet()
    signature = confirmed(sheet, purposes=ALL)
    withdraw_consent(signature=signature, purpose=purpose, by=by_visitor())
    assert tally(sheet) == 1
    agreeing = [each for each in ALL if Signature.objects.agreeing_to(each).filter(pk=signature.pk).exists()]
    assert agreeing == [each for each in ALL if each != purpose]
    with pytest.raises(Refused, match="answered already"), transaction.atomic():
        withdraw_consent(signature=signature, purpose=purpose, by=by_visitor())


def test_a_name_whose_signer_no_longer_agrees_is_no_longer_shown() -> None:
    sheet = a_sheet()
    signature = confirmed(sheet, purposes=ALL)
    pass_names(signatures=[signature], by=by_officer())
    assert list(sheet.signatures.with_name_shown()) == [signature]
    withdraw_consent(signature=signature, purpose=Purpose.SHOW_NAME, by=by_visitor())
    assert not sheet.signatures.with_name_shown().exists()
