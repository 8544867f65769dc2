"""What invented media said, and how two officers coded it."""

from collections.abc import Mapping

from vatra.advocacy.actions.coding import code_clipping, settle_coding
from vatra.advocacy.actions.media import Found, add_outlet, follow_feed, keep_clipping, set_message
from vatra.advocacy.media.books import NO_MESSAGE, latest
from vatra.advocacy.media.web_address import canonical
from vatra.advocacy.models import Clipping, FeedSource, Outlet, Suggestion
from vatra.desk.demo.reaching.reporting_told import ARTICLES, MESSAGES, OUTLETS, SUGGESTED, ToldArticle
from vatra.desk.demo.reaching.team import Team
from vatra.kernel.in_languages import Wording

BEGAN = 90


def report(team: Team) -> None:
    """Outlets and a feed, articles, and their coding."""
    outlets = {
        name: add_outlet(name=name, kind=kind, language=language, reach=reach, by=team.by(BEGAN))
        for name, kind, language, reach in OUTLETS
    }
    messages = [
        set_message(
            campaign=team.campaign, wording=Wording(words), first_day=team.ago(BEGAN), by=team.by(BEGAN)
        ).pk
        for words in MESSAGES
    ]
    for article in ARTICLES:
        _article(team, outlets[article.outlet], messages, article)
    _feed(team, next(iter(outlets.values())))


def _article(team: Team, outlet: Outlet, messages: list[int], told: ToldArticle) -> None:
    found = Found(
        outlet=outlet,
        address=f"https://{told.slug}.example/lajme",
        title=told.title,
        published_on=team.ago(told.ago),
        language=outlet.language,
        excerpt=told.excerpt,
        campaign=team.campaign,
    )
    clipping = keep_clipping(found=found, by=team.by(told.ago - 1))
    codes = _codes(told, messages)
    if told.coders:
        code_clipping(clipping=clipping, codes=codes, by=team.by(told.ago - 1))
    if told.coders > 1:
        code_clipping(clipping=clipping, codes={**codes, **told.second_says}, by=team.by_second(told.ago - 1))
    if told.settled:
        _settle(team, clipping, told.settled, told.ago - 1)


def _codes(told: ToldArticle, messages: list[int]) -> dict[str, str]:
    quiet = {question.code: "no" for question in latest().questions if question.is_ethical}
    message = NO_MESSAGE if told.message is None else str(messages[told.message])
    return {**quiet, "reach": "large", "tone": told.tone, "message": message, **told.wrongs}


def _settle(team: Team, clipping: Clipping, settled: Mapping[str, str], ago: int) -> None:
    """The two sit down together."""
    why = "E lexuam bashkë edhe një herë: titulli e vendos."
    settle_coding(clipping=clipping, codes=settled, why=why, together_with=team.second, by=team.by(ago))


def _feed(team: Team, outlet: Outlet) -> None:
    source = follow_feed(
        outlet=outlet,
        address="https://zeri-i-vogel.example/rss",
        keywords=["fëmijë", "strehim familjar", "jetim"],
        first_day=team.ago(BEGAN),
        by=team.by(BEGAN),
    )
    FeedSource.objects.filter(pk=source.pk).update(read_at=team.by(0).at)
    for title, address in SUGGESTED:
        Suggestion.objects.create(
            source=source,
            address=address,
            canonical_address=canonical(address),
            title=title,
            published_on=team.ago(1),
            found_at=team.by(0).at,
        )
