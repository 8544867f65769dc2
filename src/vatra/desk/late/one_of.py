"""`x = ANY(array)`: one look into an index for each element, and one thing to hand over however many there are."""

from collections.abc import Sequence

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, F, Func, Q, Value


class OneOf(Func):
    """Whether something is an element of an array."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def one_of(column: str, numbers: Sequence[int]) -> Q:
    """Whether a column holds one of these row numbers."""
    return Q(OneOf(F(column), Value(list(numbers), ArrayField(BigIntegerField()))))
