"""Batches that take signatures out of the count, and put back exactly what they took."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.advocacy.signing import (
    a_link,
    a_sheet,
    a_signature,
    an_officer,
    by_officer,
    by_visitor,
    confirmed,
    tally,
)
from tests.builders import at
from vatra.advocacy.actions import (
    change_text,
    confirm_signature,
    invalidate,
    undo_invalidation,
    withdraw_signature,
)
from vatra.advocacy.models import InvalidatedSignature, InvalidationBatch, Signature, SigningSheet
from vatra.advocacy.signing.conditions import Conditions, preview
from vatra.advocacy.signing.states import SignatureState
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def names_that_fit(sheet: SigningSheet, **conditions: object) -> set[str]:
    found = Conditions(**({"until_at": at()} | conditions)).fitting(sheet)  # type: ignore[arg-type]
    return {signature.signer.name for signature in found.select_related("signer") if signature.signer}


def taken(sheet: SigningSheet, **conditions: object) -> InvalidationBatch:
    """Looked at, then taken."""
    chosen = Conditions(**({"until_at": at()} | conditions))  # type: ignore[arg-type]
    seen = preview(sheet, chosen).fitting
    return invalidate(sheet=sheet, conditions=chosen, seen=seen, why="Machines", by=by_officer())


def rows(sheet: SigningSheet) -> list[object]:
    return list(sheet.signatures.order_by("pk").values())


def test_each_condition_narrows_and_all_hold_together() -> None:
    sheet, network = a_sheet(), bytes(range(16))
    confirmed(sheet, name="Bot Alpha", email="a@mail.example", network=network)
    confirmed(sheet, name="Bot Beta", email="b@mail.example", moment=at() - timedelta(hours=2))
    confirmed(sheet, name="Abbot Gamma", email="c@other.example")
    assert names_that_fit(sheet, name_pattern="bot *") == {"Bot Alpha", "Bot Beta"}
    assert names_that_fit(sheet, name_pattern="*bot*") == {"Bot Alpha", "Bot Beta", "Abbot Gamma"}
    assert names_that_fit(sheet, domain="Mail.Example") == {"Bot Alpha", "Bot Beta"}
    assert names_that_fit(sheet, network=network) == {"Bot Alpha"}
    assert names_that_fit(sheet, from_at=at() - timedelta(hours=1)) == {"Bot Alpha", "Abbot Gamma"}
    assert names_that_fit(sheet, domain="mail.example", until_at=at() - timedelta(hours=1)) == {"Bot Beta"}
    assert names_that_fit(sheet, name_pattern="bot *", from_at=at() - timedelta(hours=1)) == {"Bot Alpha"}


def test_signs_in_a_pattern_mean_themselves() -> None:
    sheet = a_sheet()
    confirmed(sheet, name="A.B Cd")
    confirmed(sheet, name="AxB Cd")
    assert names_that_fit(sheet, name_pattern="A.B *") == {"A.B Cd"}
    assert names_that_fit(sheet, name_pattern="(A|B) [*") == set()


def test_a_version_of_the_text_can_be_a_condition() -> None:
    sheet = a_sheet()
    first = sheet.texts.get()
    before = confirmed(sheet, name="Before That")
    change_text(sheet=sheet, words=first.words, deliver_to=first.deliver_to, why="Again", by=by_officer())
    confirmed(sheet, name="After That")
    assert names_that_fit(sheet, text=first) == {"Before That"}
    taken(sheet, text=first)
    before.refresh_from_db()
    assert (before.state, tally(sheet)) == (SignatureState.INVALID, 1)


def test_the_counter_recovers_and_undoing_restores_every_row() -> None:
    sheet = a_sheet()
    for _number in range(3):
        confirmed(sheet)
        confirmed(sheet, email=f"b{_number}@mail.invalid", name=f"Bot {'abc'[_number]}x")
    before = rows(sheet)
    batch = taken(sheet, domain="mail.invalid")
    assert (tally(sheet), batch.taken.count()) == (3, 3)
    undo_invalidation(batch=batch, why="They were people", by=by_officer())
    assert (rows(sheet), tally(sheet)) == (before, 6)
    acts = Event.objects.filter(chain=sheet.action.key).exclude(act="open_sheet").order_by("position")
    assert [(event.act, event.facts, event.why) for event in acts] == [
        ("invalidate", {"signatures": 3}, "Machines"),
        ("undo_invalidation", {}, "They were people"),
    ]


def test_what_another_batch_holds_stays_out_when_one_is_undone() -> None:
    sheet = a_sheet()
    both = confirmed(sheet, name="Bot Alpha", email="a@mail.invalid")
    confirmed(sheet, name="Bot Beta")
    one, other = taken(sheet, name_pattern="bot *"), taken(sheet, domain="mail.invalid")
    assert tally(sheet) == 0
    undo_invalidation(batch=one, why="Too much", by=by_officer())
    both.refresh_from_db()
    assert (tally(sheet), both.state) == (1, SignatureState.INVALID)
    undo_invalidation(batch=other, why="That too", by=by_officer())
    assert tally(sheet) == 2


def test_what_is_confirmed_after_it_was_taken_does_not_count_until_the_batch_is_undone() -> None:
    sheet = a_sheet()
    waiting = a_signature(sheet, email="a@mail.invalid")
    batch = taken(sheet, domain="mail.invalid")
    confirm_signature(link=a_link(waiting), by=by_visitor())
    assert tally(sheet) == 0
    undo_invalidation(batch=batch, why="They were people", by=by_officer())
    assert tally(sheet) == 1


def test_what_was_not_looked_at_is_not_taken() -> None:
    sheet = a_sheet()
    confirmed(sheet, email="a@mail.invalid")
    conditions = Conditions(until_at=at(), domain="mail.invalid")
    with pytest.raises(Refused, match="have changed"), transaction.atomic():
        invalidate(sheet=sheet, conditions=conditions, seen=0, why="Machines", by=by_officer())
    assert (InvalidationBatch.objects.count(), tally(sheet)) == (0, 1)


@pytest.mark.parametrize(
    ("given", "constraint"),
    [({}, "batch_takes_everything"), ({"domain": "x.y", "why": ""}, "batch_without_reason")],
)
def test_a_batch_has_a_condition_and_a_reason(given: dict[str, str], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        InvalidationBatch.objects.create(
            **({"why": "Machines"} | given),
            sheet=a_sheet(),
            until_at=at(),
            made_at=at(),
            made_by=an_officer(),
        )


def test_a_batch_is_undone_once() -> None:
    sheet = a_sheet()
    confirmed(sheet, email="a@mail.invalid")
    batch = taken(sheet, domain="mail.invalid")
    undo_invalidation(batch=batch, why="They were people", by=by_officer())
    with pytest.raises(Refused, match="already undone"), transaction.atomic():
        undo_invalidation(batch=batch, why="Again", by=by_officer())
    assert tally(sheet) == 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.sampled_from(["take", "undo", "withdraw"]), st.integers(0, 5)), max_size=12)
)
def test_a_signature_counts_exactly_while_no_batch_that_holds_has_taken_it(
    steps: list[tuple[str, int]],
) -> None:
    with transaction.atomic():
        sheet = a_sheet()
        signatures = [confirmed(sheet, name=f"Bot {letter}{letter}") for letter in "abcdef"]
        batches: list[InvalidationBatch] = []
        for what, number in steps:
            if what == "take":
                pattern = f"bot [{number}*" if number == 5 else f"bot {'abcdef'[number]}*"
                batches.append(taken(sheet, name_pattern=pattern if number else "bot *"))
            elif what == "undo" and batches:
                undo_invalidation(batch=batches.pop(number % len(batches)), why="Undone", by=by_officer())
            elif what == "withdraw" and Signature.objects.get(pk=signatures[number].pk).signer_id:
                withdraw_signature(signature=signatures[number], by=by_officer())
        held = InvalidatedSignature.objects.filter(batch__in=batches).values("signature")
        counting = sheet.signatures.filter(withdrawn_at=None).exclude(pk__in=held)
        assert set(sheet.signatures.counted()) == set(counting)
        assert tally(sheet) == counting.count()
        transaction.set_rollback(True)
