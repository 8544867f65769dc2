"""Legal ground and guardian of each child."""

from datetime import date, timedelta

from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.caseload import Caseload
from vatra.exchange.invented.chance import Shares
from vatra.exchange.invented.families import Family
from vatra.exchange.invented.files import ChildFile
from vatra.exchange.invented.paths import walk
from vatra.exchange.invented.proceedings import ask_authority
from vatra.law.models import Guardianship, LegalStatus
from vatra.law.words import GuardianKind, StatusKind

BODY = "Organi i kujdestarisë"
_KINDS: Shares[GuardianKind] = Shares(
    {GuardianKind.PARENTS: 60, GuardianKind.BODY: 25, GuardianKind.PERSON: 12, GuardianKind.TEMPORARY: 3}
)
_STATUSES: Shares[StatusKind] = Shares(
    {
        StatusKind.AGREEMENT: 48,
        StatusKind.CARE_ORDER: 27,
        StatusKind.EMERGENCY: 8,
        StatusKind.INTERIM_ORDER: 8,
        StatusKind.PARENTS_UNKNOWN: 4,
        StatusKind.RIGHTS_REMOVED: 4,
        StatusKind.FREE_FOR_ADOPTION: 1,
    }
)


def appoint(caseload: Caseload, family: Family, file: ChildFile) -> None:
    """The guardian from the first day, and sometimes none any more."""
    chance, on = caseload.chance, file.course.opened_on
    kind = chance.of(_KINDS)
    person = {
        GuardianKind.PARENTS: family.mother.number,
        GuardianKind.PERSON: family.relative.number,
    }.get(kind)
    lapsed = chance.happens(known.SHARE_WITHOUT_GUARDIAN)
    last_day = file.course.closed_on
    number = caseload.rows.add(
        Guardianship,
        file_id=file.number,
        kind=kind.value,
        guardian_id=person,
        body=None if person else BODY,
        first_day=on,
        last_day=chance.day(on, file.course.active_until(caseload.today)) if lapsed else last_day,
    )
    told = {"kind": kind.value, "guardian": person}
    caseload.act("appoint_guardian", file.worker, file.key, (Guardianship, number), on, told)
    if file.course.stays:
        _set_status(caseload, file)


def _set_status(caseload: Caseload, file: ChildFile) -> None:
    """From the first stay to the last; an emergency becomes an interim decision after three days."""
    on, last_day = file.course.stays[0].first_day, file.course.stays[-1].last_day
    kind = caseload.chance.of(_STATUSES)
    until = on + timedelta(days=3)
    if kind == StatusKind.EMERGENCY and until < (last_day or caseload.today):
        _write_status(caseload, file, kind, on, until)
        on, kind = until + timedelta(days=1), StatusKind.INTERIM_ORDER
    _write_status(caseload, file, kind, on, last_day)
    ask_authority(caseload, file, kind, on=on)
    if kind == StatusKind.PARENTS_UNKNOWN:
        walk(caseload, file, first_day=on)


def _write_status(
    caseload: Caseload, file: ChildFile, kind: StatusKind, first_day: date, last_day: date | None
) -> None:
    number = caseload.rows.add(
        LegalStatus,
        file_id=file.number,
        kind=kind.value,
        ordered_by=BODY,
        first_day=first_day,
        last_day=last_day,
    )
    told = {"kind": kind.value}
    caseload.act("set_legal_status", file.worker, file.key, (LegalStatus, number), first_day, told)
