"""The two campaigns, the months they are counted in, and who writes and who releases."""

from dataclasses import dataclass
from datetime import date, timedelta

from vatra.access.models import User
from vatra.access.roles import Role
from vatra.advocacy.models import Campaign
from vatra.advocacy.words import Audience
from vatra.desk.demo.staff import ADVOCACY_COLLEAGUE, Cast
from vatra.desk.demo.town import acting
from vatra.kernel.calendar_months import add_months
from vatra.kernel.ledger import Actor

MONTHS_SINCE_LAUNCH, MONTHS_OF_THE_YOUNG_ONE = 24, 4


@dataclass(frozen=True)
class Setting:
    """What the telling needs: this month, both campaigns, both officers."""

    month: date
    open_door: Campaign
    first_days: Campaign
    writer: User
    colleague: User

    def months_ago(self, months: int) -> date:
        """The first day of the month so many months ago."""
        return add_months(self.month, -months)

    def by(self, on: date) -> Actor:
        """Who writes, on a day."""
        return acting(self.writer, Role.ADVOCACY_OFFICER, on)

    def by_colleague(self, on: date) -> Actor:
        """Who releases, on a day."""
        return acting(self.colleague, Role.ADVOCACY_OFFICER, on)


def setting(cast: Cast) -> Setting:
    """The campaigns begin on the first of a month, counted back from this one."""
    month = cast.today.replace(day=1)
    return Setting(
        month=month,
        open_door=_open_door(add_months(month, -MONTHS_SINCE_LAUNCH)),
        first_days=_first_days(add_months(month, -MONTHS_OF_THE_YOUNG_ONE)),
        writer=cast.users["advocacy.officer"],
        colleague=cast.users[ADVOCACY_COLLEAGUE],
    )


def _open_door(first_day: date) -> Campaign:
    campaign = Campaign.objects.create(
        slug="hape-deren",
        name={"sq": "Hape derën", "sr-latn": "Otvori vrata", "en": "Open your door"},
        purpose={
            "sq": "Që më shumë familje të strehojnë një fëmijë që nuk mund të jetojë me prindërit.",
            "sr-latn": "Da više porodica primi dete koje ne može da živi sa roditeljima.",
            "en": "That more families take in a child who cannot live with its parents.",
        },
        first_day=first_day,
        languages=["sq", "sr", "en"],
        shown_from=first_day,
    )
    campaign.audiences.create(audience=Audience.PUBLIC)
    return campaign


def _first_days(first_day: date) -> Campaign:
    campaign = Campaign.objects.create(
        slug="ditet-e-para",
        name={"sq": "Ditët e para", "sr-latn": "Prvi dani", "en": "The first days"},
        purpose={
            "sq": "Që asnjë nënë të mos mbetet vetëm me vendimin në ditët e para pas lindjes.",
            "sr-latn": "Da nijedna majka u prvim danima posle porođaja ne ostane sama sa odlukom.",
            "en": "That no mother is left alone with her decision in the first days after birth.",
        },
        first_day=first_day,
        last_day=add_months(first_day, 12) - timedelta(days=1),
        languages=["sq", "sr", "en"],
        shown_from=first_day,
    )
    campaign.audiences.create(audience=Audience.PUBLIC)
    campaign.audiences.create(audience=Audience.INSTITUTIONS)
    return campaign
