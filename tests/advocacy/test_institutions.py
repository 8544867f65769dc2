"""Posts over time, where their holders stand, what was said, and what was promised."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.advocacy.asks import a_post, a_promise, acting, an_ask, an_officer
from tests.builders import TODAY, a_user, at, signed_in
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.roles import Role
from vatra.advocacy.actions.answers import (
    correct_encounter,
    correct_stance,
    record_encounter,
    record_stance,
)
from vatra.advocacy.actions.institutions import begin_term, end_term, enter_institution
from vatra.advocacy.actions.promises import correct_judgement, judge_promise
from vatra.advocacy.institutions.promises import Outcome, outcome_on
from vatra.advocacy.institutions.seen import seen, with_judgements
from vatra.advocacy.institutions.words import Verdict
from vatra.advocacy.models import Encounter, Institution, Post, Promise, PromiseJudgement, Stance, Term
from vatra.advocacy.reference import load_reference

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def a_term(post: Post, holder: str, first: date, last: date | None = None) -> Term:
    return begin_term(post=post, holder=holder, first_day=first, last_day=last, source="Gazette", by=acting())


def check_now() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_who_takes_office_ends_the_term_before_on_the_day_before() -> None:
    post = a_post()
    a_term(post, "Ardian", date(2022, 1, 1))
    a_term(post, "Arlinda", date(2025, 6, 1))
    check_now()
    held = post.terms.order_by("first_day").values_list("holder", "first_day", "last_day")
    assert list(held) == [
        ("Ardian", date(2022, 1, 1), date(2025, 5, 31)),
        ("Arlinda", date(2025, 6, 1), None),
    ]
    on = [post.terms.held_on(day).get().holder for day in (date(2025, 5, 31), date(2025, 6, 1))]
    assert on == ["Ardian", "Arlinda"]


def test_two_people_never_hold_one_post_on_one_day() -> None:
    post = a_post()
    a_term(post, "Ardian", date(2022, 1, 1), date(2025, 12, 31))
    with pytest.raises(IntegrityError, match="two_holders_of_a_post"), transaction.atomic():
        a_term(post, "Arlinda", date(2025, 12, 31))
        check_now()
    a_term(post, "Arlinda", date(2026, 1, 1))
    check_now()


def test_a_term_ends_and_nobody_holds_the_post() -> None:
    post = a_post()
    end_term(term=a_term(post, "Ardian", date(2022, 1, 1)), last_day=date(2026, 3, 15), by=acting())
    assert not post.terms.held_on(TODAY).exists()


@pytest.mark.parametrize(("level", "municipality"), [("central", "peje"), ("municipal", "")])
def test_a_municipal_institution_has_a_municipality_and_a_central_one_none(
    level: str, municipality: str
) -> None:
    with pytest.raises(IntegrityError, match="institution_in_no_municipality"), transaction.atomic():
        enter_institution(name={"en": "Body"}, level=level, municipality=municipality, by=acting())


def a_stance(position: str = "supports", on: date = date(2026, 1, 10)) -> Stance:
    return record_stance(
        post=a_post(), ask=an_ask(), position=position, taken_on=on, source="Meeting", by=acting()
    )


def test_a_stance_is_corrected_by_another_and_stays() -> None:
    wrong = a_stance("against")
    right = correct_stance(
        original=wrong,
        position="neutral",
        taken_on=wrong.taken_on,
        source="Minutes",
        did_not_happen=False,
        by=acting(),
    )
    assert list(Stance.objects.standing()) == [right]
    assert (right.post, right.ask) == (wrong.post, wrong.ask)
    with pytest.raises(IntegrityError, match="stance_stays"), transaction.atomic():
        Stance.objects.filter(pk=wrong.pk).update(position="supports")


def an_encounter(post: Post | None = None, institution: Institution | None = None) -> Encounter:
    return record_encounter(
        post=post,
        institution=institution,
        kind="meeting",
        met_on=date(2026, 1, 10),
        with_whom="The minister",
        ask=None,
        said="They see the need.",
        source="Our minutes",
        by=acting(),
    )


def test_an_encounter_is_with_a_post_or_with_an_institution() -> None:
    post = a_post()
    assert an_encounter(post).institution is None
    assert an_encounter(institution=post.institution).post is None
    with pytest.raises(IntegrityError, match="encounter_with_nobody"), transaction.atomic():
        an_encounter(post, post.institution)


def test_an_encounter_that_never_was_is_not_shown(client: Client) -> None:
    wrong = an_encounter(a_post())
    page = f"/posts/{wrong.post_id}/"
    browser = signed_in(client, an_officer())
    assert "They see the need." in browser.get(page).content.decode()
    correct_encounter(
        original=wrong,
        kind="meeting",
        met_on=wrong.met_on,
        with_whom="The minister",
        ask=None,
        said="Another minister.",
        source="Our minutes",
        did_not_happen=True,
        by=acting(),
    )
    assert "They see the need." not in browser.get(page).content.decode()
    with pytest.raises(IntegrityError, match="encounter_stays"), transaction.atomic():
        Encounter.objects.filter(pk=wrong.pk).update(said="Nothing")


def judged(promise: Promise, verdict: str, on: date) -> PromiseJudgement:
    return judge_promise(promise=promise, verdict=verdict, judged_on=on, source="Gazette", by=acting())


def outcome(promise: Promise, on: date = TODAY) -> Outcome:
    (found,) = seen(with_judgements(Promise.objects.filter(pk=promise.pk)), on=on)
    return found.told.outcome


def test_a_promise_is_overdue_from_the_day_after() -> None:
    promise = a_promise(due_on=date(2026, 1, 31))
    assert [outcome(promise, day) for day in (date(2026, 1, 31), date(2026, 2, 1))] == [
        Outcome.OPEN,
        Outcome.OVERDUE,
    ]
    assert outcome(a_promise(due_on=None)) == Outcome.WITHOUT_DAY


def test_what_became_of_a_promise_is_the_latest_judgement_up_to_the_day() -> None:
    promise = a_promise()
    judged(promise, "kept", date(2026, 2, 1))
    wrong = judged(promise, "broken", date(2026, 3, 1))
    assert [outcome(promise, day) for day in (date(2026, 2, 28), TODAY)] == [Outcome.KEPT, Outcome.BROKEN]
    correct_judgement(
        original=wrong,
        verdict="broken",
        judged_on=wrong.judged_on,
        source="Another promise was meant",
        did_not_happen=True,
        by=acting(),
    )
    assert outcome(promise) == Outcome.KEPT


def test_what_could_not_be_verified_early_is_looked_at_again_when_it_is_due() -> None:
    promise = a_promise(due_on=date(2026, 1, 31))
    judged(promise, "not_verifiable", date(2026, 1, 15))
    assert [outcome(promise, day) for day in (date(2026, 1, 31), TODAY)] == [
        Outcome.NOT_VERIFIABLE,
        Outcome.OVERDUE,
    ]
    judged(promise, "not_verifiable", date(2026, 2, 15))
    assert outcome(promise) == Outcome.NOT_VERIFIABLE


DAYS = st.integers(1, 28).map(lambda day: date(2026, 2, day))


@given(
    due_on=st.none() | DAYS,
    told=st.lists(st.tuples(st.sampled_from(Verdict.values), DAYS), max_size=4),
    on=DAYS,
)
def test_the_list_of_overdue_promises_and_the_fold_agree(
    due_on: date | None, told: list[tuple[str, date]], on: date
) -> None:
    with transaction.atomic():
        promise = a_promise(due_on=due_on)
        for verdict, day in told:
            judged(promise, verdict, day)
        is_listed = Promise.objects.overdue_on(on).filter(pk=promise.pk).exists()
        assert is_listed == (outcome(promise, on) == Outcome.OVERDUE)
        transaction.set_rollback(True)


def test_judgements_that_have_not_come_say_nothing() -> None:
    assert outcome_on(TODAY, due_on=None, judgements=[]).outcome == Outcome.WITHOUT_DAY


@pytest.mark.parametrize(
    "given_",
    [
        {"quote": ""},
        {"source_url": "javascript:alert(1)"},
        {"document_sha256": "z" * 64},
        {"due_on": date(2025, 9, 30)},
    ],
)
def test_a_promise_has_its_words_its_source_and_days_in_order(given_: dict[str, object]) -> None:
    with pytest.raises((ValidationError, IntegrityError)), transaction.atomic():
        a_promise(**given_)  # type: ignore[arg-type]


def test_a_promise_stays_word_for_word() -> None:
    promise = a_promise(condition="If the budget allows")
    assert promise.is_conditional
    with pytest.raises(IntegrityError, match="promise_stays"), transaction.atomic():
        Promise.objects.filter(pk=promise.pk).update(quote="Something softer")


def test_institutions_are_found_by_level_and_municipality(client: Client) -> None:
    load_reference()
    browser = signed_in(client, an_officer())
    central = browser.get("/institutions/", {"level": "central"}).content.decode()
    assert "Ministry of Justice" in central
    assert "Municipality of" not in central
    one = browser.get("/institutions/", {"municipality": "peje"}).content.decode()
    assert "Municipality of Pejë/Peć" in one
    assert "Ministry of Justice" not in one


def test_an_officer_writes_down_an_institution_a_post_and_who_holds_it(client: Client) -> None:
    browser = signed_in(client, an_officer())
    sent = {
        "name_en": "Clinic",
        "name_sq": "",
        "name_sr_latn": "",
        "level": "municipal",
        "municipality": "peje",
    }
    there = browser.post("/institutions/new/", sent).headers["Location"]
    title = {"title_en": "Director", "title_sq": "", "title_sr_latn": "", "email": ""}
    browser.post(f"{there}posts/new/", title)
    post = Post.objects.get()
    day = {"first_day_day": "1", "first_day_month": "1", "first_day_year": "2026"}
    browser.post(f"/posts/{post.pk}/terms/new/", {"holder": "Ana", "source": "Gazette", **day})
    assert "Ana" in browser.get(there).content.decode()
    assert Institution.objects.get().municipality == "peje"


def test_an_office_gets_its_address_later(client: Client) -> None:
    browser, post = signed_in(client, an_officer()), a_post()
    there = f"/posts/{post.pk}/"
    assert "Write down where the office is written to" in browser.get(there).content.decode()
    sent = {"title_en": "Director of the clinic", "email": "office@clinic.example"}
    assert browser.post(f"{there}change/", sent).headers["Location"] == there
    page = browser.get(there).content.decode()
    assert all(
        words in page for words in ("Director of the clinic", "office@clinic.example", "Change the post")
    )
    assert browser.post(f"{there}change/", {**sent, "title_en": ""}).status_code == 422


def test_an_impossible_institution_is_told_on_the_page(client: Client) -> None:
    sent = {"name_en": "Clinic", "level": "municipal", "municipality": ""}
    answer = signed_in(client, an_officer()).post("/institutions/new/", sent)
    assert answer.status_code == 422
    assert "A municipal institution has a municipality" in answer.content.decode()


def test_who_only_sees_campaigns_writes_nothing_about_posts(client: Client) -> None:
    post = a_post()
    browser = signed_in(client, a_user(Role.DONOR_RELATIONS))
    assert browser.get(f"/posts/{post.pk}/").status_code == 200
    for page in ("change", "terms/new", "stances/new", "encounters/new", "promises/new"):
        assert browser.get(f"/posts/{post.pk}/{page}/").status_code == 403


def test_the_pages_cost_the_same_for_one_and_for_many(client: Client) -> None:
    load_reference()
    browser = signed_in(client, an_officer())
    pairs = []
    for number in (1, 25):
        post, ask = a_post(), an_ask()
        for each in range(number):
            record_stance(
                post=post,
                ask=ask,
                position="neutral",
                taken_on=date(2026, 1, 1 + each),
                source="Meeting",
                by=acting(),
            )
            an_encounter(post)
            an_encounter(institution=post.institution)
            judged(a_promise(post, ask=ask), "broken", date(2026, 2, 10))
            a_promise(post)
        addresses = (
            "/institutions/",
            f"/posts/{post.pk}/",
            f"/institutions/{post.institution_id}/",
            "/asks/overdue/",
            "/asks/",
        )
        pairs.append([cost(browser, address) for address in addresses])
    for few, several in zip(*pairs, strict=True):
        assert few[0] == several[0] <= MOST_QUERIES
        assert several[1] < MOST_BYTES


def test_each_list_of_a_post_goes_on_by_itself(client: Client) -> None:
    post = a_post()
    for number in range(21):
        a_promise(post, quote=f"Promise number {number:02}.", made_on=date(2025, 1, 1 + number))
    browser = signed_in(client, an_officer())
    first = browser.get(f"/posts/{post.pk}/").content.decode()
    assert "Promise number 20." in first
    assert "Promise number 00." not in first
    follows = browser.get(
        f"/posts/{post.pk}/", {"of": "promises", "day": "2025-01-02", "after": str(_pk("Promise number 01."))}
    ).content.decode()
    assert "Promise number 00." in follows
    assert "Promise number 01." not in follows


def _pk(quote: str) -> int:
    return Promise.objects.get(quote=quote).pk
