"""Escalation: what is too late is told to those who answer for the unit, each duty once to each person."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from vatra.access.models import Escalation, Mail, User
from vatra.access.models.mail import MailKind
from vatra.access.outbox import can_send
from vatra.casework.models import File
from vatra.desk.mail.entitled import Entitled
from vatra.kernel import clock
from vatra.kernel.atomic import atomic
from vatra.kernel.duty import Duty


class TooLate(NamedTuple):
    """What tells one duty from all others, over every recomputing: its file, rule, what it is about, and its day."""

    chain: UUID
    rule: str
    ref: str
    due_on: date


@atomic()
def write_escalations(*, on: date) -> None:
    """Write to each person who has to know what is too late on a day, unless a mail about it has arrived."""
    if not can_send():
        return
    written = set(Mail.objects.filter(kind=MailKind.ESCALATION, day=on).values_list("user", flat=True))
    news = {user: duties for user, duties in _news(on).items() if user.pk not in written}
    mails = [_mail(user, len(duties), on) for user, duties in news.items()]
    Mail.objects.bulk_create(mails)
    Escalation.objects.bulk_create(
        [Escalation(mail=mail, **duty._asdict()) for mail in mails for duty in news[mail.user]],
        batch_size=2_000,
    )


def _mail(user: User, duties: int, on: date) -> Mail:
    counts = {"escalated": duties}
    return Mail(user=user, kind=MailKind.ESCALATION, day=on, counts=counts, written_at=clock.now())


def _news(on: date) -> dict[User, list[TooLate]]:
    """What each person has to know and has not been told."""
    told = _told()
    news: dict[User, list[TooLate]] = defaultdict(list)
    for user, duty in _everything(on):
        if (user.pk, duty) not in told:
            news[user].append(duty)
    return news


def _told() -> set[tuple[int, TooLate]]:
    """What is known to have arrived: a mail the server refused, or may not have got, told nobody."""
    arrived = Escalation.objects.filter(mail__sent_at__isnull=False)
    # Only of duties that are still to be done: the rest is of no use here.
    still = arrived.filter(chain__in=Duty.objects.values("chain"))
    return {(user, TooLate(*duty)) for user, *duty in still.values_list("mail__user_id", *TooLate._fields)}


def _everything(on: date) -> Iterator[tuple[User, TooLate]]:
    """What is too late on a day, with each person who has to see it."""
    too_late = Duty.objects.to_escalate_on(on)
    files = File.objects.filter(closed_on=None, key__in=too_late.values("chain"))
    lineages = dict(files.values_list("key", "unit__lineage"))
    entitled = Entitled(on)
    for chain, rule, ref, due_on, to in too_late.values_list(*TooLate._fields, "escalate_to"):
        for user in entitled.among(lineages.get(chain, ()), to):
            yield user, TooLate(chain, rule, ref, due_on)
