"""Asking a question, adding options, writing down who took part."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.models import File
from vatra.casework.words.worry import CauseKind
from vatra.decisions.words import PartKind, QuestionKind
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.kernel.forms import ActForm


class AskForm(ActForm):
    """What has to be decided, for whom, why now."""

    kind = forms.ChoiceField(
        label=_("What has to be decided?"), choices=QuestionKind.choices, widget=forms.RadioSelect
    )
    together = forms.ModelMultipleChoiceField(
        label=_("Brothers and sisters in the same question"),
        queryset=File.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One question may be about all of them; each is heard and decided for by name."),
    )
    causes = forms.MultipleChoiceField(
        label=_("Why can the child perhaps not live with the family?"),
        choices=CauseKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Poverty alone never separates a child from the family."),
    )
    why_now = forms.CharField(
        label=_("Why does it have to be decided now?"), widget=forms.Textarea({"rows": 3})
    )
    if_nothing = forms.CharField(
        label=_("What happens if nothing is done?"), required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args: Any, siblings: list[File], **options: Any) -> None:
        super().__init__(*args, **options)
        together: Any = self.fields["together"]
        together.queryset = File.objects.filter(pk__in=[file.pk for file in siblings]).select_related("child")
        together.label_from_instance = lambda file: f"{file.child.name} ({file.reference})"
        if not siblings:
            del self.fields["together"]

    def asked_of(self, file: File) -> dict[str, Any]:
        """What was asked, for this child and those ticked."""
        given = self.cleaned_data
        files = [file, *given.get("together", [])]
        return {
            "kind": given["kind"],
            "files": files,
            "causes": {each.pk: given["causes"] for each in files},
            "why_now": given["why_now"],
            "if_nothing": given["if_nothing"],
        }


class OptionForm(ActForm):
    """One way to answer the question."""

    form = forms.ChoiceField(label=_("Form of care"), choices=FormOfCare.choices, widget=forms.RadioSelect)
    home = forms.ModelChoiceField(
        label=_("Home"),
        queryset=Home.objects.none(),
        required=False,
        help_text=_(
            "May stay open while you look; to be decided for, an option outside the birth family needs its home."
        ),
    )
    in_words = forms.CharField(
        label=_("In a few words"),
        max_length=200,
        help_text=_("For instance: with grandmother Zoja in Prizren."),
    )

    def __init__(self, *args: Any, homes: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        home: Any = self.fields["home"]
        home.queryset = homes
        home.label_from_instance = lambda each: f"{each.name} · {each.get_form_display()}"


class ParticipantForm(ActForm):
    """Somebody who took part."""

    name = forms.CharField(label=_("Name"), max_length=120)
    part = forms.ChoiceField(label=_("Took part as"), choices=PartKind.choices)
    view = forms.CharField(
        label=_("What this person thinks"), required=False, widget=forms.Textarea({"rows": 4})
    )
