"""From episodes to stays, statuses and entries of the file."""

from collections.abc import Sequence
from datetime import date

import pytest

from tests.exchange.returns import IMPORT_DAY, a_row, an_episode
from vatra.casework.words.worry import CauseKind
from vatra.exchange.ssda903.building.picture import Picture, picture_of
from vatra.exchange.ssda903.building.stays import Stay
from vatra.exchange.ssda903.rows import Fates, Row
from vatra.exchange.ssda903.tables import Table
from vatra.homes.words import FormOfCare
from vatra.kernel.partial import PartialDate
from vatra.kernel.period import Period
from vatra.people.words import Sex

LATEST = date(2018, 3, 31)


def _row(table: Table, cells: dict[str, str], vintage: date = LATEST, line: int = 2) -> Row:
    return Row(table, "return.csv", line, cells, vintage=vintage)


def _episodes(*cells: dict[str, str]) -> list[Row]:
    return [_row(Table.EPISODES, each, line=line) for line, each in enumerate(cells, start=2)]


def _picture(*rows: Row, fates: Fates | None = None, latest: date = LATEST) -> Picture:
    return picture_of(rows, latest, IMPORT_DAY, fates or Fates())


def _days(stays: Sequence[Stay]) -> list[tuple[str, str, str, str]]:
    return [
        (str(stay.first_day), str(stay.last_day or ""), str(stay.form), str(stay.end_reason or ""))
        for stay in stays
    ]


def test_a_new_legal_status_in_the_same_home_is_one_stay_and_two_statuses() -> None:
    picture = _picture(
        *_episodes(
            an_episode("10/05/2017", "01/08/2017", LS="C1", REC="X1"),
            an_episode("01/08/2017", RNE="L", LS="C2"),
        )
    )

    assert _days(picture.stays) == [("2017-05-10", "", "foster_short", "")]
    assert [(s.code, str(s.first_day), str(s.last_day or "")) for s in picture.statuses] == [
        ("C1", "2017-05-10", "2017-07-31"),
        ("C2", "2017-08-01", ""),
    ]


def test_a_move_ends_the_stay_on_the_day_before_with_the_reason_of_the_change() -> None:
    picture = _picture(
        *_episodes(
            an_episode("10/05/2017", "01/08/2017", REC="X1", REASON_PLACE_CHANGE="ALLEG"),
            an_episode("01/08/2017", "02/02/2018", RNE="P", PLACE="K2", PL_POST="ZZ1 1ZZ", REC="E4A"),
        )
    )

    assert _days(picture.stays) == [
        ("2017-05-10", "2017-07-31", "foster_short", "allegation"),
        ("2017-08-01", "2018-02-02", "residential", "returned_home"),
    ]
    assert [status.code for status in picture.statuses] == ["V2"]


def test_the_carer_changed_although_the_address_did_not() -> None:
    picture = _picture(
        *_episodes(an_episode("10/05/2017", "01/08/2017", REC="X1"), an_episode("01/08/2017", RNE="P"))
    )

    assert len(picture.stays) == 2


def test_the_day_care_ended_is_the_last_day_and_closes_the_file() -> None:
    picture = _picture(*_episodes(an_episode("10/05/2017", "01/08/2017", REC="E12")))

    assert (str(picture.opened_on), str(picture.closed_on), picture.closing_reason) == (
        "2017-05-10",
        "2017-08-01",
        "adopted",
    )


def test_a_child_who_died_is_known_to_have_died() -> None:
    assert _picture(*_episodes(an_episode("10/05/2017", "01/08/2017", REC="E2"))).died_on == date(2017, 8, 1)


def test_care_said_to_go_on_without_saying_where_leaves_the_file_open_and_the_days_without_a_home() -> None:
    picture = _picture(*_episodes(an_episode("10/05/2017", "01/08/2017", REC="X1")))

    assert (picture.closed_on, str(picture.stays[-1].last_day)) == (None, "2017-08-01")


def test_a_temporary_stay_from_which_the_child_comes_back_is_days_away() -> None:
    picture = _picture(
        *_episodes(
            an_episode("10/05/2017", "01/08/2017", REC="X1"),
            an_episode("01/08/2017", "09/08/2017", RNE="T", PLACE="T1", REC="X1", PL_POST="HO1 1SP"),
            an_episode("09/08/2017", RNE="T"),
        )
    )

    assert _days(picture.stays) == [("2017-05-10", "", "foster_short", "")]
    (away,) = picture.stays[0].absences
    assert (away.kind, str(away.first_day), str(away.last_day)) == ("hospital", "2017-08-01", "2017-08-08")


def test_a_temporary_stay_from_which_the_child_does_not_come_back_is_a_stay() -> None:
    picture = _picture(
        *_episodes(
            an_episode("10/05/2017", "01/08/2017", REC="X1"),
            an_episode("01/08/2017", "09/08/2017", RNE="T", PLACE="T1", REC="X1", PL_POST="HO1 1SP"),
            an_episode("09/08/2017", RNE="P", PLACE="K2", PL_POST="ZZ1 1ZZ"),
        )
    )

    assert [form for _first, _last, form, _reason in _days(picture.stays)] == [
        "foster_short",
        "hospital",
        "residential",
    ]


@pytest.mark.parametrize("place", ["U1", "P1", "A4", "P2"])
def test_a_family_without_an_address_is_never_shared_by_two_children(place: str) -> None:
    unknown = {"PLACE": place, "URN": "", "PL_POST": ""}
    doors = [
        _picture(*_episodes(an_episode("10/05/2017", CHILD=child, **unknown))).stays[0].door.code
        for child in ("101", "102")
    ]

    assert doors[0] != doors[1]


def test_brothers_and_sisters_behind_one_door_live_in_one_home() -> None:
    doors = {
        _picture(*_episodes(an_episode("10/05/2017", CHILD=child))).stays[0].door.code
        for child in ("101", "102")
    }

    assert len(doors) == 1


def test_being_missing_across_a_move_is_an_absence_from_both_stays() -> None:
    missing = _row(
        Table.MISSING, {"CHILD": "101", "MISSING": "M", "MIS_START": "30/07/2017", "MIS_END": "03/08/2017"}
    )
    moved = _episodes(
        an_episode("10/05/2017", "01/08/2017", REC="X1"), an_episode("01/08/2017", RNE="P", PL_POST="ZZ1 1ZZ")
    )

    picture = _picture(*moved, missing)

    assert [
        (away.kind, str(away.first_day), str(away.last_day))
        for stay in picture.stays
        for away in stay.absences
    ] == [("missing", "2017-07-30", "2017-07-31"), ("missing", "2017-08-01", "2017-08-03")]


def test_being_missing_from_nowhere_is_set_aside() -> None:
    fates = Fates()
    missing = a_row(Table.MISSING, MISSING="A", MIS_START="01/01/2016", MIS_END="02/01/2016")

    _picture(*_episodes(an_episode("10/05/2017")), missing, fates=fates)

    assert fates.of(missing)[:2] == ("set_aside", "away_outside_stay")


def test_the_same_absence_told_twice_is_one_and_another_on_the_same_days_is_set_aside() -> None:
    fates = Fates()
    told = {"CHILD": "101", "MISSING": "A", "MIS_START": "01/06/2017", "MIS_END": "04/06/2017"}
    first, again = _row(Table.MISSING, told), _row(Table.MISSING, told, line=3)
    other = _row(Table.MISSING, told | {"MISSING": "M", "MIS_START": "03/06/2017"}, line=4)

    _picture(*_episodes(an_episode("10/05/2017")), first, again, other, fates=fates)

    assert [fates.of(row).code for row in (first, again, other)] == ["", "same_as", "away_twice"]


def test_a_review_after_the_last_day_of_its_return_was_not_yet_held() -> None:
    fates = Fates()
    early = a_row(Table.REVIEWS, REVIEW="01/05/2018", REVIEW_CODE="PN1")

    picture = _picture(*_episodes(an_episode("10/05/2017")), early, fates=fates)

    assert (picture.reviews, fates.of(early)[:2]) == ({}, ("set_aside", "after_the_return"))


def test_a_review_told_too_early_and_again_in_time_is_one_review() -> None:
    fates = Fates()
    early = a_row(Table.REVIEWS, REVIEW="01/05/2018", REVIEW_CODE="PN1")
    held = a_row(Table.REVIEWS, date(2019, 3, 31), REVIEW="01/05/2018", REVIEW_CODE="PN6")

    picture = _picture(
        *_episodes(an_episode("10/05/2017")), early, held, fates=fates, latest=date(2019, 3, 31)
    )

    assert picture.reviews == {date(2018, 5, 1): "PN6"}
    assert [fates.of(row).code for row in (early, held)] == ["superseded", ""]


def test_two_answers_of_one_return_to_the_same_question_need_somebody_to_compare() -> None:
    fates = Fates()
    one = a_row(Table.REVIEWS, REVIEW="01/06/2017", REVIEW_CODE="PN1")
    other = a_row(Table.REVIEWS, REVIEW="01/06/2017", REVIEW_CODE="PN7")

    _picture(*_episodes(an_episode("10/05/2017")), one, other, fates=fates)

    assert [fates.of(row).code for row in (one, other)] == ["", "second_answer"]


def test_need_and_coming_alone_become_causes_for_as_long_as_care_lasted() -> None:
    alone = a_row(Table.UASC, DUC="01/01/2018")
    picture = _picture(*_episodes(an_episode("10/05/2017", "01/02/2018", REC="E8", CIN="N8")), alone)

    assert picture.causes == {
        CauseKind.PARENT_AWAY: [Period(date(2017, 5, 10), date(2018, 2, 1))],
        CauseKind.ALONE_ABROAD: [Period(date(2017, 5, 10), date(2018, 1, 1))],
    }


def test_the_latest_header_tells_who_the_child_is_and_a_leap_day_is_a_birthday() -> None:
    fates = Fates()
    before = a_row(Table.HEADER, SEX="1", DOB="01/03/2012")
    after = a_row(Table.HEADER, date(2019, 3, 31), SEX="2", DOB="29/02/2012", UPN="A123456789012")

    identity = _picture(before, after, fates=fates).identity

    assert (identity.sex, identity.birth, identity.pupil_number) == (
        Sex.FEMALE,
        PartialDate(date(2012, 2, 29)),
        "A123456789012",
    )
    assert fates.of(before)[:2] == ("merged", "superseded")


def test_two_children_under_one_number_are_not_made_one() -> None:
    fates = Fates()
    one, other = (
        a_row(Table.HEADER, SEX="1", DOB="01/03/2012"),
        a_row(Table.HEADER, SEX="1", DOB="05/07/2009"),
    )

    assert _picture(one, other, fates=fates).identity.birth == PartialDate(date(2012, 3, 1))
    assert fates.of(other)[:2] == ("set_aside", "same_number_other_child")


def test_a_row_about_another_birth_is_about_another_child() -> None:
    fates = Fates()
    header, answer = a_row(Table.HEADER, DOB="01/03/2012"), a_row(Table.OC2, DOB="05/07/2009", SDQ_SCORE="12")

    _picture(header, answer, fates=fates)

    assert fates.of(answer)[:2] == ("set_aside", "birth_differs")


def test_without_a_header_the_birth_is_taken_from_what_else_was_sent() -> None:
    answer = a_row(Table.OC2, DOB="05/07/2009", SDQ_SCORE="12")

    assert _picture(*_episodes(an_episode("10/05/2017")), answer).identity.birth == PartialDate(
        date(2009, 7, 5)
    )


def test_a_child_only_named_is_followed_until_returns_no_longer_name_the_child() -> None:
    named = a_row(Table.HEADER, DOB="01/03/2012")

    assert (_picture(named).opened_on, _picture(named).closed_on) == (date(2017, 4, 1), None)
    assert _picture(named, latest=date(2020, 3, 31)).closed_on == date(2018, 3, 31)


def test_each_year_has_its_own_answers_and_the_permanence_before_care_is_told_once() -> None:
    rows = [
        a_row(table, vintage, **cells)
        for vintage in (date(2018, 3, 31), date(2019, 3, 31))
        for table, cells in (
            (Table.OC2, {"SDQ_SCORE": "12"}),
            (Table.PREVIOUS_PERMANENCE, {"PREV_PERM": "P2"}),
        )
    ]

    assert [(row.table, row.vintage.year) for row in _picture(*rows).facts] == [
        (Table.PREVIOUS_PERMANENCE, 2019),
        (Table.OC2, 2018),
        (Table.OC2, 2019),
    ]


def test_every_form_of_care_of_the_return_is_one_of_ours() -> None:
    picture = _picture(*_episodes(an_episode("10/05/2017", PLACE="R5")))

    assert picture.stays[0].form is FormOfCare.DETENTION
