"""Forms of those who keep signatures."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models import Campaign, PolicyAsk, SheetText, SigningSheet
from vatra.advocacy.signing.words import TurnedAwayFor
from vatra.advocacy.words import SIGNED
from vatra.kernel.clock import LOCAL
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.widgets import DayField


class _InEveryLanguage(InLanguagesField):
    """Words that may be missing in no language."""

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value.missing:
            raise forms.ValidationError(_("Write it in all three languages."), code="missing")


class TextForm(ActForm):
    """What is signed, and to whom it goes; a change says why."""

    words = _InEveryLanguage(label=_("What is signed"), rows=8, max_length=5000)
    deliver_to = _InEveryLanguage(
        label=_("To whom it is delivered"),
        max_length=200,
        help_text=_("Signers agree to this in so many words, for example: the Assembly of Kosovo."),
    )
    why = forms.CharField(label=_("Why the text is changed"), max_length=500)


class SheetForm(TextForm):
    """A petition, a pledge or an open letter."""

    campaign = forms.ModelChoiceField(
        label=_("Campaign"), queryset=Campaign.objects.order_by("-first_day", "-pk")
    )
    ask = forms.ModelChoiceField(
        label=_("Towards the ask"), queryset=PolicyAsk.objects.order_by("-asked_on", "-pk"), required=False
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=[(kind.value, kind.label) for kind in SIGNED])
    title = _InEveryLanguage(label=_("Title"), max_length=200)
    slug = forms.SlugField(
        label=_("Short name in the address"),
        max_length=60,
        help_text=_("It never changes, so that links from elsewhere keep leading there."),
    )
    goal = forms.IntegerField(
        label=_("How many signatures it aims at"),
        min_value=1,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-10"}),
    )
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False)
    shown_from = DayField(label=_("Shown to the public from"), required=False)
    may_show_names = forms.BooleanField(
        label=_("Show the names of those who agree, once somebody has looked at them"), required=False
    )
    asks_proof = forms.BooleanField(
        label=_("Let the browser do a short calculation before it sends"),
        help_text=_("Whose browser does not do it can sign all the same; somebody looks at it first."),
        required=False,
        initial=True,
    )
    field_order = (
        *("campaign", "ask", "kind", "title", "slug", "words", "deliver_to", "goal"),
        *("first_day", "last_day", "shown_from", "may_show_names", "asks_proof"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # The first version is no change.
        del self.fields["why"]


class ChosenForm(ActForm):
    """Some of the signatures of a page."""

    chosen = forms.TypedMultipleChoiceField(
        label=_("Signatures"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the signatures that you mean.")},
    )

    def __init__(self, data: Any, *, among: Sequence[int]) -> None:
        super().__init__(data)
        self.fields["chosen"].choices = [(number, number) for number in among]  # type: ignore[attr-defined]


class LookedAtForm(ChosenForm):
    """Whether signatures that were looked at go on, and if not, why."""

    why_not = _("Choose why the signatures are turned away.")

    reason = forms.ChoiceField(
        label=_("Why they are turned away"),
        choices=[("", _("Choose")), *TurnedAwayFor.choices],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Only who is turned away is given a reason."""
        cleaned = super().clean() or self.cleaned_data
        if "turn_away" in self.data and not cleaned.get("reason"):
            self.add_error("reason", self.why_not)
        return cleaned


class _Moment(forms.TextInput):
    """A day and a time, as browsers ask for them."""

    input_type = "datetime-local"


def _its_number(text: SheetText) -> str:
    return str(text.number)


class ConditionsForm(ActForm):
    """What the signatures of a batch have in common; what is left empty does not matter."""

    name_pattern = forms.CharField(
        label=_("The name"),
        max_length=120,
        required=False,
        help_text=_("A star stands for any letters: “Bot *”. Large and small letters are the same."),
    )
    domain = forms.CharField(
        label=_("The domain of the address"),
        max_length=255,
        required=False,
        help_text=_("For example: mail.example"),
    )
    network = forms.ChoiceField(label=_("The network"), required=False)
    from_at = forms.DateTimeField(label=_("Signed from"), required=False, widget=_Moment)
    until_at = forms.DateTimeField(label=_("Signed until"), required=False, widget=_Moment)
    text = forms.ModelChoiceField(
        label=_("The version of the text"), queryset=SheetText.objects.none(), required=False
    )
    why = forms.CharField(label=_("Why they do not count"), widget=forms.Textarea(attrs={"rows": 3}))
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        sheet: SigningSheet,
        networks: Callable[[], Sequence[tuple[str, str]]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["network"].choices = [("", _("Any")), *networks()]  # type: ignore[attr-defined]
        texts = self.fields["text"]
        assert isinstance(texts, forms.ModelChoiceField)
        texts.queryset = sheet.texts.order_by("number")
        texts.label_from_instance = _its_number  # type: ignore[method-assign, assignment]

    def clean(self) -> dict[str, Any]:
        """A batch never takes everything."""
        cleaned = super().clean() or self.cleaned_data
        named = ("name_pattern", "domain", "network", "from_at", "text")
        if not self.errors and not any(cleaned.get(name) for name in named):
            self.add_error(None, _("Give at least one condition: a batch never takes every signature."))
        return cleaned

    def carry_on(self, *, until: datetime, seen: int) -> None:
        """What was looked at is what is taken: the page holds its end and its number."""
        local = until.astimezone(LOCAL).replace(tzinfo=None)
        self.retype(until_at=local.isoformat(timespec="milliseconds"), seen=str(seen))


def in_milliseconds(moment: datetime) -> datetime:
    """The moment as a browser can send it back."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class WhyForm(ActForm):
    """Why something is done."""

    why = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}))


class DeliverForm(ActForm):
    """To whom the list is handed."""

    to = forms.CharField(label=_("To whom it is delivered"), max_length=200)


class NewsForm(ActForm):
    """A mail to all who agreed to get one."""

    subject = _InEveryLanguage(label=_("Subject"), max_length=150)
    words = _InEveryLanguage(label=_("What the mail says"), rows=8, max_length=5000)


class SeenForm(ActForm):
    """How many a report named, when somebody says: do it."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
