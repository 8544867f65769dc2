"""Words about a concern: who worries, how urgent, and which causes stand behind it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.TextChoices):
    """Who told us."""

    HOSPITAL = "hospital", _("Hospital or clinic")
    POLICE = "police", _("Police")
    SCHOOL = "school", _("School or kindergarten")
    FAMILY = "family", _("Family")
    CHILD = "child", _("The child")
    NEIGHBOUR = "neighbour", _("Neighbour or acquaintance")
    COURT = "court", _("Court or prosecutor")
    ORGANISATION = "organisation", _("Another organisation")
    OWN_WORK = "own_work", _("Our own work")
    OTHER = "other", _("Somebody else")


class Urgency(models.TextChoices):
    """How soon somebody must look."""

    NOW = "now", _("Now: the child may be in danger")
    DAY = "day", _("Within 24 hours")
    WEEK = "week", _("Within a week")


class CauseKind(models.TextChoices):
    """Why a family may separate; dated, several at once, asked again at each review (R-07)."""

    ABANDONED = "abandoned", _("Left by the parents or at risk of being left")
    ABUSE = "abuse", _("Abuse")
    NEGLECT = "neglect", _("Neglect")
    PARENT_DIED = "parent_died", _("A parent died")
    PARENT_ILL = "parent_ill", _("Illness or disability of a parent")
    PARENT_AWAY = "parent_away", _("A parent is absent, abroad or in prison")
    VERY_YOUNG_PARENT = "very_young_parent", _("Very young parent")
    SUBSTANCE_USE = "substance_use", _("Substance use in the family")
    VIOLENCE_AT_HOME = "violence_at_home", _("Violence between adults at home")
    FAMILY_STRESS = "family_stress", _("Acute stress in the family")
    FAMILY_CONFLICT = "family_conflict", _("Long-standing conflict in the family")
    CHILD_DISABILITY = "child_disability", _("Needs that come with the child's disability")
    CHILD_BEHAVIOUR = "child_behaviour", _("The child's behaviour")
    ALONE_ABROAD = "alone_abroad", _("The child came without family from another country")
    POVERTY = "poverty", _("Poverty")
    HOUSING = "housing", _("No home or an unfit home")
    NO_WORK = "no_work", _("No work or income")


# Poverty alone never removes a child from the family (UN Guidelines §15, R-08).
POVERTY_CAUSES = (CauseKind.POVERTY, CauseKind.HOUSING, CauseKind.NO_WORK)


class ConcernOutcome(models.TextChoices):
    """What was done with a concern."""

    FILE_OPENED = "file_opened", _("A file was opened")
    SUPPORT_OFFERED = "support_offered", _("Support was offered without a file")
    PASSED_ON = "passed_on", _("Passed on to the responsible authority")
    NO_ACTION = "no_action", _("Looked at; nothing further needed")
