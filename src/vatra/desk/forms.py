"""Forms that only ask what to show."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.desk.unit import Only


class WhichChildren(forms.Form):
    """Which children of a unit are shown."""

    only = forms.ChoiceField(label=_("Show"), choices=Only.choices, required=False)


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
