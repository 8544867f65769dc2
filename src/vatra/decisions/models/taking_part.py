"""Those who are close to the child, and what they say: recorded as the child's own view is (R-26, R-31)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.decisions.models.question import Question
from vatra.decisions.words import HeardHow, PartKind, PersonNotHeard
from vatra.kernel.privacy import Keep
from vatra.people.models import Person
from vatra.people.words import Language


class TookPart(models.Model):
    """Somebody who took part in the decision, in which capacity, with what view, or the coded reason why not."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="participants")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    part = models.CharField(_("took part as"), max_length=20, choices=PartKind)
    heard_how = models.CharField(
        _("how the view was sought"), max_length=20, choices=HeardHow, null=True, blank=True
    )
    heard_on = models.DateField(_("on"), null=True, blank=True)
    heard_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    heard_in = models.CharField(_("in which language"), max_length=3, choices=Language, null=True, blank=True)
    view = models.TextField(_("view"), blank=True)
    taken_up = models.TextField(_("what was taken up, what was not, and why"), blank=True)
    not_heard_reason = models.CharField(
        _("why the view could not be sought"), max_length=20, choices=PersonNotHeard, null=True, blank=True
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="view_heard_and_not_heard",
                condition=Q(not_heard_reason__isnull=True) | Q(heard_how__isnull=True, view=""),
                violation_error_message=_("Write either the view, or the reason why it could not be sought."),
            ),
        ]

    class Privacy:
        identifying = ("name", "view", "person", "taken_up")
        sensitive = ("part", "heard_how", "heard_in", "not_heard_reason")
        keep_for = Keep.CARE_RECORD
