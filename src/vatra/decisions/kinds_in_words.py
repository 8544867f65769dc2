"""What each kind of question asks for, said to the person who is about to ask it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vatra.decisions.kinds import Kind, kind_of
from vatra.decisions.words import PartKind, QuestionKind
from vatra.kernel.sentence import Sentence


@dataclass(frozen=True)
class KindInWords:
    """A kind of question with what it asks for, in sentences."""

    kind: QuestionKind
    sentences: list[Sentence]


LEADS = {
    QuestionKind.GATEKEEPING: _(
        "First: is care outside the family necessary? Only if it is: which form is suitable? Support at home is an answer."
    ),
    QuestionKind.CONTACT_RESTRICTION: _(
        "Contact with the family is never taken away as a punishment. It is limited only to protect the child, as little"
        " and for as short a time as possible, and looked at again on a day that is named."
    ),
    QuestionKind.SPLIT_SIBLINGS: _(
        "Brothers and sisters stay together unless this pair has a reason of its own. Tick all whom it is about."
    ),
    QuestionKind.EMERGENCY: _(
        "Only what can be known in a night is weighed. A full decision has to follow; it may end in any way."
    ),
}
A_CHILD_IS_HEARD = _(
    "A child is placed, moved or returned only by a decision that weighs at least two options and hears the child."
)
HEARD = {
    PartKind.PARENT: _("A parent is heard too."),
    PartKind.CARER: _("Those who care for the child now are heard too."),
    PartKind.GUARDIAN: _("The guardian is heard too."),
}


def lead_of(kind: str) -> Sentence:
    """What to bear in mind when asking."""
    return LEADS.get(QuestionKind(kind), A_CHILD_IS_HEARD)


def kinds_in_words() -> list[KindInWords]:
    """Every kind of question in the order of the table."""
    return [KindInWords(kind, list(_sentences(kind_of(kind)))) for kind in QuestionKind]


def _sentences(asks: Kind) -> Iterator[Sentence]:
    if asks.about_contact:
        yield _("The options are ways to be in touch, not homes.")
    yield from (HEARD[part] for part in asks.heard)
    if asks.from_age:
        yield _("From the age of %(years)s.") % {"years": asks.from_age}
    if asks.assessment_holds:
        yield _("Rests on an assessment of the last six months.")
    if asks.panel:
        yield _("A panel has to approve it.")
    if asks.full_decision:
        yield _("Followed by a full decision within days.")
