from datetime import date
from typing import Any

import psycopg
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.test.utils import isolate_apps

from tests.kernel.builders import a_rule, plain_sql
from vatra.kernel.constraints import (
    both_or_neither,
    exactly_one,
    no_overlap,
    period_in_order,
    refusal_sentence,
)
from vatra.kernel.duty import WorkingCalendar

pytestmark = pytest.mark.django_db

TWO_HOMES = "The child would live in two homes on one day."
HALF = "Say both who decided and when, or neither."
ONE_OF = "Say either a carer or an institution."


def a_stay_model() -> type[models.Model]:
    """A table with every kind of constraint, for one test."""
    with isolate_apps("vatra.kernel"):

        class Stay(models.Model):
            child = models.IntegerField(default=1)
            main = models.BooleanField(default=True)
            first_day = models.DateField()
            last_day = models.DateField(null=True, blank=True)
            decided_by = models.IntegerField(null=True, blank=True)
            decided_on = models.DateField(null=True, blank=True)
            carer = models.IntegerField(null=True, blank=True, default=1)
            institution = models.IntegerField(null=True, blank=True)

            class Meta:
                app_label = "kernel"
                constraints = [
                    period_in_order("stay_ends_before_it_starts"),
                    no_overlap("stay_overlaps", "child", message=TWO_HOMES, condition=models.Q(main=True)),
                    both_or_neither("stay_half_decided", "decided_by", "decided_on", message=HALF),
                    exactly_one("stay_with_nobody_or_two", "carer", "institution", message=ONE_OF),
                ]

    with connection.schema_editor() as editor:
        editor.create_model(Stay)
    return Stay


def march(day: int) -> date:
    return date(2026, 3, day)


@pytest.fixture
def stay() -> type[Any]:
    return a_stay_model()


def complaints(row: models.Model) -> list[str]:
    try:
        row.full_clean()
    except ValidationError as error:
        return error.messages
    return []


def refused_by(row: models.Model) -> str | None:
    """The name of the constraint by which the database itself refuses the row."""
    try:
        with transaction.atomic():
            row.save()
            plain_sql("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        return _constraint_name(error)
    return None


def _constraint_name(error: IntegrityError) -> str:
    assert isinstance(error.__cause__, psycopg.errors.IntegrityError)
    return error.__cause__.diag.constraint_name or "unnamed"


@pytest.mark.parametrize(
    ("given", "name", "sentence"),
    [
        (
            {"first_day": march(9), "last_day": march(8)},
            "stay_ends_before_it_starts",
            "The last day cannot be before the first day.",
        ),
        ({"first_day": march(20)}, "stay_overlaps", TWO_HOMES),
        ({"first_day": march(1), "last_day": march(10)}, "stay_overlaps", TWO_HOMES),
        ({"first_day": march(1), "last_day": march(1), "decided_by": 1}, "stay_half_decided", HALF),
        ({"first_day": march(1), "last_day": march(1), "decided_on": march(1)}, "stay_half_decided", HALF),
        ({"first_day": march(1), "last_day": march(1), "carer": None}, "stay_with_nobody_or_two", ONE_OF),
        ({"first_day": march(1), "last_day": march(1), "institution": 2}, "stay_with_nobody_or_two", ONE_OF),
    ],
)
def test_what_is_wrong_is_a_sentence_on_the_form_and_refused_by_the_database(
    stay: type[Any], given: dict[str, Any], name: str, sentence: str
) -> None:
    stay(first_day=march(10), last_day=march(20)).save()
    assert complaints(stay(**given)) == [sentence]
    assert refused_by(stay(**given)) == name


@pytest.mark.parametrize(
    "given",
    [
        {"first_day": march(21)},
        {"first_day": march(1), "last_day": march(9)},
        {"first_day": march(1), "child": 2},
        {"first_day": march(1), "main": False},
        {"first_day": march(21), "last_day": march(21)},
        {"first_day": march(21), "decided_by": 1, "decided_on": march(1)},
        {"first_day": march(21), "carer": None, "institution": 2},
    ],
)
def test_what_is_right_passes_both(stay: type[Any], given: dict[str, Any]) -> None:
    stay(first_day=march(10), last_day=march(20)).save()
    assert complaints(stay(**given)) == []
    assert refused_by(stay(**given)) is None


def test_a_move_ends_one_stay_and_starts_the_next_in_any_order(stay: type[Any]) -> None:
    here = stay.objects.create(first_day=march(1))
    with transaction.atomic():
        stay.objects.create(first_day=march(10))
        here.last_day = march(9)
        here.save()
        plain_sql("SET CONSTRAINTS ALL IMMEDIATE")
    assert stay.objects.count() == 2


def test_the_refusal_of_a_constraint_is_its_sentence() -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        a_rule(amount=0)
    assert refusal_sentence(refused.value) == "A duty that repeats needs a number of days or months between."


def test_the_refusal_of_a_constraint_that_says_nothing_has_no_sentence() -> None:
    WorkingCalendar.objects.create(pack="atlantis", week=[0], holidays=[])
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        WorkingCalendar.objects.create(pack="atlantis", week=[0], holidays=[])
    assert refusal_sentence(refused.value) is None
    assert refusal_sentence(IntegrityError("from somewhere else")) is None
