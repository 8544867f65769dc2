"""What must never be true, said once: as a rule of the schema and as a sentence for the person."""

from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import IntegrityError
from django.db.models import CheckConstraint, Deferrable, F, Func, Model, Q
from django.utils.translation import gettext_lazy as _

from vatra.kernel.sentence import Sentence

_IN_ORDER = Q(last_day__isnull=True) | Q(last_day__gte=F("first_day"))


def period_in_order(name: str) -> CheckConstraint:
    """It is wrong that a period ends before it starts."""
    message = _("The last day cannot be before the first day.")
    return CheckConstraint(condition=_IN_ORDER, name=name, violation_error_message=message)


def no_overlap(name: str, *by: str, message: Sentence, condition: Q | None = None) -> ExclusionConstraint:
    """It is wrong that two rows with the same `by` share a day.

    Checked when the transaction ends, so that a move (end one, start the next) is one act. Inverted
    periods are left to `period_in_order`: without that guard a form would crash on them.
    """
    days = Func(
        F("first_day"),
        F("last_day"),
        RangeBoundary(inclusive_lower=True, inclusive_upper=True),
        function="daterange",
        output_field=DateRangeField(),
    )
    return ExclusionConstraint(
        name=name,
        expressions=[*((field, RangeOperators.EQUAL) for field in by), (days, RangeOperators.OVERLAPS)],
        condition=_IN_ORDER & condition if condition else _IN_ORDER,
        deferrable=Deferrable.DEFERRED,
        violation_error_message=message,
    )


def both_or_neither(name: str, *fields: str, message: Sentence) -> CheckConstraint:
    """It is wrong that only some of the fields are filled in."""
    return CheckConstraint(
        condition=_all_null(fields, null=True) | _all_null(fields, null=False),
        name=name,
        violation_error_message=message,
    )


def exactly_one(name: str, *fields: str, message: Sentence) -> CheckConstraint:
    """It is wrong that none, or more than one, of the fields is filled in."""
    condition = Q()
    for field in fields:
        others = tuple(other for other in fields if other != field)
        condition |= _all_null((field,), null=False) & _all_null(others, null=True)
    return CheckConstraint(condition=condition, name=name, violation_error_message=message)


def well_formed(row: Model) -> None:
    """Refuse what the row alone can tell: choices, lengths, blanks (ValidationError, by field).

    What takes a question to the database (references, overlaps, order of days) is left to the schema, which
    answers with the sentence of its constraint: asked beforehand it would cost three statements each.
    """
    references = {field.name for field in row._meta.fields if field.is_relation}
    row.clean_fields(exclude=references)
    row.clean()


def refusal_sentence(error: IntegrityError) -> str | None:
    """The sentence of the constraint or trigger that refused a write; None if it is not one of ours.

    A model whose trigger raises with a constraint name declares `trigger_sentences = {name: sentence}`.
    """
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    sentence = _sentences().get(name) if name else None
    return str(sentence) if sentence else None


def _sentences() -> dict[str, Sentence]:
    sentences: dict[str, Sentence] = {}
    for model in apps.get_models():
        sentences |= getattr(model, "trigger_sentences", {})
        for constraint in model._meta.constraints:
            if constraint.violation_error_message != constraint.default_violation_error_message:
                sentences[constraint.name] = str(constraint.get_violation_error_message())
    return sentences


def _all_null(fields: tuple[str, ...], *, null: bool) -> Q:
    return Q(*((f"{field}__isnull", null) for field in fields))
