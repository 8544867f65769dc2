"""Telling of a worry about a child."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.words.worry import Source
from vatra.public.forms.plain import PublicForm, a_name

WHO = [
    (Source.NEIGHBOUR.value, _("A neighbour or acquaintance")),
    (Source.FAMILY.value, _("Somebody of the family")),
    (Source.CHILD.value, _("The child, or the young person")),
    (Source.SCHOOL.value, _("School or kindergarten")),
    (Source.HOSPITAL.value, _("Hospital or clinic")),
    (Source.ORGANISATION.value, _("An organisation")),
    (Source.OTHER.value, _("Somebody else, or I would rather not say")),
]


class WorryForm(PublicForm):
    """What was seen and heard, and where; who tells it only if they wish."""

    worry = forms.CharField(
        label=_("What worries you?"),
        max_length=6000,
        widget=forms.Textarea({"rows": 7}),
        help_text=_(
            "What you saw and heard, and when. Which child it is about, as far as you know: first name, age, where it lives or which school."
        ),
    )
    municipality = forms.ChoiceField(label=_("Where does the family live?"))
    source = forms.ChoiceField(
        label=_("Who are you?"), choices=WHO, initial=Source.OTHER, widget=forms.RadioSelect
    )
    told_by = forms.CharField(
        label=_("Your name, if you wish"), max_length=120, required=False, validators=[a_name]
    )
    reachable_at = forms.CharField(
        label=_("How can we reach you, if you wish?"),
        max_length=120,
        required=False,
        help_text=_("If we may ask you something. Leave it empty to stay unknown."),
    )

    def __init__(self, *args: Any, municipalities: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["municipality"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose")), *municipalities]
