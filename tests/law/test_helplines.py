"""The telephone numbers of a pack."""

from pathlib import Path

import pytest

from tests.law.packs import a_copy, changed
from vatra.law.packs import WrongPack, pack, read


def test_the_numbers_stand_in_their_order_with_a_source_each() -> None:
    lines = pack("kosovo").helplines
    assert [line.order for line in lines] == sorted(line.order for line in lines)
    assert [line.number for line in lines if line.kind == "danger"] == ["112", "192", "194"]
    assert all(line.source for line in lines)
    assert {line.code for line in lines if not line.verified} == {"victims", "police_free"}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('number = "112"', 'number = "one"', "helpline 1 (emergency): number does not look right"),
        ('number = "112"', "number = 112", "helpline 1 (emergency): number is not a text"),
        ('kind = "danger"\norder = 1', 'kind = "other"\norder = 1', "kind is a word that is not known here"),
        (
            'hours = { sq = "Ditë e natë, çdo ditë", sr-latn',
            "hours = { sr-latn",
            "helpline (emergency): hours is missing in sq",
        ),
    ],
)
def test_what_is_wrong_with_a_number_is_said(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    folder = changed(a_copy(tmp_path), "helplines.toml", old=old, new=new)
    with pytest.raises(WrongPack, match=sentence.replace("(", r"\(").replace(")", r"\)")):
        read(folder)
