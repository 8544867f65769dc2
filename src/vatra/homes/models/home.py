"""Homes: families and houses where a child may live, who cares there, and for how many."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit
from vatra.homes.words import FormOfCare
from vatra.kernel.constraints import no_overlap, period_in_order
from vatra.kernel.jurisdiction import the_law_here
from vatra.kernel.privacy import Keep
from vatra.people.models import Person
from vatra.people.sealed import SealedTextField
from vatra.people.words import Municipality


class Homes(models.QuerySet["Home"]):
    """Questions about many homes."""

    def open_on(self, day: date) -> Self:
        """Homes that exist on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)

    def with_places_on(self, day: date) -> Self:
        """Adds `places`: for how many children the home is agreed on a day; None when nobody said."""
        agreed = Capacity.objects.filter(
            Q(last_day__isnull=True) | Q(last_day__gte=day), home=OuterRef("pk"), first_day__lte=day
        )
        return self.annotate(places=Subquery(agreed.values("children")[:1]))


class Home(models.Model):
    """A family or house in which a child lives or may live; never a number of beds."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("called"), max_length=120)
    form = models.CharField(_("form of care"), max_length=30, choices=FormOfCare)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="homes", verbose_name=_("supported by"))
    jurisdiction = models.CharField(_("under the law of"), max_length=40, default=the_law_here)
    municipality = models.CharField(_("municipality"), max_length=20, choices=Municipality, blank=True)
    address = SealedTextField(_("address"), blank=True)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)
    # Codes another system used for this home, kept beside ours.
    source_code = models.CharField(max_length=80, blank=True, editable=False)
    is_invented = models.BooleanField(default=False, editable=False)

    objects = Homes.as_manager()

    class Meta:
        constraints = [
            period_in_order("home_closes_before_it_opens"),
            models.CheckConstraint(
                name="home_form_is_unknown",
                condition=Q(form__in=FormOfCare.values),
                violation_error_message=_("This form of care does not exist."),
            ),
            models.UniqueConstraint(
                fields=["source_code"],
                condition=~Q(source_code=""),
                name="home_imported_twice",
                violation_error_message=_("This home was already taken over from the other system."),
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "name", "id"], name="home_of_unit"),
            models.Index(fields=["name", "id"], name="home_in_order"),
        ]

    class Privacy:
        identifying = ("name", "address")
        sensitive = ("municipality",)
        keep_for = Keep.CARE_RECORD

    def __str__(self) -> str:
        return self.name


class Carer(models.Model):
    """A person who cares for the children of a home, for a period (R-36: a named carer for each child)."""

    home = models.ForeignKey(Home, models.PROTECT, related_name="carers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="carer_in")
    is_main_carer = models.BooleanField(_("main carer"), default=True)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        constraints = [
            period_in_order("carer_leaves_before_coming"),
            no_overlap(
                "carer_twice_in_home",
                "home",
                "person",
                message=_("This person already cares in this home on these days."),
            ),
        ]

    class Privacy:
        identifying = ("person",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class Capacity(models.Model):
    """For how many children the home is agreed, for a period."""

    home = models.ForeignKey(Home, models.PROTECT, related_name="capacities")
    children = models.PositiveSmallIntegerField(_("number of children"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        constraints = [
            period_in_order("capacity_ends_before_it_starts"),
            no_overlap(
                "capacity_overlaps",
                "home",
                message=_("The number of children is already agreed for these days."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CARE_RECORD
