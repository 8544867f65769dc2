"""Words of a decision: what is asked, by which factors it is weighed, how the child's view was sought."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class QuestionKind(models.TextChoices):
    """What has to be decided."""

    FIRST_PLACEMENT = "first_placement", _("Where shall the child live?")
    CHANGE_OF_PLACEMENT = "change_of_placement", _("Shall the child move, and where?")
    RETURN_HOME = "return_home", _("Can the child return to the family?")
    STAY_WITH_SUPPORT = "stay_with_support", _("Can the child stay with the family, with support?")
    LEAVING_CARE = "leaving_care", _("How does the young person leave care?")


class Factor(models.TextChoices):
    """The same factors for every option (CRC General Comment 14 §§52-84; standards §3.2)."""

    CHILD_VIEW = "child_view", _("The child's view")
    IDENTITY = "identity", _("Identity: language, culture, faith")
    FAMILY = "family", _("Family relations")
    SIBLINGS = "siblings", _("Brothers and sisters")
    CARE_SAFETY = "care_safety", _("Care, protection and safety")
    VULNERABILITY = "vulnerability", _("Special vulnerability")
    HEALTH = "health", _("Health")
    EDUCATION = "education", _("Education")
    CONTINUITY = "continuity", _("Continuity and distance from home")


class Leaning(models.TextChoices):
    """Which way a factor points for an option."""

    FOR = "for", _("Speaks for it")
    AGAINST = "against", _("Speaks against it")
    UNKNOWN = "unknown", _("Not known")


class HeardHow(models.TextChoices):
    """How the child's view was sought; the youngest are observed."""

    TALK = "talk", _("In a talk")
    DRAWING_PLAY = "drawing_play", _("With drawing, play or pictures")
    OBSERVED = "observed", _("By watching how the child is with people")
    WRITTEN = "written", _("In writing")
    TRUSTED_PERSON = "trusted_person", _("Through a person the child trusts")


class NotHeardReason(models.TextChoices):
    """Why the child's view could not be sought; nothing else counts as a reason (R-02)."""

    CHILD_REFUSED = "child_refused", _("The child was asked and did not want to speak")
    TOO_ILL = "too_ill", _("The child was too ill")
    NOT_FOUND = "not_found", _("The child could not be found")
    HOURS_TO_PROTECT = (
        "hours_to_protect",
        _("There were only hours to protect the child; it is made good afterwards"),
    )


class PartKind(models.TextChoices):
    """In which capacity somebody took part."""

    CHILD = "child", _("The child")
    PARENT = "parent", _("Parent")
    RELATIVE = "relative", _("Relative")
    CARER = "carer", _("Carer")
    GUARDIAN = "guardian", _("Guardian")
    SOCIAL_WORK = "social_work", _("Social work")
    PSYCHOLOGY = "psychology", _("Psychology")
    HEALTH = "health", _("Health care")
    EDUCATION = "education", _("School or kindergarten")
    LAW = "law", _("Law")
    TRUSTED = "trusted", _("A person the child named")


class SeparationReason(models.TextChoices):
    """Why two siblings would not live together; one reason per pair (UN Guidelines §17, R-09)."""

    RISK_FROM_SIBLING = "risk_from_sibling", _("One would be at risk from the other")
    DIFFERENT_NEEDS = "different_needs", _("Needs that no one home can meet together")
    OWN_WISH = "own_wish", _("A sibling old enough to decide wishes it")
    NO_HOME_FOR_ALL = "no_home_for_all", _("No home for all was found; the search goes on")
    OTHER_PARENT = "other_parent", _("One goes to a parent the other does not share")
