"""Saving and throwing away a draft; each person reaches only their own."""

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch
from django.utils.formats import time_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import ONCE, VERSION, page_of, written_in
from vatra.kernel.drafts import Conflict, Draft, discard_draft, draft_of, save_draft
from vatra.kernel.sent import was_sent


@require_POST
@needs(Permission.SEE_MY_DAY)
def autosave(request: StaffRequest, purpose: str, key: str) -> HttpResponse:
    """Keep what is on the page as the draft, or answer 409 with the text that was saved elsewhere."""
    _existing_page(purpose, key)
    token = request.POST.get(ONCE, "")
    if was_sent(token):
        return _kept_apart(Conflict(draft_of(request.user.pk, purpose, key)))
    version = request.POST.get(VERSION, "")
    fields = {**written_in(request.POST), ONCE: token}
    saved = _save(request.user.pk, purpose, key, fields, int(version) if version.isdigit() else 0)
    return JsonResponse(_as_json(saved)) if isinstance(saved, Draft) else _kept_apart(saved)


@require_POST
@needs(Permission.SEE_MY_DAY)
def discard(request: StaffRequest, purpose: str, key: str) -> HttpResponse:
    """Throw the draft away and begin afresh."""
    page = _existing_page(purpose, key)
    discard_draft(request.user.pk, purpose, key)
    back = request.POST.get("back", "")
    return redirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else page)


def _save(user_id: int, purpose: str, key: str, fields: dict[str, Any], version: int) -> Draft | Conflict:
    """A page never stands in its own way: its second save may overtake the answer to its first."""
    saved = save_draft(user_id, purpose, key, fields, version)
    if isinstance(saved, Draft):
        return saved
    if saved.other is None and not was_sent(fields[ONCE]):
        # The text before became an act on another tab; this one goes on as a draft of its own.
        return save_draft(user_id, purpose, key, fields)
    if saved.other is None:
        return saved
    if fields[ONCE] and saved.other.fields.get(ONCE) == fields[ONCE]:
        return save_draft(user_id, purpose, key, fields, saved.other.version)
    return saved


def _kept_apart(conflict: Conflict) -> JsonResponse:
    nothing = {"version": 0, "saved_at": "", "fields": {}}
    if conflict.other is None:
        return JsonResponse(nothing, status=409)
    fields = {name: value for name, value in conflict.other.fields.items() if name != ONCE}
    return JsonResponse({**_as_json(conflict.other), "fields": fields}, status=409)


def _as_json(draft: Draft) -> dict[str, Any]:
    return {"version": draft.version, "saved_at": time_format(localtime(draft.saved_at), "H:i")}


def _existing_page(purpose: str, key: str) -> str:
    """The page the draft is for; drafts for pages that do not exist are not kept."""
    try:
        return page_of(purpose, key)
    except NoReverseMatch:
        raise Http404 from None
