"""Forms about institutions, their posts and who holds them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.institutions import (
    begin_term,
    change_post,
    end_term,
    enter_institution,
    enter_post,
)
from vatra.advocacy.forms.about import ActAbout, OneOf
from vatra.advocacy.models import Institution, Post, Term
from vatra.advocacy.words import Level
from vatra.casework.forms.texts import Line
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.people.words import Municipality

IN_KOSOVO = [(code, name) for code, name in Municipality.choices if code != Municipality.ABROAD]


class WhichInstitutions(forms.Form):
    """Which institutions are shown."""

    level = OneOf(label=_("Level"), of=Level.choices, nothing=_("All"), required=False)
    municipality = OneOf(label=_("Municipality"), of=IN_KOSOVO, nothing=_("All"), required=False)


class InstitutionForm(ActAbout[None]):
    """A body that can change something for children."""

    name = InLanguagesField(label=_("What it is called"), max_length=160)
    level = OneOf(label=_("Level"), of=Level.choices)
    municipality = OneOf(label=_("Municipality"), of=IN_KOSOVO, nothing=_("No municipality"), required=False)

    def write(self, *, by: Actor) -> Institution:
        """The one act of this form."""
        return enter_institution(by=by, **self.cleaned_data)


class _Office(forms.Form):
    title = InLanguagesField(label=_("Title"), max_length=160)
    email = forms.EmailField(
        label=_("E-mail address of the office"),
        help_text=_("Of the office, not of the person who holds it."),
        required=False,
    )


class PostForm(_Office, ActAbout[Institution]):
    """An office in an institution."""

    def write(self, *, by: Actor) -> Post:
        """The one act of this form."""
        return enter_post(institution=self.about, by=by, **self.cleaned_data)


class ChangePostForm(_Office, ActAbout[Post]):
    """What a post is called, and where its office is written to."""

    def first_words(self, about: Post) -> dict[str, Any]:
        return {"title": about.title, "email": about.email}

    def write(self, *, by: Actor) -> Post:
        """The one act of this form."""
        return change_post(post=self.about, by=by, **self.cleaned_data)


class TermForm(ActAbout[Post]):
    """Who holds a post from which day."""

    holder = Line(label=_("Who holds the post"))
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False)
    source = Line(label=_("Source"), max_length=300)

    def write(self, *, by: Actor) -> Term:
        """The one act of this form."""
        return begin_term(post=self.about, by=by, **self.cleaned_data)


class EndTermForm(ActAbout[Term]):
    """The last day of a term of office."""

    last_day = DayField(label=_("Last day"))

    def first_words(self, about: Term) -> dict[str, Any]:
        return {"last_day": about.last_day}

    def write(self, *, by: Actor) -> Term:
        """The one act of this form."""
        return end_term(term=self.about, by=by, **self.cleaned_data)
