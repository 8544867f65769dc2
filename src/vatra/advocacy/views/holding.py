"""Looking at letters and registrations of the public before anybody is written to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.advocacy.actions.letters import let_letters_through, turn_letters_away
from vatra.advocacy.actions.occasions import let_guests_through, turn_guests_away
from vatra.advocacy.forms.holding import HeldForm
from vatra.advocacy.models import Action, LetterCall, Occasion, Registration, WrittenLetter
from vatra.advocacy.models.held import M, MayBeHeldRows
from vatra.advocacy.places import place_of
from vatra.advocacy.signing.words import TurnedAwayFor
from vatra.kernel.mailbox import domain_of

AT_ONCE = 50


@dataclass(frozen=True)
class Waiting:
    """What is looked at of one that waits."""

    pk: int
    name: str
    domain: str
    words: str
    why: str
    came_at: datetime


@needs(Permission.KEEP_SIGNATURES)
def held_letters(request: StaffRequest, slug: str) -> HttpResponse:
    """Letters of a call that wait for a look, the oldest first, each with why."""
    call = get_object_or_404(LetterCall.objects.select_related("action"), action__slug=slug)
    by = actor(request, Permission.KEEP_SIGNATURES)
    return _queue(
        request,
        call.action,
        call.letters.held(),
        shown=_letter,
        let_through=lambda chosen: let_letters_through(letters=chosen, by=by),
        turn_away=lambda chosen, reason: turn_letters_away(letters=chosen, reason=reason, by=by),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def held_guests(request: StaffRequest, slug: str) -> HttpResponse:
    """Registrations for an event that wait for a look, the oldest first, each with why."""
    occasion = get_object_or_404(Occasion.objects.select_related("action"), action__slug=slug)
    by = actor(request, Permission.KEEP_CAMPAIGNS)
    return _queue(
        request,
        occasion.action,
        occasion.registrations.held(),
        shown=_guest,
        let_through=lambda chosen: let_guests_through(registrations=chosen, by=by),
        turn_away=lambda chosen, reason: turn_guests_away(registrations=chosen, reason=reason, by=by),
    )


def _letter(letter: WrittenLetter) -> Waiting:
    why = letter.get_held_for_display()
    return Waiting(letter.pk, letter.name, domain_of(letter.email), letter.words, why, letter.written_at)


def _guest(guest: Registration) -> Waiting:
    why = guest.get_held_for_display()
    return Waiting(guest.pk, guest.name, domain_of(guest.email), guest.outlet, why, guest.registered_at)


def _queue(
    request: StaffRequest,
    action: Action,
    rows: MayBeHeldRows[M],
    *,
    shown: Callable[[M], Waiting],
    let_through: Callable[[Sequence[M]], object],
    turn_away: Callable[[Sequence[M], TurnedAwayFor], object],
) -> HttpResponse:
    """The page, the oldest first, and what was said on it."""
    held = list(rows.order_by(rows.came_at, "pk")[:AT_ONCE])
    form = HeldForm(request.POST or None, among=[each.pk for each in held])

    def answer() -> object:
        chosen = [each for each in held if each.pk in form.cleaned_data["chosen"]]
        reason = form.cleaned_data["reason"]
        return turn_away(chosen, TurnedAwayFor(reason)) if "turn_away" in form.data else let_through(chosen)

    if form.is_valid() and form.did(answer):
        messages.success(request, _("Done: they have left the queue."))
        return redirect(request.path)
    waiting = [shown(each) for each in held]
    context = {"action": action, "waiting": waiting, "form": form, "place": place_of(action)}
    return render(request, "advocacy/held.html", context, status=422 if form.errors else 200)
