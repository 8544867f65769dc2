"""A review that is planned: when, where, and who is asked to come. Only what was held counts as a review."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models.file import File
from vatra.casework.words.review import NotHeld, Part
from vatra.kernel.constraints import exactly_one
from vatra.kernel.privacy import Keep
from vatra.people.models import Person


class PlannedReviews(models.QuerySet["PlannedReview"]):
    """Questions about many planned reviews."""

    def to_be_held(self) -> "PlannedReviews":
        """Neither held nor put off."""
        return self.filter(missed_because__isnull=True, held_as__isnull=True)


class PlannedReview(models.Model):
    """A day and a place for the next review; it satisfies no clock (R-33). Not held, it leads to a new day."""

    file = models.ForeignKey(File, models.PROTECT, related_name="planned_reviews")
    meets_on = models.DateField(_("day of the review"))
    hour = models.TimeField(_("at what time"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120)
    planned_on = models.DateField(_("planned on"))
    planned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    missed_because = models.CharField(
        _("why it did not take place"), max_length=20, choices=NotHeld, null=True, blank=True
    )
    missed_account = models.TextField(_("what happened"), blank=True)
    # The planned review that did not take place and led to this one.
    instead_of = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="put_off_to"
    )

    objects = PlannedReviews.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="review_planned_into_the_past",
                condition=Q(meets_on__gte=F("planned_on")),
                violation_error_message=_(
                    "This day has passed. Plan the review for a day to come, or write down that it was held."
                ),
            ),
            models.CheckConstraint(
                name="missed_review_without_reason",
                condition=Q(missed_because__isnull=True, missed_account="")
                | (Q(missed_because__isnull=False) & ~Q(missed_because=NotHeld.OTHER))
                | (Q(missed_because=NotHeld.OTHER) & ~Q(missed_account="")),
                violation_error_message=_("Say why the review did not take place."),
            ),
        ]
        indexes = [models.Index(fields=["file", "meets_on"], name="planned_review_of_file")]

    class Privacy:
        identifying = ("place", "missed_account")
        sensitive = ("missed_because", "hour")
        keep_for = Keep.CARE_RECORD


class PersonAtReview(models.Model):
    """Somebody at a review, as a person the file knows or by name."""

    part = models.CharField(_("as what"), max_length=20, choices=Part)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("name"), max_length=160, null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            exactly_one(
                "%(class)s_is_person_or_name",
                "person",
                "name",
                message=_("Name this person: either somebody the file knows, or by name."),
            ),
            models.CheckConstraint(
                name="%(class)s_without_name",
                condition=Q(name__isnull=True) | ~Q(name=""),
                violation_error_message=_("Write the name of this person."),
            ),
        ]

    class Privacy:
        identifying = ("person", "name")
        sensitive = ("part",)
        keep_for = Keep.CARE_RECORD

    @property
    def called(self) -> str:
        """The name, wherever it is kept."""
        return self.person.name if self.person else self.name or ""


class Invited(PersonAtReview):
    """Somebody who is asked to come to a planned review."""

    planned = models.ForeignKey(PlannedReview, models.PROTECT, related_name="invited")

    class Meta(PersonAtReview.Meta):
        constraints = [
            *PersonAtReview.Meta.constraints,
            models.UniqueConstraint(
                fields=["planned", "person"],
                name="person_invited_twice",
                violation_error_message=_("This person is already invited."),
            ),
        ]

    class Privacy(PersonAtReview.Privacy):
        pass


class AroundChild(models.Model):
    """Somebody who stands around the child, read from the SQL view `casework_around`: who may come to a review.

    The child, its parents, the carers of the home it lives in, its guardian; a body has a name and is no person.
    """

    file_id = models.BigIntegerField(primary_key=True)
    part = models.CharField(max_length=20, choices=Part)
    person = models.ForeignKey(Person, models.DO_NOTHING, null=True, related_name="+")
    name = models.CharField(max_length=160)
    first_day = models.DateField()
    last_day = models.DateField(null=True)

    class Meta:
        managed = False
        db_table = "casework_around"

    class Privacy:
        identifying = ("name", "person")
        sensitive = ()
        keep_for = Keep.REFERENCE
