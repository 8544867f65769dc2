"""One way to answer a question: a home for the child, or a way to be with the family."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.kinds import Kind
from vatra.decisions.models import Option
from vatra.decisions.weighing.cells import fingerprint_of_option
from vatra.decisions.words import ContactMeasure
from vatra.homes.models import Home, Homes
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Concern
from vatra.kernel.forms import ActForm


class OptionInWordsForm(ActForm):
    """What can be said more exactly once an option is on the table."""

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
    short_term = forms.CharField(
        label=_("What would it mean in the next months?"), required=False, widget=forms.Textarea({"rows": 3})
    )
    long_term = forms.CharField(
        label=_("What would it mean in the years to come?"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, asks: Kind, homes: Homes, **options: Any) -> None:
        super().__init__(*args, **options)
        home: Any = self.fields["home"]
        home.queryset = homes
        home.label_from_instance = lambda each: f"{each.name} · {each.get_form_display()}"
        if asks.about_contact:
            del self.fields["home"]
            self.fields["in_words"].help_text = _("For instance: every Saturday, with the aunt in the room.")


class OptionForm(OptionInWordsForm):
    """A new option: a form of care, or where the question is about contact, a way of contact."""

    form = forms.ChoiceField(label=_("Form of care"), choices=FormOfCare.choices, widget=forms.RadioSelect)
    contact = forms.ChoiceField(
        label=_("Contact with the family"), choices=ContactMeasure.choices, widget=forms.RadioSelect
    )
    field_order = ("form", "contact", "home", "in_words", "short_term", "long_term")

    def __init__(self, *args: Any, asks: Kind, **options: Any) -> None:
        super().__init__(*args, asks=asks, **options)
        del self.fields["form" if asks.about_contact else "contact"]


class ChangeOptionForm(OptionInWordsForm):
    """An option as it stands; what somebody else changed meanwhile is shown before it is written over."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, option: Option, **options: Any) -> None:
        standing = {name: getattr(option, name) for name in ("in_words", "short_term", "long_term")}
        standing |= {"home": option.home_id, "seen": fingerprint_of_option(option)}
        super().__init__(*args, initial=standing, **options)
        self.option = option

    def show(self, concerns: Iterable[Concern]) -> None:
        """Whoever has read what stands there now may send again."""
        super().show(concerns)
        typed: Any = self.data
        self.data = typed = typed.copy()
        typed["seen"] = fingerprint_of_option(Option.objects.get(pk=self.option.pk))

    def as_changed(self) -> dict[str, Any]:
        """The option as it was written here."""
        return {"home": None, **self.cleaned_data}
