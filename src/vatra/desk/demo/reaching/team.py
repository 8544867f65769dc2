"""Who does it, for which campaign, and towards whom."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vatra.access.models import User
from vatra.access.roles import Role
from vatra.advocacy.announced import Announced
from vatra.advocacy.models import Campaign, Institution, Post
from vatra.desk.demo.staff import ADVOCACY_COLLEAGUE, ADVOCACY_OFFICER, Cast
from vatra.desk.demo.town import acting
from vatra.kernel import clock
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor

CAMPAIGN = "a-family-for-each-child"
NAME = Wording(
    {
        "sq": "Një familje për çdo fëmijë",
        "sr-latn": "Porodica za svako dete",
        "en": "A family for each child",
    }
)
PURPOSE = Wording(
    {
        "sq": "Më shumë familje strehuese, dhe ndihmë para se një fëmijë të ndahet nga familja.",
        "sr-latn": "Više hraniteljskih porodica, i pomoć pre nego što se dete odvoji od porodice.",
        "en": "More foster families, and help before a child is parted from the family.",
    }
)
MINISTRY = Wording(
    {
        "sq": "Ministria e Familjes (e shpikur)",
        "sr-latn": "Ministarstvo za porodicu (izmišljeno)",
        "en": "Ministry of the Family (invented)",
    }
)
MINISTER = Wording({"sq": "Ministri", "sr-latn": "Ministar", "en": "Minister"})
# No mail can ever arrive there (RFC 2606).
OFFICE = "minister@ministry.example"


@dataclass(frozen=True)
class Team:
    """Two advocacy officers, their campaign, and the office they write to, on days counted back from today."""

    today: date
    first: User
    second: User
    campaign: Campaign
    minister: Post

    def ago(self, days: int) -> date:
        """The day so many days ago; a negative number lies ahead."""
        return self.today - timedelta(days=days)

    def by(self, ago: int) -> Actor:
        """The first of the two, so many days ago."""
        return acting(self.first, Role.ADVOCACY_OFFICER, self.ago(ago))

    def by_second(self, ago: int) -> Actor:
        """The second of the two, so many days ago."""
        return acting(self.second, Role.ADVOCACY_OFFICER, self.ago(ago))

    def somebody(self, ago: int) -> Actor:
        """Somebody of the public, so many days ago."""
        return Actor(None, "public", min(self.moment(ago, 10), clock.now()))

    def moment(self, ago: int, hour: int) -> datetime:
        """An hour of a day."""
        day = self.ago(ago)
        return datetime(day.year, day.month, day.day, hour, tzinfo=clock.LOCAL)

    def announced(self, slug: str, title: Wording, *, ago: int, until: int | None = None) -> Announced:
        """An action of the campaign, shown since the day it was planned."""
        return Announced(
            campaign=self.campaign,
            slug=slug,
            title=title,
            first_day=self.ago(ago),
            last_day=None if until is None else self.ago(until),
            shown_from=self.ago(max(ago, 0)),
        )


def reaching_team(cast: Cast) -> Team:
    """The team, with the campaign the others may have told already."""
    first_day = cast.today - timedelta(days=400)
    campaign = Campaign.objects.filter(slug=CAMPAIGN).first() or Campaign.objects.create(
        slug=CAMPAIGN, name=NAME, purpose=PURPOSE, first_day=first_day, shown_from=first_day
    )
    ministry = Institution.objects.create(name=MINISTRY, level="central")
    minister = Post.objects.create(institution=ministry, title=MINISTER, email=OFFICE)
    return Team(cast.today, cast.users[ADVOCACY_OFFICER], cast.users[ADVOCACY_COLLEAGUE], campaign, minister)
