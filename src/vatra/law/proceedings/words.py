"""The words of proceedings before courts and authorities, and of sealed envelopes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProceedingKind(models.TextChoices):
    """What an authority is asked to decide about a child (standards §5.2, §5.4)."""

    GUARDIANSHIP = "guardianship", _("Appointing a guardian")
    EMERGENCY_PROTECTION = "emergency_protection", _("Emergency protection")
    CARE_ORDER = "care_order", _("Placement by a court or guardianship body")
    DEPRIVATION = "deprivation", _("Removing parental rights")
    ADOPTION = "adoption", _("Adoption")
    BIRTH_REGISTRATION = "birth_registration", _("Registering the birth")
    PARENTAGE = "parentage", _("Finding out who the parents are")
    CONTACT = "contact", _("Contact with the family")


class ProceedingOutcome(models.TextChoices):
    """How a proceeding ended."""

    GRANTED = "granted", _("Decided as asked")
    PARTLY_GRANTED = "partly_granted", _("Decided in part as asked")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("The request was withdrawn")
    LAPSED = "lapsed", _("It is no longer needed")


class StepKind(models.TextChoices):
    """Whether people meet for a step."""

    STEP = "step", _("A step on paper")
    HEARING = "hearing", _("A hearing")


class PutOffBecause(models.TextChoices):
    """Why a hearing did not take place on its day, in codes so that what delays children can be counted (own list)."""

    NOT_SUMMONED = "not_summoned", _("Somebody was not summoned in time")
    DID_NOT_COME = "did_not_come", _("Somebody who was summoned did not come")
    NO_LAWYER = "no_lawyer", _("A lawyer or a guardian was missing")
    NO_INTERPRETER = "no_interpreter", _("There was no interpreter")
    REPORT_MISSING = "report_missing", _("A report or a document was missing")
    CHILD_NOT_READY = "child_not_ready", _("The child was ill or not prepared")
    COURT = "court", _("The court or authority could not sit")
    ASKED_FOR = "asked_for", _("A party asked for more time")
    OTHER = "other", _("Something else")


class PartyRole(models.TextChoices):
    """As what somebody takes part in a proceeding."""

    CHILD = "child", _("The child")
    PARENT = "parent", _("Parent")
    GUARDIAN = "guardian", _("Guardian")
    PETITIONER = "petitioner", _("Who asks for the decision")
    PROSPECTIVE_PARENT = "prospective_parent", _("Prospective adoptive parent")
    CHILDS_LAWYER = "childs_lawyer", _("Lawyer of the child")
    LAWYER = "lawyer", _("Lawyer of somebody else")
    PROSECUTOR = "prosecutor", _("Prosecutor")
    EXPERT = "expert", _("Expert")
    WITNESS = "witness", _("Witness")


class BlockedBecause(models.TextChoices):
    """Why a proceeding cannot go on, in codes so that it can be counted where children wait."""

    DOCUMENT_MISSING = "document_missing", _("A document is missing")
    REPORT_MISSING = "report_missing", _("A report is missing")
    NO_ANSWER = "no_answer", _("An authority does not answer")
    NO_DATE = "no_date", _("No day is set for the hearing")
    PUT_OFF = "put_off", _("The hearing was put off")
    PARENTS_NOT_FOUND = "parents_not_found", _("The parents cannot be found")
    NO_FAMILY = "no_family", _("No family has been found")
    APPEAL = "appeal", _("An appeal is waiting to be decided")
    COSTS = "costs", _("Nobody pays the costs")
    OTHER = "other", _("Something else")


class OpeningPurpose(models.TextChoices):
    """For what a sealed envelope is opened (UN Guidelines §42; CRC art. 7 and 8)."""

    OWN_ORIGINS = "own_origins", _("The child or young adult wishes to know their origins")
    HEALTH = "health", _("A doctor needs it for the child's health")
    SIBLINGS = "siblings", _("Brothers and sisters are to find each other")
    COURT = "court", _("A court has asked for it")
