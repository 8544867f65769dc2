"""Which provisions a decision meets: told from facts alone, and printed in docs/quality.md."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import TODAY
from vatra.decisions.quality.on_record import ChildOnRecord, OnRecord, OptionOnRecord
from vatra.decisions.quality.provisions import TABLE, Provision, provisions_of
from vatra.decisions.quality.standards import OWN, STANDARDS, standards_of
from vatra.decisions.words import Factor

BOOK = (Path(__file__).parents[2] / "docs" / "quality.md").read_text()
ALL_FACTORS = frozenset(factor.value for factor in Factor)
DREN = ChildOnRecord(
    name="Dren",
    form="kinship",
    birth_on=date(2018, 6, 1),
    languages=("sq",),
    causes=("neglect", "poverty"),
    prepared_on=TODAY - timedelta(days=3),
    heard_on=TODAY - timedelta(days=2),
    heard_in="sq",
    taken_up="She stays near her school.",
    told_on=TODAY,
    assessed_on=TODAY - timedelta(days=30),
    supports=("counselling",),
    plan_aims=("live_with_kin",),
    moved_in_on=TODAY + timedelta(days=1),
    met_family_on=TODAY + timedelta(days=5),
    has_siblings=True,
)
WHOLE = OnRecord(
    kind="first_placement",
    today=TODAY + timedelta(days=10),
    issued_on=TODAY,
    effective_on=TODAY,
    review_on=TODAY + timedelta(days=80),
    legal_basis="Family Law 2004/32",
    appeal_until=TODAY + timedelta(days=15),
    representation="Legal Aid Prizren",
    children=(DREN,),
    options=tuple(OptionOnRecord(form, ALL_FACTORS, True) for form in ("birth_family", "kinship")),
    heard=frozenset({"parent"}),
    disciplines=frozenset({"law", "psychology"}),
    sheet_on=TODAY - timedelta(days=7),
)
HOME = replace(
    DREN, form="birth_family", plan_aims=("return_home",), returned_on=TODAY, visited_after_return_on=TODAY
)
RETURN = replace(WHOLE, kind="return_home", children=(HOME,))


def of(record: OnRecord, code: str) -> Provision:
    provisions = provisions_of(record)
    return next(each for each in [*provisions, *standards_of(record, provisions)] if each.code == code)


def with_child(record: OnRecord = WHOLE, **changes: object) -> OnRecord:
    return replace(record, children=(replace(record.children[0], **changes),))  # type: ignore[arg-type]


def test_a_decision_made_with_care_meets_everything_that_applies() -> None:
    assert [each.code for each in provisions_of(WHOLE) if each.is_met is False] == []
    assert {each.code for each in provisions_of(WHOLE) if each.is_met is None} == {
        "R-13",
        "R-21",
        "R-23",
        "R-24",
    }
    assert {each.code for each in provisions_of(RETURN) if each.is_met} >= {"R-23", "R-24"}


NOT_MET = [
    (
        "R-02",
        with_child(heard_on=None, not_heard="hours_to_protect"),
        "The reason on record: There were only hours",
    ),
    ("R-02", with_child(heard_on=None), "No view of Dren is on record."),
    ("R-02-language", with_child(heard_in="sr"), "in another language, without an interpreter"),
    ("R-02-prepared", with_child(prepared_on=None), "No preparation of Dren"),
    ("R-02-weight", with_child(taken_up=" "), "It is not written what became of the view of Dren"),
    ("R-02-told", with_child(told_on=None), "Dren has not been told yet"),
    ("R-02-told", with_child(told_on=None, cannot_be_told=True), "two people have written down why"),
    ("R-03", replace(WHOLE, options=WHOLE.options[:1]), "Fewer than two options"),
    ("R-03", replace(WHOLE, options=(OptionOnRecord(None, frozenset(), True),) * 2), "Not every option"),
    ("R-03-terms", replace(WHOLE, options=(OptionOnRecord("kinship", ALL_FACTORS, False),) * 2), "for 0"),
    ("R-07", with_child(supports=()), "No support for the family of Dren"),
    ("R-08", with_child(causes=("poverty", "housing")), "Poverty is the only reason"),
    ("R-08", with_child(causes=()), "is not named"),
    ("R-09", with_child(apart_unexplained=("Lule",)), "Dren would live apart from Lule"),
    ("R-13", with_child(birth_on=date(2024, 1, 1), form="residential"), "would not live in a family"),
    ("R-16", with_child(assessed_on=None), "No assessment of Dren"),
    ("R-16", with_child(assessed_on=TODAY - timedelta(days=184)), "more than half a year old"),
    ("R-20", replace(WHOLE, options=WHOLE.options[1:]), "closer to the family was not among"),
    ("R-21", with_child(causes=("abandoned",), supports=("cash",)), "Neither counselling nor mediation"),
    ("R-22", replace(WHOLE, appeal_until=None), "does not say until when"),
    ("R-23", replace(RETURN, disciplines=frozenset({"law"})), "Fewer than two disciplines"),
    ("R-23", with_child(RETURN, plan_aims=()), "No plan with the aim"),
    (
        "R-24",
        replace(with_child(RETURN, visited_after_return_on=None), today=TODAY + timedelta(days=40)),
        "not visited",
    ),
    ("R-26", replace(WHOLE, disciplines=frozenset({"law"})), "Fewer than two disciplines"),
    ("R-30", replace(WHOLE, sheet_on=None), "not on record that the sheet"),
    ("R-31", replace(WHOLE, heard=frozenset()), "No view is on record of: Parent."),
    ("R-32", replace(WHOLE, representation=""), "Nobody is named who represents Dren"),
    ("R-32", with_child(told_on=None), "has not been told yet to whom"),
    ("R-33", replace(WHOLE, review_on=TODAY + timedelta(days=100)), "later than three months"),
    ("R-34", with_child(told_on=TODAY + timedelta(days=2)), "not on record that Dren was told before"),
    ("R-37", replace(with_child(met_family_on=None), today=TODAY + timedelta(days=91)), "No contact of Dren"),
    ("Q4C-1", replace(WHOLE, sheet_on=None), "not on record that the sheet"),
    ("Q4C-6", with_child(plan_aims=()), "No plan for Dren holds"),
    ("Q4C-15", with_child(replace(WHOLE, kind="leaving_care")), "No plan for the own adult life"),
    ("Q4C-17", with_child(replace(WHOLE, kind="leaving_care"), taken_up=""), "not written what became"),
]
DOES_NOT_APPLY = [
    ("R-02-language", with_child(languages=()), "is not on record"),
    ("R-02-prepared", with_child(heard_on=None, not_heard="child_refused"), "nothing had to be prepared"),
    ("R-07", with_child(form="birth_family"), "lives with the birth family"),
    ("R-07", with_child(form=None, contact="supervised"), "is about contact"),
    ("R-09", with_child(has_siblings=False), "No brothers or sisters"),
    ("R-13", with_child(birth_on=None), "is not known"),
    ("R-16", replace(WHOLE, kind="emergency"), "does not wait for an assessment"),
    ("R-20", replace(WHOLE, kind="leaving_care"), "not about where to begin to live"),
    ("R-22", with_child(form="birth_family"), "Nobody is taken from the family"),
    ("R-24", with_child(RETURN, returned_on=None), "not on record yet"),
    ("R-24", with_child(RETURN, visited_after_return_on=None), "is not over"),
    ("R-30", replace(WHOLE, kind="contact_restriction"), "not about a form of care"),
    ("R-31", replace(WHOLE, kind="emergency"), "In an emergency nobody"),
    ("R-33", with_child(form="birth_family"), "Nobody lives outside the family"),
    ("R-34", replace(WHOLE, kind="emergency"), "a move cannot be prepared"),
    ("R-34", with_child(moved_in_on=None), "has not moved"),
    ("R-37", with_child(met_family_on=None), "first ninety days of Dren are not over"),
    ("R-37", with_child(form=None, contact="none_for_now"), "stops contact"),
    ("Q4C-15", WHOLE, "not about leaving care"),
]


@pytest.mark.parametrize(("code", "record", "because"), NOT_MET)
def test_what_is_missing_is_named(code: str, record: OnRecord, because: str) -> None:
    answer = of(record, code)
    assert answer.is_met is False
    assert because in answer.because


@pytest.mark.parametrize(("code", "record", "because"), DOES_NOT_APPLY)
def test_what_does_not_apply_says_why(code: str, record: OnRecord, because: str) -> None:
    answer = of(record, code)
    assert answer.is_met is None
    assert because in answer.because


def test_a_child_who_did_not_want_to_speak_was_asked() -> None:
    assert of(with_child(heard_on=None, not_heard="child_refused"), "R-02").is_met is True


def test_an_interpreter_makes_up_for_another_language() -> None:
    assert of(with_child(heard_in="sr", interpreter="Ana"), "R-02-language").is_met is True


def test_what_holds_for_one_child_and_not_for_the_other_is_not_met() -> None:
    lule = replace(DREN, name="Lule", told_on=None)
    answer = of(replace(WHOLE, children=(DREN, lule)), "R-02-told")
    assert answer.is_met is False
    assert "Dren was told" in answer.because
    assert "Lule has not been told" in answer.because


def test_the_last_day_of_february_is_three_months_after_the_end_of_november() -> None:
    end_of_november = replace(WHOLE, effective_on=date(2027, 11, 30), review_on=date(2028, 2, 29))
    assert of(end_of_november, "R-33").is_met is True
    assert of(replace(end_of_november, review_on=date(2028, 3, 1)), "R-33").is_met is False


def test_every_answer_is_a_sentence() -> None:
    for record in (WHOLE, RETURN, *(record for _code, record, _because in [*NOT_MET, *DOES_NOT_APPLY])):
        provisions = provisions_of(record)
        for each in [*provisions, *standards_of(record, provisions)]:
            assert re.fullmatch(r"[^%]+\.", each.because), each


def rows_under(heading: str) -> list[list[str]]:
    section = BOOK.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_book_tells_how_each_provision_is_computed() -> None:
    book = [(row[0], row[1], row[2]) for row in rows_under("Provisions")]
    assert book == [(row.code, row.citation, str(row.asks)) for row in TABLE]
    assert all(len(row) == 4 and row[3] for row in rows_under("Provisions"))


def test_the_book_tells_what_each_standard_rests_on() -> None:
    book = {row[0]: (row[1], row[2]) for row in rows_under("Quality4Children")}
    code = {each.code: (str(each.asks), ", ".join(each.rests_on)) for each in STANDARDS}
    assert {name: row for name, row in book.items() if name in code} == code
    assert set(book) == {*code, *(row.code for row in OWN)}
