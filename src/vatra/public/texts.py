"""Which text a page of the site shows now."""

from django.db.models import QuerySet

from vatra.advocacy.models import SiteEdition
from vatra.advocacy.site.words import PageKind
from vatra.kernel import clock


def text_of(slug: str) -> SiteEdition | None:
    """What stands on a page now; nothing where staff took it down or have not published it. One query."""
    standing = SiteEdition.objects.shown_at(clock.now()).filter(page__kind=PageKind.STANDING)
    return standing.filter(page__slug=slug).select_related("page").first()


def news() -> QuerySet[SiteEdition]:
    """All news that is shown now, the newest first."""
    shown = SiteEdition.objects.shown_at(clock.now()).filter(page__kind=PageKind.NEWS)
    return shown.select_related("page").order_by("-page__news_on", "-page")
