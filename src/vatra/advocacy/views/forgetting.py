"""Erasing what people wrote to offices, who came to events, and words in answers, when their day has come."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.advocacy.actions.forgetting import erase_guests, erase_letters, erase_words
from vatra.advocacy.awareness import retention as words
from vatra.advocacy.events import retention as guests
from vatra.advocacy.forgetting import Forgotten
from vatra.advocacy.forms.signing import SeenForm
from vatra.advocacy.letters import retention as letters
from vatra.advocacy.models import LetterCall, Occasion, SurveyWave
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.sentence import Sentence


@dataclass(frozen=True)
class _Erasing:
    """One kind of forgetting: about what, how many are due of one, the act, and what it leaves."""

    of: QuerySet[Any]
    due: Callable[[Any], int]
    erase: Callable[[Any, int, Actor], int]
    leaves: Sentence


KINDS = {
    Forgotten.LETTERS: _Erasing(
        LetterCall.objects.select_related("action"),
        lambda call: letters.past_their_day(clock.today()).filter(call=call).count(),
        lambda call, seen, by: erase_letters(call=call, seen=seen, by=by),
        gettext_lazy("Names, addresses and letters go. That letters were sent and answered stays counted."),
    ),
    Forgotten.GUESTS: _Erasing(
        Occasion.objects.select_related("action"),
        lambda occasion: guests.past_their_day(clock.today()).filter(occasion=occasion).count(),
        lambda occasion, seen, by: erase_guests(occasion=occasion, seen=seen, by=by),
        gettext_lazy("Names and addresses go. How many people came stays counted."),
    ),
    Forgotten.WORDS: _Erasing(
        SurveyWave.objects.all(),
        lambda wave: words.past_their_day(wave, clock.today()).count(),
        lambda wave, seen, by: erase_words(wave=wave, seen=seen, by=by),
        gettext_lazy("Words of people’s own go. What they chose from lists stays, and names nobody."),
    ),
}


@needs(Permission.KEEP_SIGNATURES)
def forget(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    """Erase what the report named."""
    if kind not in KINDS:
        raise Http404
    erasing = KINDS[Forgotten(kind)]
    about, by = get_object_or_404(erasing.of, pk=pk), actor(request, Permission.KEEP_SIGNATURES)
    number = erasing.due(about)
    form = SeenForm(request.POST or None, initial={"seen": number})
    if (
        form.is_valid()
        and form.attempt(lambda: erasing.erase(about, form.cleaned_data["seen"], by)) is not None
    ):
        messages.success(request, _("It is erased."))
        return redirect("advocacy:retention")
    context = {"about": about, "form": form, "number": number, "leaves": erasing.leaves}
    return render(request, "advocacy/forget.html", context, status=422 if form.errors else 200)
