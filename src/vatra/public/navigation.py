"""The links on every page of the site: pages with a view of their own, and those whose text staff keep."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models import SiteEdition
from vatra.advocacy.site.words import PagePlace
from vatra.kernel import clock
from vatra.kernel.in_languages import Wording
from vatra.kernel.sentence import Sentence
from vatra.public.languages import OF_ADDRESS

# Whatever no other view answers to is looked for among the texts.
TEXT = "public:text"


@dataclass(frozen=True)
class Place:
    """A page with a view of its own: its address below the language, and where among the links it stands."""

    path: str
    words: Sentence
    where: PagePlace
    position: int

    @property
    def is_there(self) -> bool:
        """Whether some view answers under this address."""
        return _answers(self.path)


# A link appears with its page: nothing here leads nowhere.
PLACES = (
    Place("campaigns/", _("Campaigns"), PagePlace.MAIN, 30),
    Place("asks/", _("What we ask"), PagePlace.MAIN, 40),
    Place("sign/", _("Sign"), PagePlace.MAIN, 50),
    Place("news/", _("News"), PagePlace.MAIN, 70),
    Place("answers/", _("Who answered"), PagePlace.FOOTER, 4),
    Place("events/", _("Events"), PagePlace.FOOTER, 5),
    Place("results/", _("What came of it"), PagePlace.FOOTER, 6),
    Place("press/", _("Press room"), PagePlace.FOOTER, 8),
)


@dataclass(frozen=True)
class Entry:
    """A link as a page shows it."""

    words: Sentence | Wording
    url: str
    where: str
    position: int
    is_current: bool


def entries(language: str, path: str) -> list[Entry]:
    """Every link of the site in its order, as seen from a page. One query."""
    found = [*_built(language), *_written(language)]
    seen = [_entry(each, url, path) for each, url in found]
    return sorted(seen, key=attrgetter("position"))


def _built(language: str) -> Iterator[tuple[Place, str]]:
    for place in PLACES:
        if place.is_there:
            yield place, f"/{language}/{place.path}"


def _written(language: str) -> Iterator[tuple[Place, str]]:
    linked = SiteEdition.objects.shown_at(clock.now()).exclude(page__place=PagePlace.NOWHERE)
    for slug, where, position, title in linked.values_list(
        "page__slug", "page__place", "page__position", "title"
    ):
        yield Place(f"{slug}/", title, PagePlace(where), position), f"/{language}/{slug}/"


def _entry(place: Place, url: str, path: str) -> Entry:
    return Entry(place.words, url, place.where.value, place.position, is_current=path.startswith(url))


@lru_cache(maxsize=200)
def _answers(path: str) -> bool:
    try:
        return resolve(f"/{next(iter(OF_ADDRESS))}/{path}").view_name != TEXT
    except Resolver404:
        return False
