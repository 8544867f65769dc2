"""Writing in a child's file: the page stands in the file's frame and leads back to the file."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpResponse
from django.urls import reverse

from vatra.access.doors import StaffRequest
from vatra.access.writing import Writing
from vatra.casework.doors import Entered
from vatra.casework.page import frame
from vatra.kernel.forms import Acts
from vatra.kernel.sentence import Sentence

T = TypeVar("T")


class FileWriting(Writing):
    """A page on which somebody writes towards one act in the file they entered."""

    def __init__(self, request: StaffRequest, entered: Entered) -> None:
        super().__init__(request)
        self.entered = entered
        self.file_page = reverse("desk:file", args=[entered.file.reference])

    def send(
        self,
        form: Acts,
        act: Callable[[], T],
        *,
        said: Sentence,
        to: Callable[[T], str] | None = None,
    ) -> HttpResponse | None:
        """Do the act and go on, to the file unless said otherwise."""
        return super().send(form, act, to=to or (lambda _done: self.file_page), said=said)

    def one_act(
        self,
        form: Any,
        *,
        said: Sentence,
        back: str = "",
        to: Callable[[Any], str] | None = None,
        **page: Any,
    ) -> HttpResponse:
        """Do what `form.write` does once the form is sent, and go back; until then, or if refused, the page.

        Back is the file unless said otherwise; `to` says where to go on instead, from what was written.
        """
        there = back or self.file_page
        done = self.send(
            form, lambda: form.write(by=self.entered.by), to=to or (lambda _done: there), said=said
        )
        return done or self.page(form, back=there, **page)

    def page(self, form: Acts, *, template: str = "writing/act.html", **given: Any) -> HttpResponse:
        """The page in the frame of the file."""
        within = {"back": self.file_page, "frame": frame(self.entered), **given}
        return super().page(form, template=template, **within)
