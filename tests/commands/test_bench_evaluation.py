"""The benchmark of evaluations says how often each test is wrong, and how sure that is."""

import argparse
import json

import pytest

from vatra.commands.bench import add_arguments, run
from vatra.commands.trouble import Trouble


def _options(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return parser.parse_args(words)


def test_every_length_memory_and_step_is_simulated(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(_options("evaluation", "--runs", "3", "--json")) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], told["runs"], len(told["cells"])) == (True, 3, 27)
    assert set(told["cells"][0]["alarms"]) == {"ols", "newey_west", "gls_ar1", "calibrated"}


def test_the_table_names_the_tests(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(_options("evaluation", "--runs", "2")) == 0
    assert "calibrated" in capsys.readouterr().out


def test_pages_are_measured_with_a_number_of_children() -> None:
    with pytest.raises(Trouble, match="how many children"):
        run(_options("pages"))
