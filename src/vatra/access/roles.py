"""Who may do what: every role and every permission, on one screen."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """One thing a person may do; a view names exactly one."""

    SEE_MY_DAY = "see_my_day"
    FIND_PERSON = "find_person"
    READ_FILE = "read_file"
    READ_ACCESS_LOG = "read_access_log"
    RECORD_CONCERN = "record_concern"
    READ_CONCERN = "read_concern"
    WRITE_FILE = "write_file"
    PREPARE_DECISION = "prepare_decision"
    ISSUE_DECISION = "issue_decision"
    CALL_PANEL = "call_panel"
    SIT_ON_PANEL = "sit_on_panel"
    REVIEW_DECISIONS = "review_decisions"
    AUDIT_DECISIONS = "audit_decisions"
    KEEP_LETTERS = "keep_letters"
    OPEN_ENVELOPE = "open_envelope"
    PLACE_CHILD = "place_child"
    SEE_HOMES = "see_homes"
    KEEP_HOMES = "keep_homes"
    SEE_CHILDREN_OF_UNIT = "see_children_of_unit"
    SEE_IMPORTS = "see_imports"
    KEEP_STAFF = "keep_staff"
    SEE_CAMPAIGNS = "see_campaigns"
    KEEP_CAMPAIGNS = "keep_campaigns"
    APPROVE_CAMPAIGNS = "approve_campaigns"
    KEEP_SIGNATURES = "keep_signatures"
    KEEP_SITE = "keep_site"


class Role(models.TextChoices):
    """What somebody is to the children of a unit, for a period (standards §5.2, R-45)."""

    SOCIAL_WORKER = "social_worker", _("Social worker")
    SUPERVISOR = "supervisor", _("Supervisor")
    PLACEMENT_OFFICER = "placement_officer", _("Placement officer")
    PANEL_MEMBER = "panel_member", _("Panel member")
    SAFEGUARDING_OFFICER = "safeguarding_officer", _("Safeguarding officer")
    HOSPITAL_COUNSELLOR = "hospital_counsellor", _("Hospital counsellor")
    CARER = "carer", _("Carer")
    ADVOCACY_OFFICER = "advocacy_officer", _("Advocacy officer")
    DONOR_RELATIONS = "donor_relations", _("Donor relations")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")
    YOUNG_PERSON = "young_person", _("Young person")


_P = Permission
_CAMPAIGNS = {_P.SEE_MY_DAY, _P.SEE_CAMPAIGNS}
_READS = {_P.SEE_MY_DAY, _P.FIND_PERSON, _P.READ_FILE, _P.SEE_CHILDREN_OF_UNIT}
_REVIEWS = {_P.REVIEW_DECISIONS, _P.AUDIT_DECISIONS}
_WRITES = {_P.RECORD_CONCERN, _P.READ_CONCERN, _P.WRITE_FILE, _P.PREPARE_DECISION, _P.SEE_HOMES}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SOCIAL_WORKER: frozenset(_READS | _WRITES | {_P.PLACE_CHILD}),
    Role.SUPERVISOR: frozenset(
        _READS
        | _WRITES
        | _REVIEWS
        | {
            _P.PLACE_CHILD,
            _P.ISSUE_DECISION,
            _P.CALL_PANEL,
            _P.READ_ACCESS_LOG,
            _P.KEEP_HOMES,
            _P.KEEP_LETTERS,
            _P.OPEN_ENVELOPE,
        },
    ),
    Role.PLACEMENT_OFFICER: frozenset(_READS | {_P.PLACE_CHILD, _P.CALL_PANEL, _P.SEE_HOMES, _P.KEEP_HOMES}),
    Role.PANEL_MEMBER: frozenset({_P.SEE_MY_DAY, _P.READ_FILE, _P.SIT_ON_PANEL}),
    Role.SAFEGUARDING_OFFICER: frozenset(
        _READS
        | {
            _P.READ_ACCESS_LOG,
            _P.RECORD_CONCERN,
            _P.READ_CONCERN,
            _P.REVIEW_DECISIONS,
            _P.OPEN_ENVELOPE,
        },
    ),
    Role.HOSPITAL_COUNSELLOR: frozenset({_P.SEE_MY_DAY, _P.RECORD_CONCERN, _P.READ_CONCERN}),
    Role.CARER: frozenset({_P.SEE_MY_DAY}),
    Role.ADVOCACY_OFFICER: frozenset(
        _CAMPAIGNS | {_P.KEEP_CAMPAIGNS, _P.APPROVE_CAMPAIGNS, _P.KEEP_SIGNATURES, _P.KEEP_SITE}
    ),
    Role.DONOR_RELATIONS: frozenset(_CAMPAIGNS),
    Role.AUDITOR: frozenset(
        _READS
        | _REVIEWS
        | {_P.READ_CONCERN, _P.READ_ACCESS_LOG, _P.SEE_IMPORTS, _P.SEE_HOMES, _P.SEE_CAMPAIGNS},
    ),
    Role.ADMINISTRATOR: frozenset(
        _CAMPAIGNS | {_P.SEE_IMPORTS, _P.KEEP_STAFF, _P.KEEP_LETTERS, _P.SEE_HOMES, _P.KEEP_SITE}
    ),
    Role.YOUNG_PERSON: frozenset({_P.SEE_MY_DAY}),
}

# Roles that reach every file of their unit and of the units below it.
REACHES_UNITS_BELOW = (
    Role.SUPERVISOR,
    Role.PLACEMENT_OFFICER,
    Role.SAFEGUARDING_OFFICER,
    Role.AUDITOR,
)


def roles_with(permission: Permission) -> list[str]:
    """The roles that carry a permission."""
    return [role.value for role, permissions in PERMISSIONS.items() if permission in permissions]
