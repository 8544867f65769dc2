"""Letters about a decision: what Vatra knows, what somebody writes for the reader, and the letter as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from vatra.decisions.documents.letter_texts import Wording, organisation_of, phrases, wording_for
from vatra.decisions.documents.placeholders import Part, Placeholder, filled
from vatra.decisions.hearing.quoting import unquoted
from vatra.decisions.models import Outcome, QuestionChild
from vatra.decisions.words import DocumentKind, PartKind
from vatra.homes.models import Home
from vatra.kernel import clock
from vatra.kernel.days_in_words import in_words
from vatra.kernel.typesetting.languages import in_language

# What somebody writes for this reader; everything else is on record.
WRITTEN = (
    Placeholder.WHY,
    Placeholder.SAID,
    Placeholder.TAKEN_UP,
    Placeholder.WHO_THERE,
    Placeholder.NEXT,
    Placeholder.COMPLAIN_TO,
)


@dataclass(frozen=True)
class Reader:
    """To whom a letter is written, about what was decided for one child, in which language, for which age."""

    outcome: Outcome
    kind: str
    language: str
    age_band: str | None = None

    @property
    def is_child(self) -> bool:
        """Whether the child itself reads."""
        return self.kind == DocumentKind.CHILD_LETTER

    @property
    def who(self) -> str:
        """The reader, as the phrases name it."""
        return "child" if self.is_child else "parents"

    def phrase(self, *path: str) -> str:
        """A sentence in the language of the letter."""
        found: Any = phrases(self.language)
        for name in path:
            found = found[name]
        return str(found)


def first_words(reader: Reader, *, on: date) -> dict[str, str]:
    """What the form begins with: what is on record, to be put into words for the reader."""
    view = _childs_view(reader) if reader.is_child else _parents_view(reader)
    carers = _carers(reader.outcome.home, on=on)
    return {
        Placeholder.WHY: "" if reader.is_child else reader.outcome.decision.reasons,
        Placeholder.WHO_THERE: reader.phrase("who_there", reader.who).format(carers=carers) if carers else "",
        Placeholder.COMPLAIN_TO: reader.phrase("complain_to", reader.who).format(
            worker=_worker(reader.outcome, on=on), supervisor=reader.outcome.decision.issued_by.full_name
        ),
        **view,
    }


def _childs_view(reader: Reader) -> dict[str, str]:
    child = QuestionChild.objects.get(
        question=reader.outcome.decision.question_id, file=reader.outcome.file_id
    )
    if child.heard_how:
        said = reader.phrase("said", child.heard_how).replace("{words}", unquoted(child.words))
    else:
        said = reader.phrase("not_heard", child.not_heard_reason or "hours_to_protect")
    return {Placeholder.SAID: said, Placeholder.TAKEN_UP: child.taken_up}


def _parents_view(reader: Reader) -> dict[str, str]:
    parents = reader.outcome.decision.question.participants.filter(part=PartKind.PARENT).order_by("pk")
    return {
        Placeholder.SAID: "\n".join(f"{each.name}: {each.view}" for each in parents if each.view),
        Placeholder.TAKEN_UP: "\n".join(each.taken_up for each in parents if each.taken_up),
    }


def _carers(home: Home | None, *, on: date) -> str:
    if home is None:
        return ""
    still = home.carers.filter(Q(last_day__isnull=True) | Q(last_day__gte=on))
    return ", ".join(each.person.name for each in still.select_related("person").order_by("pk"))


def _worker(outcome: Outcome, *, on: date) -> str:
    answers = outcome.file.workers.filter(first_day__lte=on).select_related("worker").order_by("first_day")
    last = answers.last()
    return last.worker.full_name if last else outcome.decision.issued_by.full_name


def words_on_record(reader: Reader, *, on: date) -> dict[str, str]:
    """What the decision and the file say, in the language of the letter."""
    outcome, decision = reader.outcome, reader.outcome.decision
    home = outcome.home.name if outcome.home else ""
    child = outcome.file.child
    decided = ("decided", outcome.form) if outcome.form else ("contact", outcome.contact or "")
    return {
        Placeholder.CHILD: child.given_name or child.name if reader.is_child else child.name,
        Placeholder.HOME: home,
        Placeholder.DECIDED: reader.phrase(decided[0], reader.who, decided[1]).replace("{home}", home),
        Placeholder.DECISION_NUMBER: decision.number,
        Placeholder.DECISION_DATE: in_words(clock.local_day(decision.issued_at)),
        Placeholder.EFFECTIVE_DATE: in_words(decision.effective_on),
        Placeholder.REVIEW_DATE: in_words(decision.review_on),
        Placeholder.APPEAL: _appeal(reader),
        Placeholder.WORKER: _worker(outcome, on=on),
        Placeholder.ORGANISATION: outcome.file.unit.name,
    }


def _appeal(reader: Reader) -> str:
    decision = reader.outcome.decision
    if decision.appeal_until is None:
        return ""
    helped = "_helped" if decision.representation else ""
    sentence = reader.phrase("appeal", reader.who + helped)
    until = sentence.replace("{appeal_until}.", "{appeal_until}").replace(
        "{appeal_until}", in_words(decision.appeal_until).rstrip(".") + "."
    )
    return until.replace("{representation}", decision.representation.rstrip("."))


@dataclass(frozen=True)
class Letter:
    """A letter ready to be set: its parts, the wording it follows, and what stands around it."""

    parts: Sequence[Part]
    wording: Wording
    content: Mapping[str, Any]


def letter_to(reader: Reader, written: Mapping[str, str], *, on: date) -> Letter:
    """The letter as it reads on a day, with the words written for this reader."""
    outcome = reader.outcome
    wording = wording_for(organisation_of(outcome.file), reader.kind, reader.language, reader.age_band)
    with in_language(reader.language):
        known = words_on_record(reader, on=on)
        parts = filled(wording.paragraphs, {**{name: written.get(name, "") for name in WRITTEN}, **known})
        around = around_a_letter(reader.kind, reader.age_band, child=outcome.file.child.name, on=on)
    content = {
        **around,
        "parts": [asdict(part) for part in parts],
        "sender": outcome.file.unit.name,
        "author": outcome.file.unit.name,
        "signed": f"{known[Placeholder.WORKER]}\n{outcome.file.unit.name}",
        "digest": outcome.decision.digest,
    }
    return Letter(parts, wording, content)


def around_a_letter(kind: str, age_band: str | None, *, child: str, on: date) -> dict[str, Any]:
    """Title, day and the label of the digest, in the language that is active."""
    to_child = kind == DocumentKind.CHILD_LETTER
    title = _("Letter to %(child)s") if to_child else _("Letter to the parents of %(child)s")
    return {
        "title": title % {"child": child},
        "place_and_day": in_words(on),
        "age_band": age_band,
        "digest_label": _("Digest of the decision’s text (SHA-256)"),
    }
