"""Looking at signatures before a mail is sent, and at names before they are shown."""

import pytest

from tests.advocacy.signing import a_sheet, a_signature, by_officer, confirmed
from tests.builders import at
from vatra.advocacy.actions import hold_back_names, let_through, pass_names, turn_away
from vatra.advocacy.models import Signature, SignerMail
from vatra.advocacy.signing.states import SignatureState
from vatra.advocacy.signing.words import HeldFor, Purpose, TurnedAwayFor
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def test_who_is_let_through_is_asked_by_mail_like_everybody() -> None:
    sheet = a_sheet()
    held = [a_signature(sheet, held_for=HeldFor.NO_PROOF), a_signature(sheet, held_for=HeldFor.BURST)]
    let_through(signatures=held, by=by_officer())
    assert [each.state for each in sheet.signatures.all()] == [SignatureState.WAITING] * 2
    assert SignerMail.objects.may_leave().count() == 2
    assert Event.objects.filter(act="let_through", chain__in=[each.key for each in held]).count() == 2


def test_who_is_turned_away_gets_no_mail_and_the_reason_is_kept() -> None:
    held = a_signature(a_sheet(), held_for=HeldFor.HONEYPOT)
    turn_away(signatures=[held], reason=TurnedAwayFor.MACHINE, by=by_officer())
    held.refresh_from_db()
    assert (held.state, held.turned_away_for) == (SignatureState.TURNED_AWAY, "machine")
    assert SignerMail.objects.count() == 0
    (event,) = Event.objects.filter(act="turn_away")
    assert event.facts == {"reason": "machine"}


def test_what_somebody_else_has_answered_meanwhile_is_left_as_it_is() -> None:
    held = a_signature(a_sheet(), held_for=HeldFor.NO_PROOF)
    let_through(signatures=[held], by=by_officer())
    assert turn_away(signatures=[held], reason=TurnedAwayFor.MACHINE, by=by_officer()) == []
    assert let_through(signatures=[held], by=by_officer()) == []
    assert SignerMail.objects.count() == 1


def test_a_name_is_shown_once_its_signer_agreed_and_somebody_looked() -> None:
    sheet = a_sheet()
    shy, agreeing, strange = (
        confirmed(sheet, name="Shy Person"),
        confirmed(sheet, name="Arta Krasniqi", purposes=tuple(Purpose)),
        confirmed(sheet, name="Rude Word", purposes=tuple(Purpose)),
    )
    unconfirmed = a_signature(sheet, purposes=tuple(Purpose))
    assert set(sheet.signatures.with_name_to_look_at()) == {agreeing, strange}
    pass_names(signatures=[agreeing, shy, unconfirmed], by=by_officer())
    hold_back_names(signatures=[strange], by=by_officer())
    assert list(sheet.signatures.with_name_shown()) == [agreeing]
    assert not sheet.signatures.with_name_to_look_at().exists()
    assert Signature.objects.counted().count() == 3


def test_a_sheet_that_shows_no_names_asks_nobody_to_look_at_them() -> None:
    sheet = a_sheet(may_show_names=False)
    confirmed(sheet, purposes=tuple(Purpose))
    assert not sheet.signatures.with_name_to_look_at().exists()
