"""A page on which somebody of advocacy writes towards one act."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from vatra.access.doors import StaffRequest, actor
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.kernel.sentence import Sentence


def one_act(
    request: StaffRequest,
    form_class: Callable[..., Any],
    *,
    said: Sentence,
    back: str,
    permission: Permission = Permission.KEEP_CAMPAIGNS,
    to: Callable[[Any], str] | None = None,
    about: object = None,
    template: str = "writing/act.html",
    **page: Any,
) -> HttpResponse:
    """Do what the form's `write` does once it is sent, and go back; until then, or if refused, the page.

    `about` is what the form is given besides what was typed; `to` says where to go on instead of back.
    """
    writing = Writing(request)
    options: dict[str, Any] = {} if about is None else {"about": about}
    if getattr(form_class, "takes_files", False):
        options["files"] = request.FILES if writing.is_sent else None
    form = writing.form(form_class, **options)
    by = actor(request, permission)
    done = writing.send(form, lambda: form.write(by=by), to=to or (lambda _done: back), said=said)
    return done or writing.page(form, template=template, back=back, **page)
