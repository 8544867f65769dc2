"""The circle around a person: everybody the family record ties to them, from either side."""

from django.db.models import Q, QuerySet

from vatra.people.models import Person
from vatra.people.queries import siblings_of


def relatives_of(person: Person) -> QuerySet[Person]:
    """Parents, brothers and sisters, and all other relatives of a person."""
    siblings = [sibling.pk for sibling in siblings_of([person.pk]).get(person.pk, [])]
    tied = Q(kin_of__person=person) | Q(kin__relative=person) | Q(pk__in=siblings)
    return Person.objects.filter(tied).distinct().order_by("sort_key", "pk")
