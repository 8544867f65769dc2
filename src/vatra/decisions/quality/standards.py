"""Which Quality4Children standards a decision meets: each rests on provisions, or on a plan; printed in docs/quality.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vatra.casework.words.entries import PlanAim
from vatra.decisions.quality.answer import Answer, does_not_apply, for_each_child, met, not_met
from vatra.decisions.quality.on_record import ChildOnRecord, OnRecord
from vatra.decisions.quality.provisions import Provision, Row, Where
from vatra.decisions.words import QuestionKind
from vatra.kernel.sentence import Sentence


@dataclass(frozen=True)
class Standard:
    """A standard that is met where all the provisions it rests on are met; `when` limits it to a kind of question."""

    code: str
    asks: Sentence
    rests_on: Sequence[str]
    when: QuestionKind | None = None


STANDARDS: Sequence[Standard] = (
    Standard(
        "Q4C-1", gettext_lazy("Child and family are supported in the decision"), ("R-07", "R-30", "R-31")
    ),
    Standard("Q4C-2", gettext_lazy("The child takes part"), ("R-02", "R-02-language", "R-02-prepared")),
    Standard("Q4C-3", gettext_lazy("A professional way to the best care"), ("R-03", "R-16", "R-26")),
    Standard("Q4C-4", gettext_lazy("Brothers and sisters are cared for together"), ("R-09",)),
    Standard("Q4C-5", gettext_lazy("The way to the new home is prepared"), ("R-34",)),
    Standard("Q4C-8", gettext_lazy("Contact with the family of origin"), ("R-37",)),
    Standard("Q4C-11", gettext_lazy("The child takes part in what is decided"), ("R-02-weight", "R-02-told")),
    Standard(
        "Q4C-17",
        gettext_lazy("The young person takes part in leaving"),
        ("R-02", "R-02-weight", "R-02-told"),
        QuestionKind.LEAVING_CARE,
    ),
)


def _plan_holds(child: ChildOnRecord, _record: OnRecord) -> Answer:
    """An individual plan holds when the decision takes effect."""
    if child.plan_aims:
        sentence = _("A plan for %(child)s holds on the day the decision takes effect.")
        return met(sentence % {"child": child.name})
    sentence = _("No plan for %(child)s holds on the day the decision takes effect.")
    return not_met(sentence % {"child": child.name})


def _leaving_is_planned(child: ChildOnRecord, record: OnRecord) -> Answer:
    """A plan with the aim of an own adult life holds when care ends."""
    if record.kind != QuestionKind.LEAVING_CARE:
        return does_not_apply(_("This decision is not about leaving care."))
    if PlanAim.OWN_LIFE in child.plan_aims:
        return met(_("A plan for the own adult life of %(child)s holds.") % {"child": child.name})
    return not_met(_("No plan for the own adult life of %(child)s holds.") % {"child": child.name})


# Standards that rest on a fact no provision above asks for.
OWN: Sequence[Row] = (
    Row("Q4C-6", "Q4C 6", gettext_lazy("A plan of the child’s own"), for_each_child(_plan_holds), Where.FILE),
    Row(
        "Q4C-15",
        "Q4C 15",
        gettext_lazy("Leaving is planned"),
        for_each_child(_leaving_is_planned),
        Where.FILE,
    ),
)


def standards_of(record: OnRecord, provisions: Sequence[Provision]) -> list[Provision]:
    """Every standard in the order of its number, answered from the provisions it rests on."""
    known = {provision.code: provision for provision in provisions}
    found = [_answered(standard, record, known) for standard in STANDARDS]
    return sorted([*found, *(row.applied_to(record) for row in OWN)], key=lambda each: _number(each.code))


def _answered(standard: Standard, record: OnRecord, known: Mapping[str, Provision]) -> Provision:
    rests_on = [known[code] for code in standard.rests_on]
    answer = _from(rests_on) if standard.when in (None, record.kind) else _other_kind()
    return Provision(
        standard.code,
        f"Q4C {_number(standard.code)}",
        standard.asks,
        answer.is_met,
        answer.because,
        rests_on[0].where,
    )


def _from(rests_on: Sequence[Provision]) -> Answer:
    applying = [each for each in rests_on if each.is_met is not None]
    if not applying:
        return does_not_apply(" ".join(dict.fromkeys(each.because for each in rests_on)))
    failed = [each for each in applying if not each.is_met]
    if failed:
        return not_met(" ".join(dict.fromkeys(each.because for each in failed)))
    provisions = ", ".join(str(each.asks) for each in applying)
    return met(_("What it rests on is met: %(provisions)s.") % {"provisions": provisions})


def _other_kind() -> Answer:
    return does_not_apply(_("This decision is not about leaving care."))


def _number(code: str) -> int:
    return int(code.removeprefix("Q4C-"))
