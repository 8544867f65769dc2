"""Sealed envelopes of a file: sealing one, asking for it, agreeing or refusing, and reading what is inside."""

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import Entered, enter, read
from vatra.casework.file_writing import FileWriting
from vatra.casework.page import frame
from vatra.kernel.forms import ActForm
from vatra.law.actions import open_envelope
from vatra.law.forms.envelope import AgreeToOpenForm, AskToOpenForm, EnvelopeForm, RefuseOpeningForm
from vatra.law.models import Envelope, EnvelopeOpening


@needs(Permission.READ_FILE)
def envelopes(request: StaffRequest, reference: str) -> HttpResponse:
    """The sealed envelopes of a file; why one was opened is shown only to who may open them."""
    entered = read(request, reference, page="envelopes")
    may_open = entered.may(Permission.OPEN_ENVELOPE)
    openings = EnvelopeOpening.objects.select_related("asked_by", "agreed_by", "refused_by").order_by(
        "asked_on", "pk"
    )
    sealed = entered.file.envelopes.defer("contents").select_related("sealed_by")
    context = {
        "frame": frame(entered),
        "file": entered.file,
        "envelopes": sealed.prefetch_related(Prefetch("openings", openings)).order_by("sealed_on", "pk"),
        "may_open": may_open,
        "today": entered.by.today,
    }
    return render(request, "law/envelopes.html", context)


@needs(Permission.WRITE_FILE)
def seal_envelope(request: StaffRequest, reference: str) -> HttpResponse:
    """Seal what is known about the child's origins. What is typed here is never kept as a draft."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(EnvelopeForm, about=entered.file)
    there = _envelopes_of(entered)
    return writing.one_act(
        form,
        template="law/seal_envelope.html",
        title=_("Seal what is known about the child's origins"),
        button=_("Seal the envelope"),
        back=there,
        said=_("The envelope is sealed. Two persons can open it together."),
    )


@needs(Permission.OPEN_ENVELOPE)
def ask_to_open(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask that a sealed envelope is opened."""
    envelope = get_object_or_404(Envelope.objects.defer("contents").select_related("file"), pk=pk)
    entered = enter(request, envelope.file.reference, Permission.OPEN_ENVELOPE)
    writing = FileWriting(request, entered)
    form = writing.form(AskToOpenForm, about=envelope)
    there = _envelopes_of(entered)
    return writing.one_act(
        form,
        title=_("Ask that the envelope is opened"),
        lead=_(
            "A child and a grown-up care leaver have a right to know their origins. Everybody else needs a reason."
        ),
        button=_("Ask"),
        back=there,
        said=_("Your reason is kept. Now somebody else has to agree."),
    )


@needs(Permission.OPEN_ENVELOPE)
def agree_to_open(request: StaffRequest, pk: int) -> HttpResponse:
    """Agree, as the second person, that an envelope is opened."""
    return _answer(
        request,
        pk,
        AgreeToOpenForm,
        template="law/agree_to_open.html",
        title=_("Agree that the envelope is opened"),
        button=_("I agree"),
        said=_("You have agreed. You and the person who asked may now read the envelope."),
        to=lambda _opening: reverse("law:open_envelope", args=[pk]),
    )


@needs(Permission.OPEN_ENVELOPE)
def refuse_opening(request: StaffRequest, pk: int) -> HttpResponse:
    """Refuse, as the second person, that an envelope is opened, and say why."""
    return _answer(
        request,
        pk,
        RefuseOpeningForm,
        template="law/refuse_opening.html",
        title=_("Refuse that the envelope is opened"),
        button=_("I refuse"),
        said=_("You have refused. The envelope stays sealed, and your reason is shown to whoever asked."),
    )


@needs(Permission.OPEN_ENVELOPE)
def envelope_opened(request: StaffRequest, pk: int) -> HttpResponse:
    """Read what was sealed: it is shown only when the button is pressed, and each time is on record."""
    opening = _opening(pk)
    entered = enter(request, opening.envelope.file.reference, Permission.OPEN_ENVELOPE)
    is_sent = request.method == "POST"
    form, contents = ActForm(request.POST if is_sent else None), None
    if is_sent and form.is_valid():
        contents = form.attempt(lambda: open_envelope(opening=opening, by=entered.by))
    context = {
        "frame": frame(entered),
        "opening": opening,
        "is_open": opening.is_open_to(entered.by.somebody, entered.by.today),
        "form": form,
        "contents": contents,
        "back": _envelopes_of(entered),
    }
    return render(request, "law/envelope.html", context, status=422 if is_sent and contents is None else 200)


def _answer(request: StaffRequest, pk: int, form_class: Callable[..., Any], **page: Any) -> HttpResponse:
    opening = _opening(pk)
    entered = enter(request, opening.envelope.file.reference, Permission.OPEN_ENVELOPE)
    writing = FileWriting(request, entered)
    # Whoever had begun to write a refusal finds their words again, below the answer of somebody else.
    if opening.is_answered and not (writing.is_post or writing.draft):
        return _answered(request, entered, opening)
    form = writing.form(form_class, about=opening)
    return writing.one_act(form, opening=opening, back=_envelopes_of(entered), **page)


def _answered(request: StaffRequest, entered: Entered, opening: EnvelopeOpening) -> HttpResponse:
    context = {
        "frame": frame(entered),
        "opening": opening,
        "is_open": opening.is_open_to(entered.by.somebody, entered.by.today),
        "back": _envelopes_of(entered),
    }
    return render(request, "law/opening_answered.html", context)


def _opening(pk: int) -> EnvelopeOpening:
    whole = EnvelopeOpening.objects.select_related("envelope__file", "asked_by", "agreed_by", "refused_by")
    return get_object_or_404(whole, pk=pk)


def _envelopes_of(entered: Entered) -> str:
    return reverse("law:envelopes", args=[entered.file.reference])
