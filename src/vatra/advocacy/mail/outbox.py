"""The outbox of actions: every mail leaves it at most once, and no office gets more in an hour than was agreed.

The moments of a mail, and why what is in doubt is not offered again, are those of docs/adr/0011.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from random import SystemRandom

from django.db import transaction

from vatra.access.outbox import can_send, hand_over
from vatra.advocacy.letters.drip import AN_HOUR, in_this_round, room
from vatra.advocacy.letters.words import TO_OFFICE
from vatra.advocacy.mail.texts import mail_of
from vatra.advocacy.models import ActionMail, Post
from vatra.kernel import clock

_WITH_ALL = ("letter__call__addressee", "call__addressee", "call__action", "registration__occasion__action")


def send_waiting() -> int:
    """Send what may go now; how many mails the server took."""
    return hand_over(_going(clock.now()), mail_of, offer=offer) if can_send() else 0


def _going(now: datetime) -> Iterator[ActionMail]:
    """Mails to people all at once; of those to an office as many as this round allows, in no order."""
    waiting = ActionMail.objects.waiting_at(now).select_related(*_WITH_ALL)
    yield from waiting.exclude(kind__in=TO_OFFICE).order_by("?")
    to_offices = list(waiting.to_offices().order_by("call__addressee_id", "pk"))
    for post, mails in groupby(to_offices, key=lambda mail: mail.call and mail.call.addressee_id):
        assert post
        yield from _drawn(_within_their_days(mails, clock.local_day(now)), post, now)


def _within_their_days(mails: Iterable[ActionMail], today: date) -> list[ActionMail]:
    return [mail for mail in mails if mail.call and mail.call.sends_on(today)]


def _drawn(mails: list[ActionMail], post: int, now: datetime) -> list[ActionMail]:
    """Drawn by lot, so that no call of ours goes before another to the same office."""
    if not mails:
        return []
    per_hour = min(mail.call.per_hour for mail in mails if mail.call)
    number = in_this_round(_offered_to(post, now), at=now, per_hour=per_hour)
    return SystemRandom().sample(mails, min(number, len(mails)))


def _offered_to(post: int, now: datetime) -> list[datetime]:
    """When an office was offered a mail in the past hour; those in doubt may have arrived."""
    recent = ActionMail.objects.to_offices().offered_since(now - AN_HOUR).filter(call__addressee=post)
    return [moment for moment in recent.values_list("offered_at", flat=True) if moment]


def offer(mail: ActionMail) -> bool:
    """Note, for good, that the server is about to get the last line; false if that would be one too many.

    Who offers something to an office waits for whoever else does: the hour is counted and the mail noted in one step.
    """
    with transaction.atomic():
        mail.offered_at = clock.now()
        if mail.kind in TO_OFFICE and not _has_room(mail, mail.offered_at):
            return False
        untouched = ActionMail.objects.filter(pk=mail.pk, offered_at=None, refused_at=None)
        return untouched.update(offered_at=mail.offered_at) == 1


def _has_room(mail: ActionMail, now: datetime) -> bool:
    assert mail.call
    post = Post.objects.select_for_update(no_key=True).get(pk=mail.call.addressee_id)
    return room(_offered_to(post.pk, now), at=now, per_hour=mail.call.per_hour) > 0
