"""The form for an assessment: the whole, and one row for each of the twelve domains."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.casework.actions import assess
from vatra.casework.forms.entry import EntryForm
from vatra.casework.forms.texts import Words
from vatra.casework.models import Assessment
from vatra.casework.words.assessment import Domain, Standing
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.rows import WithRows
from vatra.kernel.widgets import DayField

WANTS_WORDS = (Standing.WORRY, Standing.DANGER)


class DomainForm(forms.Form):
    """How one side of the child's life stands: a word, and what makes it so."""

    standing = forms.ChoiceField(
        choices=Standing,
        widget=forms.RadioSelect({"class": "govuk-radios--small govuk-radios--inline"}),
    )
    strengths = Words(label=_("What is strong"), rows=2, required=False)
    worries = Words(label=_("What worries us"), rows=2, required=False)
    would_help = Words(label=_("What would help"), rows=2, required=False)

    def __init__(self, data: Any, *, domain: Domain, initial: dict[str, Any]) -> None:
        super().__init__(data, prefix=domain.value, initial={"standing": Standing.NOT_KNOWN, **initial})
        self.domain = domain
        self.fields["standing"].label = domain.label

    @property
    def is_written_in(self) -> bool:
        """Whether one of the three texts is filled in or missing, so that the page unfolds them."""
        texts = ("strengths", "worries", "would_help")
        return any(self[name].value() or self[name].errors for name in texts)

    def clean_worries(self) -> str:
        """A worry or a danger is said in words."""
        worries: str = self.cleaned_data["worries"]
        if self.cleaned_data.get("standing") in WANTS_WORDS and not worries:
            raise forms.ValidationError(
                _("Say in words what worries you where you marked a worry or a danger.")
            )
        return worries


class AssessmentForm(WithRows, EntryForm):
    """A look at the child's life by twelve domains; nothing is added up."""

    made_on = DayField(label=_("Day of the assessment"), latest=clock.today)
    sources = Words(label=_("Whom you spoke to, and what you saw"))
    child_view = Words(
        label=_("What the child told or showed"),
        help_text=_("In the child's own words where you can."),
        required=False,
    )
    conclusion = Words(label=_("What follows from it"), rows=5)

    def first_values(self) -> dict[str, Any]:
        return {"made_on": clock.today()}

    def make_rows(self, data: Any) -> list[forms.Form]:
        found = _findings_of(self.corrects)
        return [DomainForm(data, domain=domain, initial=found.get(domain, {})) for domain in Domain]

    def write(self, *, by: Actor) -> Assessment:
        findings = [{"domain": row.prefix, **row.cleaned_data} for row in self.rows]
        return assess(
            file=self.file,
            findings=findings,
            reasons=self.reasons,
            by=by,
            corrects=self.corrects,
            **self.cleaned_data,
        )


def _findings_of(assessment: models.Model | None) -> dict[str, dict[str, str]]:
    if not isinstance(assessment, Assessment):
        return {}
    columns = ("standing", "strengths", "worries", "would_help")
    return {
        each.domain: {name: getattr(each, name) for name in columns} for each in assessment.findings.all()
    }
