"""Three ratings kept apart: how far, how well, and what we had to do with it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from tests.advocacy.asks import LATER, acting, an_ask, an_officer
from tests.builders import TODAY, a_unit, at, signed_in
from vatra.access.models import User
from vatra.advocacy.actions.ratings import (
    Evidence,
    approve_contribution,
    rate_contribution,
    rate_progress,
    rate_quality,
    refuse_contribution,
)
from vatra.advocacy.asks.seen import ratings_on
from vatra.advocacy.models import ContributionEvidence, ContributionRating, PolicyAsk, ProgressRating
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

ON = date(2026, 2, 1)
GROUP = Evidence("Article 4 was proposed by civil society.", "Working group", "https://group.example/1")
PAPER = Evidence("The wording came from the organisation.", "Daily Paper", "https://paper.example/2")


def a_claim(
    ask: PolicyAsk | None = None,
    claim: str = "confirmed",
    evidence: tuple[Evidence, ...] = (GROUP, PAPER),
    *,
    author: User | None = None,
) -> ContributionRating:
    return rate_contribution(
        ask=ask or an_ask(),
        claim=claim,
        rated_on=ON,
        why="Two articles are ours word for word.",
        evidence=evidence,
        by=acting(author),
    )


def agreed(rating: ContributionRating) -> ContributionRating:
    by = acting()
    return approve_contribution(rating=rating, by=Actor(by.user_id, by.role, by.at + LATER))


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [concern.code for concern in refused.value.concerns]


def test_a_confirmed_contribution_counts_once_somebody_else_has_approved_it() -> None:
    ask = an_ask()
    rating = a_claim(ask)
    assert ratings_on(ask, TODAY).contribution is None
    agreed(rating)
    found = ratings_on(ask, TODAY).contribution
    assert found == rating
    assert [each.said_by for each in rating.evidence.order_by("pk")] == ["Working group", "Daily Paper"]


def test_nobody_approves_their_own_rating() -> None:
    author = an_officer()
    rating = a_claim(author=author)
    with pytest.raises(Refused) as refused:
        approve_contribution(rating=rating, by=acting(author))
    assert codes(refused) == ["own-writing"]
    with pytest.raises(IntegrityError, match="contribution_approved_by_its_author"), transaction.atomic():
        ContributionRating.objects.filter(pk=rating.pk).update(approved_by=author, approved_at=at())


@pytest.mark.parametrize(
    "evidence",
    [
        (),
        (GROUP,),
        (GROUP, Evidence("Again", " working  GROUP ", "https://group.example/9")),
        (GROUP, Evidence("Again", "Another paper", GROUP.source_url)),
    ],
)
def test_one_source_confirms_nothing(evidence: tuple[Evidence, ...]) -> None:
    with pytest.raises(Refused) as refused:
        a_claim(evidence=evidence)
    assert codes(refused) == ["thin-evidence"]


def test_a_plausible_contribution_needs_no_evidence() -> None:
    assert agreed(a_claim(claim="plausible", evidence=())).approved_at


def test_what_we_say_about_ourselves_is_no_evidence() -> None:
    a_unit("Vatra e Fëmijëve")
    with pytest.raises(Refused) as refused:
        a_claim(evidence=(GROUP, Evidence("It was us.", "vatra e  fëmijëve", "https://us.example")))
    assert codes(refused) == ["from-our-house"]


def test_the_schema_refuses_a_confirmation_on_one_source() -> None:
    rating = a_claim(claim="plausible", evidence=(GROUP,))
    lone = ContributionRating.objects.create(
        ask=rating.ask, rated_on=ON, claim="confirmed", why="So", author=rating.author, recorded_at=at()
    )
    ContributionEvidence.objects.create(
        rating=lone, says=GROUP.says, said_by=GROUP.said_by, source_url=GROUP.source_url
    )
    with pytest.raises(IntegrityError, match="contribution_confirmed_by_one"), transaction.atomic():
        ContributionRating.objects.filter(pk=lone.pk).update(approved_by=an_officer(), approved_at=at())
    with pytest.raises(IntegrityError, match="evidence_from_one_mouth"), transaction.atomic():
        ContributionEvidence.objects.create(
            rating=lone, says="x", said_by=" working group", source_url="https://other.example"
        )
    with pytest.raises(IntegrityError, match="evidence_from_one_place"), transaction.atomic():
        ContributionEvidence.objects.create(
            rating=lone, says="x", said_by="Somebody", source_url=GROUP.source_url
        )


def test_evidence_stays_and_none_comes_after_the_answer() -> None:
    rating = agreed(a_claim())
    with pytest.raises(IntegrityError, match="evidence_comes_late"), transaction.atomic():
        ContributionEvidence.objects.create(
            rating=rating, says="x", said_by="Somebody", source_url="https://late.example"
        )
    for change in ("update", "delete"):
        with pytest.raises(IntegrityError, match="evidence_comes_late"), transaction.atomic():
            if change == "update":
                rating.evidence.update(says="Something else")
            else:
                rating.evidence.all().delete()
    with pytest.raises(IntegrityError, match="contribution_written_stays"), transaction.atomic():
        ContributionRating.objects.filter(pk=rating.pk).update(claim="none")


def test_a_refused_rating_says_why_and_never_counts() -> None:
    rating = refuse_contribution(rating=a_claim(), refusal="The paper says nothing of the kind.", by=acting())
    assert ratings_on(rating.ask, TODAY).contribution is None
    with pytest.raises(Refused) as refused:
        approve_contribution(rating=rating, by=acting())
    assert codes(refused) == ["answered-already"]


SENT = {
    "claim": "confirmed",
    "rated_on_day": "1",
    "rated_on_month": "2",
    "rated_on_year": "2026",
    "why": "Two articles are ours.",
    "evidence-1-said_by": GROUP.said_by,
    "evidence-1-says": GROUP.says,
    "evidence-1-source_url": GROUP.source_url,
    "evidence-2-said_by": PAPER.said_by,
    "evidence-2-says": PAPER.says,
    "evidence-2-source_url": PAPER.source_url,
}


def test_it_is_rated_and_approved_on_pages(client: Client) -> None:
    ask = an_ask()
    browser = signed_in(client, an_officer())
    assert browser.post(f"/asks/{ask.pk}/contribution/new/", SENT).status_code == 302
    rating = ContributionRating.objects.get()
    assert rating.evidence.count() == 2
    refused = browser.post(f"/contributions/{rating.pk}/approve/", {})
    assert refused.status_code == 422
    assert "somebody else has to answer" in refused.content.decode()
    signed_in(client, an_officer()).post(f"/contributions/{rating.pk}/approve/", {})
    assert "is confirmed" in client.get(f"/asks/{ask.pk}/").content.decode()


def test_half_a_piece_of_evidence_is_asked_for_and_what_was_typed_stays(client: Client) -> None:
    ask = an_ask()
    browser = signed_in(client, an_officer())
    answer = browser.post(f"/asks/{ask.pk}/contribution/new/", {**SENT, "evidence-2-says": ""})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Say who says it, what it says, and where." in shown
    assert PAPER.source_url in shown
    assert not ContributionRating.objects.exists()


def test_an_outside_reader_is_named_and_is_none_of_us() -> None:
    ask = an_ask()
    a_unit("Vatra")
    given = {"ask": ask, "grade": 3, "rated_on": ON, "why": "Half of it."}
    with pytest.raises(Refused) as refused:
        rate_quality(reader="Ana", organisation="VATRA", by=acting(), **given)  # type: ignore[arg-type]
    assert codes(refused) == ["from-our-house"]
    for nameless in ({"reader": "", "organisation": "Institute"}, {"reader": "Ana", "organisation": ""}):
        with pytest.raises(ValidationError):
            rate_quality(by=acting(), **given, **nameless)  # type: ignore[arg-type]
    rate_quality(reader="Ana", organisation="Institute", by=acting(), **given)  # type: ignore[arg-type]
    found = ratings_on(ask, TODAY).quality
    assert found
    assert (found.grade, found.reader) == (3, "Ana")


def test_the_latest_rating_holds_and_an_earlier_day_shows_the_one_before() -> None:
    ask = an_ask()
    for step, on in [(2, date(2025, 6, 1)), (4, date(2026, 1, 1))]:
        rate_progress(ask=ask, step=step, rated_on=on, why="So far.", by=acting())
    steps = [ratings_on(ask, day).progress for day in (date(2025, 5, 31), date(2025, 12, 31), TODAY)]
    assert [each and each.step for each in steps] == [None, 2, 4]
    with pytest.raises(IntegrityError, match="progress_rating_stays"), transaction.atomic():
        ProgressRating.objects.filter(ask=ask).update(step=5)


@pytest.mark.parametrize("step", [0, 6])
def test_progress_has_five_steps(step: int) -> None:
    with pytest.raises(ValidationError):
        rate_progress(ask=an_ask(), step=step, rated_on=ON, why="So.", by=acting())


def test_the_three_never_touch_each_other() -> None:
    ask = an_ask()
    rate_progress(ask=ask, step=5, rated_on=ON, why="All of it.", by=acting())
    found = ratings_on(ask, TODAY)
    assert (found.quality, found.contribution) == (None, None)
