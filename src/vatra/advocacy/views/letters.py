"""Letters to somebody in office: calling for them, reading them before they go, and what came back."""

from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.forms.letters import CallForm, LetGoForm, ReadForm, ReplyForm
from vatra.advocacy.letters.answers import answers_of_institutions
from vatra.advocacy.letters.words import MailKind
from vatra.advocacy.models import LetterCall, WrittenLetter
from vatra.advocacy.page import one_act, show
from vatra.advocacy.places import place_of

MOST_LISTED = 50


@needs(Permission.SEE_CAMPAIGNS)
def letter_call(request: StaffRequest, slug: str) -> HttpResponse:
    """One call: whom it addresses, how far its letters have come, and what was collected."""
    call = _call(slug)
    context = {
        "call": call,
        "numbers": _numbers(call),
        "held": call.letters.held().count() if request.held.may(Permission.KEEP_SIGNATURES) else 0,
        "collected": call.mails.filter(kind=MailKind.COLLECTED).order_by("-day")[:MOST_LISTED],
        "sent": _sent(call) if request.held.may(Permission.KEEP_SIGNATURES) else [],
        "follow_ups": call.action.follow_ups.select_related("person").order_by("due_on", "pk"),
        "may_keep": request.held.may(Permission.KEEP_CAMPAIGNS),
    }
    return render(request, "advocacy/letter_call.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def call_for_letters(request: StaffRequest) -> HttpResponse:
    """Call on people to write to somebody in office."""
    return one_act(
        request,
        CallForm,
        title=_("Call for letters to somebody in office"),
        button=_("Save"),
        back=reverse("advocacy:actions"),
        to=lambda call: place_of(call.action),
        said=_(
            "The call is written down. Letters go to our own address until you let them go to the office."
        ),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def change_call(request: StaffRequest, slug: str) -> HttpResponse:
    """Say something else from now on."""
    call = _call(slug)
    return one_act(
        request,
        CallForm,
        about=call,
        title=_("Change the call for letters"),
        button=_("Save"),
        back=place_of(call.action),
        said=_("The call is changed. Letters that were written keep what they say."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def let_letters_go(request: StaffRequest, slug: str) -> HttpResponse:
    """Let letters go to the office, or to our own address again."""
    call = _call(slug)
    return one_act(
        request,
        LetGoForm,
        about=call,
        title=_("Where letters go"),
        lead=_("Letters that were already passed keep going where they were to go."),
        button=_("Save"),
        back=place_of(call.action),
        said=_("From now on letters go there."),
    )


@needs(Permission.KEEP_SIGNATURES)
def letters_to_read(request: StaffRequest) -> HttpResponse:
    """Letters that wait for a reader, the longest first."""
    waiting = WrittenLetter.objects.to_read().select_related("call__action").order_by("confirmed_at", "pk")
    return render(request, "advocacy/letters_to_read.html", {"letters": waiting[:MOST_LISTED]})


@needs(Permission.KEEP_SIGNATURES)
def read_letter(request: StaffRequest, pk: int) -> HttpResponse:
    """Read one letter, and say whether it may go."""
    letter = get_object_or_404(
        WrittenLetter.objects.confirmed()
        .select_related("call__action")
        .prefetch_related("readings__read_by"),
        pk=pk,
    )
    return one_act(
        request,
        ReadForm,
        about=letter,
        permission=Permission.KEEP_SIGNATURES,
        template="advocacy/read_letter.html",
        title=_("Read a letter before it goes"),
        letter=letter,
        button=_("Save"),
        back=reverse("advocacy:letters_to_read"),
        said=_("Your reading is kept."),
    )


@needs(Permission.KEEP_SIGNATURES)
def note_reply(request: StaffRequest, pk: int) -> HttpResponse:
    """Note what came back for a letter."""
    letter = get_object_or_404(WrittenLetter.objects.confirmed().select_related("call__action"), pk=pk)
    return one_act(
        request,
        ReplyForm,
        about=letter,
        permission=Permission.KEEP_SIGNATURES,
        title=_("Note what came back"),
        button=_("Save"),
        back=place_of(letter.call.action),
        said=_("It is noted."),
    )


@needs(Permission.SEE_CAMPAIGNS)
def answers(request: StaffRequest) -> HttpResponse:
    """Which institutions answer the letters they get."""
    return show(request, "advocacy/answers.html", {"rows": answers_of_institutions()})


def _call(slug: str) -> LetterCall:
    calls = LetterCall.objects.select_related("action__campaign", "addressee__institution", "action__ask")
    return get_object_or_404(calls, action__slug=slug)


def _numbers(call: LetterCall) -> dict[str, int]:
    went = call.mails.filter(letter=OuterRef("pk"), kind=MailKind.LETTER, sent_at__isnull=False)
    return call.letters.aggregate(
        written=Count("pk"),
        confirmed=Count("pk", filter=Q(confirmed_at__isnull=False)),
        counted=Count("pk", filter=Q(is_alike=True)),
        sent=Count("pk", filter=Exists(went)),
    )


def _sent(call: LetterCall) -> list[WrittenLetter]:
    went = call.letters.filter(erased_at=None, mails__kind=MailKind.LETTER, mails__sent_at__isnull=False)
    return list(went.prefetch_related("replies").order_by("-mails__sent_at", "-pk")[:MOST_LISTED])
