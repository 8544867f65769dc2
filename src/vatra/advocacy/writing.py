"""One page, one act: the pages on which somebody writes for a campaign."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from vatra.access.doors import StaffRequest, actor
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.kernel.sentence import Sentence


def one_act(
    request: StaffRequest,
    form_class: Any,
    *,
    about: Any,
    said: Sentence,
    to: Callable[[Any], str],
    permission: Permission = Permission.KEEP_CAMPAIGNS,
    **page: Any,
) -> HttpResponse:
    """Do what the form's `write` does once it was sent, and go on; until then, or if it is refused, show the page."""
    writing = Writing(request)
    form = writing.form(form_class, about=about)
    by = actor(request, permission)
    done = writing.send(form, lambda: form.write(by=by), to=to, said=said)
    return done or writing.page(form, **page)
