"""The doors to looking back: units somebody reviews or audits, and decisions read for that purpose."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from vatra.access.doors import Held, StaffRequest
from vatra.access.models import Unit
from vatra.access.roles import Permission, Role, roles_with
from vatra.casework.actions import open_pages
from vatra.decisions.doors import Asked, enter_question
from vatra.decisions.models import AuditedDecision, AuditSample, Question
from vatra.decisions.quality.audit import to_look_at


def may_review(held: Held, unit: Unit) -> bool:
    """Whether somebody looks at the decisions of the unit: appointed there or above."""
    roles = roles_with(Permission.REVIEW_DECISIONS)
    return any(each.role in roles and each.unit_id in unit.lineage for each in held.appointments)


def may_audit(held: Held, unit: Unit) -> bool:
    """Whether somebody draws samples from the unit: an auditor there or above, a supervisor only of a unit above."""
    above = unit.lineage[:-1]
    return any(
        each.unit_id in (above if each.role == Role.SUPERVISOR else unit.lineage)
        for each in held.appointments
        if each.role in roles_with(Permission.AUDIT_DECISIONS)
    )


def reviewed_unit(request: StaffRequest, pk: int) -> Unit:
    """The unit, for those who review it; 404 for everybody else."""
    unit = get_object_or_404(Unit, pk=pk)
    if not may_review(request.held, unit):
        raise Http404
    return unit


def audited_unit(request: StaffRequest, pk: int) -> Unit:
    """The unit, for those who audit it; who only reviews it gets 403."""
    unit = reviewed_unit(request, pk)
    if not may_audit(request.held, unit):
        raise PermissionDenied
    return unit


def audited_sample(request: StaffRequest, pk: int) -> AuditSample:
    """The sample, for those who audit its unit."""
    return _let_in(request, get_object_or_404(AuditSample.objects.select_related("unit", "drawn_by"), pk=pk))


def audited_decision(request: StaffRequest, pk: int) -> AuditedDecision:
    """One decision of a sample, for those who audit the sample's unit; whether its files are open is another door."""
    audited = get_object_or_404(to_look_at(AuditedDecision.objects.all(), request.user), pk=pk)
    _let_in(request, audited.sample)
    return audited


def _let_in(request: StaffRequest, sample: AuditSample) -> AuditSample:
    if not may_review(request.held, sample.unit):
        raise Http404
    if not may_audit(request.held, sample.unit):
        raise PermissionDenied
    return sample


def read_for_review(request: StaffRequest, questions: QuerySet[Question], *, page: str) -> Asked:
    """Enter as a reviewer; the reading goes on record in each child's file."""
    asked = enter_question(request, questions, Permission.REVIEW_DECISIONS)
    files = [entered.file for entered in asked.files]
    open_pages(files=files, page=page, by=asked.entered.by, earliest=asked.question.asked_on)
    return asked
