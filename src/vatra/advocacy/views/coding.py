"""Coding: one clipping by two people apart from each other, and how far they agree."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.models import User
from vatra.access.roles import Permission
from vatra.advocacy.forms.media import CodingForm, SettleForm
from vatra.advocacy.media.books import Book, Question, book, latest
from vatra.advocacy.media.coded import coded_as, coded_clippings
from vatra.advocacy.media.codes import CODERS, Coded, agreement_by_question, disagreements
from vatra.advocacy.models import Clipping, Coding
from vatra.advocacy.page import one_act
from vatra.kernel.sentence import Sentence


@needs(Permission.SEE_CAMPAIGNS)
def clipping(request: StaffRequest, pk: int) -> HttpResponse:
    """One article, and of its codings those the reader may see."""
    found = _clipping(pk)
    readable = list(
        Coding.objects.readable_by(request.user)
        .filter(clipping=found)
        .select_related("coder")
        .order_by("turn")
    )
    number = found.codings.count()
    coded = coded_as(found)
    has_coded = any(coding.coder_id == request.user.pk for coding in readable)
    may_keep = request.held.may(Permission.KEEP_CAMPAIGNS)
    context = {
        "clipping": found,
        "coders": number,
        "codings": readable,
        "answers": list(_answers(found, readable, coded)),
        "settled": getattr(found, "adjudication", None),
        "holds": list(_what_holds(found, coded)),
        "may_code": may_keep and number < CODERS and not has_coded,
        "may_settle": may_keep and bool(coded and coded.differs_in and coded.settled is None),
    }
    return render(request, "advocacy/clipping.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def code_clipping(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer the code book about one article."""
    found = _clipping(pk)
    return one_act(
        request,
        CodingForm,
        about=found,
        template="advocacy/code_clipping.html",
        title=_("Code an article"),
        clipping=found,
        button=_("Save my answers"),
        back=_page_of(found),
        said=_("Your answers are kept. They stay as they are."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def settle(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what holds where two coders differ."""
    found = _clipping(pk)
    coded = coded_as(found)
    if coded is None or not coded.differs_in:
        raise Http404
    version = _book_of(found)
    return one_act(
        request,
        SettleForm,
        about=(found, coded, version, _other_coder(found, request.user)),
        template="advocacy/settle.html",
        title=_("Settle where two coders differ"),
        clipping=found,
        answers=list(_answers(found, found.codings.order_by("turn"), coded)),
        is_coder=_other_coder(found, request.user) is not None,
        button=_("Save what holds"),
        back=_page_of(found),
        said=_("It is settled."),
    )


@needs(Permission.SEE_CAMPAIGNS)
def agreement(request: StaffRequest) -> HttpResponse:
    """How far two coders agree on each question, and where they differ."""
    version = latest()
    pairs = [(found, coded) for found, coded in coded_clippings() if _book_of(found) == version]
    figures = agreement_by_question([coded for _found, coded in pairs], version)
    open_ones = {each.clipping for each in disagreements(coded for _found, coded in pairs)}
    context = {
        "book": version,
        "rows": [(question, figures[question.code]) for question in version.questions],
        "coded": len(pairs),
        "open": [
            (found, [version.question(code) for code in coded.differs_in])
            for found, coded in pairs
            if found.pk in open_ones
        ],
    }
    return render(request, "advocacy/agreement.html", context)


def _clipping(pk: int) -> Clipping:
    whole = Clipping.objects.select_related("outlet", "campaign").prefetch_related(
        "codings", "adjudication__decided_by", "adjudication__together_with"
    )
    return get_object_or_404(whole, pk=pk)


def _page_of(found: Clipping) -> str:
    return reverse("advocacy:clipping", args=[found.pk])


def _book_of(found: Clipping) -> Book:
    """The version both coded by; where a new one came in between, the older."""
    return book(min(coding.book for coding in found.codings.all()))


def _other_coder(found: Clipping, user: User) -> User | None:
    """For a coder the other one, with whom alone it can be settled; for a third person nobody."""
    codings = list(found.codings.select_related("coder"))
    if user.pk not in {coding.coder_id for coding in codings}:
        return None
    return next(coding.coder for coding in codings if coding.coder_id != user.pk)


def _answers(
    found: Clipping, codings: Any, coded: Coded | None
) -> Iterator[tuple[Question, list[Sentence], bool]]:
    """Each question with the answers that may be seen, in words, and whether two of them differ."""
    listed = list(codings)
    if not listed:
        return
    messages = _messages_of(found)
    for question in book(listed[0].book).questions:
        said = [_in_words(question, coding.codes.get(question.code, ""), messages) for coding in listed]
        yield question, said, bool(coded and question.code in coded.differs_in)


def _what_holds(found: Clipping, coded: Coded | None) -> Iterator[tuple[Question, Sentence]]:
    """What was settled, for each question in which the two differed."""
    if coded is None or coded.settled is None:
        return
    messages, version = _messages_of(found), _book_of(found)
    for code in coded.differs_in:
        question = version.question(code)
        yield question, _in_words(question, coded.settled[code], messages)


def _messages_of(found: Clipping) -> dict[str, str]:
    if found.campaign is None:
        return {}
    return {str(message.pk): str(message) for message in found.campaign.messages.all()}


def _in_words(question: Question, code: str, messages: dict[str, str]) -> Sentence:
    if question.is_about_message:
        return messages.get(code, _("None of them"))
    return str(question.answers[code]) if code in question.answers else ""
