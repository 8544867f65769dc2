"""`./vatra import`: reports, and refuses politely."""

import argparse
import json
from pathlib import Path

import pytest

from tests.exchange.returns import a_file, a_header, an_episode
from vatra.access.models import Unit
from vatra.casework.models import File
from vatra.commands import import_
from vatra.commands.trouble import Trouble

pytestmark = pytest.mark.django_db


def _run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    import_.add_arguments(parser)
    return import_.run(parser.parse_args(["ssda903", *words]))


def test_with_json_one_document_and_nothing_else_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_file(tmp_path, "2018-episodes.csv", an_episode("10/05/2017"), an_episode("31/02/2018"))

    assert _run(str(folder), "--json") == 0

    assert json.loads(capsys.readouterr().out) == {
        "children": 1,
        "new": 1,
        "tables": {"episodes": {"read": 2, "used": 1, "merged": 0, "set_aside": 1}},
        "set_aside": [
            {
                "file": "2018-episodes.csv",
                "line": 3,
                "code": "no_such_day",
                "sentence": "DECOM is “31/02/2018”, a day that does not exist.",
            }
        ],
    }


def test_without_a_unit_the_files_go_to_one_of_their_own_below_the_organisation(tmp_path: Path) -> None:
    organisation = Unit(name="SOS Kosovo", kind="organisation", first_day="2020-01-01")
    organisation.save()
    folder = a_file(tmp_path, "2018-episodes.csv", an_episode("10/05/2017"))

    _run(str(folder))
    _run(str(folder))

    unit = Unit.objects.get(name="SSDA903 import")
    assert (unit.parent, File.objects.get().unit) == (organisation, unit)


@pytest.mark.parametrize("by_number", [True, False])
def test_the_unit_is_named_by_number_or_by_name(tmp_path: Path, by_number: bool) -> None:
    unit = Unit(name="Prizren", kind="team", first_day="2020-01-01")
    unit.save()

    _run(str(a_file(tmp_path, "h.csv", a_header())), "--unit", str(unit.pk) if by_number else unit.name)

    assert File.objects.get().unit == unit


def test_the_authority_may_be_said_once_for_all_rows(tmp_path: Path) -> None:
    _run(str(a_file(tmp_path, "h.csv", a_header())), "--authority", "Southwark")

    assert File.objects.get().source_numbers.get().authority == "Southwark"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nowhere"], "There is no folder nowhere."),
        (["."], "No file in . holds rows of a return on children in care."),
        (["returns", "--unit", "Nobody"], "There is no unit “Nobody”."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    a_file(tmp_path / "returns", "2018-episodes.csv", an_episode("10/05/2017"))
    monkeypatch.chdir(tmp_path)

    with pytest.raises(Trouble) as trouble:
        _run(*words)

    assert (trouble.value.sentence, File.objects.count()) == (sentence, 0)
