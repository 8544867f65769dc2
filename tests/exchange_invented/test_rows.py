"""Generated rows keep every rule of the schema, and the record of them verifies."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Count, Exists, Model, OuterRef, Q

from tests.exchange_invented.conftest import CHILDREN, TODAY
from vatra.casework.models import File
from vatra.decisions.models import Decision, Option, QuestionChild, Separation, TookPart
from vatra.decisions.words import Factor
from vatra.exchange.invented import AlreadyGenerated, Generated, generate
from vatra.homes.models import Capacity, Carer, Home
from vatra.homes.words import RESIDENTIAL_FORMS
from vatra.kernel import ledger
from vatra.kernel.duty import Duty, recompute_all
from vatra.kernel.ledger import Event
from vatra.law.models import PathEvent, Waiting
from vatra.law.path.waiting import where_they_wait
from vatra.people.models import Kinship, NameToken, Person, PersonKey
from vatra.people.search import people_like, write_keys
from vatra.placements.models import Placement

pytestmark = pytest.mark.django_db


def test_every_deferred_constraint_holds(caseload: Generated) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_every_choice_is_one_of_the_words(caseload: Generated) -> None:
    for model in apps.get_models():
        for field in model._meta.concrete_fields if model.__module__.startswith("vatra.") else ():
            if field.choices and model._meta.managed:
                known = {value for value, _label in field.flatchoices} | {"", None}
                written = set(model._default_manager.values_list(field.name, flat=True).distinct())
                assert written <= known, field


def test_every_child_has_one_file_of_its_own(caseload: Generated) -> None:
    assert caseload.children == CHILDREN
    assert File.objects.count() == File.objects.values("child").distinct().count() == CHILDREN
    assert File.objects.filter(closed_on__isnull=True).exists()
    assert File.objects.filter(closed_on__isnull=False).exists()


def test_everybody_and_every_home_is_marked_as_invented(caseload: Generated) -> None:
    assert set(Person.objects.values_list("is_invented", flat=True)) == {True}
    assert set(Home.objects.values_list("is_invented", flat=True)) == {True}


def test_where_a_child_waits_is_what_its_legal_path_says(caseload: Generated) -> None:
    walked = PathEvent.objects.values_list("file", flat=True).distinct()
    kept = set(Waiting.objects.values_list("file", "step", "first_day"))
    assert kept
    assert kept == set(where_they_wait(walked))


def test_every_placement_rests_on_a_decision_that_took_effect(caseload: Generated) -> None:
    assert Placement.objects.exists()
    assert not Placement.objects.filter(outcome__isnull=True).exists()
    for placement in Placement.objects.select_related("outcome__decision"):
        assert placement.outcome is not None
        assert placement.outcome.decision.effective_on <= placement.first_day
        assert (placement.form, placement.home_id) == (placement.outcome.form, placement.outcome.home_id)


def test_every_decision_is_complete(caseload: Generated) -> None:
    options = Option.objects.annotate(weighed=Count("weighings"))
    assert set(options.values_list("weighed", flat=True)) == {len(Factor)}
    assert not QuestionChild.objects.filter(heard_how__isnull=True, not_heard_reason__isnull=True).exists()
    few = Decision.objects.annotate(options=Count("question__options")).filter(options__lt=2)
    assert not few.exists()


@pytest.mark.parametrize(
    ("act", "model"),
    [
        ("add_option", Option),
        ("weigh", Option),
        ("record_participant", TookPart),
        ("justify_separation", Separation),
        ("name_carer", Carer),
        ("agree_capacity", Capacity),
        ("add_kin", Kinship),
    ],
)
def test_every_detail_was_an_act_of_somebody(caseload: Generated, act: str, model: type[Model]) -> None:
    written = {str(number) for number in model._default_manager.values_list("pk", flat=True)}
    done = Event.objects.filter(act=act, subject_table=model._meta.db_table)
    assert written
    assert set(done.values_list("subject_id", flat=True)) == written


def test_an_act_about_a_question_stands_in_the_file_of_each_of_its_children(caseload: Generated) -> None:
    option = Option.objects.annotate(children=Count("question__children")).filter(children=2)[0]
    events = Event.objects.filter(act="weigh", subject_id=str(option.pk))
    keys = option.question.children.values_list("file__key", flat=True)
    assert set(events.values_list("chain", flat=True)) == set(keys)
    assert events.count() == 2


def test_no_child_under_three_lives_outside_a_family(caseload: Generated) -> None:
    outside = Placement.objects.filter(form__in=RESIDENTIAL_FORMS).select_related("file__child")
    assert all((child.file.child.age_on(child.first_day) or 0) >= 3 for child in outside)


def test_nobody_lives_in_care_after_the_eighteenth_birthday(caseload: Generated) -> None:
    for placement in Placement.objects.select_related("file__child"):
        assert (placement.file.child.age_on(placement.last_day or placement.first_day) or 0) < 18


def test_no_home_cares_for_more_children_than_agreed(caseload: Generated) -> None:
    for home in Home.objects.with_places_on(TODAY).prefetch_related("placements"):
        stays = list(home.placements.all())
        for stay in stays:
            together = [each for each in stays if each.period.contains(stay.first_day)]
            assert len(together) <= home.places  # type: ignore[attr-defined]


def test_a_closed_file_has_nobody_living_in_care(caseload: Generated) -> None:
    open_stay = Placement.objects.filter(file=OuterRef("pk"), last_day__isnull=True)
    assert not File.objects.filter(Exists(open_stay), closed_on__isnull=False).exists()


def test_nothing_is_dated_after_the_evening_before(caseload: Generated) -> None:
    assert not Event.objects.filter(Q(on__gte=TODAY) | Q(at__date__gte=TODAY)).exists()


def test_duties_are_those_of_the_facts(caseload: Generated) -> None:
    columns = ("chain", "rule", "ref", "due_on")
    before = set(Duty.objects.values_list(*columns))
    assert before
    recompute_all(TODAY)
    assert set(Duty.objects.values_list(*columns)) == before


def test_keys_are_those_that_an_act_writes(caseload: Generated) -> None:
    def keys(person: Person) -> tuple[object, set[int], str]:
        stored = PersonKey.objects.filter(person=person).values().get()
        return (
            stored,
            set(NameToken.objects.filter(person=person).values_list("key", flat=True)),
            person.sort_key,
        )

    for person in Person.objects.order_by("pk")[:40]:
        before = keys(person)
        write_keys(person)
        assert keys(person) == before


def test_a_generated_child_is_found_by_name(caseload: Generated) -> None:
    child = File.objects.select_related("child").order_by("pk")[17].child
    assert child.name in {Person.objects.get(pk=like.person_id).name for like in people_like(child.name)}


def test_the_record_verifies(caseload: Generated) -> None:
    assert ledger.verify().findings == []


def test_the_same_seed_is_not_used_twice(caseload: Generated) -> None:
    with pytest.raises(AlreadyGenerated):
        generate(children=1, seed=7, today=TODAY)
