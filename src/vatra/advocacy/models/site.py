"""The pages of the public site and their editions: what is written, from which moment it is shown."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.site.words import PageKind, PagePlace
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.in_languages import SITE_LANGUAGES, InLanguages, Wording, said_somewhere
from vatra.kernel.privacy import Keep


class SitePage(models.Model):
    """One page of the public site under one address; what stands on it is said by its editions."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # It never changes, so that links from elsewhere keep leading here.
    slug = models.SlugField(
        _("short name in the address"),
        max_length=60,
        unique=True,
        error_messages={"unique": _("Another page has this address. Choose another short name.")},
    )
    kind = models.CharField(_("kind"), max_length=10, choices=PageKind)
    place = models.CharField(_("link to it"), max_length=10, choices=PagePlace, default=PagePlace.NOWHERE)
    position = models.PositiveSmallIntegerField(_("place among the links"), default=50)
    news_on = models.DateField(_("day of the news"), null=True, blank=True)
    # Nothing published before this moment is shown any more; what is published later is.
    taken_down_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="site_words_are_unknown",
                condition=Q(kind__in=PageKind.values, place__in=PagePlace.values),
                violation_error_message=_("Choose the kind and the place from the lists."),
            ),
            models.CheckConstraint(
                name="news_without_a_day",
                condition=Q(kind=PageKind.NEWS, news_on__isnull=False)
                | Q(kind=PageKind.STANDING, news_on__isnull=True),
                violation_error_message=_("News has a day, and a page that stays has none."),
            ),
            models.CheckConstraint(
                name="news_among_the_links",
                condition=Q(kind=PageKind.STANDING) | Q(place=PagePlace.NOWHERE),
                violation_error_message=_("News stands in the list of news, not among the links."),
            ),
        ]
        indexes = [models.Index(fields=["-news_on", "-id"], name="news_newest_first")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return self.slug


class SiteEditions(models.QuerySet["SiteEdition"]):
    """Questions about many editions."""

    def published(self) -> Self:
        """Editions with a moment from which they are shown, which nobody called off."""
        return self.filter(shown_from_at__isnull=False, called_off_at__isnull=True)

    def shown_at(self, moment: datetime) -> Self:
        """The one edition of each page that visitors read at a moment."""
        standing = Q(page__taken_down_at__isnull=True) | Q(shown_from_at__gt=F("page__taken_down_at"))
        begun = SiteEdition.objects.published().filter(standing, shown_from_at__lte=moment)
        newest = begun.filter(page=OuterRef("page")).order_by("-shown_from_at", "-edition")
        return self.filter(pk=Subquery(newest.values("pk")[:1]))

    def newest(self) -> Self:
        """The edition of each page that was written last."""
        last = SiteEdition.objects.filter(page=OuterRef("page")).order_by("-edition")
        return self.filter(pk=Subquery(last.values("pk")[:1]))


class SiteEdition(models.Model):
    """What a page says, in the languages of the site; an edition is never changed, a newer one takes its place.

    `body` is written in the small markup of `site.markup`. Without `written_by` the text came with Vatra.
    """

    page = models.ForeignKey(SitePage, models.PROTECT, related_name="editions")
    edition = models.PositiveIntegerField(_("edition"))
    title = InLanguages(_("title"))
    summary = InLanguages(_("in two sentences"), default=Wording, blank=True)
    body = InLanguages(_("text"), default=Wording, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    shown_from_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    called_off_at = models.DateTimeField(null=True, blank=True)

    objects = SiteEditions.as_manager()

    trigger_sentences = {
        "edition_of_the_site_changed": _("An edition stays as it was written. Write a new one."),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="edition_of_the_site_twice",
                fields=["page", "edition"],
                violation_error_message=_(
                    "Somebody saved this page a moment ago. Open it again; your text is kept as a draft."
                ),
            ),
            said_somewhere("site_page_without_title", "title", _("Give the page a title.")),
            both_or_neither(
                "edition_shown_without_being_published",
                "shown_from_at",
                "published_at",
                message=_("Say from which moment the edition is shown."),
            ),
            models.CheckConstraint(
                name="edition_shown_before_it_is_published",
                condition=Q(shown_from_at__isnull=True) | Q(shown_from_at__gte=F("published_at")),
                violation_error_message=_("An edition cannot be shown from a moment that has passed."),
            ),
            models.CheckConstraint(
                name="edition_called_off_too_late",
                condition=Q(called_off_at__isnull=True) | Q(called_off_at__lt=F("shown_from_at")),
                violation_error_message=_("The edition is already shown. Publish another one instead."),
            ),
        ]
        indexes = [models.Index(fields=["page", "-shown_from_at", "-edition"], name="edition_shown")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    @property
    def missing(self) -> list[str]:
        """The languages in which a part is missing that another language has."""
        parts = [part for part in (self.title, self.summary, self.body) if part]
        return [code for code in SITE_LANGUAGES if any(code in part.missing for part in parts)]


class HowToReachUs(models.Model):
    """How the public reaches the organisation, as somebody last said; what is empty is not shown."""

    phone = models.CharField(_("our own number"), max_length=40, blank=True)
    hours = InLanguages(_("when somebody answers it"), default=Wording, blank=True)
    email = models.EmailField(_("our e-mail address"), blank=True)
    address = models.TextField(_("our address"), blank=True)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        get_latest_by = ("said_at", "pk")
        constraints = [
            models.CheckConstraint(
                name="hours_without_a_number",
                condition=~Q(phone="") | Q(hours={}),
                violation_error_message=_("Give the number that these hours are for."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
