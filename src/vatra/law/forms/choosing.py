"""What the law of a file knows, to choose from in a form."""

from collections.abc import Mapping

from django import forms

from vatra.casework.models import File
from vatra.kernel import clock
from vatra.law.names import Called, names_of


def offer(form: forms.Form, name: str, called: Mapping[str, Called]) -> None:
    """Let a field of the form be one of these."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [(each.code, each.name) for each in called.values()]


def offer_authorities(form: forms.Form, file: File) -> None:
    """Let the form's `authority` be one of those that hold today under the law of the file."""
    offer(form, "authority", names_of(file.jurisdiction, on=clock.today()).authorities)
