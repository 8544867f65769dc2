"""Looking at signatures before a mail is sent, and at names before they are shown."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.advocacy.actions import hold_back_names, let_through, pass_names, turn_away
from vatra.advocacy.forms.signing import ChosenForm, LookedAtForm
from vatra.advocacy.models import Signature
from vatra.advocacy.signing.names import shown
from vatra.advocacy.signing.words import TurnedAwayFor
from vatra.advocacy.views.signing.sheets import sheet_of

AT_ONCE = 50


@needs(Permission.KEEP_SIGNATURES)
def queue(request: StaffRequest, slug: str) -> HttpResponse:
    """Signatures that wait for a look, the oldest first, each with why."""
    sheet = sheet_of(slug)
    held = sheet.signatures.held().filter(signer__isnull=False)
    waiting = list(held.select_related("signer").order_by("signed_at", "pk")[:AT_ONCE])
    form = LookedAtForm(request.POST or None, among=[each.pk for each in waiting])
    if form.is_valid() and form.did(lambda: _looked_at(request, form, waiting)):
        messages.success(request, _("Done: they have left the queue."))
        return redirect("advocacy:queue", slug)
    context = {"sheet": sheet, "waiting": waiting, "form": form, "number": held.count()}
    return render(request, "advocacy/queue.html", context, status=422 if form.errors else 200)


def _looked_at(request: StaffRequest, form: LookedAtForm, waiting: list[Signature]) -> list[Signature]:
    by = actor(request, Permission.KEEP_SIGNATURES)
    chosen = _chosen(form, waiting)
    if "turn_away" in request.POST:
        return turn_away(signatures=chosen, reason=TurnedAwayFor(form.cleaned_data["reason"]), by=by)
    return let_through(signatures=chosen, by=by)


@needs(Permission.KEEP_SIGNATURES)
def names(request: StaffRequest, slug: str) -> HttpResponse:
    """Names whose signers agreed that they are shown, before anybody sees them."""
    sheet = sheet_of(slug)
    undecided = sheet.signatures.with_name_to_look_at().select_related("signer")
    waiting = list(undecided.order_by("confirmed_at", "pk")[:AT_ONCE])
    form = ChosenForm(request.POST or None, among=[each.pk for each in waiting])
    act = hold_back_names if "hold_back" in request.POST else pass_names
    by = actor(request, Permission.KEEP_SIGNATURES)
    if form.is_valid() and form.did(lambda: act(signatures=_chosen(form, waiting), by=by)):
        messages.success(request, _("Done: they have left the queue."))
        return redirect("advocacy:names", slug)
    rows = [(each, shown(each.signer.name)) for each in waiting if each.signer]
    context = {"sheet": sheet, "rows": rows, "form": form}
    return render(request, "advocacy/names.html", context, status=422 if form.errors else 200)


def _chosen(form: ChosenForm, waiting: list[Signature]) -> list[Signature]:
    numbers = set(form.cleaned_data["chosen"])
    return [each for each in waiting if each.pk in numbers]
