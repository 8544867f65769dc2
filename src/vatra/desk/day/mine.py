"""What waits in the files a worker answers for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from vatra.access.models import User
from vatra.access.roles import Permission
from vatra.casework.models import File
from vatra.decisions.models import QuestionChild
from vatra.desk.due import Due, Stopped, rules_behind
from vatra.desk.lacking import Lacking, lacking
from vatra.desk.words import act_in_words
from vatra.kernel.clock import midnight
from vatra.kernel.duty import Duty
from vatra.kernel.ledger import Event
from vatra.kernel.sentence import Sentence

MOST_DUTIES = 60
MOST_CHANGES = 20


@dataclass(frozen=True)
class DueFor:
    """A duty and the file it is for."""

    file: File
    due: Due


@dataclass(frozen=True)
class Changed:
    """Somebody else did something in a file of mine."""

    file: File
    at: datetime
    who: str
    act: Sentence


@dataclass(frozen=True)
class Mine:
    """Everything that waits in the files somebody answers for."""

    files: Sequence[File] = ()
    late: Sequence[DueFor] = ()
    soon: Sequence[DueFor] = ()
    lacking: Sequence[Lacking] = ()
    questions: Sequence[QuestionChild] = ()
    changes: Sequence[Changed] = ()

    @property
    def rules(self) -> list[Due]:
        """One duty for each rule that something here rests on."""
        return rules_behind(each.due for each in (*self.late, *self.soon))


def mine(user: User, *, on: date) -> Mine:
    """What waits for a worker on a day; seven queries for any number of children, one for somebody without files."""
    files = files_of(user, on=on)
    if not files:
        return Mine()
    by_key = {file.key: file for file in files}
    due = _due(by_key, on=on)
    return Mine(
        files=files,
        late=[each for each in due if each.due.is_late],
        soon=[each for each in due if not each.due.is_late],
        lacking=[each for each in lacking(files, on=on) if each.sentences],
        questions=_questions(files),
        changes=_changes(by_key, besides=user, on=on),
    )


def files_of(user: User, *, on: date) -> Sequence[File]:
    """The open files somebody answers for on a day and may read, in the order of names."""
    holds = Q(workers__last_day__isnull=True) | Q(workers__last_day__gte=on)
    visible = File.objects.visible_to(user, on=on, to=Permission.READ_FILE).filter(closed_on__isnull=True)
    answered = visible.filter(holds, workers__worker=user, workers__first_day__lte=on)
    return list(answered.select_related("child").order_by("child_sort_key", "pk"))


def _due(files: dict[UUID, File], *, on: date) -> list[DueFor]:
    duties = Duty.objects.shown_on(on).filter(chain__in=list(files)).with_rules()
    return [
        DueFor(files[duty.chain], as_due(duty, on)) for duty in duties.order_by("due_on", "pk")[:MOST_DUTIES]
    ]


def as_due(duty: Duty, on: date) -> Due:
    """A stored duty, read together with its rule."""
    since, stop, why = duty.stopped_since, duty.stop, duty.why_stopped  # type: ignore[attr-defined]
    return Due.of(
        rule=duty.rule,
        due_on=duty.due_on,
        citation=duty.citation or "",  # type: ignore[attr-defined]
        is_verified=bool(duty.verified),  # type: ignore[attr-defined]
        on=on,
        stopped=Stopped(stop, since, why) if since else None,
        ref=duty.ref,
    )


def _questions(files: Sequence[File]) -> Sequence[QuestionChild]:
    open_ones = QuestionChild.objects.filter(
        file__in=files, question__decisions__isnull=True, question__withdrawn_on__isnull=True
    )
    return list(open_ones.select_related("question", "file__child").order_by("question__asked_on", "pk"))


def _changes(files: dict[UUID, File], *, besides: User, on: date) -> list[Changed]:
    since = midnight(on - timedelta(days=1))
    others = ~Q(user_id=besides.pk) | Q(user_id__isnull=True)
    events = list(
        Event.objects.filter(others, chain__in=list(files), reading=False, at__gte=since).order_by(
            "-at", "-pk"
        )[:MOST_CHANGES]
    )
    names = User.objects.in_bulk({event.user_id for event in events if event.user_id})
    return [
        Changed(files[event.chain], event.at, _name(names, event.user_id), act_in_words(event.act))
        for event in events
    ]


def _name(names: dict[int, User], user_id: int | None) -> str:
    user = names.get(user_id or 0)
    return user.full_name if user else "Vatra"
