"""A person: a child, a parent, a carer, a neighbour who worries."""

import uuid
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.partial import PartialDate, Precision
from vatra.kernel.privacy import Keep
from vatra.people.words import Language, Municipality, Sex


class Person(models.Model):
    """Somebody the work knows by name, as that person writes it, in whichever script."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    given_name = models.CharField(_("given name"), max_length=120, blank=True)
    family_name = models.CharField(_("family name"), max_length=120, blank=True)
    father_name = models.CharField(_("father's name"), max_length=120, blank=True)
    mother_name = models.CharField(_("mother's name"), max_length=120, blank=True)
    sex = models.CharField(_("sex"), max_length=1, choices=Sex, default=Sex.UNKNOWN)
    birth_on = models.DateField(_("date of birth"), null=True, blank=True)
    birth_precision = models.CharField(
        _("how exact"), max_length=10, choices=Precision, null=True, blank=True
    )
    died_on = models.DateField(_("date of death"), null=True, blank=True)
    municipality = models.CharField(_("municipality"), max_length=20, choices=Municipality, blank=True)
    languages = ArrayField(models.CharField(max_length=3, choices=Language), default=list, blank=True)
    is_invented = models.BooleanField(_("invented for demonstration"), default=False)
    sort_key = models.CharField(max_length=260, editable=False)
    user = models.OneToOneField(User, models.PROTECT, null=True, blank=True, related_name="person")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="person_has_no_name",
                condition=~Q(given_name="", family_name=""),
                violation_error_message=_(
                    "Write at least one name, or the name the child is called by for now."
                ),
            ),
            models.CheckConstraint(
                name="person_died_before_birth",
                condition=Q(died_on__isnull=True)
                | Q(birth_on__isnull=True)
                | Q(died_on__gte=models.F("birth_on")),
                violation_error_message=_("The date of death cannot lie before the date of birth."),
            ),
            both_or_neither(
                "person_birth_without_precision",
                "birth_on",
                "birth_precision",
                message=_("Say how exact the date of birth is."),
            ),
        ]
        indexes = [models.Index(fields=["sort_key", "id"], name="person_in_order")]

    class Privacy:
        identifying = (
            "given_name",
            "family_name",
            "father_name",
            "mother_name",
            "birth_on",
            "sort_key",
            "key",
        )
        sensitive = ("sex", "languages", "municipality", "died_on", "birth_precision")
        keep_for = Keep.CARE_RECORD

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Given name, then family name."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def birth(self) -> PartialDate | None:
        """The date of birth with its precision."""
        if self.birth_on is None or self.birth_precision is None:
            return None
        return PartialDate(self.birth_on, Precision(self.birth_precision))

    def age_on(self, day: date) -> int | None:
        """Whole years lived on a day; somebody born on 29 February grows older on 1 March of common years."""
        if self.birth_on is None or day < self.birth_on:
            return None
        return (
            day.year - self.birth_on.year - ((day.month, day.day) < (self.birth_on.month, self.birth_on.day))
        )
