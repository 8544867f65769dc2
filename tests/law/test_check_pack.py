"""A pack with a mistake is refused with file, place, what is wrong and what to write."""

from pathlib import Path

import pytest

from tests.law.packs import a_copy, changed, faults_in


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("clocks.toml", "amount = 7", 'amount = "seven"', "clock 1 (first_visit): amount is not a whole number. Write a"),
        ("clocks.toml", 'unit = "days"', 'unit = "weeks"', "clock 1 (first_visit): unit is a word that is not known"),
        ("clocks.toml", "amount = 7\n", "", "clock 1 (first_visit): amount is missing. Write amount = 3."),
        ("clocks.toml", "amount = 7", "amout = 7\namount = 7", "clock 1 (first_visit): amout is not known here. Take it"),
        ("clocks.toml", '"stay"', '"stey"', "starts_with cannot be used: “stey” is not known here. Write one of: file_"),
        ("clocks.toml", '"first_visit"', '"tea"', "code cannot be used: “tea” is not known here. Write one of: first_"),
        ("clocks.toml", "verified = false", 'verified = "no"', "verified is neither true nor false. Write true or false"),
        ("clocks.toml", "amount = 1\n", "amount = 0\n", "clock 2 (visit) cannot be used: A duty that repeats needs a"),
        ("ages.toml", "valid_from = 2006-02-16", 'valid_from = "2006"', "valid_from is not a day. Write it without quot"),
        ("ages.toml", "amount = 18", "amount = 0", "age 1 (majority): amount is too small. Write a number above 0."),
        ("ages.toml", 'source = "Family Law 2004/32"', 'source = ""', "source is empty. Write what it says."),
        ("ages.toml", ', en = "Of age"', "", 'age (majority): name is missing in en. Write en = "…" into it.'),
        ("ages.toml", "valid_from", "valid_to = 1999-01-01\nvalid_from", "valid_to lies before valid_from. Write its last"),
        ("ages.toml", "[[age]]", "[[age]", "the file is not TOML:"),
        ("path.toml", '"civil_registry"', '"registry"', "authority names an institution that institutions.toml does n"),
        ("path.toml", '["parents_known", "par', '["parents_kown", "par', "leads_to names an event that the path does not have: pa"),
        ("path.toml", 'counts_from = "notice_to_g', '# "notice_to_g', "Days are counted from an event. Write both within_days"),
        ("path.toml", 'code = "tracing"', 'code = "party"', "code cannot be used: “party” is not known here. Write one"),
        ("allowances.toml", '"75.00"', '"much"', "allowance 1 (kinship): amount is not an amount. Write it between"),
        ("pack.toml", 'every = "01-01"', 'every = "1 January"', "holiday 1 (new_year): every does not look right. Write i"),
        ("pack.toml", 'every = "01-01"\n', "", "holiday 1 (new_year) cannot be used. Write exactly one of: every, mon"),
        ("pack.toml", 'languages = ["sq", ', 'languages = ["de", ', "languages 1 is a word that is not known here. Write one"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    faults = faults_in(changed(a_copy(tmp_path), file, old=old, new=new))
    assert any(fault.startswith(f"kosovo/{file}: ") and said in fault for fault in faults), faults


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    folder = changed(a_copy(tmp_path), "clocks.toml", old="amount = 7", new="amount = 7.5")
    changed(folder, "ages.toml", old="amount = 18", new='amount = "18"')
    assert len(faults_in(folder)) == 2


def test_two_values_for_one_day_are_told(tmp_path: Path) -> None:
    folder = changed(a_copy(tmp_path), "allowances.toml", old="valid_to = 2018-05-31\n", new="")
    assert faults_in(folder) == [
        (
            "kosovo/allowances.toml: allowance (kinship) has two values for 2018-06-01."
            " End the earlier one with a valid_to before that day."
        )
    ]


def test_a_file_that_is_missing_or_not_text_is_told(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    (folder / "ages.toml").unlink()
    (folder / "forms.toml").write_bytes(b"\xff\xfe")
    assert faults_in(folder) == [
        "kosovo/forms.toml: the file is not UTF-8 text. Save it as UTF-8.",
        "kosovo/ages.toml: the file is missing. Write it; it may be empty where there is nothing to say.",
    ]


def test_a_pack_without_mistakes_has_none(tmp_path: Path) -> None:
    assert faults_in(a_copy(tmp_path)) == []
