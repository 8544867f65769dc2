"""Updates: one person writes, another approves or refuses; corrections supersede."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.advocacy.asks import LATER, SOURCE, acting, an_ask, an_officer, an_update, approved, it_came_to
from tests.builders import TODAY, a_user, at, signed_in
from vatra.access.roles import Role
from vatra.advocacy.actions.updates import approve_update, correct_update, refuse_update, write_update
from vatra.advocacy.asks.open_asks import with_stage
from vatra.advocacy.asks.seen import happenings
from vatra.advocacy.asks.state import state_on
from vatra.advocacy.models import AskUpdate, PolicyAsk
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Actor
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

SENT = {
    "happened_on_day": "1",
    "happened_on_month": "2",
    "happened_on_year": "2026",
    "stage": "adopted",
    "text_sq": "Ligji u miratua.",
    "text_sr_latn": "",
    "text_en": "The law was adopted.",
    "source_url": "https://gazette.example/2026/1",
    "document_sha256": "A" * 64,
}


def stage_of(ask: PolicyAsk, day: date = TODAY) -> str:
    return with_stage(PolicyAsk.objects.filter(pk=ask.pk), day).get().stage


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [concern.code for concern in refused.value.concerns]


def test_an_officer_writes_and_a_second_one_approves(client: Client) -> None:
    ask, first, second = an_ask(), an_officer(), an_officer()
    answer = signed_in(client, first).post(f"/asks/{ask.pk}/updates/new/", SENT)
    assert answer.headers["Location"] == f"/asks/{ask.pk}/"
    update = AskUpdate.objects.get()
    assert (update.author, update.document_sha256) == (first, "a" * 64)
    assert stage_of(ask) == "asked"
    answer = signed_in(client, second).post(f"/ask-updates/{update.pk}/approve/", {})
    assert answer.headers["Location"] == f"/asks/{ask.pk}/"
    assert stage_of(ask) == "adopted"
    acts = Event.objects.filter(chain=ask.key).order_by("position").values_list("act", flat=True)
    assert list(acts) == ["ask_policy", "write_update", "approve_update"]


def test_nobody_approves_or_refuses_what_they_wrote() -> None:
    author = an_officer()
    update = an_update(an_ask(), author=author)
    with pytest.raises(Refused) as refused:
        approve_update(update=update, by=acting(author))
    assert codes(refused) == ["own-writing"]
    with pytest.raises(Refused):
        refuse_update(update=update, refusal="No", by=acting(author))


def test_the_schema_refuses_it_too() -> None:
    update = an_update(an_ask())
    wrong: list[tuple[dict[str, object], str]] = [
        ({"approved_at": at(), "approved_by": update.author}, "update_approved_by_its_author"),
        (
            {"refused_at": at(), "refused_by": update.author, "refusal": "No"},
            "update_refused_by_its_author",
        ),
        ({"approved_at": at()}, "update_approved_by_nobody"),
        ({"refused_at": at(), "refused_by": an_officer()}, "update_refused_without_reason"),
    ]
    for answer, constraint in wrong:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            AskUpdate.objects.filter(pk=update.pk).update(**answer)


def test_what_is_refused_says_why_and_never_counts(client: Client) -> None:
    ask = an_ask()
    update = an_update(ask)
    second = signed_in(client, an_officer())
    assert second.post(f"/ask-updates/{update.pk}/refuse/", {"refusal": ""}).status_code == 422
    second.post(f"/ask-updates/{update.pk}/refuse/", {"refusal": "The gazette does not have it."})
    assert stage_of(ask) == "asked"
    assert "The gazette does not have it." in second.get(f"/asks/{ask.pk}/").content.decode()


def test_an_answer_is_given_once() -> None:
    update = approved(an_update(an_ask()))
    with pytest.raises(Refused) as refused:
        refuse_update(update=update, refusal="Too late", by=acting())
    assert codes(refused) == ["answered-already"]


def test_what_was_written_stays() -> None:
    update = an_update(an_ask())
    for change in ({"stage": "practised"}, {"happened_on": TODAY}, {"text": {"en": "Another"}}):
        with pytest.raises(IntegrityError, match="update_written_stays"), transaction.atomic():
            AskUpdate.objects.filter(pk=update.pk).update(**change)
    approved(update)
    with pytest.raises(IntegrityError, match="update_written_stays"), transaction.atomic():
        AskUpdate.objects.filter(pk=update.pk).update(approved_at=None, approved_by=None)
    with pytest.raises(IntegrityError, match="update_written_stays"), transaction.atomic():
        AskUpdate.objects.filter(pk=update.pk).delete()


def corrected(update: AskUpdate, stage: str = "drafted", *, did_not_happen: bool = False) -> AskUpdate:
    return correct_update(
        original=update,
        happened_on=update.happened_on,
        stage=stage,
        text={"en": "It was a draft."},
        source_url=SOURCE,
        document_sha256="",
        did_not_happen=did_not_happen,
        by=acting(),
    )


def test_a_correction_holds_once_it_is_approved() -> None:
    ask = an_ask()
    update = it_came_to(ask, "adopted", date(2026, 2, 1))
    correction = corrected(update)
    assert stage_of(ask) == "adopted"
    approved(correction)
    assert stage_of(ask) == "drafted"
    assert list(AskUpdate.objects.standing()) == [correction]


def test_what_did_not_happen_leaves_the_stage_before() -> None:
    ask = an_ask()
    it_came_to(ask, "committed", date(2026, 1, 1))
    update = it_came_to(ask, "adopted", date(2026, 2, 1))
    approved(corrected(update, did_not_happen=True))
    assert stage_of(ask) == "committed"


def test_a_refused_correction_may_be_written_again_and_a_waiting_one_not() -> None:
    update = it_came_to(an_ask(), "adopted", date(2026, 2, 1))
    first = corrected(update)
    with pytest.raises(IntegrityError, match="update_corrected_twice"), transaction.atomic():
        corrected(update)
    refuse_update(update=first, refusal="Read it again.", by=acting())
    assert corrected(update).supersedes == update


def test_only_what_was_approved_is_corrected() -> None:
    update = an_update(an_ask())
    with pytest.raises(Refused) as refused:
        corrected(update)
    assert codes(refused) == ["update-not-approved"]


def test_an_update_of_another_ask_cannot_be_superseded() -> None:
    update = it_came_to(an_ask(), "adopted", date(2026, 2, 1))
    other = an_ask()
    with pytest.raises(IntegrityError, match="update_supersedes_another_asks"), transaction.atomic():
        AskUpdate.objects.create(
            ask=other,
            happened_on=TODAY,
            stage="asked",
            text={"en": "x"},
            source_url=SOURCE,
            author=update.author,
            recorded_at=at(),
            supersedes=update,
        )


@pytest.mark.parametrize(
    ("on", "code"), [(date(2025, 1, 9), "before-it-was-asked"), (date(2026, 3, 17), "not-yet")]
)
def test_an_update_lies_between_the_day_of_asking_and_today(on: date, code: str) -> None:
    ask = an_ask(asked_on=date(2025, 1, 10))
    with pytest.raises(Refused) as refused:
        an_update(ask, on=on)
    assert codes(refused) == [code]
    for day in (date(2025, 1, 10), TODAY):
        assert an_update(ask, on=day).happened_on == day


@pytest.mark.parametrize(
    "given_", [{"source_url": ""}, {"source_url": "javascript:alert(1)"}, {"document_sha256": "abc"}]
)
def test_an_update_has_a_source_that_can_be_opened(given_: dict[str, str]) -> None:
    fields = {"source_url": SOURCE, "document_sha256": "", **given_}
    with pytest.raises((ValidationError, IntegrityError)), transaction.atomic():
        write_update(
            ask=an_ask(), happened_on=TODAY, stage="adopted", text={"en": "It is."}, by=acting(), **fields
        )


def test_who_only_sees_campaigns_answers_nothing(client: Client) -> None:
    update = an_update(an_ask())
    browser = signed_in(client, a_user(Role.DONOR_RELATIONS))
    for act in ("approve", "refuse", "correct"):
        assert browser.get(f"/ask-updates/{update.pk}/{act}/").status_code == 403


def test_the_list_says_what_waits_and_for_whom(client: Client) -> None:
    author = an_officer()
    update = an_update(an_ask(), author=author)
    own = signed_in(client, author).get("/asks/to-approve/").content.decode()
    assert "You wrote this yourself" in own
    assert f"/ask-updates/{update.pk}/approve/" not in own
    other = signed_in(client, an_officer()).get("/asks/to-approve/").content.decode()
    assert f"/ask-updates/{update.pk}/approve/" in other


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "correct", "deny", "approve", "refuse"]),
        st.integers(0, 5),
        st.sampled_from(["committed", "drafted", "adopted", "repealed"]),
        st.integers(0, 20),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(STEPS)
def test_after_any_sequence_of_acts_lists_and_fold_agree_on_every_day(
    steps: list[tuple[str, int, str, int]],
) -> None:
    with transaction.atomic():
        ask = an_ask(asked_on=date(2026, 1, 1))
        for step, which, stage, day in steps:
            _try(ask, step, which, stage, date(2026, 1, 1 + day))
        told = happenings(ask.updates.all())
        for day in range(1, 23):
            state = state_on(date(2026, 1, day), told, asked_on=ask.asked_on)
            assert state
            assert stage_of(ask, date(2026, 1, day)) == state.stage
        transaction.set_rollback(True)


def _try(ask: PolicyAsk, step: str, which: int, stage: str, day: date) -> None:
    """One step of a story; what is refused changes nothing."""
    updates = list(ask.updates.order_by("pk"))
    chosen = updates[which % len(updates)] if updates else None
    try:
        with transaction.atomic():
            if step == "write" or chosen is None:
                an_update(ask, stage, on=day)
            elif step in {"correct", "deny"}:
                corrected(chosen, stage, did_not_happen=step == "deny")
            elif step == "approve":
                by = acting()
                approve_update(update=chosen, by=Actor(by.user_id, by.role, by.at + LATER))
            else:
                refuse_update(update=chosen, refusal="No", by=acting())
    except (Refused, IntegrityError):
        return
