"""Words of a decision: what is asked, by which factors it is weighed, how the child's view was sought."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class QuestionKind(models.TextChoices):
    """What has to be decided; what each kind asks for stands in `kinds`."""

    GATEKEEPING = (
        "gatekeeping",
        _("Is care outside the family necessary, and if so, which form is suitable?"),
    )
    FIRST_PLACEMENT = "first_placement", _("Where shall the child live?")
    CHANGE_OF_PLACEMENT = "change_of_placement", _("Shall the child move, and where?")
    SPLIT_SIBLINGS = "split_siblings", _("May brothers and sisters live apart?")
    RETURN_HOME = "return_home", _("Can the child return to the family?")
    ADOPTION_READINESS = "adoption_readiness", _("Is adoption right for this child?")
    CONTACT_RESTRICTION = "contact_restriction", _("Must contact with the family be limited?")
    LEAVING_CARE = "leaving_care", _("How does the young person leave care?")
    EMERGENCY = "emergency", _("Where is the child safe tonight?")


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


class PersonNotHeard(models.TextChoices):
    """Why the view of somebody close to the child could not be sought (R-31)."""

    REFUSED = "refused", _("The person was asked and did not want to speak")
    TOO_ILL = "too_ill", _("The person was too ill")
    NOT_FOUND = "not_found", _("The person could not be found")
    WOULD_ENDANGER = "would_endanger", _("Asking would have put the child in danger")
    HOURS_TO_PROTECT = (
        "hours_to_protect",
        _("There were only hours to protect the child; the person is asked afterwards"),
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


class Setting(models.TextChoices):
    """Where the child was heard."""

    HOME = "home", _("Where the child lives")
    FAMILY_HOME = "family_home", _("At the family's home")
    SCHOOL = "school", _("At school or kindergarten")
    OUTDOORS = "outdoors", _("Outdoors, on a walk or at play")
    OFFICE = "office", _("In the office")
    HOSPITAL = "hospital", _("In hospital")
    COURT = "court", _("In court")


class ToldHow(models.TextChoices):
    """How the child was told what was decided."""

    TALK = "talk", _("In a talk")
    LETTER = "letter", _("With a letter, read together")
    PICTURES = "pictures", _("With pictures or play")
    THROUGH_TRUSTED = "through_trusted", _("Together with a person the child trusts")


class FeltHeardAnswer(models.TextChoices):
    """What the child answers when somebody else asks whether it felt heard; not to answer is an answer too."""

    YES = "yes", _("Yes")
    IN_PART = "in_part", _("In part")
    NO = "no", _("No")
    NOT_SAID = "not_said", _("The child does not want to say")


class AgeBand(models.TextChoices):
    """For which children a letter is worded."""

    UP_TO_7 = "up_to_7", _("up to 7 years, read aloud")
    FROM_8 = "from_8", _("8 to 12 years")
    FROM_13 = "from_13", _("13 to 17 years")


class ContactMeasure(models.TextChoices):
    """How a child may be with the family, from the freest; never a punishment (UN Guidelines §95, R-38)."""

    AS_BEFORE = "as_before", _("Contact as before")
    ACCOMPANIED = "accompanied", _("Contact with somebody there to help")
    SUPERVISED = "supervised", _("Contact under supervision")
    CALLS_AND_LETTERS = "calls_and_letters", _("Calls and letters only")
    NONE_FOR_NOW = "none_for_now", _("No contact until the day to look again")


class Discipline(models.TextChoices):
    """What a member of a panel knows by profession (UN Guidelines §57: multidisciplinary)."""

    SOCIAL_WORK = "social_work", _("Social work")
    PSYCHOLOGY = "psychology", _("Psychology")
    HEALTH = "health", _("Health care")
    EDUCATION = "education", _("Education")
    LAW = "law", _("Law")
    CARE = "care", _("Care practice")


class Position(models.TextChoices):
    """How a member of the panel votes."""

    AGREES = "agrees", _("Agrees")
    DISAGREES = "disagrees", _("Disagrees")
    ABSTAINS = "abstains", _("Abstains")


class ResolutionKind(models.TextChoices):
    """What a panel says to a question (Best Interests Procedure, standards §3.2)."""

    APPROVE = "approve", _("Approved")
    APPROVE_WITH_CONDITIONS = "approve_with_conditions", _("Approved with conditions")
    DEFER = "defer", _("Deferred until something is done")
    REJECT = "reject", _("Not approved")
    REOPEN = "reopen", _("To be asked anew")


PANEL_APPROVES = (ResolutionKind.APPROVE, ResolutionKind.APPROVE_WITH_CONDITIONS)


class AppealOutcome(models.TextChoices):
    """What came of an appeal."""

    UPHELD = "upheld", _("The decision stands")
    CHANGED = "changed", _("The decision was changed")
    OVERTURNED = "overturned", _("The decision was overturned")
    WITHDRAWN = "withdrawn", _("The appeal was withdrawn")


APPEAL_SUCCEEDED = (AppealOutcome.CHANGED, AppealOutcome.OVERTURNED)


class DocumentKind(models.TextChoices):
    """What is made of a decision on paper."""

    DECISION = "decision", _("The decision, for the file and the court")
    PARENTS_LETTER = "parents_letter", _("Letter to the parents")
    CHILD_LETTER = "child_letter", _("Letter to the child")


class Verdict(models.TextChoices):
    """What somebody who was not involved thinks of a decision drawn for a look."""

    SOUND = "sound", _("Sound")
    THIN = "thin", _("Right, but thinly reasoned")
    UNSOUND = "unsound", _("Must be looked at again")


class ThinKind(models.TextChoices):
    """Why the reasons of a decision look thin; each is found by a rule in `quality.thin`."""

    COPIED_SENTENCE = "copied_sentence", _("The same sentence in several places")
    COPIED_REASONS = "copied_reasons", _("Reasons copied from another decision")
    NEAR_EMPTY = "near_empty", _("A factor with almost nothing written")
    SAME_FOR_SIBLINGS = "same_for_siblings", _("The same words for brothers and sisters")
    ONE_SIDED = "one_sided", _("Nothing speaks against an option")
    MOSTLY_UNKNOWN = "mostly_unknown", _("Most is not known about an option")
