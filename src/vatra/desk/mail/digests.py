"""The digest: what waits for somebody, every morning or once a week."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from vatra.access.models import Appointment, Mail, User
from vatra.access.models.mail import MailKind
from vatra.access.models.user import Digest
from vatra.access.outbox import can_send
from vatra.desk.mail.counts import counts_for
from vatra.kernel import clock
from vatra.kernel.atomic import atomic
from vatra.kernel.week import monday_of


@atomic()
def write_digests(*, on: date) -> None:
    """Write the digests of a day that are not yet written; nothing for somebody for whom nothing waits."""
    if can_send():
        Mail.objects.bulk_create(_digests(on), ignore_conflicts=True)


def _digests(on: date) -> Iterator[Mail]:
    written = set(_written(on))
    for user, held in _readers(on).items():
        kind, day = _which(user, on)
        if (user.pk, kind) in written:
            continue
        counts = counts_for(user, held, on=on)
        if any(counts.values()):
            yield Mail(user=user, kind=kind, day=day, counts=counts, written_at=clock.now())


def _which(user: User, on: date) -> tuple[MailKind, date]:
    """A weekly digest is that of its Monday, so that a Monday without power costs a day and not a week."""
    if user.digest == Digest.WEEKLY:
        return MailKind.WEEK, monday_of(on)
    return MailKind.DAY, on


def _written(on: date) -> Iterator[tuple[int, str]]:
    of_day = Mail.objects.filter(kind=MailKind.DAY, day=on)
    of_week = Mail.objects.filter(kind=MailKind.WEEK, day=monday_of(on))
    yield from (of_day | of_week).values_list("user_id", "kind")


def _readers(on: date) -> dict[User, list[Appointment]]:
    """Who wants a digest, may sign in, has an address and an appointment that holds."""
    held = Appointment.objects.held_on(on).filter(user__is_active=True)
    wanting = held.exclude(user__email="").exclude(user__digest=Digest.NONE).select_related("user", "unit")
    readers: dict[User, list[Appointment]] = defaultdict(list)
    for each in wanting.order_by("user_id", "pk"):
        readers[each.user].append(each)
    return readers
