"""The decision as a document for the file and the court: everything it rests on, in the order in which it is read."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from vatra.decisions.documents.panel_part import panel_parts
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Decision, Option, Outcome, QuestionChild, TookPart
from vatra.decisions.queries import children_of
from vatra.decisions.went_on import went_on
from vatra.kernel.days_in_words import in_words
from vatra.kernel.typesetting.languages import in_language
from vatra.kernel.typesetting.parts import Content, facts, section, spoken, table, text


def decision_on_paper(outcome: Outcome, language: str) -> dict[str, Any]:
    """The content of the document; it covers every child of the question, as the decision does."""
    decision = outcome.decision
    unit = decision.question.unit
    with in_language(language):
        return {
            "title": _("Decision %(number)s") % {"number": decision.number},
            "author": unit.name,
            "issuer": unit.name,
            "standing": _standing(decision),
            "sections": list(_sections(decision)),
            "signed": _("Issued on %(day)s by %(name)s")
            % {"day": in_words(decision.issued_at), "name": decision.issued_by.full_name},
            "signature": _("Signature and stamp"),
            "digest": decision.digest,
            "digest_label": _("Digest of the decision’s text (SHA-256)"),
        }


def _standing(decision: Decision) -> str:
    """What became of the decision before this document was made, as a sentence at its head."""
    later = Decision.objects.filter(supersedes=decision).values_list("number", flat=True).first()
    if later:
        return _("This decision is no longer in force. It was superseded by decision %(number)s.") % {
            "number": later
        }
    withdrawal = getattr(decision, "withdrawal", None)
    if withdrawal:
        return _("This decision was withdrawn on %(day)s.") % {"day": in_words(withdrawal.withdrawn_on)}
    return ""


def _sections(decision: Decision) -> Iterator[Content]:
    question = decision.question
    children = children_of(question)
    yield section(_("What was decided"), _outcomes(decision))
    yield section(_("Reasons"), text(decision.reasons))
    yield section(_("Basis and days"), facts(_basis(decision)))
    yield section(_("The question"), facts(_question(decision)))
    for child in children:
        heading = _("What %(child)s says") % {"child": child.file.child.name}
        yield section(heading, *_view(child))
    options = question.options.select_related("home").prefetch_related("weighings").order_by("pk")
    yield section(_("The options, weighed on the same factors"))
    for option in options:
        yield section(option.in_words, *_option(option, question.kind), level=3)
    participants = list(question.participants.order_by("pk"))
    if participants:
        yield section(_("Who took part"), _participants(participants))
    yield from _apart(decision)
    yield from panel_parts(question)
    yield from _went_on(decision)


def _outcomes(decision: Decision) -> Content:
    outcomes = decision.outcomes.select_related("file__child", "option", "home").order_by("pk")
    heads = [_("Child"), _("Born"), _("File"), _("What was decided"), _("Home")]
    return table(heads, [3, 2.2, 2, 4, 3], [_outcome(each) for each in outcomes])


def _outcome(outcome: Outcome) -> list[str]:
    child = outcome.file.child
    form = outcome.get_form_display() or outcome.get_contact_display() or ""
    return [
        child.name,
        in_words(child.birth) if child.birth else _("not known"),
        outcome.file.reference,
        f"{form}\n{outcome.option.in_words}",
        outcome.home.name if outcome.home else "—",
    ]


def _basis(decision: Decision) -> Iterator[tuple[str, str]]:
    yield _("Legal basis"), decision.legal_basis
    yield _("Takes effect on"), in_words(decision.effective_on)
    yield _("Looked at again on"), in_words(decision.review_on)
    if decision.appeal_until:
        yield _("Appeal possible until"), in_words(decision.appeal_until)
    if decision.representation:
        yield _("Who represents the child and helps with an appeal"), decision.representation
    if decision.supersedes:
        yield _("Supersedes"), _("Decision %(number)s") % {"number": decision.supersedes.number}


def _question(decision: Decision) -> Iterator[tuple[str, str]]:
    question = decision.question
    yield _("Question"), question.get_kind_display()
    yield _("Asked on"), f"{in_words(question.asked_on)}, {question.asked_by.full_name}"
    yield _("Why now"), question.why_now
    if question.if_nothing:
        yield _("If nothing is done"), question.if_nothing


def _view(child: QuestionChild) -> Iterator[Content]:
    if child.heard_how and child.heard_on:
        yield facts(_hearing(child))
        yield spoken(child.words)
        if child.taken_up:
            yield facts([(_("What is taken up, what is not, and why"), child.taken_up)])
    else:
        yield text(f"{child.get_not_heard_reason_display()}.")


def _hearing(child: QuestionChild) -> Iterator[tuple[str, str]]:
    yield _("How the view was sought"), str(child.get_heard_how_display())
    by = child.heard_by.full_name if child.heard_by else ""
    yield _("When and by whom"), f"{in_words(child.heard_on) if child.heard_on else ''}, {by}"
    yield _("In which language"), str(child.get_heard_in_display())
    if child.interpreter:
        yield _("Interpreter"), child.interpreter
    if child.supported_by:
        yield _("Who supported the child"), child.supported_by


def _option(option: Option, kind: str) -> Iterator[Content]:
    form = str(option.get_form_display() or option.get_contact_display() or "")
    yield text(f"{form} · {option.home.name}" if option.home else form)
    looking_ahead = [
        (_("What it would mean in the next months"), option.short_term),
        (_("What it would mean in the years to come"), option.long_term),
    ]
    if any(words for _label, words in looking_ahead):
        yield facts([pair for pair in looking_ahead if pair[1]])
    weighed = {each.factor: each for each in option.weighings.all()}
    rows = [
        [str(factor.label), str(weighed[factor].get_leaning_display()), weighed[factor].sentence]
        for factor in kind_of(kind).factors
        if factor in weighed
    ]
    yield table([_("Factor"), _("Leaning"), _("Why")], [3, 2.4, 7], rows)


def _participants(participants: list[TookPart]) -> Content:
    rows = [
        [
            each.name,
            str(each.get_part_display()),
            each.view or str(each.get_not_heard_reason_display() or "—"),
            each.taken_up or "—",
        ]
        for each in participants
    ]
    return table([_("Name"), _("Took part as"), _("View"), _("What was taken up")], [2.6, 2.2, 4, 4], rows)


def _apart(decision: Decision) -> Iterator[Content]:
    pairs = list(decision.question.separations.select_related("file__child", "sibling").order_by("pk"))
    if not pairs:
        return
    heads = [_("Who"), _("Why"), _("How they stay in touch"), _("Looked at again on")]
    rows = [
        [
            f"{each.file.child.name}, {each.sibling.name}",
            f"{each.get_reason_display()}\n{each.in_words}",
            each.contact,
            in_words(each.look_again_on),
        ]
        for each in pairs
    ]
    yield section(_("Brothers and sisters who live apart"), table(heads, [3, 5, 3, 2.4], rows))


def _went_on(decision: Decision) -> Iterator[Content]:
    """Where a rule of the standards warned: what it said to the issuer, its code, and the reason given."""
    against = went_on({"went_on_because": {}} | decision.document)
    if against:
        rows = [[f"{each.sentence} ({each.code})", each.reason] for each in against]
        yield section(_("Where a rule asked for a reason"), table([_("Rule"), _("Reason")], [5, 5], rows))
    sheets = list(decision.question.sheets_handed.order_by("handed_on", "pk"))
    if sheets:
        heads = [_("Handed to"), _("On"), _("In which language"), _("Edition")]
        handed = [
            [each.to_whom, in_words(each.handed_on), str(each.get_language_display()), each.edition]
            for each in sheets
        ]
        yield section(_("The sheet about forms of care"), table(heads, [4, 3, 3, 2], handed))
