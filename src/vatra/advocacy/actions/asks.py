"""Acts on policy asks: asking, wording anew, showing to the public."""

from collections.abc import Mapping
from datetime import date

from vatra.advocacy.asks.open_asks import open_asks
from vatra.advocacy.asks.rules import too_many_asks
from vatra.advocacy.models import Campaign, PolicyAsk, Post
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor, record


@atomic()
def ask_policy(
    *,
    campaign: Campaign,
    addressee: Post,
    slug: str,
    title: Mapping[str, str],
    text: Mapping[str, str],
    theme: str,
    crc_article: int | None,
    change: str,
    level: str,
    instrument: str,
    baseline: str,
    asked_on: date,
    deadline_on: date | None,
    reasons: Mapping[str, str],
    by: Actor,
) -> PolicyAsk:
    """Ask the holder of a post for one change by a day."""
    why = heed(too_many_asks(open_asks(by.today).count()), reasons)
    ask = PolicyAsk(
        campaign=campaign,
        addressee=addressee,
        slug=slug,
        title=wording(title),
        text=wording(text),
        theme=theme,
        crc_article=crc_article,
        change=change,
        level=level,
        instrument=instrument,
        baseline=baseline,
        asked_on=asked_on,
        deadline_on=deadline_on,
    )
    well_formed(ask)
    ask.save()
    facts = {"slug": slug, "theme": theme, "addressee": addressee.pk, "deadline_on": deadline_on}
    reason = "\n".join(why.values())
    record("ask_policy", by=by, chain=ask.key, subject=ask, on=asked_on, why=reason, facts=facts)
    return ask


@atomic()
def reword_ask(
    *,
    ask: PolicyAsk,
    title: Mapping[str, str],
    text: Mapping[str, str],
    baseline: str,
    deadline_on: date | None,
    by: Actor,
) -> PolicyAsk:
    """Write an ask in other words, or in one more language; what was asked before stays in the history of the row."""
    ask.title, ask.text = wording(title), wording(text)
    ask.baseline, ask.deadline_on = baseline, deadline_on
    well_formed(ask)
    ask.save(update_fields=["title", "text", "baseline", "deadline_on"])
    facts = {"languages": sorted(ask.text), "deadline_on": deadline_on}
    record("reword_ask", by=by, chain=ask.key, subject=ask, facts=facts)
    return ask


@atomic()
def show_ask(*, ask: PolicyAsk, from_day: date | None, by: Actor) -> PolicyAsk:
    """From this day on the ask stands on the public site; without a day it does not."""
    ask.shown_from = from_day
    well_formed(ask)
    ask.save(update_fields=["shown_from"])
    record("show_ask", by=by, chain=ask.key, subject=ask, on=from_day, facts={"shown_from": from_day})
    return ask
