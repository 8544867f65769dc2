"""What every action says of itself, whatever its kind."""

from dataclasses import dataclass
from datetime import date

from vatra.advocacy.models import Action, Campaign, PolicyAsk
from vatra.advocacy.words import ActionKind
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import Wording


@dataclass(frozen=True)
class Announced:
    """The title, days and address of an action, and the campaign and ask it serves."""

    campaign: Campaign
    slug: str
    title: Wording
    first_day: date
    last_day: date | None = None
    shown_from: date | None = None
    ask: PolicyAsk | None = None

    def as_action(self, kind: ActionKind) -> Action:
        """A new action of a kind, written down."""
        action = Action(campaign=self.campaign, kind=kind, slug=self.slug)
        return self.onto(action)

    def onto(self, action: Action) -> Action:
        """An action that says this from now on; its address stays, so that links keep leading there."""
        action.title, action.ask = self.title, self.ask
        action.first_day, action.last_day = self.first_day, self.last_day
        action.shown_from = self.shown_from
        well_formed(action)
        action.save()
        return action
