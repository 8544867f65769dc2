"""Forms about policy briefs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.briefs import Version, give_brief, issue_version, plan_brief
from vatra.advocacy.events.words import GivenHow, Towards
from vatra.advocacy.forms.announced import AnnouncedForm, LanguageField, PostField, number
from vatra.advocacy.forms.press import PaperField
from vatra.advocacy.models import Brief, BriefGiven, BriefVersion
from vatra.casework.forms.texts import Line
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField


class BriefForm(AnnouncedForm):
    """A brief, and what it says in a few lines."""

    summary = InLanguagesField(label=_("What it says, in a few lines"), rows=4)
    towards = forms.ChoiceField(
        label=_("Meant to move the ask to"), choices=[("", "—"), *Towards.choices], required=False
    )

    def write(self, *, by: Actor) -> Brief:
        """The one act of this form."""
        given = self.cleaned_data
        towards = given["towards"] or None
        return plan_brief(announced=self.announced, summary=given["summary"], towards=towards, by=by)


class VersionForm(ActForm):
    """A version of a brief."""

    takes_files = True

    number = number(_("Version"), least=1)
    language = LanguageField()
    issued_on = DayField(label=_("Issued on"), latest=clock.today)
    file = PaperField(label=_("The brief as a PDF"), required=False)
    address = forms.URLField(
        label=_("Or where it can be read"), required=False, max_length=500, assume_scheme="https"
    )

    def __init__(self, data: Any = None, *, about: Brief, files: Any = None) -> None:
        last = about.versions.order_by("-number").values_list("number", flat=True).first() or 0
        usual = {"number": last + 1, "issued_on": clock.today()}
        super().__init__(data, files=files, initial=usual)
        self.brief = about

    def write(self, *, by: Actor) -> BriefVersion:
        """The one act of this form."""
        given = {**self.cleaned_data}
        sent = given.pop("file")
        version = Version(content=sent.read() if sent else None, **given)
        return issue_version(brief=self.brief, version=version, by=by)


class GivenForm(ActForm):
    """To whom a brief was given."""

    post = PostField(label=_("To the holder of"))
    given_on = DayField(label=_("On which day"), latest=clock.today)
    how = forms.ChoiceField(label=_("How"), choices=GivenHow, widget=forms.RadioSelect)
    note = Line(label=_("What was said"), max_length=300, required=False)

    def __init__(self, data: Any = None, *, about: BriefVersion) -> None:
        super().__init__(data, initial={"given_on": clock.today()})
        self.version = about

    def write(self, *, by: Actor) -> BriefGiven:
        """The one act of this form."""
        return give_brief(version=self.version, by=by, **self.cleaned_data)
