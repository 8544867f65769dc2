"""Signing: once for each person, with what was agreed to, and a question by mail."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.advocacy.signing import WORDS, a_sheet, a_signature, by_officer, by_visitor, given, tally
from tests.builders import at
from vatra.advocacy.actions import change_text, sign
from vatra.advocacy.models import Consent, ConsentText, Signature, Signer, SignerMail
from vatra.advocacy.signing import limits
from vatra.advocacy.signing.states import SignatureState
from vatra.advocacy.signing.words import HeldFor, Purpose
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Event, verify
from vatra.kernel.row_history import RowHistory
from vatra.kernel.seal import open_seal

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def test_a_signature_waits_for_its_signer_and_does_not_count() -> None:
    sheet = a_sheet()
    signature = a_signature(sheet, name="Arta Krasniqi", email="Arta@Example.org")
    assert (signature.state, tally(sheet)) == (SignatureState.WAITING, 0)
    assert signature.signer is not None
    assert (signature.signer.name, open_seal(signature.signer.email_sealed)) == (
        "Arta Krasniqi",
        "Arta@Example.org",
    )
    assert "rta@" not in signature.signer.email_sealed
    (mail,) = signature.mails.all()
    assert (mail.kind, mail.number, mail.state) == ("confirmation", 0, "waiting")


def test_one_event_begins_the_chain_of_a_signature_and_holds() -> None:
    signature = a_signature(a_sheet(), purposes=[Purpose.DELIVER, Purpose.MAIL])
    (event,) = Event.objects.filter(chain=signature.key)
    assert (event.act, event.role, event.user_id, event.position) == ("sign", "public", None, 1)
    assert event.facts == {
        "sheet": signature.sheet_id,
        "text": signature.text_id,
        "purposes": ["deliver", "mail"],
    }
    assert verify().findings == []


def test_each_consent_is_kept_with_its_wording_its_language_and_the_moment() -> None:
    signature = a_signature(a_sheet(), language="sq", purposes=[Purpose.DELIVER, Purpose.SHOW_NAME])
    kept = Consent.objects.filter(signature=signature).order_by("text__purpose")
    assert [(each.text.purpose, each.language, each.given_at) for each in kept] == [
        ("deliver", "sq", at()),
        ("show_name", "sq", at()),
    ]
    assert "Kuvendi i Kosovës" in kept[0].text.words["sq"]
    assert len(bytes(kept[0].text.digest)) == 32


def test_who_signs_again_has_signed_once_however_the_address_and_the_name_are_written() -> None:
    sheet = a_sheet()
    a_signature(sheet, name="Arta Krasniqi", email="arta.krasniqi@gmail.com")
    for name, email in [
        ("Arta Krasniqi", "arta.krasniqi@gmail.com"),
        ("KRASNIQI  Artá", "ArtaKrasniqi+petition@googlemail.com"),
    ]:
        sign(given=given(sheet, name=name, email=email), by=by_visitor())
    assert (Signature.objects.count(), Signer.objects.count(), SignerMail.objects.count()) == (1, 1, 1)


def test_two_people_may_share_a_mailbox_and_one_person_may_sign_two_sheets() -> None:
    sheet, other = a_sheet(), a_sheet()
    for where, name in [(sheet, "Arta Krasniqi"), (sheet, "Besim Krasniqi"), (other, "Arta Krasniqi")]:
        a_signature(where, name=name, email="krasniqi@example.org")
    assert (sheet.signatures.count(), other.signatures.count()) == (2, 1)


def test_a_new_and_a_known_person_cost_the_same_statements() -> None:
    sheet = a_sheet()
    same = given(sheet)
    asked = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as seen:
            sign(given=same, by=by_visitor())
        asked.append([query["sql"].split()[0] for query in seen.captured_queries])
    assert asked[0] == asked[1]
    assert len([word for word in asked[0] if word == "WITH"]) == 1
    assert sheet.signatures.count() == 1


def test_name_and_address_never_enter_the_history_of_rows() -> None:
    signature = a_signature(a_sheet(), name="Zana Veryrare")
    assert signature.signer is not None
    assert RowHistory.objects.filter(table_name="advocacy_signature").exists()
    kept = " ".join(str(each.after) for each in RowHistory.objects.all())
    assert "Veryrare" not in kept
    assert signature.signer.email_sealed not in kept


def test_above_the_limit_of_a_minute_somebody_looks_first_and_nothing_is_lost() -> None:
    sheet, network, most = a_sheet(), bytes(range(16)), limits.BURST
    for _number in range(most + 2):
        a_signature(sheet, network=network)
    held = sheet.signatures.held()
    assert sheet.signatures.count() == most + 2
    assert [each.held_for for each in held] == [HeldFor.BURST] * 2
    assert SignerMail.objects.filter(signature__in=held).count() == 0
    assert a_signature(sheet).held_for == ""


def test_whoever_only_tries_known_addresses_is_counted_too() -> None:
    sheet, network = a_sheet(), bytes(range(16))
    same = given(sheet, network=network)
    for _time in range(limits.BURST):
        sign(given=same, by=by_visitor())
    assert a_signature(sheet, network=network).held_for == HeldFor.BURST


def test_above_the_limit_of_an_hour_somebody_looks_first() -> None:
    sheet, network = a_sheet(), bytes(range(16))
    for minute in range(limits.SUSTAINED):
        a_signature(sheet, network=network, moment=at() - limits.AN_HOUR * 0.9 + minute * limits.AN_HOUR / 75)
    assert not sheet.signatures.held()
    assert a_signature(sheet, network=network).held_for == HeldFor.SUSTAINED


def test_many_names_in_one_mailbox_are_looked_at_before_a_fifth_mail_goes_there() -> None:
    sheet = a_sheet()
    held = [
        a_signature(sheet, name=f"Person {'abcdef'[number]}x", email="one@example.org").held_for
        for number in range(limits.MAILBOX + 1)
    ]
    assert held == [""] * limits.MAILBOX + [HeldFor.MAILBOX]


def test_a_calculation_serves_once() -> None:
    sheet, proof = a_sheet(), "ab" * 16
    assert [a_signature(sheet, proof=proof).held_for for _time in range(2)] == ["", HeldFor.NO_PROOF]


def test_what_the_form_tells_comes_before_what_the_limits_tell() -> None:
    sheet, network = a_sheet(), bytes(range(16))
    for _number in range(limits.BURST):
        a_signature(sheet, network=network)
    assert a_signature(sheet, network=network, held_for=HeldFor.HONEYPOT).held_for == HeldFor.HONEYPOT


def test_a_text_that_could_be_signed_never_changes_and_a_change_makes_a_version() -> None:
    sheet = a_sheet()
    first = sheet.texts.get()
    with pytest.raises(IntegrityError, match="sheet_text_is_changed"), transaction.atomic():
        sheet.texts.update(words=WORDS | {"en": "Something else"})
    with pytest.raises(IntegrityError, match="sheet_text_is_changed"), transaction.atomic():
        ConsentText.objects.filter(text=first).delete()
    before = a_signature(sheet)
    words = Wording(WORDS | {"en": "We ask that no child is left alone."})
    second = change_text(
        sheet=sheet, words=words, deliver_to=first.deliver_to, why="Clearer", by=by_officer()
    )
    after = a_signature(sheet)
    assert (before.text, after.text, second.number) == (first, second, 2)
    assert bytes(first.digest) != bytes(second.digest)
