"""A page on which somebody writes towards one act: a draft while typing, one act when sent, then no draft."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, TypeVar
from uuid import uuid4

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from vatra.access.doors import StaffRequest
from vatra.kernel.drafts import draft_of
from vatra.kernel.forms import Acts
from vatra.kernel.ledger.canonical import canonical
from vatra.kernel.sent import SentPage, act_once, where_it_led
from vatra.kernel.sentence import Sentence

F = TypeVar("F", bound=Acts)
T = TypeVar("T")

ONCE = "once"
MORE = "more"
VERSION = "draft_version"
PAGE = "draft_page"
ABOUT_NOTHING = "-"
NOT_WRITTEN = {"csrfmiddlewaretoken", VERSION, PAGE, ONCE, MORE}


class Writing:
    """One person's text towards one act; its draft is named after the page's view and what it is about."""

    def __init__(self, request: StaffRequest) -> None:
        match = request.resolver_match
        assert match is not None
        self.request = request
        self.purpose = match.view_name
        self.key = "/".join(str(value) for value in match.kwargs.values()) or ABOUT_NOTHING
        # The token of this page; a page shown again keeps it.
        self.once = request.POST.get(ONCE) or str(uuid4())
        self.is_post = request.method == "POST"
        # “Add another” only asks for a longer page.
        self.is_sent = self.is_post and MORE not in request.POST
        self.draft = None if self.is_post else draft_of(request.user.pk, self.purpose, self.key)

    @property
    def kept(self) -> Mapping[str, Any]:
        """What was typed so far: on this page, or in the draft."""
        return written_in(self.request.POST) if self.is_post else self.draft.fields if self.draft else {}

    def form(self, form_class: Callable[..., F], **options: Any) -> F:
        """The form as it was sent, or filled in with what was typed so far, or fresh."""
        if self.is_sent:
            return form_class(self.request.POST, **options)
        form = form_class(**options)
        if self.kept:
            fill_in(form, self.kept)
        return form

    def send(
        self, form: Acts, act: Callable[[], T], *, to: Callable[[T], str], said: Sentence
    ) -> HttpResponse | None:
        """Do the act if the form was sent and is valid, and go on; None means that the page is shown again."""
        if not self.is_sent:
            return None
        page = self._sent_page()
        if not form.is_valid():
            # Sent a second time, what was right may no longer be: the first sending tells where to go.
            before = where_it_led(page.digest)
            return redirect(before) if before else None
        led_to = form.attempt(lambda: act_once(page, lambda: to(act())))
        if led_to is None:
            return None
        messages.success(self.request, str(said))
        return redirect(led_to)

    def page(self, form: Acts, *, template: str = "writing/act.html", **given: Any) -> HttpResponse:
        """The page with its form; 422 where it was sent and could not be done."""
        layout = "casework/file.html" if "frame" in given else "vatra/base.html"
        context = {"lead": "", **given, "form": form, "writing": self, "layout": layout}
        refused = self.is_sent and bool(form.errors or form.warned)
        return render(self.request, template, context, status=422 if refused else 200)

    @property
    def version(self) -> int:
        """The version of the draft this page goes on from; 0 where there is none yet."""
        sent = self.request.POST.get(VERSION, "")
        return int(sent) if sent.isdigit() else self.draft.version if self.draft else 0

    @property
    def url(self) -> str:
        """Where this page saves its draft."""
        return reverse("casework:autosave", args=[self.purpose, self.key])

    @property
    def discard_url(self) -> str:
        """Where the draft is thrown away."""
        return reverse("casework:discard_draft", args=[self.purpose, self.key])

    def _sent_page(self) -> SentPage:
        user = self.request.user.pk
        page = f"{user} {self.purpose} {self.key} {self.once} "
        digest = sha256(page.encode() + canonical(written_in(self.request.POST))).hexdigest()
        return SentPage(user, self.purpose, self.key, self.version, self.once, digest)


def page_of(purpose: str, key: str) -> str:
    """The address of the page a draft with this purpose and key belongs to."""
    return reverse(purpose, args=[] if key == ABOUT_NOTHING else key.split("/"))


def written_in(posted: MultiValueDict[str, str]) -> dict[str, Any]:
    """What somebody wrote on a page, without what the page itself carries along."""
    written = {name: values for name, values in posted.lists() if name not in NOT_WRITTEN}
    return {name: values[0] if len(values) == 1 else values for name, values in written.items()}


def fill_in(form: BaseForm, fields: Mapping[str, Any]) -> None:
    """Put what was typed into a fresh form and its rows, as it was typed, impossible dates included."""
    kept = MultiValueDict(
        {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
    )
    for part in (form, *getattr(form, "rows", ())):
        for name, field in part.fields.items():
            typed_as = part.add_prefix(name)
            if typed_as in kept or not field.widget.value_omitted_from_data(kept, MultiValueDict(), typed_as):
                part.initial[name] = field.widget.value_from_datadict(kept, MultiValueDict(), typed_as)
