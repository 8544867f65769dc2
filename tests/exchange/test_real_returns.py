"""A public return is imported whole, and what stands in our tables is counted again without our code."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.exchange.returns import codes, imported
from tests.exchange.shared_data import adds_up, counted, data_set, raw_day, raw_rows
from vatra.casework.models import Cause, File, Review
from vatra.exchange.models import ReturnFact, SourceChild
from vatra.exchange.ssda903.report import Report
from vatra.kernel.ledger import Event
from vatra.people.models import Person
from vatra.placements.models import Absence, Placement

pytestmark = pytest.mark.django_db

MARCHES = [date(year, 3, 31) for year in range(2017, 2023)]


def _in_care(folder: Path, pattern: str, day: date) -> set[str]:
    """Whose latest version of some episode includes the day, by the csv module alone."""
    latest = {(row["CHILD"], raw_day(row["DECOM"])): row for row in _oldest_first(folder, pattern)}
    return {
        child
        for (child, start), row in latest.items()
        if start and start <= day and ((end := raw_day(row["DEC"])) is None or end >= day)
    }


def _oldest_first(folder: Path, pattern: str) -> list[dict[str, str]]:
    return sorted(raw_rows(folder, pattern), key=lambda row: row.get("YEAR", ""))


def _in_placements(day: date) -> Counter[str]:
    numbers = dict(SourceChild.objects.values_list("file_id", "number"))
    return Counter(numbers[file] for file in Placement.objects.open_on(day).values_list("file_id", flat=True))


def test_five_yearly_returns_of_eight_tables_are_taken_over() -> None:
    folder = data_set("ssda903/combined-5y")

    report = imported(folder)

    assert (report.children, report.new) == (820, 820)
    assert report.tables == {
        "header": counted(2123, 820, 1303, 0),
        "episodes": counted(3737, 2808, 929, 0),
        "reviews": counted(11038, 3337, 7557, 144),
        "previous_permanence": counted(2123, 820, 1303, 0),
        "missing": counted(7, 5, 0, 2),
        "uasc": counted(82, 31, 51, 0),
        "oc2": counted(1974, 1974, 0, 0),
        "oc3": counted(357, 357, 0, 0),
    }
    assert Counter(codes(report)) == {"after_the_return": 140, "second_answer": 4, "away_outside_stay": 2}
    _agrees_with_the_files(folder, report)
    for day in MARCHES:
        assert _in_placements(day) == Counter(_in_care(folder, "*-episodes.csv", day))


def _agrees_with_the_files(folder: Path, report: Report) -> None:
    """Counts by the csv module alone of what must stand in our tables."""
    adds_up(report)
    for table, counts in report.tables.items():
        assert counts["read"] == sum(1 for _row in raw_rows(folder, f"*-{table}.csv"))
    children = {row["CHILD"]: row for row in raw_rows(folder, "*-header.csv")}
    assert Person.objects.filter(sex="F").count() == sum(row["SEX"] == "2" for row in children.values())
    assert {str(born) for born in Person.objects.values_list("birth_on", flat=True)} == {
        str(raw_day(row["DOB"])) for row in children.values()
    }
    reviews = {(row["CHILD"], row["REVIEW"]) for row in raw_rows(folder, "*-reviews.csv")}
    assert Review.objects.count() == len(reviews) - codes(report).count("after_the_return")
    alone = {row["CHILD"] for row in raw_rows(folder, "*-uasc.csv")}
    assert Cause.objects.filter(kind="alone_abroad").count() == len(alone)
    assert Absence.objects.count() == 6  # five told, one of them across a move
    assert ReturnFact.objects.filter(table__in=["oc2", "oc3"]).count() == 1974 + 357
    assert Event.objects.filter(act="import_records").count() == File.objects.count() == 820


def test_year_after_year_gives_the_same_stays_as_all_years_at_once(tmp_path: Path) -> None:
    folder = data_set("ssda903/combined-5y")
    for year in range(2017, 2020):
        imported(_chosen(folder, f"{year}-[eh]*.csv", tmp_path / str(year)), authority="Year by year")
    imported(_chosen(folder, "201[789]-[eh]*.csv", tmp_path / "all"), authority="At once")

    assert len(_stays("At once")) > 1000
    assert _stays("Year by year") == _stays("At once")


def _chosen(folder: Path, pattern: str, into: Path) -> Path:
    """A folder with the files of some names, which stay where they are."""
    into.mkdir()
    for file in folder.glob(pattern):
        (into / file.name).symlink_to(file)
    return into


def _stays(authority: str) -> set[tuple[object, ...]]:
    stays = Placement.objects.filter(file__source_numbers__authority=authority)
    return set(
        stays.values_list(
            "file__source_numbers__number",
            "first_day",
            "last_day",
            "form",
            "end_reason",
            "file__closed_on",
        )
    )


def test_the_samples_of_each_repair_rule_are_repaired() -> None:
    report = imported(data_set("ssda903/liia"))

    assert report.tables == {"episodes": counted(28, 25, 3, 0), "other": counted(3, 0, 0, 3)}
    assert codes(report) == ["not_a_table"] * 3
    repaired = {
        (str(stay.file.source_numbers.get().number), str(stay.first_day)): (
            str(stay.last_day),
            stay.source_codes["rules"],
        )
        for stay in Placement.objects.select_related("file")
        if stay.source_codes["rules"]
    }
    assert repaired == {
        ("689661", "2018-12-02"): ("2018-12-10", ["overlapped_next"]),
        ("689661", "2018-12-11"): ("2019-05-15", ["overlapped_next"]),
        ("RULE1_BAD", "2016-01-13"): ("2017-08-19", ["ended_where_next_begins"]),
        ("RULE1A_BAD", "2016-10-24"): ("2017-03-31", ["care_ended_before_new_care"]),
        ("RULE2_BAD", "2019-05-10"): ("2020-03-31", ["care_ended_unreported"]),
        ("RULE4_BAD", "2018-11-23"): ("2018-12-19", ["overlapped_next"]),
        ("RULE5_BAD", "2019-11-06"): ("2020-04-01", ["days_missing_before_next"]),
    }
