"""Institutions, the posts in them, and who held a post when: a post is not a person."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.words import Level
from vatra.kernel.constraints import no_overlap, period_in_order
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep
from vatra.people.words import Municipality


def known_once(name: str) -> models.UniqueConstraint:
    """It is wrong that two rows carry the code under which something comes with Vatra."""
    message = _("This comes with Vatra, and is here already.")
    return models.UniqueConstraint(
        fields=["code"], condition=~Q(code=""), name=name, violation_error_message=message
    )


class Institution(models.Model):
    """A body that can change something for children: a ministry, a municipality, the assembly, a hospital."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # What comes with Vatra is known by its code; what somebody writes down here has none.
    code = models.SlugField(max_length=60, blank=True, editable=False)
    name = InLanguages(_("name"))
    level = models.CharField(_("level"), max_length=10, choices=Level)
    municipality = models.CharField(_("municipality"), max_length=20, choices=Municipality, blank=True)
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        constraints = [
            said_somewhere("institution_without_name", "name", _("Give the institution a name.")),
            known_once("institution_known_twice"),
            models.CheckConstraint(
                name="institution_in_no_municipality",
                condition=Q(level=Level.CENTRAL, municipality="")
                | Q(level=Level.MUNICIPAL) & ~Q(municipality=""),
                violation_error_message=_(
                    "A municipal institution has a municipality, and a central one has none."
                ),
            ),
            models.CheckConstraint(
                name="institution_ends_before_it_starts",
                condition=Q(first_day__isnull=True)
                | Q(last_day__isnull=True)
                | Q(last_day__gte=models.F("first_day")),
                violation_error_message=_("The last day cannot be before the first day."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.name)


class Post(models.Model):
    """An office in an institution, whoever holds it: a minister, a mayor, a director."""

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="posts")
    code = models.SlugField(max_length=60, blank=True, editable=False)
    title = InLanguages(_("title"))
    # The address of the office, not of a person; mails to somebody in office go here.
    email = models.EmailField(_("e-mail address of the office"), blank=True)

    class Meta:
        constraints = [
            said_somewhere("post_without_title", "title", _("Give the post a title.")),
            known_once("post_known_twice"),
        ]

    class Privacy:
        identifying = ("email",)
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.title)


class Terms(models.QuerySet["Term"]):
    """Questions about many terms of office."""

    def held_on(self, day: date) -> Self:
        """Terms that run on a day."""
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class Term(models.Model):
    """Somebody holds a post on these days; public office is told by name."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="terms")
    holder = models.CharField(_("who holds the post"), max_length=120)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300)

    objects = Terms.as_manager()

    class Meta:
        constraints = [
            period_in_order("term_ends_before_it_starts"),
            no_overlap("two_holders_of_a_post", "post", message=_("One person holds a post on each day.")),
            models.CheckConstraint(
                name="term_without_holder",
                condition=~Q(holder="") & ~Q(source=""),
                violation_error_message=_("Name who holds the post, and where that is known from."),
            ),
        ]

    class Privacy:
        identifying = ("holder",)
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return self.holder
