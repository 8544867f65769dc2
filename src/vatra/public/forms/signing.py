"""The form below a petition, a pledge or an open letter."""

from collections.abc import Iterable
from typing import Any, Self

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models import ConsentText
from vatra.advocacy.signing.age import AgeRule
from vatra.advocacy.signing.gate import Gate
from vatra.advocacy.signing.given import Given
from vatra.advocacy.signing.proof import number_of
from vatra.advocacy.signing.words import HeldFor, Purpose
from vatra.kernel.forms import ActForm
from vatra.people.names.typed import what_is_wrong
from vatra.people.words import Municipality


class SignForm(ActForm):
    """A name, an address, three consents; what only machines fill in, and what only browsers with scripts do."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        strip=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("We send one question there: whether it was you. It is never shown or handed over."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    # A field of choices would word each of them anew for every form that is sent.
    municipality = forms.CharField(label=_("Your municipality"), widget=forms.Select, required=False)
    of_age = forms.BooleanField(required=False)
    deliver = forms.BooleanField(required=False)
    mail = forms.BooleanField(required=False)
    show_name = forms.BooleanField(required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    proof = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, gate: Gate, age: AgeRule | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.gate, self.age = gate, age
        self.initial["version"] = gate.version
        if not gate.may_show_names:
            del self.fields["show_name"]
        self._ask_for_age()

    def word(self, consents: Iterable[ConsentText]) -> Self:
        """Put the municipalities and the words of the consents on the form before it is shown."""
        choose = self.fields["municipality"].widget
        assert isinstance(choose, forms.Select)
        choose.choices = [("", _("I would rather not say")), *Municipality.choices]
        for consent in consents:
            if consent.purpose in self.fields:
                self[consent.purpose].label = str(consent.words)
        return self

    def clean_name(self) -> str:
        """One line, and nothing that a page or a spreadsheet would take for something else."""
        typed = self.cleaned_data["name"]
        name = " ".join(typed.split())
        if wrong := what_is_wrong(typed) or what_is_wrong(name):
            raise forms.ValidationError(wrong, code="name")
        return name

    def clean_municipality(self) -> str:
        """One of the list, or none."""
        typed = str(self.cleaned_data["municipality"])
        if typed and typed not in Municipality:
            sentence = forms.ChoiceField.default_error_messages["invalid_choice"]
            raise forms.ValidationError(sentence, code="municipality", params={"value": typed})
        return typed

    def clean_deliver(self) -> bool:
        """What is not delivered would do nothing."""
        if not self.cleaned_data["deliver"]:
            sentence = _("Without this your signature cannot be delivered, and would do nothing.")
            raise forms.ValidationError(sentence, code="deliver")
        return True

    def clean_of_age(self) -> bool:
        """Only a verified age refuses; otherwise somebody looks first."""
        is_said = bool(self.cleaned_data["of_age"])
        if not is_said and self.age and self.age.refuses:
            raise forms.ValidationError(_("Who is younger does not sign in public here."), code="age")
        return is_said

    def clean(self) -> dict[str, Any]:
        """Who signs has read what is signed."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("version") != self.gate.version:
            self.add_error(
                None,
                _("The text has been changed since you opened this page. Read it again before you sign."),
            )
            # The page that is shown now holds the new text.
            self.retype(version=str(self.gate.version))
        return cleaned

    def given(self, *, network: bytes, language: str) -> Given:
        """What was sent, for the act."""
        cleaned = self.cleaned_data
        proof = number_of(cleaned["proof"], sheet=self.gate.sheet) if cleaned["proof"] else ""
        return Given(
            sheet=self.gate.sheet,
            text=self.gate.text,
            name=cleaned["name"],
            email=cleaned["email"],
            municipality=cleaned["municipality"],
            language=language,
            purposes=[purpose for purpose in Purpose if cleaned.get(purpose.value)],
            network=network,
            proof=proof,
            held_for=self._held_for(proof),
        )

    def _held_for(self, proof: str) -> HeldFor | None:
        """Why a person looks at it first, as far as the form tells."""
        if self.cleaned_data["website"]:
            return HeldFor.HONEYPOT
        if self.gate.asks_proof and not proof:
            return HeldFor.NO_PROOF
        if self.age and not self.cleaned_data["of_age"]:
            return HeldFor.AGE_NOT_SAID
        return None

    def _ask_for_age(self) -> None:
        if self.age is None:
            del self.fields["of_age"]
            return
        years = gettext("I am %(years)d years old or older") % {"years": self.age.years}
        self.fields["of_age"].label = years
