"""Looking at letters and registrations of the public before anybody is written to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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
    held = list(call.letters.held().order_by("written_at", "pk")[:AT_ONCE])

    def answer(chosen: set[int], reason: TurnedAwayFor | None) -> object:
        letters = [each for each in held if each.pk in chosen]
        by = actor(request, Permission.KEEP_SIGNATURES)
        if reason:
            return turn_letters_away(letters=letters, reason=reason, by=by)
        return let_letters_through(letters=letters, by=by)

    return _queue(request, call.action, [_letter(each) for each in held], answer)


@needs(Permission.KEEP_CAMPAIGNS)
def held_guests(request: StaffRequest, slug: str) -> HttpResponse:
    """Registrations for an event that wait for a look, the oldest first, each with why."""
    occasion = get_object_or_404(Occasion.objects.select_related("action"), action__slug=slug)
    held = list(occasion.registrations.held().order_by("registered_at", "pk")[:AT_ONCE])

    def answer(chosen: set[int], reason: TurnedAwayFor | None) -> object:
        registrations = [each for each in held if each.pk in chosen]
        by = actor(request, Permission.KEEP_CAMPAIGNS)
        if reason:
            return turn_guests_away(registrations=registrations, reason=reason, by=by)
        return let_guests_through(registrations=registrations, by=by)

    return _queue(request, occasion.action, [_guest(each) for each in held], answer)


def _letter(letter: WrittenLetter) -> Waiting:
    why = letter.get_held_for_display()
    return Waiting(letter.pk, letter.name, domain_of(letter.email), letter.words, why, letter.written_at)


def _guest(guest: Registration) -> Waiting:
    why = guest.get_held_for_display()
    return Waiting(guest.pk, guest.name, domain_of(guest.email), guest.outlet, why, guest.registered_at)


def _queue(
    request: StaffRequest,
    action: Action,
    waiting: Sequence[Waiting],
    answer: Callable[[set[int], TurnedAwayFor | None], object],
) -> HttpResponse:
    """The page, and what was said on it."""
    form = HeldForm(request.POST or None, among=[each.pk for each in waiting])
    if form.is_valid() and form.did(lambda: answer(*_said(form))):
        messages.success(request, _("Done: they have left the queue."))
        return redirect(request.path)
    context = {"action": action, "waiting": waiting, "form": form, "place": place_of(action)}
    return render(request, "advocacy/held.html", context, status=422 if form.errors else 200)


def _said(form: HeldForm) -> tuple[set[int], TurnedAwayFor | None]:
    given: dict[str, Any] = form.cleaned_data
    reason = TurnedAwayFor(given["reason"]) if "turn_away" in form.data else None
    return set(given["chosen"]), reason
