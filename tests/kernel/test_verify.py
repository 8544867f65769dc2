"""Whoever changes the record behind its back is found, and the first thing that does not fit is named."""

from collections.abc import Callable

import pytest

from tests.kernel.builders import a_file, a_rule, an_event, plain_sql, the_hand_of_the_owner
from vatra.kernel import clock, ledger

pytestmark = pytest.mark.django_db


def found() -> list[tuple[str, str]]:
    return [(finding.kind, finding.which) for finding in ledger.verify().findings]


def three_events() -> list[ledger.Event]:
    file = a_file()
    return [an_event(chain=file) for _ in range(3)]


def test_an_untouched_record_is_sound() -> None:
    three_events()
    rule = a_rule()
    ledger.checkpoint(at=clock.now())
    an_event()
    rule.delete()
    report = ledger.verify()
    assert report.findings == []
    assert report.is_sound
    assert (report.events, report.chains, report.checkpoints) == (4, 2, 1)


@pytest.mark.parametrize(
    "change",
    [
        "act = 'visit'",
        "user_id = 8",
        "user_id = NULL",
        "role = 'supervisor'",
        "at = at + interval '1 microsecond'",
        "on_day = on_day - 1",
        "subject_id = '4'",
        "facts = '{\"home\": 4}'",
        "why = 'Somebody else wrote this.'",
        "why = ''",
        "why_salt = NULL",
        "why_seal = NULL",
        "reading = true",
        "previous = digest",
        "digest = previous",
    ],
)
def test_an_event_that_was_changed_is_named(change: str) -> None:
    _, second, _ = three_events()
    with the_hand_of_the_owner("kernel_event"):
        plain_sql(f"UPDATE kernel_event SET {change} WHERE id = %s", second.id)
    assert ("event", str(second.id)) in found()


def test_an_event_changed_together_with_its_digest_no_longer_carries_the_next() -> None:
    _, second, third = three_events()
    forged = ledger.record("visit", by=ledger.Actor(9, "carer", second.at), chain=a_file())
    with the_hand_of_the_owner("kernel_event"):
        plain_sql(
            "UPDATE kernel_event SET act = 'visit', digest = %s WHERE id = %s", forged.digest, second.id
        )
    assert ("event", str(third.id)) in found()


def test_an_event_dropped_from_the_middle_is_missed_by_the_next() -> None:
    _, second, third = three_events()
    with the_hand_of_the_owner("kernel_event"):
        plain_sql("DELETE FROM kernel_event WHERE id = %s", second.id)
    assert found() == [("event", str(third.id))]


def test_the_last_event_is_missed_by_the_head_of_its_file() -> None:
    *_, last = three_events()
    with the_hand_of_the_owner("kernel_event"):
        plain_sql("DELETE FROM kernel_event WHERE id = %s", last.id)
    assert found() == [("chain", str(last.chain))]


def test_an_event_dropped_with_the_head_mended_is_missed_by_the_checkpoint() -> None:
    _, second, last = three_events()
    made = ledger.checkpoint(at=clock.now())
    assert made is not None
    with the_hand_of_the_owner("kernel_event"):
        plain_sql("DELETE FROM kernel_event WHERE id = %s", last.id)
    plain_sql("UPDATE kernel_chain SET length = 2, digest = %s WHERE key = %s", second.digest, last.chain)
    assert found() == [("checkpoint", str(made.id))]


def test_a_file_wiped_without_a_trace_is_missed_by_the_checkpoint() -> None:
    three_events()
    made = ledger.checkpoint(at=clock.now())
    assert made is not None
    plain_sql("TRUNCATE kernel_event, kernel_chain")
    assert found() == [("checkpoint", str(made.id))]


def test_a_head_without_events_is_named() -> None:
    event = an_event()
    plain_sql("TRUNCATE kernel_event")
    assert found() == [("chain", str(event.chain))]


def test_words_erased_by_a_court_leave_the_chain_whole() -> None:
    _, second, _ = three_events()
    ledger.checkpoint(at=clock.now())
    with the_hand_of_the_owner("kernel_event"):
        plain_sql("UPDATE kernel_event SET why = '', why_salt = NULL WHERE id = %s", second.id)
    assert found() == []


def three_checkpoints() -> list[ledger.Checkpoint]:
    made = []
    for _ in range(3):
        an_event()
        made.append(ledger.checkpoint(at=clock.now()))
    return [each for each in made if each]


@pytest.mark.parametrize(
    "change", ["at = at - interval '1 day'", "digest = previous", "event_root = row_root"]
)
def test_a_checkpoint_that_was_changed_is_named(change: str) -> None:
    _, second, _ = three_checkpoints()
    with the_hand_of_the_owner("kernel_checkpoint"):
        plain_sql(f"UPDATE kernel_checkpoint SET {change} WHERE id = %s", second.id)
    assert ("checkpoint", str(second.id)) in found()


def test_a_checkpoint_that_was_dropped_is_missed_by_the_next() -> None:
    _, second, third = three_checkpoints()
    with the_hand_of_the_owner("kernel_checkpoint"):
        plain_sql("DELETE FROM kernel_checkpoint WHERE id = %s", second.id)
    assert found() == [("checkpoint", str(third.id))]


def changed(rule: int) -> None:
    plain_sql("UPDATE kernel_clockrule SET amount = 99 WHERE id = %s", rule)


def dropped(rule: int) -> None:
    plain_sql("DELETE FROM kernel_clockrule WHERE id = %s", rule)


def slipped_in(rule: int) -> None:
    plain_sql("UPDATE kernel_clockrule SET id = %s WHERE id = %s", rule + 1, rule)


@pytest.mark.parametrize(
    ("tamper", "which"),
    [(changed, [0]), (dropped, [0]), (slipped_in, [0, 1])],
)
def test_a_row_changed_behind_the_historys_back_is_named(
    tamper: Callable[[int], None], which: list[int]
) -> None:
    rule = a_rule().pk
    with the_hand_of_the_owner("kernel_clockrule"):
        tamper(rule)
    assert len(found()) == 1
    assert found()[0] in [("row", f"kernel_clockrule {rule + offset}") for offset in which]


def test_a_row_changed_by_plain_sql_fits_because_its_history_has_the_change() -> None:
    rule = a_rule().pk
    changed(rule)
    assert found() == []
    history = plain_sql(
        "SELECT op, after->>'amount' FROM kernel_rowhistory WHERE row_id = %s ORDER BY id", str(rule)
    )
    assert history == [("insert", "6"), ("update", "99")]


def test_history_that_was_changed_is_named() -> None:
    a_rule()
    ((change,),) = plain_sql("SELECT max(id) FROM kernel_rowhistory")
    with the_hand_of_the_owner("kernel_rowhistory"):
        plain_sql("UPDATE kernel_rowhistory SET db_user = 'nobody' WHERE id = %s", change)
    assert found() == [("change", str(change))]


def test_history_that_was_dropped_with_its_row_is_missed_by_the_checkpoint() -> None:
    rule = a_rule().pk
    made = ledger.checkpoint(at=clock.now())
    assert made is not None
    with the_hand_of_the_owner("kernel_rowhistory", "kernel_clockrule"):
        dropped(rule)
        plain_sql("DELETE FROM kernel_rowhistory WHERE row_id = %s", str(rule))
    assert found() == [("checkpoint", str(made.id))]
