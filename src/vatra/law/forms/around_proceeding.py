"""The forms for parties, documents and what holds a proceeding up."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.texts import Line, Words
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.law.actions import (
    add_party,
    ask_for_document,
    block_proceeding,
    receive_document,
    unblock_proceeding,
)
from vatra.law.forms.choosing import offer, offer_authorities
from vatra.law.models import Blocker, DocumentAsked, Party, Proceeding
from vatra.law.names import names_of
from vatra.law.proceedings.words import BlockedBecause, PartyRole
from vatra.people.circle import relatives_of
from vatra.people.models import Person


class PartyForm(ActForm):
    """Who takes part in the proceeding, and as what."""

    role = forms.ChoiceField(label=_("As what"), choices=PartyRole, widget=forms.RadioSelect)
    person = forms.ModelChoiceField(
        label=_("A person"),
        help_text=_("The child or somebody of the family."),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Nobody of the family"),
    )
    name = Line(label=_("Or somebody else, by name"), max_length=160, required=False)

    def __init__(self, data: Any = None, *, about: Proceeding) -> None:
        super().__init__(data)
        self.proceeding = about
        person = self.fields["person"]
        assert isinstance(person, forms.ModelChoiceField)
        child = about.file.child
        circle = [child.pk, *relatives_of(child).values_list("pk", flat=True)]
        person.queryset = Person.objects.filter(pk__in=circle).order_by("sort_key", "pk")

    def write(self, *, by: Actor) -> Party:
        """The one act of this form."""
        return add_party(proceeding=self.proceeding, by=by, **self.cleaned_data)


class DocumentForm(ActForm):
    """A document that the proceeding needs."""

    code = forms.ChoiceField(label=_("Document"))
    asked_from = Line(label=_("Asked from"), max_length=160, required=False)
    asked_on = DayField(label=_("Asked for on"))

    def __init__(self, data: Any = None, *, about: Proceeding) -> None:
        super().__init__(data, initial={"asked_on": clock.today()})
        self.proceeding = about
        offer(self, "code", names_of(about.file.jurisdiction, on=clock.today()).documents)

    def write(self, *, by: Actor) -> DocumentAsked:
        """The one act of this form."""
        return ask_for_document(proceeding=self.proceeding, by=by, **self.cleaned_data)


class DocumentReceivedForm(ActForm):
    """On which day a document came."""

    received_on = DayField(label=_("Received on"))

    def __init__(self, data: Any = None, *, about: DocumentAsked) -> None:
        super().__init__(data, initial={"received_on": clock.today()})
        self.document = about

    def write(self, *, by: Actor) -> DocumentAsked:
        """The one act of this form."""
        return receive_document(document=self.document, by=by, **self.cleaned_data)


class BlockerForm(ActForm):
    """Why a proceeding cannot go on, and who answers for it."""

    reason = forms.ChoiceField(label=_("Why"), choices=BlockedBecause, widget=forms.RadioSelect)
    account = Words(label=_("What exactly"), rows=3)
    authority = forms.ChoiceField(label=_("Who answers for it"))
    from_day = DayField(label=_("Since"))

    def __init__(self, data: Any = None, *, about: Proceeding) -> None:
        super().__init__(data, initial={"from_day": clock.today(), "authority": about.authority})
        self.proceeding = about
        offer_authorities(self, about.file)

    def write(self, *, by: Actor) -> Blocker:
        """The one act of this form."""
        return block_proceeding(proceeding=self.proceeding, by=by, **self.cleaned_data)


class BlockerResolvedForm(ActForm):
    """The last day something held a proceeding up, and how it was resolved."""

    last_day = DayField(label=_("Last day it held the proceeding up"))
    resolution = Words(label=_("How it was resolved"), rows=3)

    def __init__(self, data: Any = None, *, about: Blocker) -> None:
        super().__init__(data, initial={"last_day": clock.today()})
        self.blocker = about

    def write(self, *, by: Actor) -> Blocker:
        """The one act of this form."""
        return unblock_proceeding(blocker=self.blocker, by=by, **self.cleaned_data)
