"""What the media say: outlets, where we look, and what was found."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.media.words import OutletKind, Reach
from vatra.advocacy.models.campaign import Campaign
from vatra.kernel.constraints import both_or_neither, period_in_order
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep

ADDRESS_LENGTH = 800


class Outlet(models.Model):
    """A newspaper, a station, a news site."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=OutletKind)
    language = models.CharField(_("language"), max_length=10)
    reach = models.CharField(_("whom it reaches, as we estimate"), max_length=10, choices=Reach)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="outlet_words_are_unknown",
                condition=Q(kind__in=OutletKind.values, reach__in=Reach.values) & ~Q(name=""),
                violation_error_message=_("Name the outlet, and choose its kind and reach from the lists."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return self.name


class KeyMessages(models.QuerySet["KeyMessage"]):
    """Questions about many messages."""

    def held_on(self, day: date) -> Self:
        """Messages a campaign stands for on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class KeyMessage(models.Model):
    """What a campaign wants people to have heard, in one sentence."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="messages")
    wording = InLanguages(_("the message"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    objects = KeyMessages.as_manager()

    class Meta:
        constraints = [
            period_in_order("message_ends_before_it_starts"),
            said_somewhere("message_without_words", "wording", _("Write the message.")),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.wording)


class FeedSources(models.QuerySet["FeedSource"]):
    """Questions about many feeds."""

    def read_on(self, day: date) -> Self:
        """Feeds that are read on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class FeedSource(models.Model):
    """A feed we look into: only what has one of its keywords is suggested, and nothing is opened besides it."""

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="feeds", verbose_name=_("outlet"))
    address = models.URLField(_("address of the feed"), max_length=ADDRESS_LENGTH, unique=True)
    keywords = ArrayField(models.CharField(max_length=60), verbose_name=_("words we look for"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)
    # What the server said of its last answer, so that it need not send the same again (RFC 9110 §13).
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=80, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=40, blank=True)

    objects = FeedSources.as_manager()

    class Meta:
        constraints = [
            period_in_order("feed_ends_before_it_starts"),
            models.CheckConstraint(
                name="feed_without_keywords",
                condition=Q(keywords__len__gte=1),
                violation_error_message=_("Write at least one word we look for."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return self.address


class Clippings(models.QuerySet["Clipping"]):
    """Questions about many clippings."""

    def latest_first(self) -> Self:
        """The newest first, with their outlet and campaign."""
        return self.select_related("outlet", "campaign").order_by("-published_on", "-pk")


class Clipping(models.Model):
    """Something the media said about a matter of ours: where, when, and a few of its words."""

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="clippings", verbose_name=_("outlet"))
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, blank=True, related_name="clippings", verbose_name=_("campaign")
    )
    address = models.URLField(_("address"), max_length=ADDRESS_LENGTH)
    # The address without what only counts clicks: the same article is kept once.
    canonical_address = models.CharField(max_length=ADDRESS_LENGTH)
    title = models.CharField(_("title"), max_length=300)
    published_on = models.DateField(_("published on"))
    language = models.CharField(_("language"), max_length=10)
    excerpt = models.TextField(_("a few of its words"), blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = Clippings.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["canonical_address"],
                name="clipping_kept_twice",
                violation_error_message=_("This article is already in the list. Thank you for looking out."),
            ),
            models.CheckConstraint(
                name="clipping_without_title",
                condition=~Q(title=""),
                violation_error_message=_("Write the title."),
            ),
        ]
        indexes = [
            models.Index(fields=["-published_on", "-id"], name="clipping_newest_first"),
            models.Index(fields=["campaign", "published_on"], name="clippings_of_campaign"),
        ]

    class Privacy:
        identifying = ("title", "excerpt")
        sensitive = ()
        keep_for = Keep.CAMPAIGN

    def __str__(self) -> str:
        return self.title


class Suggestions(models.QuerySet["Suggestion"]):
    """Questions about many suggestions."""

    def open(self) -> Self:
        """Those nobody has taken or put aside, the newest first."""
        return self.filter(clipping=None, dismissed_by=None).order_by("-found_at", "-pk")


class Suggestion(models.Model):
    """Something a feed told of that has one of our words; it becomes a clipping when somebody takes it."""

    source = models.ForeignKey(FeedSource, models.PROTECT, related_name="suggestions")
    address = models.URLField(max_length=ADDRESS_LENGTH)
    canonical_address = models.CharField(max_length=ADDRESS_LENGTH, unique=True)
    title = models.CharField(max_length=300)
    published_on = models.DateField(null=True, blank=True)
    excerpt = models.TextField(blank=True)
    found_at = models.DateTimeField()
    clipping = models.OneToOneField(
        Clipping, models.PROTECT, null=True, blank=True, related_name="suggestion"
    )
    dismissed_at = models.DateTimeField(null=True, blank=True)
    dismissed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = Suggestions.as_manager()

    class Meta:
        constraints = [
            both_or_neither(
                "suggestion_dismissed_by_nobody",
                "dismissed_at",
                "dismissed_by",
                message=_("Say who put the suggestion aside."),
            ),
            models.CheckConstraint(
                name="suggestion_taken_and_dismissed",
                condition=Q(clipping__isnull=True) | Q(dismissed_by__isnull=True),
                violation_error_message=_("Somebody has already answered this suggestion."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["-found_at", "-id"],
                condition=Q(clipping=None, dismissed_by=None),
                name="suggestions_to_answer",
            )
        ]

    class Privacy:
        identifying = ("title", "excerpt")
        sensitive = ()
        keep_for = Keep.CAMPAIGN

    def __str__(self) -> str:
        return self.title
