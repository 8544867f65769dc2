"""What the site keeps of people who send something, as the models themselves declare it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db.models import Field, Model
from django.utils.translation import gettext_lazy as _

from vatra.kernel.privacy import Keep, declaration
from vatra.kernel.sentence import Sentence

# Each kind of record that begins with something a visitor sends, in the visitor's words.
KEPT: dict[str, Sentence] = {
    "homes.Enquiry": _("If you ask about being a foster family"),
    "casework.Concern": _("If you tell of a worry about a child"),
}
# What staff write to one of these records, kept as long as the record itself.
BELONGS_TO = {"homes.EnquiryStep": "homes.Enquiry"}


@dataclass(frozen=True)
class Told:
    """One kind of record: when it arises, what of it is about the person, and how long it is kept."""

    when: Sentence
    fields: list[Sentence]
    keep_for: Keep


@cache
def told() -> list[Told]:
    """What the privacy page lists."""
    return [_told(apps.get_model(label), when) for label, when in KEPT.items()]


def _told(model: type[Model], when: Sentence) -> Told:
    return Told(when, list(_fields(model)), declaration(model).keep_for)


def _fields(model: type[Model]) -> Iterator[Sentence]:
    declared = declaration(model)
    for name in (*declared.identifying, *declared.sensitive):
        field = model._meta.get_field(name)
        if isinstance(field, Field) and field.editable:
            yield field.verbose_name
