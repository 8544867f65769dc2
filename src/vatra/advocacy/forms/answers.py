"""Forms about what those in office think, say and promise."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.answers import (
    correct_encounter,
    correct_stance,
    record_encounter,
    record_stance,
)
from vatra.advocacy.actions.promises import correct_judgement, judge_promise, record_promise
from vatra.advocacy.forms.about import ActAbout, Address, Correction, Digest, OneOf, house_and_post
from vatra.advocacy.institutions.words import EncounterKind, Position, Verdict
from vatra.advocacy.models import (
    Encounter,
    Institution,
    PolicyAsk,
    Post,
    Promise,
    PromiseJudgement,
    Stance,
)
from vatra.casework.forms.texts import Line, Words
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.sentence import Sentence
from vatra.kernel.widgets import DayField


class AskChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An ask, the newest first."""

    def __init__(self, *, label: Sentence, **options: Any) -> None:
        asks = PolicyAsk.objects.order_by("-asked_on", "-pk")
        super().__init__(label=label, queryset=asks, empty_label=_("Choose"), **options)


class _Position(forms.Form):
    position = OneOf(label=_("Position"), of=Position.choices)
    taken_on = DayField(label=_("Since which day"), latest=clock.today)
    source = Line(label=_("Where this is known from"), max_length=300)


class StanceForm(_Position, ActAbout[Post]):
    """Where the holder of a post stands towards an ask."""

    ask = AskChoice(label=_("Towards which ask"))

    field_order = ["ask"]

    def write(self, *, by: Actor) -> Stance:
        """The one act of this form."""
        return record_stance(post=self.about, by=by, **self.cleaned_data)


class CorrectStanceForm(_Position, Correction[Stance]):
    """A stance, written anew."""

    told = ("position", "taken_on", "source")

    def write(self, *, by: Actor) -> Stance:
        """The one act of this form."""
        return correct_stance(original=self.about, by=by, **self.cleaned_data)


class _Met(forms.Form):
    kind = OneOf(label=_("Kind"), of=EncounterKind.choices)
    met_on = DayField(label=_("On which day"), latest=clock.today)
    with_whom = Line(label=_("With whom"), max_length=200)
    ask = AskChoice(label=_("About which ask"), required=False)
    said = Words(label=_("What was said"), rows=6)
    source = Line(label=_("Where this is written down"), max_length=300)


class EncounterForm(_Met, ActAbout[Post | Institution]):
    """We met, wrote or called."""

    def write(self, *, by: Actor) -> Encounter:
        """The one act of this form."""
        post, institution = house_and_post(self.about)
        return record_encounter(post=post, institution=institution, by=by, **self.cleaned_data)


class CorrectEncounterForm(_Met, Correction[Encounter]):
    """An encounter, written anew."""

    told = ("kind", "met_on", "with_whom", "ask", "said", "source")

    def write(self, *, by: Actor) -> Encounter:
        """The one act of this form."""
        return correct_encounter(original=self.about, by=by, **self.cleaned_data)


class PromiseForm(ActAbout[Post]):
    """What somebody in office promised, word for word."""

    quote = Words(label=_("The promise, word for word"))
    made_by = Line(label=_("Who promised"))
    made_on = DayField(label=_("On which day"), latest=clock.today)
    due_on = DayField(label=_("For which day"), required=False)
    ask = AskChoice(label=_("About which ask"), required=False)
    condition = Line(
        label=_("On what it depends"),
        max_length=300,
        help_text=_("Leave it empty where the promise has no condition."),
        required=False,
    )
    source_url = Address()
    document_sha256 = Digest()

    def write(self, *, by: Actor) -> Promise:
        """The one act of this form."""
        return record_promise(post=self.about, by=by, **self.cleaned_data)


class _Found(forms.Form):
    verdict = OneOf(label=_("What became of the promise"), of=Verdict.choices)
    judged_on = DayField(label=_("On which day this was found"), latest=clock.today)
    source = Line(label=_("Where this is known from"), max_length=300)


class JudgementForm(_Found, ActAbout[Promise]):
    """What became of a promise."""

    def write(self, *, by: Actor) -> PromiseJudgement:
        """The one act of this form."""
        return judge_promise(promise=self.about, by=by, **self.cleaned_data)


class CorrectJudgementForm(_Found, Correction[PromiseJudgement]):
    """What became of a promise, written anew."""

    told = ("verdict", "judged_on", "source")

    def write(self, *, by: Actor) -> PromiseJudgement:
        """The one act of this form."""
        return correct_judgement(original=self.about, by=by, **self.cleaned_data)
