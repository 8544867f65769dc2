"""Brothers and sisters are parted only with a reason for the pair, a way to stay in touch and a day to look again."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_decision,
    a_file,
    a_home,
    a_question,
    a_user,
    an_option,
    by,
    siblings,
    signed_in,
    worker_of,
)
from tests.decisions.tellings import codes, decided
from tests.decisions.workspaces import a_ready_question, day_sent
from vatra.access.roles import Role
from vatra.casework.models import File, Review
from vatra.decisions.actions import justify_separation
from vatra.decisions.models import Option, Question, Separation
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused
from vatra.kernel.duty import Duty, recompute
from vatra.placements.actions import place

pytestmark = pytest.mark.django_db

LOOK_AGAIN = TODAY + timedelta(days=60)


def parted(question: Question, file: File, sibling: File, **changes: object) -> Separation:
    """The reason for these two, written by the worker."""
    given = {
        "question": question,
        "file": file,
        "sibling": sibling.child,
        "reason": "different_needs",
        "in_words": "She needs the hospital in Prishtina every week.",
        "contact": "Every Saturday at the grandmother's.",
        "look_again_on": LOOK_AGAIN,
        "by": by(worker_of(file)),
        **changes,
    }
    return justify_separation(**given)  # type: ignore[arg-type]


def two_siblings() -> tuple[File, File]:
    """Lule and Dren, brother and sister, with the same worker."""
    lule = a_file(a_child("Lule Berisha"))
    dren = a_file(a_child("Dren Berisha"), worker=worker_of(lule))
    siblings(lule.child, dren.child)
    return lule, dren


def one_with_relatives_one_in_a_foster_family(*files: File) -> tuple[Question, dict[int, Option]]:
    """A question about both on which each is to live elsewhere."""
    question, kin = a_ready_question(*files)
    foster = an_option(question, FormOfCare.FOSTER_LONG, a_home(form="foster_long"))
    return question, {files[0].pk: kin, files[1].pk: foster}


def a_sister_in_care() -> tuple[File, Question, Option]:
    """Dren lives with a foster family; the question is about his sister alone."""
    lule, dren = two_siblings()
    (outcome,) = a_decision(dren, form=FormOfCare.FOSTER_LONG)
    place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(dren)))
    question, kin = a_ready_question(lule)
    return lule, question, kin


def test_a_sibling_outside_the_question_who_lives_elsewhere_is_a_pair_too() -> None:
    lule, question, kin = a_sister_in_care()
    with pytest.raises(Refused) as refused:
        decided(question, {lule.pk: kin})
    assert codes(refused) == {"R-09"}
    assert "Dren Berisha" in str(refused.value)
    parted(question, lule, File.objects.get(child__given_name="Dren"))
    assert decided(question, {lule.pk: kin})


def test_who_comes_to_live_in_the_same_home_is_not_parted() -> None:
    lule, question, _kin = a_sister_in_care()
    his_home = File.objects.get(child__given_name="Dren").placements.get().home
    together = an_option(question, FormOfCare.FOSTER_LONG, his_home)
    assert decided(question, {lule.pk: together})


def test_a_grown_up_brother_lives_where_he_likes() -> None:
    lule, question, kin = a_sister_in_care()
    brother = File.objects.get(child__given_name="Dren").child
    brother.birth_on = date(2005, 1, 1)
    brother.save()
    assert decided(question, {lule.pk: kin})


def test_a_reason_from_an_earlier_decision_holds_until_its_day(client: Client) -> None:
    lule, dren = two_siblings()
    question, chosen = one_with_relatives_one_in_a_foster_family(lule, dren)
    parted(question, lule, dren)
    outcomes = decided(question, chosen)
    for outcome in outcomes:
        place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(lule)))
    soon, kin = a_ready_question(lule)
    assert decided(soon, {lule.pk: kin}, on=LOOK_AGAIN)
    late, kin = a_ready_question(lule)
    with pytest.raises(Refused) as refused:
        decided(late, {lule.pk: kin}, on=LOOK_AGAIN + timedelta(days=1))
    assert codes(refused) == {"R-09"}


def test_the_day_to_look_again_is_a_duty_until_a_review(client: Client) -> None:
    lule, dren = two_siblings()
    question, chosen = one_with_relatives_one_in_a_foster_family(lule, dren)
    parted(question, lule, dren)
    decided(question, chosen)
    assert Duty.objects.get(chain=lule.key, rule="siblings_apart").due_on == LOOK_AGAIN
    Review.objects.create(
        file=lule,
        held_on=LOOK_AGAIN,
        participation="PN1",
        child_words="When do I see him?",
        conclusion="They miss each other.",
    )
    recompute([lule.key], on=LOOK_AGAIN)
    assert not Duty.objects.filter(chain=lule.key, rule="siblings_apart").exists()


def test_a_reason_that_was_not_needed_after_all_makes_no_duty() -> None:
    lule, dren = two_siblings()
    question, kin = a_ready_question(lule, dren)
    parted(question, lule, dren)
    decided(question, {lule.pk: kin, dren.pk: kin})
    assert not Duty.objects.filter(rule="siblings_apart").exists()


def test_the_workspace_names_the_pairs_without_a_reason(client: Client) -> None:
    lule, dren = two_siblings()
    question = a_question(lule, dren)
    signed_in(client, question.asked_by)
    page = client.get(f"/questions/{question.pk}/").text
    assert "they stay together" in page
    assert "Lule Berisha and Dren Berisha</li>" in page
    parted(question, lule, dren)
    page = client.get(f"/questions/{question.pk}/").text
    assert "they stay together" not in page
    assert "Lule Berisha and Dren Berisha would live apart" in page


def test_the_reason_is_written_on_a_page_once_for_each_pair(client: Client) -> None:
    lule, dren = two_siblings()
    question = a_question(lule, dren)
    signed_in(client, question.asked_by)
    given = {
        "pair": f"{lule.pk}-{dren.child_id}",
        "reason": "different_needs",
        "in_words": "She needs the hospital every week.",
        "contact": "Every Saturday.",
        **day_sent("look_again_on", LOOK_AGAIN),
    }
    page = f"/questions/{question.pk}/separation/"
    assert client.post(page, {**given, "contact": ""}).status_code == 422
    assert client.post(page, given).status_code == 302
    assert Separation.objects.get().contact == "Every Saturday."
    assert "no pair of growing brothers and sisters" in client.get(page).text


def test_strangers_find_no_page_and_readers_may_not_write_it(client: Client) -> None:
    question = a_question(*two_siblings())
    signed_in(client, a_user())
    assert client.get(f"/questions/{question.pk}/separation/").status_code == 404
    signed_in(client, a_user(Role.AUDITOR, question.unit))
    assert client.get(f"/questions/{question.pk}/separation/").status_code == 403
