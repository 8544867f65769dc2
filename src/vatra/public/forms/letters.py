"""Forms by which people write to somebody in office, and tell whether an answer came."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.letters import Written, confirm_letter, note_reply, write_letter
from vatra.advocacy.holding import Sent
from vatra.advocacy.letters.rules import MOST_LETTERS
from vatra.advocacy.letters.words import ReplyKind
from vatra.advocacy.models import LetterCall, LetterReply, WrittenLetter
from vatra.casework.forms.texts import Line, Words
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.people.words import Municipality
from vatra.public.forms.plain import PublicForm, a_name


class NameField(Line):
    """Somebody's name, which is shown and exported."""

    def __init__(self) -> None:
        super().__init__(label=_("Your name"), max_length=120, validators=[a_name])
        self.widget.attrs["autocomplete"] = "name"


class AddressField(forms.EmailField):
    """Somebody's e-mail address."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Your e-mail address"),
            help_text=_("We send you a mail to confirm. Nothing happens before you have done so."),
            widget=forms.EmailInput({"autocomplete": "email"}),
        )


class WriteForm(PublicForm):
    """A letter in one's own words; the suggested text is a beginning."""

    words = Words(
        label=_("Your letter"),
        rows=12,
        max_length=MOST_LETTERS,
        help_text=_("Change it: offices read what people say in their own words. Tell of no child by name."),
    )
    name = NameField()
    email = AddressField()
    municipality = forms.ChoiceField(
        label=_("Your municipality"), choices=[("", "—"), *Municipality.choices], required=False
    )
    shares_address = forms.BooleanField(
        label=_("The office may see my e-mail address and answer me directly"), required=False
    )

    def __init__(self, data: Any = None, *, call: LetterCall) -> None:
        super().__init__(data, initial={"words": str(call.suggested)})
        self.call = call

    def write(self, *, language: str, network: bytes, by: Actor) -> WrittenLetter:
        """The one act of this form; the words of the consent are kept with it."""
        given, sent = self.given, Sent(network, self.is_from_a_machine)
        consent = str(self.fields["shares_address"].label) if given["shares_address"] else ""
        written = Written(language=language, consented_to=consent, **given)
        return write_letter(call=self.call, written=written, sent=sent, by=by)


class ConfirmLetterForm(ActForm):
    """There is nothing to write: pressing the button confirms."""

    def write(self, letter: WrittenLetter, *, by: Actor) -> WrittenLetter:
        """The one act of this form."""
        return confirm_letter(letter=letter, by=by)


class DidTheyAnswerForm(ActForm):
    """Whether an answer came, and when."""

    kind = forms.ChoiceField(label=_("What came?"), choices=ReplyKind, widget=forms.RadioSelect)
    came_on = DayField(label=_("If an answer came: on which day?"), required=False, latest=clock.today)

    def write(self, letter: WrittenLetter, *, by: Actor) -> LetterReply:
        """The one act of this form; a day belongs to an answer only."""
        kind = self.cleaned_data["kind"]
        came_on = None if kind == ReplyKind.NONE else self.cleaned_data["came_on"]
        return note_reply(letter=letter, kind=kind, came_on=came_on, by=by)
