"""A form of the public site: kept where it is not right, sent once, and answered alike whoever sent it."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vatra.kernel.atomic import atomic
from vatra.kernel.ledger.canonical import canonical
from vatra.kernel.sent import SentPage, act_once
from vatra.public.door import PublicRequest
from vatra.public.flood import may_send
from vatra.public.forms.plain import PublicForm

NOBODY = 0
NOT_RIGHT, TOO_MANY = 422, 429


def answer_to(
    request: PublicRequest,
    form: PublicForm,
    act: Callable[[], object],
    *,
    to: str,
    template: str,
    **given: Any,
) -> HttpResponse:
    """Do the act if the form is right and lead on; else the page again, with everything that was typed."""
    status = 200
    if form.is_bound:
        status = NOT_RIGHT
        if form.is_valid() and not may_send(request, template):
            form.add_error(None, _("Too much came from your network. Please call, or try again in an hour."))
            status = TOO_MANY
        elif form.is_valid() and (
            form.is_from_a_machine or form.did(lambda: _once(request, template, act, to))
        ):
            return redirect(to)
    return render(request, template, {**given, "form": form}, status=status)


@atomic()
def _once(request: PublicRequest, template: str, act: Callable[[], object], to: str) -> str:
    """The same words sent twice, by a double click or a reload, are one act."""
    written = canonical({name: "\n".join(values) for name, values in request.POST.lists()})
    digest = sha256(template.encode() + written).hexdigest()

    def done() -> str:
        act()
        return to

    return act_once(SentPage(NOBODY, template, "", 0, "", digest), done)
