"""Coding of clippings: two people answer the same questions apart from each other, and a third settles the rest."""

from typing import Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.media.codes import CODERS
from vatra.advocacy.models.media import Clipping
from vatra.kernel.privacy import Keep


class Codings(models.QuerySet["Coding"]):
    """Questions about many codings."""

    def readable_by(self, user: User) -> Self:
        """Own codings, and both of a clipping once both are there: the second coder does not see the first's."""
        both = Coding.objects.filter(clipping=OuterRef("clipping")).order_by().values("clipping")
        done = self.annotate(done=Subquery(both.annotate(number=Count("pk")).values("number")))
        return done.filter(Q(coder=user) | Q(done=CODERS))


class Coding(models.Model):
    """What one coder answered about a clipping, by a version of the code book; it stays as it was answered."""

    clipping = models.ForeignKey(Clipping, models.PROTECT, related_name="codings")
    coder = models.ForeignKey(User, models.PROTECT, related_name="+")
    turn = models.PositiveSmallIntegerField()
    book = models.PositiveSmallIntegerField(_("version of the code book"))
    # The answer's code by the question's code; for the message its number, or "none".
    codes = models.JSONField()
    coded_at = models.DateTimeField()

    objects = Codings.as_manager()

    trigger_sentences = {
        "coding_changed": _("A coding stays as it was made. What is wrong in it is settled afterwards."),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clipping", "coder"],
                name="coded_twice_by_one",
                violation_error_message=_(
                    "You have coded this clipping. Somebody else has to be the second."
                ),
            ),
            models.UniqueConstraint(
                fields=["clipping", "turn"],
                name="coded_by_too_many",
                violation_error_message=_("Two people have already coded this clipping."),
            ),
            models.CheckConstraint(
                name="coding_has_no_turn",
                condition=Q(turn__gte=1, turn__lte=CODERS),
                violation_error_message=_("Two people have already coded this clipping."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CAMPAIGN


class Adjudication(models.Model):
    """What holds where two coders differed: said by a third person, or by the two together."""

    clipping = models.OneToOneField(Clipping, models.PROTECT, related_name="adjudication")
    codes = models.JSONField()
    why = models.TextField(_("why"))
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    together_with = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField()

    trigger_sentences = {
        "settled_before_both_coded": _("Differences are settled after two people have coded the clipping."),
        "settled_by_one_coder": _("One coder alone does not settle it: both together do, or a third person."),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="settled_without_reason",
                condition=~Q(why=""),
                violation_error_message=_("Say why it is settled like this."),
            ),
        ]

    class Privacy:
        identifying = ("why",)
        sensitive = ()
        keep_for = Keep.CAMPAIGN
