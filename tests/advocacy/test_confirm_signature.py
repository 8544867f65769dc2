"""Confirming: by the button behind the link of a mail, once, in time; or saying that it was somebody else."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.advocacy.signing import a_link, a_sheet, a_signature, by_visitor, confirmed, given, tally
from tests.builders import at
from vatra.advocacy.actions import confirm_signature, reject_signature, sign, turn_away
from vatra.advocacy.models import Consent, Signature, Signer, SigningLink
from vatra.advocacy.signing.links import link_of, new_link
from vatra.advocacy.signing.states import SignatureState
from vatra.advocacy.signing.words import HeldFor, LinkPurpose, TurnedAwayFor
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def test_what_is_confirmed_counts_and_is_one_event() -> None:
    sheet = a_sheet()
    signature = confirmed(sheet)
    assert (signature.state, tally(sheet)) == (SignatureState.COUNTED, 1)
    acts = Event.objects.filter(chain=signature.key).order_by("position")
    assert [(event.act, event.role) for event in acts] == [
        ("sign", "public"),
        ("confirm_signature", "public"),
    ]


def test_a_link_confirms_once() -> None:
    sheet = a_sheet()
    link = a_link(a_signature(sheet))
    confirm_signature(link=link, by=by_visitor())
    with pytest.raises(Refused, match="This link has been used"), transaction.atomic():
        confirm_signature(link=link, by=by_visitor())
    assert tally(sheet) == 1


def test_the_links_of_two_mails_confirm_once_together() -> None:
    sheet = a_sheet()
    signature = a_signature(sheet)
    first, second = a_link(signature), a_link(signature)
    confirm_signature(link=first, by=by_visitor())
    with pytest.raises(Refused, match="answered already"), transaction.atomic():
        confirm_signature(link=second, by=by_visitor())
    assert tally(sheet) == 1


def test_the_link_to_ones_own_page_confirms_nothing() -> None:
    signature = a_signature(a_sheet())
    with pytest.raises(Refused), transaction.atomic():
        confirm_signature(link=a_link(signature, LinkPurpose.OWN), by=by_visitor())


def test_only_the_digest_of_a_word_is_kept_and_it_opens_only_its_own_sheet() -> None:
    signature, other = a_signature(a_sheet()), a_sheet()
    word = new_link(signature, LinkPurpose.CONFIRM)
    (kept,) = SigningLink.objects.all()
    assert word.encode() not in bytes(kept.digest)
    slug = signature.sheet.action.slug
    assert link_of(word, LinkPurpose.CONFIRM, slug=slug) == kept
    assert link_of(word, LinkPurpose.OWN, slug=slug) is None
    assert link_of(word[:-1], LinkPurpose.CONFIRM, slug=slug) is None
    assert link_of(word, LinkPurpose.CONFIRM, slug=other.action.slug) is None


def test_who_was_not_asked_by_us_is_erased_and_may_sign_one_day() -> None:
    sheet = a_sheet()
    form = given(sheet, email="arta@example.org", proof="")
    sign(given=form, by=by_visitor())
    signature = sheet.signatures.get()
    rejected = reject_signature(link=a_link(signature), by=by_visitor())
    assert (rejected.state, Signer.objects.count(), SigningLink.objects.count()) == (
        SignatureState.REJECTED,
        0,
        0,
    )
    assert Consent.objects.filter(signature=signature).exists()
    sign(given=form, by=by_visitor())
    assert [each.state for each in sheet.signatures.order_by("pk")] == ["rejected", "waiting"]


def test_what_was_confirmed_is_not_rejected_any_more() -> None:
    signature = a_signature(a_sheet())
    late = a_link(signature)
    confirm_signature(link=a_link(signature), by=by_visitor())
    with pytest.raises(Refused, match="answered already"), transaction.atomic():
        reject_signature(link=late, by=by_visitor())
    assert Signer.objects.count() == 1


def test_what_waits_for_a_look_cannot_be_confirmed_not_even_by_the_schema() -> None:
    held = a_signature(a_sheet(), held_for=HeldFor.NO_PROOF)
    with pytest.raises(Refused), transaction.atomic():
        confirm_signature(link=a_link(held), by=by_visitor())
    with pytest.raises(IntegrityError, match="signature_confirmed_while_held"), transaction.atomic():
        Signature.objects.filter(pk=held.pk).update(confirmed_at=at())


def test_what_was_turned_away_is_not_confirmed_as_well() -> None:
    held = a_signature(a_sheet(), held_for=HeldFor.HONEYPOT)
    turn_away(signatures=[held], reason=TurnedAwayFor.MACHINE, by=by_visitor())
    with pytest.raises(IntegrityError, match="signature_ends_in_two_ways"), transaction.atomic():
        Signature.objects.filter(pk=held.pk).update(confirmed_at=at(), released_at=at())


def test_a_link_outlives_the_day_only_as_long_as_its_signer_is_known() -> None:
    signature = a_signature(a_sheet())
    word = new_link(signature, LinkPurpose.CONFIRM)
    Signature.objects.filter(pk=signature.pk).update(signer=None)
    assert link_of(word, LinkPurpose.CONFIRM, slug=signature.sheet.action.slug) is None


def test_a_link_that_is_a_month_old_confirms_nothing() -> None:
    signature = a_signature(a_sheet(), moment=at() - timedelta(days=31))
    with pytest.raises(Refused, match="too late"), transaction.atomic():
        confirm_signature(link=a_link(signature), by=by_visitor())
