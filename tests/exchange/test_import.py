"""Importing a return: who and what is written, once; later returns close and correct."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.exchange.returns import (
    NOBODY,
    a_file,
    a_header,
    a_unit,
    an_episode,
    codes,
    imported,
    of_year,
)
from vatra.casework.models import Cause, File, Review
from vatra.exchange.models import Fate, ImportRow, ImportRun, ReturnFact, SourceChild
from vatra.homes.models import Home
from vatra.kernel.duty import Duty
from vatra.kernel.ledger import Actor, Event
from vatra.law.models import LegalStatus
from vatra.people.models import Identifier, NameToken, Person
from vatra.people.sealed import fingerprint
from vatra.placements.actions import end_placement
from vatra.placements.models import Absence, Placement

pytestmark = pytest.mark.django_db


def _two_stays(tmp_path: Path, **cells: str) -> Path:
    return a_file(
        tmp_path / "first",
        "2018-episodes.csv",
        an_episode("10/05/2017", "01/08/2017", REC="X1", REASON_PLACE_CHANGE="CARPL", **cells),
        an_episode("01/08/2017", RNE="P", PLACE="U1", URN="", PL_POST="ZZ1 1ZZ", **cells),
    )


def _stays() -> list[tuple[str, str, str, str]]:
    return [
        (str(stay.first_day), str(stay.last_day or ""), stay.form, stay.end_reason or "")
        for stay in Placement.objects.order_by("first_day")
    ]


def test_a_child_gets_a_file_with_stays_statuses_homes_and_a_cause(tmp_path: Path) -> None:
    folder = a_file(_two_stays(tmp_path), "2018-header.csv", a_header(DOB="29/02/2012", MOTHER="1"))
    unit = a_unit()

    report = imported(folder, unit)

    assert (report.children, report.new, codes(report)) == (1, 1, [])
    file = File.objects.select_related("child").get()
    assert (file.unit, file.opened_on, file.closed_on) == (unit, date(2017, 5, 10), None)
    assert (file.child.name, file.child.sex, file.child.birth_on) == ("SSDA903 101", "F", date(2012, 2, 29))
    assert _stays() == [
        ("2017-05-10", "2017-07-31", "foster_short", "moved_as_planned"),
        ("2017-08-01", "", "kinship", ""),
    ]
    assert [(s.kind, s.source_code, s.last_day) for s in LegalStatus.objects.all()] == [
        ("agreement", "V2", None)
    ]
    assert sorted(Home.objects.values_list("form", flat=True)) == ["foster_short", "kinship"]
    assert [cause.kind for cause in Cause.objects.all()] == ["family_conflict"]
    assert ReturnFact.objects.get().facts == {"ETHNIC": "WBRI", "MOTHER": "1"}


def test_a_stay_says_where_it_comes_from_and_that_no_decision_is_documented_here(tmp_path: Path) -> None:
    imported(_two_stays(tmp_path))

    first = Placement.objects.earliest("first_day")
    assert (first.outcome_id, first.undocumented) == (None, "SSDA903 2018-03-31 2018-episodes.csv:2")
    assert first.source_codes == {
        "RNE": "S",
        "PLACE": "U6",
        "PLACE_PROVIDER": "PR1",
        "URN": "1234567",
        "REC": "X1",
        "REASON_PLACE_CHANGE": "CARPL",
        "return": "2018-03-31",
        "rules": [],
        "rows": [["2018-episodes.csv", 2]],
    }


def test_the_child_is_found_by_number_and_the_pupil_number_is_sealed(tmp_path: Path) -> None:
    imported(a_file(_two_stays(tmp_path), "2018-header.csv", a_header()))

    assert NameToken.objects.filter(person=Person.objects.get()).exists()
    assert SourceChild.objects.get().number == "101"
    assert Identifier.objects.get().fingerprint == fingerprint("A123456789012")


def test_one_event_per_file_says_what_was_used_and_the_clocks_are_set(tmp_path: Path) -> None:
    report = imported(a_file(_two_stays(tmp_path), "2018-header.csv", a_header()))

    file = File.objects.get()
    (event,) = Event.objects.filter(chain=file.key)
    assert (event.act, event.facts) == (
        "import_records",
        {"run": report.run, "system": "ssda903", "used": {"episodes": 2, "header": 1}},
    )
    assert ImportRun.objects.get().report == {
        "children": 1,
        "new": 1,
        "tables": {
            "header": {"read": 1, "used": 1, "merged": 0, "set_aside": 0},
            "episodes": {"read": 2, "used": 2, "merged": 0, "set_aside": 0},
        },
        "returns": {"": "2018-03-31"},
    }
    assert Duty.objects.exclude(chain=file.key).count() == 0


def test_every_row_is_kept_as_it_came_whatever_became_of_it(tmp_path: Path) -> None:
    folder = a_file(
        tmp_path / "first",
        "2018-episodes.csv",
        an_episode("10/05/2017"),
        an_episode("31/02/2018", CHILD="102", HOME_POST="Café"),
    )

    report = imported(folder)

    assert report.set_aside == [
        {
            "file": "2018-episodes.csv",
            "line": 3,
            "code": "no_such_day",
            "sentence": "DECOM is “31/02/2018”, a day that does not exist.",
        }
    ]
    row = ImportRow.objects.get(fate=Fate.SET_ASIDE)
    assert (row.raw["HOME_POST"], row.vintage, row.child_file) == ("Café", "2018-03-31", None)
    assert [child.number for child in SourceChild.objects.all()] == ["101"]


def test_importing_twice_imports_nothing_twice(tmp_path: Path) -> None:
    folder = a_file(
        _two_stays(tmp_path), "2018-header.csv", a_header(), a_header(CHILD="102", DOB="31/02/2010")
    )
    first = imported(folder)
    before = _stays()

    second = imported(folder)

    assert (second.children, second.new, codes(second)) == (2, 0, [])
    assert second.tables == {
        "header": {"read": 2, "used": 0, "merged": 2, "set_aside": 0},
        "episodes": {"read": 2, "used": 0, "merged": 2, "set_aside": 0},
    }
    again = ImportRow.objects.filter(run=second.run).order_by("id")
    assert {row.details["run"] for row in again} == {first.run}
    assert {row.code for row in again} == {"already_imported", "already_set_aside"}
    assert (File.objects.count(), _stays()) == (1, before)
    assert Event.objects.filter(act="import_records").count() == 1


def test_a_later_return_closes_and_corrects(tmp_path: Path) -> None:
    imported(a_file(_two_stays(tmp_path), "2018-header.csv", a_header(DOB="01/02/2010")))
    later = a_file(
        tmp_path / "later",
        "2019-episodes.csv",
        an_episode("01/08/2017", "12/12/2018", RNE="P", PLACE="U1", URN="", PL_POST="ZZ1 1ZZ", REC="E45"),
    )
    a_file(later, "2019-header.csv", a_header(DOB="03/02/2010"))

    report = imported(later)

    assert (report.children, report.new, codes(report)) == (1, 0, [])
    assert _stays()[1] == ("2017-08-01", "2018-12-12", "kinship", "guardianship")
    file = File.objects.select_related("child").get()
    assert (file.closed_on, file.closing_reason) == (date(2018, 12, 12), "guardianship_final")
    assert file.child.birth_on == date(2010, 2, 3)
    assert Placement.objects.latest("first_day").source_codes["return"] == "2019-03-31"
    assert ImportRow.objects.filter(table="episodes").count() == 3


def test_the_order_of_the_imports_does_not_matter(tmp_path: Path) -> None:
    first = _two_stays(tmp_path)
    later = a_file(
        tmp_path / "later",
        "2019-episodes.csv",
        an_episode("01/08/2017", "12/12/2018", RNE="P", PLACE="U1", URN="", PL_POST="ZZ1 1ZZ", REC="E45"),
    )

    imported(later)
    report = imported(first)

    assert _stays() == [
        ("2017-05-10", "2017-07-31", "foster_short", "moved_as_planned"),
        ("2017-08-01", "2018-12-12", "kinship", "guardianship"),
    ]
    assert report.tables["episodes"] == {"read": 2, "used": 1, "merged": 1, "set_aside": 0}


def test_a_later_return_that_is_silent_about_a_child_ends_the_care_with_the_last_return(
    tmp_path: Path,
) -> None:
    imported(_two_stays(tmp_path))
    other = a_file(tmp_path / "later", "2020-episodes.csv", an_episode("05/05/2019", CHILD="102"))

    imported(other)

    file = File.objects.get(source_numbers__number="101")
    stay = Placement.objects.filter(file=file).latest("first_day")
    assert (file.closed_on, file.closing_reason) == (date(2018, 3, 31), "not_documented")
    assert (stay.last_day, stay.source_codes["rules"]) == (date(2018, 3, 31), ["care_ended_unreported"])


def test_a_return_of_another_authority_says_nothing_about_our_child(tmp_path: Path) -> None:
    imported(
        a_file(tmp_path / "one", "episodes.csv", of_year(an_episode("10/05/2017"), "2017", "Southwark")),
    )
    imported(a_file(tmp_path / "two", "episodes.csv", of_year(an_episode("05/05/2019"), "2019", "Bromley")))

    assert File.objects.filter(closed_on=None).count() == 2
    assert set(SourceChild.objects.values_list("authority", "number")) == {
        ("Southwark", "101"),
        ("Bromley", "101"),
    }


def test_a_child_without_a_header_row_is_not_lost(tmp_path: Path) -> None:
    report = imported(_two_stays(tmp_path))

    child = Person.objects.get()
    assert (report.new, child.sex, child.birth_on) == (1, "U", None)


def test_a_header_that_comes_later_tells_who_the_child_is(tmp_path: Path) -> None:
    imported(_two_stays(tmp_path))

    imported(a_file(tmp_path / "header", "2018-header.csv", a_header()))

    child = Person.objects.get()
    assert (child.sex, child.birth_on) == ("F", date(2010, 2, 1))
    assert len(_stays()) == 2


def test_what_was_changed_here_is_not_written_over(tmp_path: Path) -> None:
    imported(_two_stays(tmp_path))
    stay = Placement.objects.latest("first_day")
    end_placement(placement=stay, last_day=date(2018, 2, 2), reason="carer_asked", why="Ill.", by=NOBODY)
    later = a_file(tmp_path / "later", "2019-episodes.csv", an_episode("01/08/2017", "12/12/2018", REC="E45"))

    report = imported(later)

    assert codes(report) == ["worked_on_here"]
    assert _stays()[1][1] == "2018-02-02"


def test_a_pupil_number_that_somebody_else_bears_stays_with_that_child(tmp_path: Path) -> None:
    report = imported(
        a_file(tmp_path / "first", "2018-header.csv", a_header(), a_header(CHILD="102", DOB="03/03/2011"))
    )

    assert (report.new, Identifier.objects.count()) == (2, 1)


def test_days_away_follow_a_stay_that_a_later_return_moves(tmp_path: Path) -> None:
    missing = {"CHILD": "101", "DOB": "", "MISSING": "M", "MIS_START": "20/05/2017", "MIS_END": "22/05/2017"}
    imported(a_file(_two_stays(tmp_path), "2018-missing.csv", missing))
    assert Absence.objects.get().placement.first_day == date(2017, 5, 10)
    covering = an_episode("01/05/2017", "02/02/2019", PLACE="K2", REC="E4A")

    imported(a_file(tmp_path / "later", "2019-episodes.csv", covering))

    assert Absence.objects.get().placement.first_day == date(2017, 5, 1)


def test_reviews_keep_the_code_and_name_nobody_who_led_them(tmp_path: Path) -> None:
    review = {"CHILD": "101", "DOB": "", "REVIEW": "01/02/2018", "REVIEW_CODE": "PN6"}
    imported(a_file(_two_stays(tmp_path), "2018-reviews.csv", review))

    found = Review.objects.get()
    assert (found.held_on, found.participation, found.source_code, found.led_by) == (
        date(2018, 2, 1),
        "PN6",
        "PN6",
        None,
    )


def test_a_home_is_there_since_the_first_child_lived_in_it(tmp_path: Path) -> None:
    imported(a_file(tmp_path / "first", "2018-episodes.csv", an_episode("10/05/2017")))

    imported(
        a_file(
            tmp_path / "earlier",
            "2017-episodes.csv",
            an_episode("10/05/2016", "01/06/2016", CHILD="9", REC="E8"),
        )
    )

    assert Home.objects.get().first_day == date(2016, 5, 10)


def test_the_number_of_queries_does_not_grow_with_the_children(
    tmp_path: Path, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    unit = a_unit()
    for count in (3, 60):
        rows = [an_episode("10/05/2017", CHILD=f"{count}-{number}") for number in range(count)]
        folder = a_file(tmp_path / str(count), "2018-episodes.csv", *rows)
        with django_assert_max_num_queries(75):  # type: ignore[operator]
            assert imported(folder, unit).new == count


def test_a_day_that_has_not_come_is_set_aside_and_understood_once_it_has(tmp_path: Path) -> None:
    folder = a_file(tmp_path / "first", "episodes.csv", an_episode("07/05/2024"))
    assert codes(imported(folder)) == ["day_in_future"]

    report = imported(folder, by=Actor(None, "", NOBODY.at + timedelta(days=2)))

    assert (report.new, codes(report)) == (1, [])
