"""The panel: who sits on it, what it was asked, how it voted, what it said (UN Guidelines §57, R-26)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.decisions.models.question import Question
from vatra.decisions.words import Discipline, Position, ResolutionKind
from vatra.kernel.constraints import both_or_neither, no_overlap, period_in_order
from vatra.kernel.privacy import Keep


class PanelSeat(models.Model):
    """Somebody sits on the panel for one question; with no conflict declared, its files can be read for these days.

    A guest reads and speaks but does not vote. Until the conflict of interest is declared, nothing can be read.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="seats")
    member = models.ForeignKey(User, models.PROTECT, related_name="+")
    discipline = models.CharField(_("discipline"), max_length=20, choices=Discipline)
    as_guest = models.BooleanField(_("guest, without a vote"), default=False)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day on which the pack can be read"), null=True, blank=True)
    declared_on = models.DateField(_("declared on"), null=True, blank=True)
    has_conflict = models.BooleanField(_("has a conflict of interest"), null=True, blank=True)
    conflict = models.CharField(_("the conflict"), max_length=300, blank=True)

    class Meta:
        constraints = [
            period_in_order("seat_ends_before_it_starts"),
            no_overlap(
                "member_seated_twice", "question", "member", message=_("This member already has a seat.")
            ),
            both_or_neither(
                "conflict_half_declared",
                "declared_on",
                "has_conflict",
                message=_("Say whether there is a conflict of interest, and on which day it was said."),
            ),
            models.CheckConstraint(
                name="conflict_without_words",
                condition=Q(has_conflict=True) & ~Q(conflict="")
                | Q(has_conflict=False, conflict="")
                | Q(has_conflict__isnull=True, conflict=""),
                violation_error_message=_("Say in a few words what the conflict of interest is."),
            ),
        ]

    class Privacy:
        identifying = ("conflict",)
        sensitive = ("has_conflict",)
        keep_for = Keep.CARE_RECORD


class PanelMeeting(models.Model):
    """A day on which the panel looks at a question; deferred, it meets again."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="meetings")
    meets_on = models.DateField(_("meets on"))
    agenda = models.TextField(_("agenda"))
    quorum = models.PositiveSmallIntegerField(_("members needed"))
    called_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    trigger_sentences = {
        "meeting_changed": _("What the panel was called for stays as it is. Call it anew."),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="quorum_below_two",
                condition=Q(quorum__gte=2),
                violation_error_message=_("A panel is at least two people."),
            ),
            models.UniqueConstraint(
                name="panel_meets_twice_a_day",
                fields=["question", "meets_on"],
                violation_error_message=_("The panel already meets on this question that day."),
            ),
        ]

    class Privacy:
        identifying = ("agenda",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class Vote(models.Model):
    """How a member voted; who disagrees says why, and it stays with the decision."""

    meeting = models.ForeignKey(PanelMeeting, models.PROTECT, related_name="votes")
    seat = models.ForeignKey(PanelSeat, models.PROTECT, related_name="votes")
    position = models.CharField(_("vote"), max_length=10, choices=Position)
    dissent = models.TextField(_("why not"), blank=True)

    trigger_sentences = {
        "vote_with_conflict": _(
            "Who has a conflict of interest, has not declared, or is a guest, does not vote."
        ),
        "vote_on_another_question": _("This seat belongs to another question."),
        "vote_after_resolution": _("The panel has closed this meeting; its votes stay as they are."),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="member_votes_twice",
                fields=["meeting", "seat"],
                violation_error_message=_("This member has voted."),
            ),
            models.CheckConstraint(
                name="dissent_without_words",
                condition=~Q(position=Position.DISAGREES) | ~Q(dissent=""),
                violation_error_message=_("Who disagrees says why: it stays with the decision."),
            ),
        ]

    class Privacy:
        identifying = ("dissent",)
        sensitive = ("position",)
        keep_for = Keep.CARE_RECORD


class Resolution(models.Model):
    """What the panel said at a meeting; never changed, a later meeting may say otherwise."""

    meeting = models.OneToOneField(PanelMeeting, models.PROTECT, related_name="resolution")
    kind = models.CharField(_("the panel says"), max_length=30, choices=ResolutionKind)
    reasons = models.TextField(_("reasons"))
    missing = models.TextField(_("what is missing"), blank=True)
    absent = models.TextField(_("why members did not vote"), blank=True)
    resolved_on = models.DateField(_("on"))
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    trigger_sentences = {
        "panel_without_quorum": _("Too few members voted for the panel to decide."),
        "panel_of_one_discipline": _("A panel needs members of at least two disciplines."),
        "panel_approves_against_its_votes": _(
            "More members have to agree than disagree before a panel approves."
        ),
        "approved_without_conditions": _("Who approves with conditions names at least one."),
        "resolution_changed": _("What the panel said stays as it is. It can meet again."),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="resolution_without_reasons",
                condition=~Q(reasons=""),
                violation_error_message=_("Write the panel's reasons."),
            ),
            models.CheckConstraint(
                name="deferred_without_saying_what_is_missing",
                condition=Q(kind=ResolutionKind.DEFER) & ~Q(missing="")
                | ~Q(kind=ResolutionKind.DEFER) & Q(missing=""),
                violation_error_message=_("Who defers says what is missing."),
            ),
        ]

    class Privacy:
        identifying = ("reasons", "missing", "absent")
        sensitive = ("kind",)
        keep_for = Keep.CARE_RECORD


class Condition(models.Model):
    """Something the panel asks for: a task with a name and a day."""

    resolution = models.ForeignKey(Resolution, models.PROTECT, related_name="conditions")
    what = models.CharField(_("what has to be done"), max_length=300)
    responsible = models.ForeignKey(User, models.PROTECT, related_name="conditions_to_meet")
    due_on = models.DateField(_("by"))
    met_on = models.DateField(_("done on"), null=True, blank=True)
    met_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    result = models.CharField(_("what came of it"), max_length=300, blank=True)

    trigger_sentences = {
        "condition_of_another_answer": _("Only a panel that approves with conditions names conditions."),
        "condition_changed": _("What the panel asked for stays as it is. It can meet again."),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="condition_without_words",
                condition=~Q(what=""),
                violation_error_message=_("Say what has to be done."),
            ),
            both_or_neither(
                "condition_half_met",
                "met_on",
                "met_by",
                message=_("Say on which day the condition was met, and by whom."),
            ),
        ]

    class Privacy:
        identifying = ("what", "result")
        sensitive = ()
        keep_for = Keep.CARE_RECORD
