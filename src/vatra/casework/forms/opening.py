"""The form for opening files after a concern."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.colleagues import workers_of
from vatra.casework.forms.texts import Line
from vatra.casework.models import Concern, File
from vatra.casework.opening import NamedParent, TypedParent, open_files, parents_told
from vatra.casework.words.worry import CauseKind
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.people.models import Person
from vatra.people.words import KinKind


class OpenFilesForm(ActForm):
    """For which children a file is opened, and who answers for them from today."""

    children = forms.ModelMultipleChoiceField(
        label=_("Open a file for"), queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    worker = forms.ModelChoiceField(
        label=_("Who answers for the children"),
        queryset=User.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    on = DayField(label=_("From"), latest=clock.today)
    causes = forms.MultipleChoiceField(
        label=_("Causes that hold for this family"),
        choices=CauseKind,
        widget=forms.CheckboxSelectMultiple({"class": "govuk-checkboxes--small vatra-columns"}),
        required=False,
    )

    def __init__(self, data: Any = None, *, concern: Concern, children: Sequence[Person], user: User) -> None:
        first = {
            "children": [child.pk for child in children],
            "on": clock.today(),
            "causes": concern.causes,
            "worker": user,
        }
        super().__init__(data, initial=first)
        self.concern = concern
        self.parents = parents_told(children)
        self._offer("children", Person.objects.filter(pk__in=[child.pk for child in children]).order_by("pk"))
        self._offer("worker", workers_of(concern.unit, on=clock.today()))
        for number, parent in enumerate(self.parents):
            self._ask_for_name(number, parent)

    def write(self, *, by: Actor) -> list[File]:
        """Open the files and write down the family."""
        told = self.cleaned_data
        parents = [
            NamedParent(parent, told[f"parent_{number}_given"], told[f"parent_{number}_family"])
            for number, parent in enumerate(self.parents)
        ]
        return open_files(
            concern=self.concern,
            children=list(told["children"]),
            worker=told["worker"],
            on=told["on"],
            causes=told["causes"],
            parents=parents,
            by=by,
        )

    def _offer(self, name: str, queryset: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queryset

    def _ask_for_name(self, number: int, parent: TypedParent) -> None:
        given, family = parent.given_and_family
        of = ", ".join(child.name for child in parent.children)
        for part, label, value in (
            ("given", _given_label(parent, of), given),
            ("family", _family_label(parent, of), family),
        ):
            self.fields[f"parent_{number}_{part}"] = Line(label=label, required=False, initial=value)


def _given_label(parent: TypedParent, of: str) -> str:
    if parent.kind == KinKind.MOTHER:
        return say("Mother of %(children)s: given name") % {"children": of}
    return say("Father of %(children)s: given name") % {"children": of}


def _family_label(parent: TypedParent, of: str) -> str:
    if parent.kind == KinKind.MOTHER:
        return say("Mother of %(children)s: family name") % {"children": of}
    return say("Father of %(children)s: family name") % {"children": of}
