"""Handing the list over: who agreed, confirmed and counts; no address; and what was handed over is on record."""

import csv
from hashlib import sha256
from io import StringIO

import pytest
from django.db import transaction

from tests.advocacy.signing import a_sheet, a_signature, by_officer, confirmed
from tests.builders import at
from vatra.advocacy.actions import deliver, invalidate, withdraw_signature
from vatra.advocacy.models import Delivery
from vatra.advocacy.signing.conditions import Conditions
from vatra.advocacy.signing.words import Purpose
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def test_the_list_holds_who_counts_and_agreed_and_no_address() -> None:
    sheet = a_sheet()
    confirmed(sheet, name="Arta Krasniqi", email="arta@example.org", municipality="prizren")
    a_signature(sheet, name="Not Confirmed")
    confirmed(sheet, name="Only News", purposes=[Purpose.MAIL])
    confirmed(sheet, name="Bot Alpha")
    withdraw_signature(signature=confirmed(sheet, name="Gone Again"), by=by_officer())
    conditions = Conditions(until_at=at(), name_pattern="bot *")
    invalidate(sheet=sheet, conditions=conditions, seen=1, why="Machines", by=by_officer())
    names = deliver(sheet=sheet, to="Office of the Assembly", by=by_officer())
    text = names.content.decode("utf-8-sig")
    assert list(csv.reader(StringIO(text))) == [
        ["number", "name", "municipality", "signed_on", "text_version"],
        ["1", "Arta Krasniqi", "Prizren / Prizren", "2026-03-16", "1"],
    ]
    assert "@" not in text


def test_that_it_was_handed_over_is_on_record_with_the_digest_of_the_file() -> None:
    sheet = a_sheet()
    confirmed(sheet)
    names = deliver(sheet=sheet, to="Office of the Assembly", by=by_officer())
    (delivery,) = Delivery.objects.all()
    assert (delivery.number, bytes(delivery.digest)) == (1, sha256(names.content).digest())
    (event,) = Event.objects.filter(act="deliver")
    assert event.facts == {"signatures": 1, "digest": names.digest.hex()}
    assert event.chain == sheet.action.key


def test_a_list_of_nobody_is_not_handed_over() -> None:
    sheet = a_sheet()
    a_signature(sheet)
    with pytest.raises(Refused, match="nothing to hand over"), transaction.atomic():
        deliver(sheet=sheet, to="Office of the Assembly", by=by_officer())
    assert not Delivery.objects.exists()
