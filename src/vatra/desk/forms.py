"""Forms that only ask what to show."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit
from vatra.desk.late import About, Asked, Standing
from vatra.desk.unit import Only
from vatra.kernel.sentence import Sentence
from vatra.law.duty_titles import OF_HOMES, DutyTitle


class WhichChildren(forms.Form):
    """Which children of a unit are shown."""

    only = forms.ChoiceField(label=_("Show"), choices=Only.choices, required=False)


class WhatIsLate(forms.Form):
    """What of the late list is shown; a unit or a person who is no longer there narrows nothing."""

    about = forms.ChoiceField(label=_("What it is about"), choices=About.choices, required=False)
    standing = forms.ChoiceField(label=_("Show"), choices=Standing.choices, required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    rule = forms.ChoiceField(
        label=_("Kind of duty"),
        choices=[
            ("", _("Every kind")),
            *((kind.value, kind.label) for kind in DutyTitle if kind not in OF_HOMES),
        ],
        required=False,
    )
    worker = forms.ChoiceField(label=_("Who answers"), required=False)

    def __init__(
        self,
        asked: Mapping[str, str],
        *,
        units: Iterable[Unit],
        workers: Iterable[tuple[int, str]],
        homes_too: bool,
    ) -> None:
        super().__init__(asked or None)
        if not homes_too:
            del self.fields["about"]
        self._offer("unit", _("All units"), ((unit.pk, unit.name) for unit in units))
        self._offer("worker", _("Everybody"), workers)

    @property
    def asked(self) -> Asked:
        """The filter, without what is not among the answers any more."""
        self.is_valid()
        chosen: dict[str, str] = getattr(self, "cleaned_data", {})
        unit, worker = chosen.get("unit"), chosen.get("worker")
        return Asked(
            standing=chosen.get("standing", ""),
            unit=int(unit) if unit else None,
            rule=chosen.get("rule", ""),
            worker=int(worker) if worker else None,
        )

    def _offer(self, name: str, whole: Sentence, answers: Iterable[tuple[int, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", whole), *answers]


class InWhichUnit(forms.Form):
    """Of which unit something is shown; a unit that is not the person's narrows nothing."""

    unit = forms.ChoiceField(label=_("Unit"), required=False)

    def __init__(self, asked: Mapping[str, str], *, units: Iterable[Unit]) -> None:
        super().__init__(asked or None)
        self.units = {str(unit.pk): unit for unit in units}
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("All units")), *((pk, unit.name) for pk, unit in self.units.items())]

    @property
    def asked(self) -> Unit | None:
        """The unit, if it is one of the answers."""
        self.is_valid()
        chosen: dict[str, str] = getattr(self, "cleaned_data", {})
        return self.units.get(chosen.get("unit", ""))


class WhichHomesAreLate(InWhichUnit):
    """The late list of homes: their clocks never stand still, and no worker answers for a home."""

    about = forms.ChoiceField(label=_("What it is about"), choices=About.choices, required=False)
    field_order = ("about", "unit")


class WhichDay(forms.Form):
    """The day for which something is counted."""

    day = forms.DateField(
        label=_("On this day"),
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "govuk-input--width-10"}),
    )


class WhomToFind(forms.Form):
    """What is known of the person: names in any spelling, a file number, a number from another register."""

    q = forms.CharField(
        label=_("Name, file number or other number"),
        help_text=_(
            "One or two names are enough, in any spelling or script. A mother or a carer leads to the children."
        ),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "type": "search"}),
    )
