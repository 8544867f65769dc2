"""Asking a question: for whom, why now, and what happens if nothing is done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.models import File
from vatra.casework.words.worry import CauseKind
from vatra.decisions.kinds import Kind
from vatra.kernel.forms import ActForm


class AskForm(ActForm):
    """What this kind of question asks for, and nothing else."""

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
        label=_("What happens if nothing is done?"), widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args: Any, asks: Kind, siblings: list[File], **options: Any) -> None:
        super().__init__(*args, **options)
        together: Any = self.fields["together"]
        together.queryset = File.objects.filter(pk__in=[file.pk for file in siblings]).select_related("child")
        together.label_from_instance = lambda file: f"{file.child.name} ({file.reference})"
        if not siblings:
            del self.fields["together"]
        if asks.about_contact:
            del self.fields["causes"]

    def asked_of(self, file: File) -> dict[str, Any]:
        """What was asked, for this child and those ticked."""
        given = self.cleaned_data
        files = [file, *given.get("together", [])]
        return {
            "files": files,
            "causes": {each.pk: given.get("causes", []) for each in files},
            "why_now": given["why_now"],
            "if_nothing": given["if_nothing"],
        }


class WithdrawQuestionForm(ActForm):
    """Why the question needs no answer any more."""

    why = forms.CharField(label=_("Why is no decision needed any more?"), widget=forms.Textarea({"rows": 3}))
