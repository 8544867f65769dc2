"""The review: the regular look, with the child, at whether this is still right for the child."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models.assessment import Cause
from vatra.casework.models.file import File
from vatra.casework.models.plan import Goal
from vatra.casework.models.planned_review import PersonAtReview, PlannedReview
from vatra.casework.words.entries import Participation
from vatra.casework.words.review import IN_WORDS, CauseNow, GoalNow, WithoutChild
from vatra.kernel.privacy import Keep


class Review(models.Model):
    """The regular look at whether this is still right for the child (UN Guidelines §67, R-33)."""

    file = models.ForeignKey(File, models.PROTECT, related_name="reviews")
    # The meeting that was planned; none where the review was taken over or came about unplanned.
    planned = models.ForeignKey(PlannedReview, models.PROTECT, null=True, blank=True, related_name="held_as")
    held_on = models.DateField(_("held on"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    led_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True, blank=True)
    participation = models.CharField(_("the child's part"), max_length=3, choices=Participation)
    child_words = models.TextField(_("what the child said or showed"), blank=True)
    why_without = models.CharField(
        _("why the child has no part"), max_length=20, choices=WithoutChild, null=True, blank=True
    )
    causes_now = models.TextField(_("what else there is to say about the causes"), blank=True)
    conclusion = models.TextField(_("what was agreed"), blank=True)
    next_on = models.DateField(_("next review on"), null=True, blank=True)
    # The code of the system the review was taken over from.
    source_code = models.CharField(max_length=20, blank=True, editable=False)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="next_review_before_this_one",
                condition=Q(next_on__isnull=True) | Q(next_on__gt=F("held_on")),
                violation_error_message=_("The next review lies after this one."),
            ),
            models.CheckConstraint(
                name="review_without_the_childs_part",
                condition=~Q(source_code="")
                | (Q(participation__in=IN_WORDS) & ~Q(child_words=""))
                | Q(why_without__isnull=False),
                violation_error_message=_(
                    "Write down what the child said, sent or showed, or choose the reason why the child has no part."
                ),
            ),
            models.CheckConstraint(
                name="reason_although_the_child_took_part",
                condition=Q(why_without__isnull=True) | ~Q(participation__in=IN_WORDS) | Q(child_words=""),
                violation_error_message=_("The child took part: leave out the reason why not."),
            ),
            models.UniqueConstraint(
                fields=["planned"],
                condition=Q(corrects__isnull=True),
                name="planned_review_held_twice",
                violation_error_message=_(
                    "This planned review has been held. Correct what is written there."
                ),
            ),
        ]
        indexes = [models.Index(fields=["file", "-held_on"], name="review_of_file")]

    class Privacy:
        identifying = ("child_words", "causes_now", "conclusion", "place")
        sensitive = ("participation", "why_without")
        keep_for = Keep.CARE_RECORD


class Present(PersonAtReview):
    """Somebody who was there when the review was held; of the child its own part tells."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="present")

    class Meta(PersonAtReview.Meta):
        constraints = [
            *PersonAtReview.Meta.constraints,
            models.UniqueConstraint(
                fields=["review", "person"],
                name="person_twice_at_review",
                violation_error_message=_("This person is already named among those who were there."),
            ),
        ]

    class Privacy(PersonAtReview.Privacy):
        pass


class CauseLookedAt(models.Model):
    """Whether one cause of the separation was still there at this review (R-07, UN Guidelines §14)."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="causes")
    cause = models.ForeignKey(Cause, models.PROTECT, related_name="looked_at")
    now = models.CharField(_("is it still there"), max_length=10, choices=CauseNow)
    account = models.TextField(_("what has changed"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "cause"],
                name="cause_looked_at_twice",
                violation_error_message=_("This cause is already answered in this review."),
            ),
        ]

    class Privacy:
        identifying = ("account",)
        sensitive = ("now",)
        keep_for = Keep.CARE_RECORD


class GoalLookedAt(models.Model):
    """How one goal of the plan stood at this review (R-29)."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="goals")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="looked_at")
    now = models.CharField(_("how it stands"), max_length=20, choices=GoalNow)
    account = models.TextField(_("what came of it so far"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "goal"],
                name="goal_looked_at_twice",
                violation_error_message=_("This goal is already answered in this review."),
            ),
        ]

    class Privacy:
        identifying = ("account",)
        sensitive = ("now",)
        keep_for = Keep.CARE_RECORD


class DecisionAskedFor(models.Model):
    """Something the review wants to be decided; each may become a question of its own."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="asked_for")
    what = models.TextField(_("what should be decided"))

    class Privacy:
        identifying = ("what",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD
