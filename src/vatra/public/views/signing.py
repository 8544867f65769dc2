"""Signing: one page, no account; a question by mail, and what its links lead to."""

from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from vatra.access.networks import network_of
from vatra.advocacy.actions import (
    confirm_signature,
    give_consent,
    reject_signature,
    sign,
    withdraw_consent,
    withdraw_signature,
)
from vatra.advocacy.models import Action, Signature, SigningLink, SigningSheet
from vatra.advocacy.signing.adding import still_to_agree
from vatra.advocacy.signing.age import age_rule
from vatra.advocacy.signing.gate import open_gate
from vatra.advocacy.signing.links import link_of
from vatra.advocacy.signing.proof import challenge
from vatra.advocacy.signing.shown import Shown, shown_sheet
from vatra.advocacy.signing.words import LinkPurpose, Purpose
from vatra.advocacy.words import SIGNED
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.public.door import NOT_KEPT, PublicRequest, everybody
from vatra.public.forms.signing import SignForm
from vatra.public.languages import OF_ADDRESS
from vatra.public.visitor import for_one_person, visitor

NOT_FOUND, NOT_DONE = 404, 422


@everybody
def sheets(request: PublicRequest) -> HttpResponse:
    """What can be signed now."""
    today = clock.today()
    running = Action.objects.public(today).open_on(today).filter(kind__in=SIGNED, sheet__isnull=False)
    context = {"actions": running.select_related("sheet__tally").order_by("-first_day", "-pk")}
    return render(request, "public/sheets.html", context)


@everybody
def sheet(request: PublicRequest, slug: str) -> HttpResponse:
    """The text, how many have signed, and the form; sent, it leads to the same page for everybody."""
    gate = open_gate(slug, at=clock.now())
    age = age_rule(gate.jurisdiction, on=clock.today()) if gate else None
    form = SignForm(request.POST if request.method == "POST" else None, gate=gate, age=age) if gate else None
    if form and form.is_valid():
        given = form.given(network=network_of(request), language=OF_ADDRESS[request.language])
        sign(given=given, by=visitor())
        return HttpResponseRedirect(reverse("public:sheet_sent", args=[request.language, slug]))
    shown = _shown(slug)
    context = {"shown": shown, "form": form.word(shown.text.consents.all()) if form else None, "age": age}
    return render(request, "public/sheet.html", context, status=NOT_DONE if request.method == "POST" else 200)


@everybody
def sheet_sent(request: PublicRequest, slug: str) -> HttpResponse:
    """What happens next, in words that are the same for everybody who sent the form."""
    return render(request, "public/sheet_sent.html", {"shown": _shown(slug)})


@everybody
def proof(_request: PublicRequest, slug: str) -> HttpResponse:
    """What a browser calculates before it sends the form; each is good for one signature."""
    number = get_object_or_404(SigningSheet.objects.only("pk"), action__slug=slug).pk
    return JsonResponse(challenge(number), headers={"Cache-Control": NOT_KEPT})


@everybody
def confirm(request: PublicRequest, slug: str, word: str) -> HttpResponse:
    """The question of the mail: only a button answers it, because mail filters open every link."""
    link = link_of(word, LinkPurpose.CONFIRM, slug=slug)
    if link is None or link.used_at:
        return _leads_nowhere(request)
    if request.method == "POST":
        return _answered(request, link)
    return _of_one_signer(request, "public/sheet_confirm.html", link.signature)


def _answered(request: PublicRequest, link: SigningLink) -> HttpResponse:
    """That it was I, or somebody else."""
    was_me = request.POST.get("was") == "me"
    act = confirm_signature if was_me else reject_signature
    form = ActForm(request.POST)
    form.full_clean()
    if form.attempt(lambda: act(link=link, by=visitor())) is None:
        return _leads_nowhere(request)
    page = "public:sheet_confirmed" if was_me else "public:sheet_erased"
    return redirect(reverse(page, args=[request.language, link.signature.sheet.action.slug]))


@everybody
def sheet_confirmed(request: PublicRequest, slug: str) -> HttpResponse:
    """Thanks, and how many have signed."""
    answer = render(request, "public/sheet_confirmed.html", {"shown": _shown(slug)})
    answer.headers["Cache-Control"] = NOT_KEPT
    return answer


@everybody
def sheet_erased(request: PublicRequest, slug: str) -> HttpResponse:
    """The name and the address are no longer here."""
    return render(request, "public/sheet_erased.html", {"shown": _shown(slug)})


@everybody
def own_signature(request: PublicRequest, slug: str, word: str) -> HttpResponse:
    """What one signed and agreed to, agreeing to more, and taking it back."""
    link = link_of(word, LinkPurpose.OWN, slug=slug)
    if link is None:
        return _leads_nowhere(request)
    signature = link.signature
    if request.method == "POST":
        return _agreed(request, signature) if "agree" in request.POST else _taken_back(request, signature)
    return _of_one_signer(request, "public/own_signature.html", signature)


def _agreed(request: PublicRequest, signature: Signature) -> HttpResponse:
    """One consent more; who does not have the mail cannot come here."""
    form, language = ActForm(request.POST), OF_ADDRESS[request.language]
    form.full_clean()
    if request.POST["agree"] not in Purpose:
        raise Http404
    purpose = Purpose(request.POST["agree"])
    form.did(lambda: give_consent(signature=signature, purpose=purpose, language=language, by=visitor()))
    return redirect(request.path)


def _taken_back(request: PublicRequest, signature: Signature) -> HttpResponse:
    """The whole signature, or one consent to it."""
    what, form = request.POST.get("what", ""), ActForm(request.POST)
    form.full_clean()
    if what in {Purpose.MAIL, Purpose.SHOW_NAME}:
        purpose = Purpose(what)
        form.did(lambda: withdraw_consent(signature=signature, purpose=purpose, by=visitor()) or True)
        return redirect(request.path)
    if what != "signature":
        raise Http404
    form.attempt(lambda: withdraw_signature(signature=signature, by=visitor()))
    return redirect(reverse("public:sheet_erased", args=[request.language, signature.sheet.action.slug]))


def _of_one_signer(request: PublicRequest, template: str, signature: Signature) -> HttpResponse:
    """A page that only the mail leads to: kept by nobody, named to nobody by the next page."""
    agreed = signature.consents.filter(withdrawn_at=None).select_related("text").order_by("pk")
    context = {
        "signature": signature,
        "agreed": agreed,
        "lacking": still_to_agree(signature),
        "action": signature.sheet.action,
    }
    return for_one_person(render(request, template, context))


def _leads_nowhere(request: PublicRequest) -> HttpResponse:
    return render(request, "public/link_leads_nowhere.html", status=NOT_FOUND)


def _shown(slug: str) -> Shown:
    """A sheet that is shown to the public, as it stands today."""
    found = shown_sheet(slug, on=clock.today())
    if found is None:
        raise Http404
    return found
