"""Forgetting: what nobody confirmed ends, and who signed is erased two years after the last contact."""

from datetime import timedelta

import pytest

from tests.advocacy.signing import a_sheet, a_signature, by_officer, confirmed, tally
from tests.builders import TODAY, at
from vatra.advocacy.actions import erase_contacts, expire_unconfirmed, turn_away
from vatra.advocacy.models import Signer, SignerMail, SigningAttempt
from vatra.advocacy.signing.erasing import forget_attempts
from vatra.advocacy.signing.retention import report
from vatra.advocacy.signing.words import HeldFor, SignerMailKind, TurnedAwayFor
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]
MONTH = timedelta(days=30)
TWO_YEARS = timedelta(days=731)


def test_what_nobody_confirmed_for_a_month_ends_and_its_signer_is_erased() -> None:
    sheet = a_sheet()
    old, young = (
        a_signature(sheet, moment=at() - MONTH),
        a_signature(sheet, moment=at() - MONTH + timedelta(hours=1)),
    )
    counted = confirmed(sheet, moment=at() - MONTH * 2)
    assert expire_unconfirmed(by=by_officer()) == 1
    assert [each.state for each in sheet.signatures.order_by("pk")] == ["expired", "waiting", "counted"]
    assert set(Signer.objects.all()) == {young.signer, counted.signer}
    assert Event.objects.filter(chain=old.key, act="expire_signature").count() == 1
    assert expire_unconfirmed(by=by_officer()) == 0


def test_what_was_turned_away_keeps_its_reason_when_its_signer_is_erased() -> None:
    sheet = a_sheet()
    held = a_signature(sheet, moment=at() - MONTH, held_for=HeldFor.HONEYPOT)
    turn_away(signatures=[held], reason=TurnedAwayFor.MACHINE, by=by_officer())
    assert expire_unconfirmed(by=by_officer()) == 1
    held.refresh_from_db()
    assert (held.state, held.signer) == ("turned_away", None)


def test_the_report_names_what_is_past_its_day_and_changes_nothing() -> None:
    sheet = a_sheet()
    confirmed(sheet, moment=at() - TWO_YEARS)
    a_signature(sheet, moment=at() - MONTH)
    confirmed(a_sheet())
    (due,) = report(at(), TODAY)
    assert (due.sheet, due.contacts, due.unconfirmed) == (sheet, 1, 1)
    assert Signer.objects.count() == 3


def test_who_is_erased_goes_on_counting() -> None:
    sheet = a_sheet()
    signature = confirmed(sheet, moment=at() - TWO_YEARS, name="Zana Veryrare")
    assert erase_contacts(sheet=sheet, seen=1, by=by_officer()) == 1
    signature.refresh_from_db()
    assert (signature.signer, signature.state, tally(sheet)) == (None, "counted", 1)
    assert Event.objects.filter(chain=sheet.action.key, act="erase_contacts").count() == 1
    assert report(at(), TODAY) == []


def test_a_mail_that_left_since_is_a_contact() -> None:
    sheet = a_sheet()
    signature = confirmed(sheet, moment=at() - TWO_YEARS)
    SignerMail.objects.update(offered_at=at() - TWO_YEARS, sent_at=at() - TWO_YEARS)
    assert len(report(at(), TODAY)) == 1
    SignerMail.objects.create(
        signature=signature,
        kind=SignerMailKind.REMINDER,
        number=1,
        written_at=at(),
        offered_at=at() - timedelta(days=100),
    )
    assert report(at(), TODAY) == []


def test_only_what_the_report_named_is_erased() -> None:
    sheet = a_sheet()
    for _number in range(3):
        confirmed(sheet, moment=at() - TWO_YEARS)
    assert erase_contacts(sheet=sheet, seen=2, by=by_officer()) == 2
    assert Signer.objects.count() == 1


def test_what_networks_sent_on_past_days_is_thrown_away() -> None:
    a_signature(a_sheet(), moment=at() - timedelta(days=1))
    a_signature(a_sheet())
    forget_attempts(before=TODAY)
    assert [each.sent_at for each in SigningAttempt.objects.all()] == [at()]
