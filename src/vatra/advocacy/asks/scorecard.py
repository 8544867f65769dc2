"""The scorecard: every ask on paper, with its stage and its three ratings beside each other."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vatra.advocacy.asks.listing import ListedAsk, listed
from vatra.advocacy.asks.scales import AS_MUNICIPAL_PROMISE
from vatra.advocacy.models import PolicyAsk
from vatra.advocacy.words import Theme
from vatra.kernel import clock
from vatra.kernel.days_in_words import in_words
from vatra.kernel.typesetting import as_pdf
from vatra.kernel.typesetting.languages import in_language
from vatra.kernel.typesetting.parts import Content, section, table, text
from vatra.kernel.typesetting.setting import PACKAGE

TEMPLATE = PACKAGE / "advocacy" / "typst" / "scorecard.typ"
# A scorecard of each language for staff and for the public: setting one takes far longer than reading it.
KEPT = 6


def scorecard(asks: QuerySet[PolicyAsk], *, language: str, on: date) -> bytes:
    """The scorecard of a day; the same asks on the same day give the same bytes."""
    with in_language(language):
        content = _content(listed(asks, on=on), on)
    return _set(json.dumps(content, ensure_ascii=False), language, on)


@lru_cache(maxsize=KEPT)
def _set(content: str, language: str, on: date) -> bytes:
    at = datetime.combine(on, time(), clock.LOCAL)
    return as_pdf(TEMPLATE, json.loads(content), language=language, at=at)


def _content(asks: list[ListedAsk], on: date) -> dict[str, Any]:
    return {
        "title": _("What we ask, and what came of it"),
        "author": "Vatra",
        "standing": _("As it stood on %(day)s.") % {"day": in_words(on)},
        "sections": list(_sections(asks)),
    }


def _sections(asks: list[ListedAsk]) -> Iterator[Content]:
    yield section(_("How to read this"), text(_reading()), text(_withdrawn()))
    for theme, several in groupby(asks, key=lambda each: each.ask.theme):
        yield section(str(Theme(theme).label), _table(list(several)))


def _reading() -> str:
    return _(
        "The stage is what approved, sourced updates tell. Progress says how much is done (1 to 5); quality is what an"
        " outside reader finds of it (1 to 5); our contribution counts once a second person has approved its evidence."
        " The three are never added up. A dash says that nobody has rated it yet."
    )


def _withdrawn() -> str:
    return _(
        "What we no longer ask for is told as withdrawn: it is neither open nor late, and stands on no scale."
    )


def _table(asks: list[ListedAsk]) -> Content:
    heads = [
        _("What is asked"),
        _("Asked of"),
        _("Asked for by"),
        _("Stage"),
        _("Progress"),
        _("Quality"),
        _("Our contribution"),
        _("GAP Institute’s steps"),
    ]
    return table(heads, [4, 3, 2, 2.2, 1.4, 1.4, 2.4, 2], [_row(each) for each in asks])


def _row(each: ListedAsk) -> list[str]:
    ask, nothing = each.ask, "–"
    promised = AS_MUNICIPAL_PROMISE[each.state.stage]
    stage = _("%(stage)s since %(day)s") % {
        "stage": each.state.stage.label,
        "day": in_words(each.state.first_day),
    }
    return [
        str(ask.title),
        _("%(institution)s: %(post)s") % {"institution": ask.addressee.institution, "post": ask.addressee},
        in_words(ask.deadline_on) if ask.deadline_on else nothing,
        stage,
        str(each.progress.value) if each.progress else nothing,
        str(each.quality.value) if each.quality else nothing,
        str(each.contribution.label) if each.contribution else nothing,
        str(promised.label) if promised else nothing,
    ]
