"""What happened on the legal path of a child."""

from collections.abc import Iterable

from vatra.casework.models import File
from vatra.desk.demo.town import Town
from vatra.law.actions import appoint_guardian, record_path_event, set_legal_status
from vatra.law.path.known import path_under
from vatra.law.words import GuardianKind, StatusKind

BODY = "Organi i kujdestarisë, Prishtinë"


def walked(town: Town, file: File, events: Iterable[tuple[str, int]], *, note: str = "") -> None:
    """Each event with the days since it happened, by the authority that usually answers for it."""
    path = path_under(file.jurisdiction)
    for event, ago in events:
        record_path_event(
            file=file,
            event=event,
            happened_on=town.ago(ago),
            authority=path[event].authority,
            note=note,
            reasons={},
            by=town.by_worker(ago),
        )


def under_the_body(town: Town, file: File, status: StatusKind, *, ago: int) -> None:
    """The guardianship body is the temporary guardian."""
    by, since = town.by_worker(ago), town.ago(ago)
    appoint_guardian(file=file, kind=GuardianKind.TEMPORARY, body=BODY, from_day=since, by=by)
    set_legal_status(file=file, kind=status, ordered_by=BODY, from_day=since, by=by)
