"""What the advocacy officers of the invented organisation work on: a campaign, four asks, and who answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256

from vatra.access.models import User
from vatra.access.roles import Role
from vatra.advocacy.actions.answers import record_encounter, record_stance
from vatra.advocacy.actions.asks import ask_policy, show_ask
from vatra.advocacy.actions.campaign_parts import add_phase, join_campaign, name_partner
from vatra.advocacy.actions.campaigns import open_campaign, show_campaign
from vatra.advocacy.actions.goals import read_goal, set_goal
from vatra.advocacy.actions.institutions import begin_term
from vatra.advocacy.actions.promises import judge_promise, record_promise
from vatra.advocacy.actions.ratings import (
    Evidence,
    approve_contribution,
    rate_contribution,
    rate_progress,
    rate_quality,
)
from vatra.advocacy.actions.updates import approve_update, write_update
from vatra.advocacy.models import AskUpdate, Campaign, PolicyAsk, Post
from vatra.advocacy.reference import load_reference
from vatra.desk.demo.asks_told import ASKS, CAMPAIGN, GOAL, PHASES, ToldAsk, ToldUpdate
from vatra.desk.demo.staff import ADVOCACY_COLLEAGUE, ADVOCACY_OFFICER, Cast
from vatra.desk.demo.town import acting
from vatra.kernel.ledger import Actor

# The second officer reads the source after lunch.
A_WHILE = timedelta(hours=3)
# Where an invented source lies: a name that nobody can own (RFC 2606).
SOURCE = "https://sources.example/{}"


@dataclass(frozen=True)
class Officers:
    """Who writes and who approves, on days counted back from today."""

    today: date
    writes: User
    approves: User

    def ago(self, days: int) -> date:
        """The day so many days ago; a negative number lies ahead."""
        return self.today - timedelta(days=days)

    def writing(self, ago: int) -> Actor:
        """The officer who writes."""
        return acting(self.writes, Role.ADVOCACY_OFFICER, self.ago(ago))

    def approving(self, written: datetime) -> Actor:
        """The officer who approves, a while after it was written."""
        return Actor(self.approves.pk, Role.ADVOCACY_OFFICER, written + A_WHILE)


def advocate(cast: Cast) -> None:
    """Tell everything the advocacy officers do."""
    load_reference()
    officers = Officers(cast.today, cast.users[ADVOCACY_OFFICER], cast.users[ADVOCACY_COLLEAGUE])
    campaign = _campaign(officers)
    asks = {told.slug: _ask(told, campaign, officers) for told in ASKS}
    _answers(asks, officers)
    _ratings(asks["status-in-six-months"], officers)


def _campaign(officers: Officers) -> Campaign:
    by = officers.writing(400)
    campaign = open_campaign(**CAMPAIGN, first_day=officers.ago(400), last_day=officers.ago(-330), by=by)
    show_campaign(campaign=campaign, from_day=officers.ago(400), by=by)
    for name, first, last in PHASES:
        add_phase(
            campaign=campaign, name=name, first_day=officers.ago(first), last_day=officers.ago(last), by=by
        )
    name_partner(
        campaign=campaign,
        name="Rrjeti i Familjeve",
        part="Takime me familje strehuese në shtatë qytete",
        by=by,
    )
    join_campaign(
        campaign=campaign,
        user=officers.writes,
        does="Fushata dhe kërkesat",
        first_day=officers.ago(400),
        last_day=None,
        by=by,
    )
    _goal(campaign, officers)
    return campaign


def _goal(campaign: Campaign, officers: Officers) -> None:
    by = officers.writing(390)
    goal = set_goal(
        campaign=campaign,
        **GOAL,
        baseline=Decimal(12),
        target=Decimal(40),
        due_on=officers.ago(-330),
        by=by,
    )
    for ago, value in ((270, 15), (150, 21), (40, 27)):
        read_goal(
            goal=goal,
            read_on=officers.ago(ago),
            value=Decimal(value),
            source="Regjistri i pyetjeve të familjeve",
            by=officers.writing(ago),
        )


def _ask(told: ToldAsk, campaign: Campaign, officers: Officers) -> PolicyAsk:
    by = officers.writing(told.asked_ago)
    ask = ask_policy(
        campaign=campaign,
        addressee=Post.objects.get(code=told.addressee),
        slug=told.slug,
        title=told.title,
        text=told.text,
        theme=told.theme,
        crc_article=told.crc_article,
        change=told.change,
        level=told.level,
        instrument=told.instrument,
        baseline=told.baseline,
        asked_on=officers.ago(told.asked_ago),
        deadline_on=officers.ago(told.deadline_ago),
        reasons={},
        by=by,
    )
    show_ask(ask=ask, from_day=ask.asked_on, by=by)
    for update in told.updates:
        _update(ask, update, officers)
    return ask


def _update(ask: PolicyAsk, told: ToldUpdate, officers: Officers) -> AskUpdate:
    update = write_update(
        ask=ask,
        happened_on=officers.ago(told.ago),
        stage=told.stage,
        text=told.text,
        source_url=SOURCE.format(told.source),
        document_sha256=sha256(told.source.encode()).hexdigest(),
        by=officers.writing(told.ago - 1),
    )
    if told.is_approved:
        approve_update(update=update, by=officers.approving(update.recorded_at))
    return update


def _answers(asks: dict[str, PolicyAsk], officers: Officers) -> None:
    minister, mayor = (Post.objects.get(code=told.addressee) for told in ASKS[:2])
    begin_term(
        post=minister,
        holder="Arlinda Demolli",
        first_day=officers.ago(900),
        last_day=None,
        source="Lajm i trilluar",
        by=officers.writing(380),
    )
    for holder, ago in (("Visar Gërguri", 1500), ("Drita Lleshi", 330)):
        begin_term(
            post=mayor,
            holder=holder,
            first_day=officers.ago(ago),
            last_day=None,
            source="Lajm i trilluar",
            by=officers.writing(min(ago, 380)),
        )
    _meetings(asks["status-in-six-months"], minister, officers)
    _promises(asks, minister, mayor, officers)


def _meetings(ask: PolicyAsk, minister: Post, officers: Officers) -> None:
    record_stance(
        post=minister,
        ask=ask,
        position="leans_for",
        taken_on=officers.ago(300),
        source="Takimi në ministri",
        by=officers.writing(299),
    )
    record_encounter(
        post=minister,
        institution=None,
        kind="meeting",
        met_on=officers.ago(300),
        with_whom="Ministrja dhe drejtoresha e departamentit",
        ask=ask,
        said="Ministria e sheh nevojën. Grupi punues mblidhet pas pushimeve.",
        source="Procesverbali ynë",
        by=officers.writing(299),
    )


def _promises(asks: dict[str, PolicyAsk], minister: Post, mayor: Post, officers: Officers) -> None:
    kept = record_promise(
        post=minister,
        ask=asks["status-in-six-months"],
        quote="Grupi punues e dorëzon projektligjin brenda këtij viti.",
        made_by="Arlinda Demolli",
        made_on=officers.ago(280),
        due_on=officers.ago(120),
        condition="",
        source_url=SOURCE.format("projektligji"),
        document_sha256=sha256(b"projektligji").hexdigest(),
        by=officers.writing(279),
    )
    judge_promise(
        promise=kept,
        verdict="kept",
        judged_on=officers.ago(118),
        source="Projektligji u dorëzua në qeveri",
        by=officers.writing(117),
    )
    record_promise(
        post=mayor,
        ask=asks["foster-care-budget"],
        quote="Në buxhetin e ardhshëm do të ketë një linjë për familjet strehuese.",
        made_by="Drita Lleshi",
        made_on=officers.ago(200),
        due_on=officers.ago(30),
        condition="Nëse e miraton kuvendi komunal",
        source_url=SOURCE.format("buxheti"),
        document_sha256="",
        by=officers.writing(199),
    )


def _ratings(ask: PolicyAsk, officers: Officers) -> None:
    by = officers.writing(60)
    rate_progress(
        ask=ask,
        step=3,
        rated_on=officers.ago(60),
        why="Projektligji është miratuar, aktet nënligjore mungojnë.",
        by=by,
    )
    rate_quality(
        ask=ask,
        grade=4,
        rated_on=officers.ago(58),
        reader="Prof. Ana Kovaç",
        organisation="Instituti i së Drejtës Familjare",
        why="Afati gjashtëmujor është aty; pasoja e vonesës mungon.",
        by=officers.writing(58),
    )
    rating = rate_contribution(
        ask=ask,
        claim="confirmed",
        rated_on=officers.ago(55),
        why="Dy nene u morën fjalë për fjalë nga propozimi ynë.",
        evidence=[
            Evidence(
                "Neni 4 u propozua nga shoqëria civile.", "Grupi punues", SOURCE.format("raporti-grupit")
            ),
            Evidence(
                "Propozimi erdhi nga organizata.", "Gazeta Ditore (e trilluar)", SOURCE.format("artikulli")
            ),
        ],
        by=officers.writing(55),
    )
    approve_contribution(rating=rating, by=officers.approving(rating.recorded_at))
    rate_contribution(
        ask=PolicyAsk.objects.get(slug="psychologist-on-the-ward"),
        claim="plausible",
        rated_on=officers.ago(5),
        why="Dita jonë e këshillimit ishte shembulli.",
        evidence=[Evidence("Shërbimi nisi si në spital.", "Drejtoria e spitalit", SOURCE.format("spitali"))],
        by=officers.writing(5),
    )
