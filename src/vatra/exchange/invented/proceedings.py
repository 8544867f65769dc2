"""Proceedings about children in care: what was asked of whom, each step, and what held them up."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.at_court import AtCourt, at_court_in
from vatra.exchange.invented.caseload import Caseload
from vatra.exchange.invented.court_days import Course, Step, course_at_court
from vatra.exchange.invented.files import ChildFile
from vatra.kernel.jurisdiction import the_law_here
from vatra.law.models import Blocker, Proceeding, ProceedingStep
from vatra.law.names import names_of
from vatra.law.proceedings.words import ProceedingKind
from vatra.law.words import StatusKind

# What is asked of whom, by the ground on which a child is in care; with the parents' agreement nobody is asked.
_ASKED_FOR = {
    StatusKind.CARE_ORDER: (ProceedingKind.CARE_ORDER, "basic_court"),
    StatusKind.EMERGENCY: (ProceedingKind.EMERGENCY_PROTECTION, "guardianship_body"),
    StatusKind.INTERIM_ORDER: (ProceedingKind.CARE_ORDER, "basic_court"),
    StatusKind.PARENTS_UNKNOWN: (ProceedingKind.BIRTH_REGISTRATION, "civil_registry"),
    StatusKind.RIGHTS_REMOVED: (ProceedingKind.DEPRIVATION, "basic_court"),
    StatusKind.FREE_FOR_ADOPTION: (ProceedingKind.ADOPTION, "basic_court"),
}


class _PutOff(NamedTuple):
    """A hearing that was put off, for the one that is held instead."""

    number: int
    what: str


def ask_authority(caseload: Caseload, file: ChildFile, status: StatusKind, *, on: date) -> None:
    """Write down the proceeding behind a legal status, for most children who have one."""
    kind, authority = _ASKED_FOR.get(status, (None, ""))
    if kind is None or not caseload.chance.happens(known.SHARE_IN_PROCEEDINGS):
        return
    if authority not in _authorities(the_law_here()):
        return
    left_on = file.course.stays[-1].last_day
    course = course_at_court(caseload.chance, on, left_on=left_on, today=caseload.today)
    number = caseload.rows.add(
        Proceeding,
        file_id=file.number,
        kind=kind.value,
        authority=authority,
        opened_on=on,
        closed_on=course.closed_on,
        outcome=course.outcome,
    )
    _Writer(caseload, file, number, authority).write(course, kind)


@cache
def _authorities(jurisdiction: str) -> frozenset[str]:
    return frozenset(names_of(jurisdiction).authorities)


class _Writer:
    """Writes down the rows and the acts of one proceeding."""

    def __init__(self, caseload: Caseload, file: ChildFile, number: int, authority: str) -> None:
        self.caseload, self.file = caseload, file
        self.number, self.authority = number, authority
        self.says: AtCourt = at_court_in(file.child.language)

    def write(self, course: Course, kind: ProceedingKind) -> None:
        asked = {"kind": kind.value, "authority": self.authority}
        self._act("open_proceeding", (Proceeding, self.number), course.opened_on, asked)
        before: _PutOff | None = None
        for step in course.steps:
            before = self._step(step, before)
        if self.caseload.chance.happens(known.SHARE_HELD_UP):
            self._hold_up(course)
        if course.closed_on:
            ended = {"outcome": course.outcome}
            self._act("close_proceeding", (Proceeding, self.number), course.closed_on, ended)

    def _step(self, step: Step, put_off: _PutOff | None) -> _PutOff | None:
        """One step, instead of the hearing that was put off before; what is put off itself is returned."""
        says = self.says.hearings if step.is_hearing else self.says.steps
        what = put_off.what if put_off else self.caseload.chance.one_of(says)
        because, account = self._came_of(step)
        number = self.caseload.rows.add(
            ProceedingStep,
            proceeding_id=self.number,
            kind=step.kind,
            what=what,
            authority=self.authority,
            due_on=step.due_on,
            place=self.says.place if step.is_hearing else "",
            done_on=step.done_on,
            result=account,
            put_off_because=because,
            put_off_authority=because and self.authority,
            instead_of_id=put_off and put_off.number,
        )
        self._tell_of(step, number, because, is_planned=put_off is None)
        return _PutOff(number, what) if because else None

    def _came_of(self, step: Step) -> tuple[str | None, str]:
        """Why it was put off, if it was, and what is written about it."""
        if step.done_on is None:
            return None, ""
        if step.is_put_off:
            return self.caseload.chance.one_of(self.says.put_off)
        return None, self.caseload.chance.one_of(self.says.results)

    def _tell_of(self, step: Step, number: int, because: str | None, *, is_planned: bool) -> None:
        subject, within = (ProceedingStep, number), {"proceeding": self.number}
        if is_planned:
            planned = {**within, "kind": step.kind, "authority": self.authority}
            self._act("plan_step", subject, step.planned_on, planned)
        if because and step.done_on:
            put_off = {**within, "because": because, "authority": self.authority}
            self._act("put_off_hearing", subject, step.done_on, put_off)
        elif step.done_on:
            self._act("take_step", subject, step.done_on, {**within, "kind": step.kind})

    def _hold_up(self, course: Course) -> None:
        """Something held it up for some weeks, or does so still."""
        chance, until = self.caseload.chance, course.closed_on or self.caseload.today
        first_day = chance.day(course.opened_on, until)
        last_day = first_day + timedelta(days=chance.skewed(45, 0.8))
        reason, account, resolution = chance.one_of(self.says.held_up)
        is_over = last_day <= until
        number = self.caseload.rows.add(
            Blocker,
            proceeding_id=self.number,
            reason=reason,
            account=account,
            authority=self.authority,
            first_day=first_day,
            last_day=last_day if is_over else None,
            resolution=resolution if is_over else "",
        )
        told = {"proceeding": self.number, "reason": reason}
        blocked = {**told, "authority": self.authority}
        self._act("block_proceeding", (Blocker, number), first_day, blocked)
        if is_over:
            self._act("unblock_proceeding", (Blocker, number), last_day, told)

    def _act(self, name: str, subject: tuple[type, int], on: date, facts: Mapping[str, object]) -> None:
        self.caseload.act(name, self.file.worker, self.file.key, subject, on, facts)
