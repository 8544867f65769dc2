"""What is due with letters: support to be collected into one, and writers to be asked whether an answer came."""

from datetime import date, datetime, timedelta

from vatra.advocacy.actions.letters import ask_whether_they_answered, collect_support
from vatra.advocacy.letters.responsiveness import SOON
from vatra.advocacy.letters.words import MailKind
from vatra.advocacy.models import ActionMail, LetterCall, WrittenLetter
from vatra.kernel import clock
from vatra.kernel.ledger import Actor

WAIT = timedelta(days=SOON)
LOOKED_BACK = timedelta(days=14)
"""A machine that was off so long collects what it has missed."""


def collect_support_of(last: date) -> None:
    """Collect, for each call and day up to this one, the people who said the same, unless that was done."""
    by = _vatra(clock.now())
    for call in LetterCall.objects.filter(sends_from__lte=last, sends_until__gte=last - LOOKED_BACK).order_by(
        "pk"
    ):
        for day in sorted(_days_to_collect(call, last)):
            collect_support(call=call, day=day, by=by)


def _days_to_collect(call: LetterCall, last: date) -> set[date]:
    counted = call.letters.confirmed().filter(
        is_alike=True, confirmed_at__gte=clock.midnight(last - LOOKED_BACK)
    )
    days = {clock.local_day(moment) for moment in counted.values_list("confirmed_at", flat=True) if moment}
    done = set(call.mails.filter(kind=MailKind.COLLECTED).values_list("day", flat=True))
    return {day for day in days if day <= last} - done


def ask_writers(*, at: datetime) -> None:
    """Ask the writer of each letter that went two weeks ago or earlier, unless one of us knows already."""
    went = ActionMail.objects.filter(kind=MailKind.LETTER, is_test=False, sent_at__lte=at - WAIT)
    asked = ActionMail.objects.filter(kind=MailKind.DID_THEY_ANSWER)
    letters = WrittenLetter.objects.filter(pk__in=went.values("letter"), replies=None)
    for letter in (
        letters.exclude(pk__in=asked.values("letter")).select_related("call__action").order_by("pk")
    ):
        ask_whether_they_answered(letter=letter, by=_vatra(at))


def _vatra(at: datetime) -> Actor:
    """Vatra itself."""
    return Actor(None, "", at)
