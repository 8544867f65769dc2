"""Options, weighed on the same factors."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.decisions.models.question import Question
from vatra.decisions.words import ContactMeasure, Factor, Leaning
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.kernel.constraints import exactly_one
from vatra.kernel.privacy import Keep


class Option(models.Model):
    """One way to answer the question: a form of care and, once known, the home."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="options")
    form = models.CharField(_("form of care"), max_length=30, choices=FormOfCare, null=True, blank=True)
    contact = models.CharField(
        _("contact with the family"), max_length=20, choices=ContactMeasure, null=True, blank=True
    )
    home = models.ForeignKey(
        Home, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("home")
    )
    in_words = models.CharField(_("in a few words"), max_length=200)
    short_term = models.TextField(_("what it would mean in the next months"), blank=True)
    long_term = models.TextField(_("what it would mean in the years to come"), blank=True)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            exactly_one(
                "option_of_care_and_contact",
                "form",
                "contact",
                message=_("An option is either a form of care or a way of contact."),
            ),
            models.CheckConstraint(
                name="contact_option_with_home",
                condition=Q(contact__isnull=True) | Q(home__isnull=True),
                violation_error_message=_("A way of contact names no home."),
            ),
            models.CheckConstraint(
                name="option_without_words",
                condition=~Q(in_words=""),
                violation_error_message=_("Say in a few words what this option is."),
            ),
        ]

    class Privacy:
        identifying = ("in_words", "short_term", "long_term")
        sensitive = ("form", "contact")
        keep_for = Keep.CARE_RECORD

    def __str__(self) -> str:
        return self.in_words


class Weighing(models.Model):
    """What one factor says about one option, in a sentence (GC 14: each element weighed, with reasons)."""

    option = models.ForeignKey(Option, models.PROTECT, related_name="weighings")
    factor = models.CharField(_("factor"), max_length=20, choices=Factor)
    leaning = models.CharField(_("leaning"), max_length=10, choices=Leaning)
    sentence = models.TextField(_("why"))
    # An entry of the file the sentence rests on, as `kind:id`, for instance `visit:12`; empty where there is none.
    source = models.CharField(_("where it stands in the file"), max_length=40, blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["option", "factor"],
                name="factor_weighed_twice",
                violation_error_message=_("This factor is already weighed for this option."),
            ),
            models.CheckConstraint(
                name="weighing_without_sentence",
                condition=~Q(sentence=""),
                violation_error_message=_("Say in a sentence why the factor points this way."),
            ),
        ]

    class Privacy:
        identifying = ("sentence",)
        sensitive = ("leaning", "source")
        keep_for = Keep.CARE_RECORD
