"""Pages of advocacy for staff: where they lead to, and writing towards one act."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, actor
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.kernel.links import Link
from vatra.kernel.sentence import Sentence

PLACES: tuple[tuple[Sentence, str], ...] = (
    (_("Campaigns"), "advocacy:campaigns"),
    (_("Asks"), "advocacy:asks"),
    (_("To approve"), "advocacy:to_approve"),
    (_("Overdue"), "advocacy:overdue"),
    (_("Institutions"), "advocacy:institutions"),
    (_("Signatures"), "advocacy:sheets"),
    (_("What we do"), "advocacy:actions"),
    (_("Media"), "advocacy:clippings"),
    (_("Who answered"), "advocacy:answers"),
    (_("What people know"), "advocacy:knowledge"),
)

# `None` is something a form can be about: a campaign that is part of no other.
NOTHING = object()


def show(request: StaffRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """A page with the places of advocacy above it."""
    places = [
        Link(words, address, is_current=request.path == address)
        for words, address in ((words, reverse(view)) for words, view in PLACES)
    ]
    return render(request, template, {"places": places, **context})


def one_act(
    request: StaffRequest,
    form_class: Callable[..., Any],
    *,
    said: Sentence,
    back: str,
    permission: Permission = Permission.KEEP_CAMPAIGNS,
    to: Callable[[Any], str] | None = None,
    about: object = NOTHING,
    template: str = "writing/act.html",
    **page: Any,
) -> HttpResponse:
    """Do what the form's `write` does once it is sent, and go back; until then, or if refused, the page.

    `about` is what the form is given besides what was typed; `to` says where to go on instead of back.
    """
    writing = Writing(request)
    options: dict[str, Any] = {} if about is NOTHING else {"about": about}
    if getattr(form_class, "takes_files", False):
        options["files"] = request.FILES if writing.is_sent else None
    form = writing.form(form_class, **options)
    by = actor(request, permission)
    done = writing.send(form, lambda: form.write(by=by), to=to or (lambda _done: back), said=said)
    return done or writing.page(form, template=template, back=back, **page)
