"""A changed parameter moves the duties it touches, says so before, and leaves all others alone."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY, a_file, a_home, a_placement, at
from tests.casework.reviews import a_review
from tests.law.packs import a_copy, changed
from vatra.casework.models import File
from vatra.homes.actions import agree_capacity
from vatra.kernel.duty import ClockRule, Duty, recompute_all
from vatra.kernel.ledger import Actor
from vatra.law.clocks import apply_pack
from vatra.law.foreseeing import change_by, foresee
from vatra.law.packs import Pack, pack, read

pytestmark = pytest.mark.django_db

EVERYTHING = ("pk", "chain", "rule", "ref", "due_on", "escalates_on", "escalate_to")
MONTHLY_FROM_NEW_YEAR = """
[[clock]]
code = "review"
starts_with = "time_in_care"
satisfied_by = "review"
amount = 1 # month
unit = "months"
repeats = true
source = "A newer law."
valid_from = 2026-01-01
verified = false
"""


def with_clock(folder: Path, code: str, *, old: str, new: str) -> Pack:
    """Kosovo's pack with one clock changed."""
    copy = a_copy(folder)
    text = (copy / "clocks.toml").read_text()
    before, after = text.split(f'code = "{code}"')
    (copy / "clocks.toml").write_text(before + f'code = "{code}"' + after.replace(old, new, 1))
    return read(copy)


def stricter_reviews(folder: Path) -> Pack:
    """A review every two months in place of three."""
    return with_clock(folder, "review", old="amount = 3", new="amount = 2")


def test_a_pack_that_did_not_change_touches_nothing() -> None:
    a_placement()
    change = change_by(pack("kosovo"))
    assert (change.clocks, change.touched) == (frozenset(), frozenset())
    assert foresee(pack("kosovo"), change, on=TODAY) == []


def test_only_the_clocks_of_homes_are_about_homes() -> None:
    of_homes = ClockRule.objects.filter(about_home=True)
    assert set(of_homes.values_list("code", "starts_with")) == {("carer_approval", "home_agreed")}
    a_home()
    a_placement()
    assert set(Duty.objects.about_homes().values_list("rule", flat=True)) == {"carer_approval"}
    assert "carer_approval" not in set(Duty.objects.about_files().values_list("rule", flat=True))


def test_a_changed_interval_touches_only_the_files_of_children_in_care(tmp_path: Path) -> None:
    in_care = a_placement(on=date(2025, 12, 1)).file
    a_file()
    change = change_by(stricter_reviews(tmp_path))
    assert (set(change.clocks), set(change.touched)) == ({"review"}, {in_care.key})


def test_what_will_move_is_told_before_and_happens_after(tmp_path: Path) -> None:
    in_care = a_placement(on=date(2025, 12, 1)).file
    stricter = stricter_reviews(tmp_path)
    before = set(Duty.objects.values_list(*EVERYTHING))
    (foreseen,) = foresee(stricter, change_by(stricter), on=TODAY)
    assert (foreseen.clock, foreseen.appear, foreseen.vanish, foreseen.moved) == (
        "review",
        0,
        0,
        Counter({-28: 1}),
    )
    assert set(Duty.objects.values_list(*EVERYTHING)) == before
    apply_pack(stricter, on=TODAY)
    assert Duty.objects.get(chain=in_care.key, rule="review").due_on == date(2026, 2, 1)
    untouched = {row for row in before if row[2] != "review"}
    assert untouched < set(Duty.objects.values_list(*EVERYTHING))


def test_a_clock_taken_out_lets_its_duties_vanish_and_one_put_in_lets_them_appear(tmp_path: Path) -> None:
    a_placement()
    ended = with_clock(
        tmp_path / "a",
        "visit",
        old="valid_from = 2000-01-01",
        new="valid_from = 2000-01-01\nvalid_to = 2001-01-01",
    )
    (foreseen,) = foresee(ended, change_by(ended), on=TODAY)
    assert (foreseen.clock, foreseen.appear, foreseen.vanish) == ("visit", 0, 1)
    apply_pack(ended, on=TODAY)
    (foreseen,) = foresee(pack("kosovo"), change_by(pack("kosovo")), on=TODAY)
    assert (foreseen.clock, foreseen.appear, foreseen.vanish) == ("visit", 1, 0)


def test_a_duty_told_to_somebody_else_neither_appears_nor_moves(tmp_path: Path) -> None:
    a_placement()
    told = with_clock(
        tmp_path, "visit", old="repeats = true", new='repeats = true\nescalate_to = "unit_head"'
    )
    (foreseen,) = foresee(told, change_by(told), on=TODAY)
    assert (foreseen.appear, foreseen.vanish, foreseen.moved) == (0, 0, Counter())
    apply_pack(told, on=TODAY)
    assert Duty.objects.get(rule="visit").escalate_to == "unit_head"


def test_a_changed_version_touches_children_in_care_since_before_it_began(tmp_path: Path) -> None:
    file = a_placement().file
    a_review(file, held_on=date(2026, 1, 12), next_on=date(2026, 4, 12))
    folder = a_copy(tmp_path)
    before, review = (folder / "clocks.toml").read_text().split('code = "review"')
    ended = review.replace("valid_from = 2000-01-01", "valid_from = 2000-01-01\nvalid_to = 2025-12-31", 1)
    (folder / "clocks.toml").write_text(f'{before}code = "review"{ended}\n{MONTHLY_FROM_NEW_YEAR}')
    apply_pack(read(folder), on=TODAY)
    assert Duty.objects.get(chain=file.key, rule="review").due_on == date(2026, 2, 12)
    every_other = read(changed(folder, "clocks.toml", old="amount = 1 # month", new="amount = 2 # months"))
    assert set(change_by(every_other).touched) == {file.key}
    apply_pack(every_other, on=TODAY)
    applied = set(Duty.objects.values_list(*EVERYTHING))
    assert Duty.objects.get(chain=file.key, rule="review").due_on == date(2026, 3, 12)
    recompute_all(TODAY)
    assert set(Duty.objects.values_list(*EVERYTHING)) == applied


def test_a_new_holiday_touches_only_clocks_in_working_days(tmp_path: Path) -> None:
    file = a_placement().file
    File.objects.filter(pk=file.pk).update(jurisdiction="england")
    recompute_all(TODAY)
    (first,) = Duty.objects.filter(rule="first_review").values_list("due_on", flat=True)
    folder = a_copy(tmp_path, "england")
    england = read(changed(folder, "pack.toml", old="[2011-04-29", new="[2025-10-07, 2011-04-29"))
    assert change_by(england).clocks == {"first_review", "plan", "first_assessment"}
    apply_pack(england, on=TODAY)
    (moved,) = Duty.objects.filter(rule="first_review").values_list("due_on", flat=True)
    assert (first, moved) == (date(2025, 11, 3), date(2025, 11, 4))


def test_applying_a_pack_leaves_the_same_duties_as_computing_all_anew(tmp_path: Path) -> None:
    a_placement()
    agree_capacity(home=a_home(), children=3, from_day=date(2025, 2, 1), by=Actor(None, "", at()))
    apply_pack(stricter_reviews(tmp_path), on=TODAY)
    applied = set(Duty.objects.values_list(*EVERYTHING))
    recompute_all(TODAY)
    assert set(Duty.objects.values_list(*EVERYTHING)) == applied
