"""Forms about letters to somebody in office, for staff."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.letters import (
    CallText,
    call_for_letters,
    change_call,
    let_letters_go,
    note_reply,
    read_letter,
)
from vatra.advocacy.forms.announced import AnnouncedForm, PostField, number
from vatra.advocacy.letters.words import RefusedBecause, ReplyKind, Verdict
from vatra.advocacy.models import LetterCall, LetterReading, LetterReply, WrittenLetter
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField

CALL = (
    *("addressee", "subject", "suggested", "sends_from", "sends_until"),
    *("per_hour", "jitter_minutes", "own_address"),
)
WEEKS_OPEN = timedelta(weeks=8)


class CallForm(AnnouncedForm):
    """Whom people are to write to, what the page suggests, and how letters are let out."""

    addressee = PostField(label=_("To the holder of"))
    subject = InLanguagesField(label=_("Subject"), max_length=160)
    suggested = InLanguagesField(
        label=_("Suggested text"),
        rows=8,
        help_text=_(
            "A beginning for people to write on from. Letters that stay much like it are counted, not sent."
        ),
    )
    sends_from = DayField(label=_("Letters go from"))
    sends_until = DayField(label=_("Letters go until"))
    per_hour = number(_("At most so many letters to this office in an hour"), least=1, most=600)
    jitter_minutes = number(_("Each letter waits up to so many minutes"), most=24 * 60)
    own_address = forms.EmailField(
        label=_("Our own address, for trying it out"),
        help_text=_("Everything goes there until you let letters go to the office."),
    )

    def __init__(self, data: Any = None, *, about: LetterCall | None = None) -> None:
        self.call = about
        today = clock.today()
        usual: dict[str, Any] = {"per_hour": 20, "jitter_minutes": 30, "sends_from": today}
        usual |= {"sends_until": today + WEEKS_OPEN}
        kept = {name: getattr(about, name) for name in CALL} if about else usual
        super().__init__(data, action=about.action if about else None, initial=kept)

    def write(self, *, by: Actor) -> LetterCall:
        """The one act of this form."""
        text = CallText(**{name: self.cleaned_data[name] for name in CALL})
        if self.call:
            return change_call(call=self.call, announced=self.announced, text=text, by=by)
        return call_for_letters(announced=self.announced, text=text, by=by)


class LetGoForm(ActForm):
    """Whether letters go to the office."""

    is_test = forms.TypedChoiceField(
        label=_("Where do letters go?"),
        choices=[("no", _("To the office")), ("yes", _("To our own address, to try it out"))],
        coerce=lambda typed: typed == "yes",
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any = None, *, about: LetterCall) -> None:
        super().__init__(data, initial={"is_test": "yes" if about.is_test else "no"})
        self.call = about

    def write(self, *, by: Actor) -> LetterCall:
        """The one act of this form."""
        return let_letters_go(call=self.call, by=by, **self.cleaned_data)


class ReadForm(ActForm):
    """Whether a letter may go."""

    verdict = forms.ChoiceField(label=_("May it go?"), choices=Verdict, widget=forms.RadioSelect)
    reason = forms.ChoiceField(
        label=_("Why not"), choices=[("", "—"), *RefusedBecause.choices], required=False
    )
    tells_of_child = forms.BooleanField(
        label=_("It tells of a child: somebody else has to read it too"), required=False
    )

    def __init__(self, data: Any = None, *, about: WrittenLetter) -> None:
        super().__init__(data)
        self.letter = about

    def write(self, *, by: Actor) -> LetterReading:
        """The one act of this form."""
        given = {**self.cleaned_data, "reason": self.cleaned_data["reason"] or None}
        return read_letter(letter=self.letter, by=by, **given)


class ReplyForm(ActForm):
    """What came back for a letter."""

    kind = forms.ChoiceField(label=_("What came?"), choices=ReplyKind, widget=forms.RadioSelect)
    came_on = DayField(label=_("On which day did it come?"), required=False)

    def __init__(self, data: Any = None, *, about: WrittenLetter, kind: str = "") -> None:
        super().__init__(data, initial={"kind": kind, "came_on": clock.today()})
        self.letter = about

    def write(self, *, by: Actor) -> LetterReply:
        """The one act of this form; where no answer came there is no day."""
        given = self.cleaned_data
        came_on = None if given["kind"] == ReplyKind.NONE else given["came_on"]
        return note_reply(letter=self.letter, kind=given["kind"], came_on=came_on, by=by)
