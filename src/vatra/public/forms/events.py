"""Forms by which people register for an event."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.occasions import Guest, confirm_registration, register
from vatra.advocacy.holding import Sent
from vatra.advocacy.models import Occasion, Registration
from vatra.advocacy.words import ActionKind
from vatra.casework.forms.texts import Line
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.public.forms.letters import AddressField, NameField
from vatra.public.forms.plain import PublicForm


class RegisterForm(PublicForm):
    """Who comes; a journalist says for whom."""

    name = NameField()
    email = AddressField()
    outlet = Line(label=_("For whom do you write or film?"))

    def __init__(self, data: Any = None, *, occasion: Occasion) -> None:
        super().__init__(data)
        self.occasion = occasion
        if occasion.action.kind != ActionKind.PRESS_CONFERENCE:
            del self.fields["outlet"]

    def write(self, *, language: str, network: bytes, by: Actor) -> Registration:
        """The one act of this form."""
        guest, sent = Guest(language=language, **self.given), Sent(network, self.is_from_a_machine)
        return register(occasion=self.occasion, guest=guest, sent=sent, by=by)


class ConfirmPlaceForm(ActForm):
    """There is nothing to write: pressing the button confirms."""

    def write(self, registration: Registration, *, by: Actor) -> Registration:
        """The one act of this form."""
        return confirm_registration(registration=registration, by=by)
