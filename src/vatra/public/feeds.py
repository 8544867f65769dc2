"""What happened to the asks, as an Atom feed that news readers follow."""

from datetime import date

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from vatra.advocacy.asks.words import Stage
from vatra.advocacy.models import AskUpdate, PolicyAsk
from vatra.public.languages import OF_ADDRESS

LATEST = 50


def updates_feed(language: str, *, on: date) -> HttpResponse:
    """The latest approved updates of the asks that are shown on a day, in the order of their approval."""
    site = settings.PUBLIC_SITE
    feed = Atom1Feed(
        title=_("What came of our asks"),
        link=site + reverse("public:asks", args=[language]),
        feed_url=site + reverse("public:ask_updates", args=[language]),
        description=_("Each update names its source and was approved by a second person."),
        language=OF_ADDRESS[language],
    )
    shown = PolicyAsk.objects.public(on)
    updates = AskUpdate.objects.standing().filter(ask__in=shown).select_related("ask")
    for update in updates.order_by("-approved_at", "-pk")[:LATEST]:
        page = site + reverse("public:ask", args=[language, update.ask.slug])
        told = {"ask": update.ask, "stage": Stage(update.stage).label}
        feed.add_item(
            title=_("%(ask)s: %(stage)s") % told,
            link=f"{page}#update-{update.pk}",
            unique_id=f"{page}#update-{update.pk}",
            description=str(update.text),
            pubdate=update.approved_at,
            updateddate=update.approved_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
