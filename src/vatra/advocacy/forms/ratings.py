"""Forms of rating an ask: how far, how well, and what we had to do with it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.ratings import (
    Evidence,
    approve_contribution,
    rate_contribution,
    rate_progress,
    rate_quality,
    refuse_contribution,
)
from vatra.advocacy.asks.words import Claim, Progress, Quality
from vatra.advocacy.forms.about import ActAbout, Address
from vatra.advocacy.models import ContributionRating, PolicyAsk, ProgressRating, QualityRating
from vatra.casework.forms.texts import Line, Words
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.rows import WithRows
from vatra.kernel.widgets import DayField

EVIDENCE_ROWS = 3


class ProgressForm(ActAbout[PolicyAsk]):
    """How much of what is asked is done."""

    step = forms.TypedChoiceField(
        label=_("How much is done"), choices=Progress, coerce=int, widget=forms.RadioSelect
    )
    rated_on = DayField(label=_("On which day"), latest=clock.today)
    why = Words(label=_("Why"))

    def write(self, *, by: Actor) -> ProgressRating:
        """The one act of this form."""
        return rate_progress(ask=self.about, by=by, **self.cleaned_data)


class QualityForm(ActAbout[PolicyAsk]):
    """What an outside reader says."""

    grade = forms.TypedChoiceField(
        label=_("How well it answers the ask"), choices=Quality, coerce=int, widget=forms.RadioSelect
    )
    reader = Line(label=_("Who read it"))
    organisation = Line(label=_("Organisation of the reader"), max_length=160)
    rated_on = DayField(label=_("On which day"), latest=clock.today)
    why = Words(label=_("What the reader says"))

    def write(self, *, by: Actor) -> QualityRating:
        """The one act of this form."""
        return rate_quality(ask=self.about, by=by, **self.cleaned_data)


class EvidenceRow(forms.Form):
    """One piece of evidence, whole or not at all."""

    said_by = Line(label=_("Who says it"), max_length=160, required=False)
    says = Words(label=_("What it says"), rows=2, required=False)
    source_url = Address(required=False)

    def clean(self) -> dict[str, Any]:
        """Half a piece of evidence proves nothing."""
        cleaned = super().clean() or self.cleaned_data
        missing = [name for name in self.fields if not cleaned.get(name) and name not in self.errors]
        for name in missing if len(missing) < len(self.fields) else ():
            self.add_error(name, _("Say who says it, what it says, and where."))
        return cleaned


class ContributionForm(WithRows, ActAbout[PolicyAsk]):
    """What our own work had to do with it, and who else says so."""

    claim = forms.ChoiceField(label=_("Our contribution"), choices=Claim, widget=forms.RadioSelect)
    rated_on = DayField(label=_("On which day"), latest=clock.today)
    why = Words(label=_("Why"))

    def make_rows(self, data: Any) -> list[EvidenceRow]:
        """Room for three pieces of evidence; a confirmed contribution needs two."""
        return [EvidenceRow(data, prefix=f"evidence-{number}") for number in range(1, EVIDENCE_ROWS + 1)]

    def write(self, *, by: Actor) -> ContributionRating:
        """The one act of this form."""
        return rate_contribution(ask=self.about, evidence=list(self._evidence()), by=by, **self.cleaned_data)

    def _evidence(self) -> Iterator[Evidence]:
        for row in self.rows:
            if any(row.cleaned_data.values()):
                yield Evidence(**row.cleaned_data)


class ApproveContributionForm(ActAbout[ContributionRating]):
    """A second person approves; there is nothing to write."""

    def write(self, *, by: Actor) -> ContributionRating:
        """The one act of this form."""
        return approve_contribution(rating=self.about, by=by)


class RefuseContributionForm(ActAbout[ContributionRating]):
    """Why a second person does not approve."""

    refusal = Words(label=_("Why it is not approved"), help_text=_("Whoever wrote it reads this."))

    def write(self, *, by: Actor) -> ContributionRating:
        """The one act of this form."""
        return refuse_contribution(rating=self.about, by=by, **self.cleaned_data)
