"""`./vatra law`: checking, showing and applying a pack."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_placement
from tests.law.packs import a_copy, changed
from vatra.commands.law import add_arguments, run
from vatra.commands.trouble import Trouble
from vatra.kernel.duty import Duty

pytestmark = pytest.mark.django_db


def law(*words: str) -> int:
    """The command, without starting a database of its own."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(words))


def document(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """What the command prints for another program."""
    law(*words, "--json")
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def with_other_reviews(folder: Path) -> str:
    """Kosovo's pack with a review every two months."""
    return str(changed(a_copy(folder), "clocks.toml", old="amount = 3\n", new="amount = 2\n"))


def test_a_sound_pack_is_said_to_be_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert law("check", "kosovo") == 0
    assert "The pack kosovo can be used: 1" in capsys.readouterr().out
    told = document(capsys, "check", "england")
    assert (told["ok"], told["pack"], told["values"]["statuses"]) == (True, "england", 13)


def test_a_wrong_pack_is_told_in_sentences_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = changed(a_copy(tmp_path), "ages.toml", old="amount = 18", new='amount = "18"')
    assert law("check", str(folder)) == 1
    sentence = (
        "kosovo/ages.toml: age 1 (majority): amount is not a whole number."
        " Write a number without quotation marks, such as 3."
    )
    assert capsys.readouterr().out == f"{sentence}\n"
    told = document(capsys, "check", str(folder))
    assert (told["ok"], [fault["sentence"] for fault in told["faults"]]) == (False, [sentence])


def test_a_day_that_does_not_exist_is_told_with_how_to_write_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        law("show", "kosovo", "--on", "2026-13-01")
    assert "argument --on: 2026-13-01 is not a day: write it as 2026-03-01." in capsys.readouterr().err


def test_a_day_before_everything_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert law("show", "kosovo", "--on", "1950-01-01") == 0
    assert capsys.readouterr().out == "kosovo on 1950-01-01\nNothing of this pack holds on that day.\n"


def test_a_pack_nobody_knows_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert law("show", "atlantis") == 1
    assert capsys.readouterr().out == "atlantis: the pack is not known. Write one of: england, kosovo.\n"


def test_what_held_on_a_day_is_shown_and_what_nobody_verified_is_marked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    law("show", "kosovo", "--on", "2018-05-31")
    lines = capsys.readouterr().out.splitlines()
    (kin,) = [line for line in lines if line.strip().startswith("Allowance for shelter with kin")]
    assert "75.00" in kin
    assert "unverified" in kin
    (adopter,) = [line for line in lines if line.strip().startswith("The child's own consent")]
    assert "unverified" not in adopter
    told = document(capsys, "show", "kosovo", "--on", "2018-06-01")
    amounts = [each["amount"] for each in told["values"]["allowances"] if each["code"] == "kinship"]
    assert (told["on"], amounts) == ("2018-06-01", ["100.00"])


def test_a_preview_tells_what_will_move_and_moves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a_placement()
    before = set(Duty.objects.values_list())
    told = document(capsys, "apply", with_other_reviews(tmp_path), "--preview")
    assert (told["applied"], told["clocks_changed"], told["files_touched"]) == (False, ["review"], 1)
    assert told["duties"] == [{"clock": "review", "appear": 0, "vanish": 0, "moved": {"-31": 1}}]
    assert set(Duty.objects.values_list()) == before


def test_applying_moves_what_was_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_placement()
    due_on = Duty.objects.get(rule="review").due_on
    folder = with_other_reviews(tmp_path)
    law("apply", folder, "--yes")
    said = capsys.readouterr().out
    assert "-31 to -31, most often -31" in said
    assert said.endswith("Changed: review. 1 files and homes are touched.\nThey have moved.\n")
    assert (due_on - Duty.objects.get(rule="review").due_on).days == 31
    law("apply", folder)
    assert capsys.readouterr().out == "No clock has changed; nothing moves.\n"


@pytest.mark.parametrize(("answer", "days"), [("y", 31), ("n", 0), ("", 0)])
def test_what_will_move_is_shown_before_it_is_asked_whether_it_shall(
    answer: str,
    days: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_placement()
    due_on = Duty.objects.get(rule="review").due_on
    shown_before = []

    def asked(_question: object = "") -> str:
        shown_before.append(capsys.readouterr().out)
        return answer

    monkeypatch.setattr("builtins.input", asked)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    law("apply", with_other_reviews(tmp_path))
    assert ["most often -31" in each for each in shown_before] == [True]
    assert (due_on - Duty.objects.get(rule="review").due_on).days == days


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_where_nobody_can_be_asked_nothing_moves(words: list[str], tmp_path: Path) -> None:
    a_placement()
    before = set(Duty.objects.values_list())
    with pytest.raises(Trouble, match="Nobody is here to be asked"):
        law("apply", with_other_reviews(tmp_path), *words)
    assert set(Duty.objects.values_list()) == before
