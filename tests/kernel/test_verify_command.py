import argparse
import json

import pytest

from tests.kernel.builders import an_event, plain_sql, the_hand_of_the_owner
from vatra.commands import checkpoint, verify

pytestmark = pytest.mark.django_db


def run(command: object, *words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)  # type: ignore[attr-defined]
    return int(command.run(parser.parse_args(words)))  # type: ignore[attr-defined]


def test_a_sound_record_exits_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    an_event()
    assert run(verify) == 0
    assert "Checked 1 events in 1 files" in capsys.readouterr().out


def test_a_changed_event_is_named_and_exits_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    event = an_event()
    with the_hand_of_the_owner("kernel_event"):
        plain_sql("UPDATE kernel_event SET act = 'visit'")
    assert run(verify) == 1
    assert f"Event {event.id} (visit, place 1 of file {event.chain}) is not what was recorded" in (
        capsys.readouterr().out
    )


def test_json_is_one_document_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    event = an_event()
    plain_sql("TRUNCATE kernel_event")
    assert run(verify, "--json") == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["ok"], document["events"], document["chains"]) == (False, 0, 1)
    assert [(each["kind"], each["which"]) for each in document["findings"]] == [("chain", str(event.chain))]


def test_a_checkpoint_is_made_once(capsys: pytest.CaptureFixture[str]) -> None:
    an_event()
    assert run(checkpoint, "--json") == 0
    first = json.loads(capsys.readouterr().out)
    assert run(checkpoint, "--json") == 0
    assert (first["made"], first["events"], len(first["digest"])) == (True, 1, 64)
    assert json.loads(capsys.readouterr().out) == {"ok": True, "made": False}


def test_a_checkpoint_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    an_event()
    assert run(checkpoint) == 0
    assert "binds 1 events" in capsys.readouterr().out
    assert run(checkpoint) == 0
    assert "none was made" in capsys.readouterr().out
