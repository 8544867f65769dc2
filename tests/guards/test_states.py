"""docs/states.md says what the code does."""

import re
from pathlib import Path

import pytest
from django.db import connection

from vatra.advocacy.institutions.promises import Outcome
from vatra.advocacy.site.editions import MOVES as EDITION_MOVES
from vatra.casework.reviews.states import MOVES as REVIEW_MOVES
from vatra.decisions.hearing.states import MOVES as HEARING_MOVES
from vatra.decisions.kinds import KINDS, Kind
from vatra.decisions.rules.issuing import NOT_HEARD, NOT_LOOKED_AT
from vatra.decisions.states import MOVES
from vatra.decisions.words import Factor, QuestionKind
from vatra.homes.enquiries.states import MOVES as ENQUIRY_MOVES
from vatra.homes.enquiries.words import EnquiryState
from vatra.law.packs import codes, pack
from vatra.law.packs.tables import Clock

ROOT = Path(__file__).parents[2]
STATES = (ROOT / "docs" / "states.md").read_text()


def rows_under(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = STATES.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def codes_in(module: str) -> set[tuple[str, str]]:
    """Every code a module of rules raises, with its weight."""
    source = (ROOT / "src" / "vatra" / module).read_text()
    found = re.findall(
        r"Concern\(\s*f?\"([\w-]+?)(?:-\{number\}|\{child\.mark\})?\",\s*Severity\.(\w+)", source
    )
    return {(code, weight.lower()) for code, weight in found}


def test_the_moves_of_a_question_are_the_moves_in_the_book() -> None:
    book = {
        row[0]: {word.strip() for word in row[2].split(",")} - {""}
        for row in rows_under("Question and decision")
    }
    assert book == {state.value: {to.value for to in moves} for state, moves in MOVES.items()}


def test_the_book_lists_everything_a_decision_must_have() -> None:
    book = {(row[0], row[2]) for row in rows_under("What a decision must have before it can be issued")}
    code = codes_in("decisions/rules/issuing.py") | codes_in("decisions/rules/child.py")
    code |= {(f"R-20-{step}", "warn") for step in NOT_LOOKED_AT}
    code |= {(f"R-31-{part}", "warn") for part in NOT_HEARD}
    assert book == code


def test_the_book_prints_the_table_of_kinds() -> None:
    assert rows_under("Kinds of question") == [row_of(kind, asks) for kind, asks in KINDS.items()]


def row_of(kind: QuestionKind, asks: Kind) -> list[str]:
    """The row of the book for a kind of question."""
    only_for = "with a sibling" if asks.about_siblings else f"from {asks.from_age}" if asks.from_age else ""
    return [
        kind.value,
        "all" if asks.factors == tuple(Factor) else ", ".join(asks.factors),
        "ways of contact" if asks.about_contact else ", ".join(asks.steps),
        ", ".join(asks.heard),
        str(asks.assessment_holds.days) if asks.assessment_holds else "",
        "yes" if asks.support_first else "",
        "yes" if asks.panel else "",
        ", ".join(asks.issued_by),
        only_for,
        "a full decision" if asks.full_decision else "",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", QuestionKind)
def test_the_schema_knows_the_factors_and_the_panels_of_the_table(kind: QuestionKind) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT decisions_factors(%s), decisions_needs_panel(%s)", [kind.value, kind.value])
        known = cursor.fetchone()
    assert known == ([factor.value for factor in KINDS[kind].factors], KINDS[kind].panel)


def test_the_book_lists_everything_that_stands_against_asking() -> None:
    book = {(row[0], row[2]) for row in rows_under("What stands against asking a question")}
    assert book == codes_in("decisions/rules/asking.py")


def test_the_book_lists_everything_that_stands_against_withdrawing_and_appeals() -> None:
    heading = "What stands against withdrawing a decision, and against an appeal"
    book = {(row[0], row[2]) for row in rows_under(heading)}
    assert book == codes_in("decisions/rules/afterwards.py")


def test_the_book_lists_everything_that_stands_against_a_placement() -> None:
    book = {(row[0], row[2]) for row in rows_under("What stands against a placement")}
    assert book == codes_in("placements/rules.py")


def test_the_moves_of_a_hearing_are_the_moves_in_the_book() -> None:
    book = {
        row[0]: {word.strip() for word in row[2].split(",")} - {""}
        for row in rows_under("Hearing of a child")
    }
    assert book == {state.value: {to.value for to in moves} for state, moves in HEARING_MOVES.items()}


def test_the_book_lists_everything_that_stands_against_telling_and_closing() -> None:
    book = {(row[0], row[2]) for row in rows_under("What stands against telling and closing")}
    assert book == codes_in("decisions/rules/telling.py")


def test_the_book_prints_the_clocks_of_every_pack() -> None:
    data = [row_of_clock(code, clock) for code in codes() for clock in pack(code).clocks]
    assert rows_under("Clocks") == data


def row_of_clock(code: str, clock: Clock) -> list[str]:
    """The row of the book for one version of a clock."""
    settled = f"{clock.satisfied_by}, same" if clock.same_ref else clock.satisfied_by
    return [
        code,
        clock.code,
        f"{clock.valid_from}" + (f" to {clock.valid_to}" if clock.valid_to else ""),
        clock.starts_with,
        f"{clock.amount} {clock.unit}" + (", again and again" if clock.repeats else ""),
        settled if clock.ordinal == 1 else f"{settled}, no. {clock.ordinal}",
        f"{clock.shown_days_before} before",
        f"{clock.escalate_after_days} after, {clock.escalate_to}",
        "verified" if clock.verified else "unverified",
    ]


def test_the_moves_of_a_planned_review_are_the_moves_in_the_book() -> None:
    book = {
        row[0]: {word.strip() for word in row[2].split(",")} - {""} for row in rows_under("Planned review")
    }
    assert book == {state.value: {to.value for to in moves} for state, moves in REVIEW_MOVES.items()}


def test_the_book_lists_everything_that_stands_against_planning_and_holding_a_review() -> None:
    heading = "What stands against planning and holding a review"
    book = {(row[0], row[2]) for row in rows_under(heading)}
    assert book == codes_in("casework/reviews/rules.py")


def test_the_book_lists_everything_that_stands_against_an_act_in_a_proceeding_or_on_an_envelope() -> None:
    heading = "What stands against an act in a proceeding or on an envelope"
    book = {(row[0], row[2]) for row in rows_under(heading)}
    assert book == codes_in("law/proceedings/rules.py")


def test_the_book_prints_the_legal_path_of_the_pack() -> None:
    book = rows_under("Legal path")
    assert book == [
        [
            event.code,
            ", ".join(event.leads_to),
            "yes" if event.may_return else "",
            f"{event.within_days} from {event.counts_from}" if event.within_days else "",
        ]
        for event in pack("kosovo").path
    ]


def test_the_book_lists_everything_that_stands_against_a_step_of_the_legal_path() -> None:
    book = {(row[0], row[2]) for row in rows_under("What stands against a step of the legal path")}
    # How much a consent that is too early weighs depends on what is certain.
    early = {("consent-too-early", "block"), ("consent-too-early", "warn")}
    assert book == codes_in("law/path/rules.py") | early


def test_the_book_lists_everything_that_stands_against_a_text_of_the_site() -> None:
    heading = "What stands against writing and publishing a text of the site"
    book = {(row[0], row[2]) for row in rows_under(heading)}
    assert book == codes_in("advocacy/site/rules.py")


def test_the_moves_of_an_edition_of_the_site_are_the_moves_in_the_book() -> None:
    book = {
        row[0]: {word.strip() for word in row[2].split(",")} - {""}
        for row in rows_under("Edition of the public site")
    }
    assert book == {state.value: {to.value for to in moves} for state, moves in EDITION_MOVES.items()}


def test_the_moves_of_an_enquiry_are_the_moves_in_the_book() -> None:
    book = {
        row[0]: {word.strip() for word in row[2].split(",")} - {""}
        for row in rows_under("Enquiry about being a foster family")
    }
    assert book == {state.value: {to.value for to in moves} for state, moves in ENQUIRY_MOVES.items()}


def test_the_book_lists_everything_that_stands_against_a_step_of_an_enquiry() -> None:
    book = {(row[0], row[2]) for row in rows_under("What stands against a step of an enquiry")}
    assert book == codes_in("homes/enquiries/rules.py")


@pytest.mark.django_db
@pytest.mark.parametrize("state", EnquiryState)
def test_the_schema_knows_the_moves_of_an_enquiry(state: EnquiryState) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind FROM unnest(%s::text[]) AS kind WHERE homes_enquiry_may_become(%s, kind)",
            [list(EnquiryState.values), state.value],
        )
        assert {kind for (kind,) in cursor.fetchall()} == {to.value for to in ENQUIRY_MOVES[state]}


def test_the_book_lists_everything_that_stands_against_an_act_about_an_ask() -> None:
    book = {(row[0], row[2]) for row in rows_under("What stands against an act about an ask")}
    assert book == codes_in("advocacy/asks/rules.py")


def test_the_book_tells_what_can_become_of_a_promise() -> None:
    book = {row[0] for row in rows_under("Promise of somebody in office")}
    assert book == set(Outcome.values)
