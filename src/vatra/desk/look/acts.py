"""What the reader may do next in this file, as links."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.roles import Permission
from vatra.casework.doors import Entered
from vatra.desk.look.look import Look
from vatra.kernel.links import Link


@dataclass(frozen=True)
class Acts:
    """Links to acts: what is waiting to be done first, then what can be written, then what changes the file."""

    waiting: list[Link] = field(default_factory=list)
    writing: list[Link] = field(default_factory=list)
    keeping: list[Link] = field(default_factory=list)


def acts_for(entered: Entered, look: Look) -> Acts:
    """The acts open to the reader in this file; none in a closed one."""
    if not entered.file.is_open:
        return Acts()
    writes = entered.may(Permission.WRITE_FILE)
    return Acts(
        waiting=[*_waiting_questions(entered, look), *_decided(entered, look), *_told(entered, look)],
        writing=[
            *(_links(entered, _writing()) if writes else []),
            *(_review(entered, look) if writes else []),
            *_new_question(entered),
        ],
        keeping=[*(_links(entered, _keeping()) if writes else []), *_stay(entered, look)],
    )


def _links(entered: Entered, acts: Iterable[tuple[str, str]]) -> list[Link]:
    return [Link(text, reverse(view, args=[entered.file.reference])) for view, text in acts]


def _writing() -> Iterator[tuple[str, str]]:
    yield "casework:new_visit", _("Write down a visit")
    yield "casework:new_contact", _("Write down a contact with the family")
    yield "casework:new_note", _("Write a note")
    yield "casework:new_assessment", _("Make an assessment")
    yield "casework:new_support", _("Write down support for the family")
    yield "casework:new_plan", _("Make a plan")


def _review(entered: Entered, look: Look) -> Iterator[Link]:
    """A planned review is held as planned; without one, a review can be planned, or written down as held."""
    planned = look.standing.reviews[:1]
    reference = entered.file.reference
    if planned:
        yield Link(_("Hold the review"), reverse("casework:hold_review", args=[planned[0].number]))
    else:
        yield Link(_("Plan the next review"), reverse("casework:plan_review", args=[reference]))
        yield Link(_("Hold the review"), reverse("casework:new_review", args=[reference]))


def _keeping() -> Iterator[tuple[str, str]]:
    yield "casework:add_relative", _("Add a relative")
    yield "law:guardian", _("Name the guardian")
    yield "law:legal_status", _("Set the legal status")
    yield "law:legal_path", _("Go on with the legal path")
    yield "law:open_proceeding", _("Open a proceeding")
    yield "casework:hand_over", _("Hand the file over")
    yield "casework:close_file", _("Close the file")


def _waiting_questions(entered: Entered, look: Look) -> Iterator[Link]:
    if entered.may(Permission.PREPARE_DECISION):
        for question in look.standing.questions:
            text = _("Go on with the question: %(question)s") % {"question": question.kind}
            yield Link(text, reverse("decisions:question", args=[question.number]))


def _new_question(entered: Entered) -> Iterator[Link]:
    if entered.may(Permission.PREPARE_DECISION):
        yield Link(_("Ask what shall be decided"), reverse("decisions:ask", args=[entered.file.reference]))


def _decided(entered: Entered, look: Look) -> Iterator[Link]:
    act = look.decided and look.decided.asks_for(lives_in_a_home=look.home is not None)
    if look.decided and act and entered.may(Permission.PLACE_CHILD):
        yield Link(_carry_out(act), reverse(f"placements:{act}", args=[look.decided.outcome.pk]))


def _told(entered: Entered, look: Look) -> Iterator[Link]:
    if look.decided and look.decided.is_to_be_told and entered.may(Permission.PREPARE_DECISION):
        yield Link(
            _("Tell the child what was decided"), reverse("decisions:tell", args=[look.decided.outcome.pk])
        )


def _stay(entered: Entered, look: Look) -> Iterator[Link]:
    if look.home and entered.may(Permission.PLACE_CHILD):
        yield Link(_("Write down days away"), reverse("placements:absence", args=[look.home.number]))
        yield Link(_("End the stay"), reverse("placements:end", args=[look.home.number]))


def _carry_out(act: str) -> str:
    match act:
        case "place":
            return _("Place the child as decided")
        case "move":
            return _("Move the child as decided")
        case _:
            return _("Return the child home as decided")
