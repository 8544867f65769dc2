"""Writing to somebody in office, confirming the letter, and telling whether an answer came."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from vatra.access.networks import network_of
from vatra.advocacy import tokens
from vatra.advocacy.letters.answers import answers_of_institutions
from vatra.advocacy.models import Action, LetterCall, WrittenLetter
from vatra.kernel import clock
from vatra.public.door import PublicRequest, everybody
from vatra.public.forms.letters import ConfirmLetterForm, DidTheyAnswerForm, WriteForm
from vatra.public.languages import OF_ADDRESS
from vatra.public.visitor import answered, for_one_person, lapsed, visitor


@everybody
def write(request: PublicRequest, slug: str) -> HttpResponse:
    """Write to the holder of a post; the suggested text is a beginning."""
    call = _call(slug)
    if not call.is_open_on(clock.today()):
        return render(request, "public/letters_closed.html", {"call": call})
    form = WriteForm(request.POST if request.method == "POST" else None, call=call)
    return answered(
        request,
        form,
        lambda: form.write(language=OF_ADDRESS[request.language], network=network_of(request), by=visitor()),
        to=reverse("public:look_into_your_mail", args=[request.language]),
        template="public/write.html",
        context={"call": call},
    )


@everybody
def look_into_your_mail(request: PublicRequest) -> HttpResponse:
    """The same page for everybody, whether the address is known or not."""
    return render(request, "public/look_into_your_mail.html")


@everybody
def confirm_letter(request: PublicRequest, token: str) -> HttpResponse:
    """Read the letter once more and send it; opening the page alone does nothing."""
    letter = _letter(token, tokens.CONFIRM_LETTER)
    if letter is None:
        return lapsed(request)
    if letter.confirmed_at:
        return for_one_person(render(request, "public/letter_confirmed.html", {"letter": letter}))
    form = ConfirmLetterForm(request.POST if request.method == "POST" else None)
    answer = answered(
        request,
        form,
        lambda: form.write(letter, by=visitor()),
        to=request.path,
        template="public/confirm_letter.html",
        context={"letter": letter},
    )
    return for_one_person(answer)


@everybody
def did_they_answer(request: PublicRequest, token: str) -> HttpResponse:
    """Tell whether an answer came; what the link of the mail chose is only kept when the button is pressed."""
    letter = _letter(token, tokens.DID_THEY_ANSWER)
    if letter is None:
        return lapsed(request)
    initial = {"kind": request.GET.get("kind", ""), "came_on": clock.today()}
    form = DidTheyAnswerForm(request.POST if request.method == "POST" else None, initial=initial)
    answer = answered(
        request,
        form,
        lambda: form.write(letter, by=visitor()),
        to=reverse("public:answers", args=[request.language]),
        template="public/did_they_answer.html",
        context={"letter": letter},
    )
    return for_one_person(answer)


@everybody
def answers(request: PublicRequest) -> HttpResponse:
    """Which institutions answer the letters people write."""
    return render(request, "public/answers.html", {"rows": answers_of_institutions()})


def _call(slug: str) -> LetterCall:
    shown = Action.objects.public(clock.today())
    calls = LetterCall.objects.filter(action__in=shown)
    return get_object_or_404(
        calls.select_related("action__campaign", "addressee__institution"), action__slug=slug
    )


def _letter(token: str, purpose: str) -> WrittenLetter | None:
    key = tokens.key_in(token, purpose)
    letters = WrittenLetter.objects.select_related("call__action", "call__addressee__institution")
    return letters.filter(key=key, erased_at=None).first() if key else None
