"""The child's view: prepared, sought, drawn, given its weight, or the reason why it could not be sought."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.hearing.hints import hint_for, is_observed, youngest_age
from vatra.decisions.hearing.picture import MOST_BYTES, TOO_MANY_BYTES
from vatra.decisions.models import QuestionChild
from vatra.decisions.words import HeardHow, NotHeardReason, Setting
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField
from vatra.people.words import Language

LANGUAGES = [("", "—"), *Language.choices]


class PrepareForm(ActForm):
    """What the child knows before being asked."""

    on = DayField(label=_("On which day?"), latest=clock.today)
    explained = forms.CharField(
        label=_("What was explained to the child?"),
        widget=forms.Textarea({"rows": 5}),
        help_text=_(
            "What is to be decided and by whom; that the child may speak, stay silent or ask; who will read it; what happens afterwards."
        ),
    )
    wants_there = forms.CharField(
        label=_("Whom does the child want to be there?"),
        max_length=200,
        required=False,
        help_text=_("For instance: aunt Teuta, not the stepfather. Or: nobody."),
    )


class HearingForm(ActForm):
    """How the child's view was sought and what the child said, or why it could not be."""

    heard = forms.ChoiceField(
        label=_("Was the child's view sought?"),
        choices=[("yes", _("Yes")), ("no", _("It could not be"))],
        widget=forms.RadioSelect({"class": "govuk-radios--inline"}),
    )
    how = forms.ChoiceField(
        label=_("How was it sought?"), choices=HeardHow.choices, required=False, widget=forms.RadioSelect
    )
    on = DayField(label=_("On which day?"), required=False, latest=clock.today)
    where = forms.ChoiceField(label=_("Where?"), choices=[("", "—"), *Setting.choices], required=False)
    language = forms.ChoiceField(label=_("In which language?"), choices=LANGUAGES, required=False)
    interpreter = forms.CharField(
        label=_("Who interpreted?"),
        max_length=120,
        required=False,
        help_text=_("Empty where you speak the child's language yourself. Never a parent or another child."),
    )
    supported_by = forms.CharField(
        label=_("Who supported the child?"),
        max_length=200,
        required=False,
        help_text=_("Whom the child wanted to be there, or who helped with words, signs or pictures."),
    )
    words = forms.CharField(
        label=_("The child's own words, or what was seen"),
        required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("As the child said it. For the youngest: how the child is with the people around."),
    )
    taken_up = forms.CharField(
        label=_("What is taken up, what is not, and why"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("May be written later; the decision cannot be issued without it."),
    )
    reason = forms.ChoiceField(
        label=_("Why could it not be sought?"),
        choices=NotHeardReason.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, hint: Any = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["how"].help_text = hint

    def clean(self) -> dict[str, Any]:
        """Each answer asks for what belongs to it."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        needed = {"yes": ("how", "on", "language", "words"), "no": ("reason",)}.get(
            given.get("heard", ""), ()
        )
        for name in needed:
            if not given.get(name) and name not in self.errors:
                self.add_error(name, forms.ValidationError(_("This belongs to it."), code="required"))
        return given

    @property
    def told(self) -> dict[str, Any]:
        """How the view was sought and what was said, as it was written."""
        names = ("how", "on", "language", "words", "taken_up", "interpreter", "supported_by")
        return {name: self.cleaned_data[name] for name in names} | {
            "where": self.cleaned_data["where"] or None
        }


class WeightForm(ActForm):
    """What becomes of the child's view."""

    taken_up = forms.CharField(
        label=_("What is taken up, what is not, and why?"),
        widget=forms.Textarea({"rows": 6}),
        help_text=_(
            "The child will be told this. Where the wish cannot be followed, say what speaks against it."
        ),
    )


class DrawingForm(ActForm):
    """A photograph or scan of what the child drew."""

    picture = forms.FileField(
        label=_("The drawing"),
        widget=forms.FileInput(
            {"class": "govuk-file-upload", "accept": "image/jpeg,image/png,image/webp"},
        ),
        help_text=_(
            "A photograph or a scan: JPEG, PNG or WebP, at most 8 MB. Where and when it was taken is removed from the file."
        ),
    )
    says = forms.CharField(
        label=_("What does the child say about it?"),
        max_length=300,
        required=False,
        help_text=_("In the child's words. No guesses at what it means."),
    )

    def clean_picture(self) -> Any:
        """A file that is too large is not even read."""
        sent = self.cleaned_data["picture"]
        if sent.size > MOST_BYTES:
            raise forms.ValidationError(TOO_MANY_BYTES)
        return sent


def as_held(child: QuestionChild, *, on: date) -> dict[str, object]:
    """What is already on record, to begin from; how the youngest are asked is known beforehand."""
    age = youngest_age(child.file.child.birth, on)
    return {
        "heard": "no" if child.not_heard_reason else "yes" if child.heard_how else None,
        "how": child.heard_how or (HeardHow.OBSERVED if is_observed(age) else None),
        "on": child.heard_on,
        "where": child.heard_where,
        "language": child.heard_in or next(iter(child.file.child.languages), ""),
        "interpreter": child.interpreter,
        "supported_by": child.supported_by,
        "words": child.words,
        "taken_up": child.taken_up,
        "reason": child.not_heard_reason,
    }


def hint_about(child: QuestionChild, *, on: date) -> object:
    """How a child of this age is asked."""
    return hint_for(youngest_age(child.file.child.birth, on))
