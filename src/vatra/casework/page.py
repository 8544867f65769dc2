"""The frame of every page about a child's file: whose file it is, and the parts of the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.roles import Permission
from vatra.casework.doors import Entered
from vatra.casework.models import File
from vatra.kernel.days_in_words import in_words
from vatra.kernel.links import Link
from vatra.people.age import age_in_words


@dataclass(frozen=True)
class Frame:
    """What `casework/file.html` shows around a page; `may` holds the permissions for this file by their value."""

    name: str
    reference: str
    url: str
    facts: list[tuple[str, str]]
    links: list[Link]
    may: dict[str, bool]


def frame(entered: Entered, *, current: str = "") -> Frame:
    """The frame for one page; `current` names the part that is shown, as its address does."""
    file = entered.file
    return Frame(
        name=file.child.name,
        reference=file.reference,
        url=reverse("desk:file", args=[file.reference]),
        facts=list(_facts(entered)),
        links=[
            Link(text, reverse(view, args=[file.reference]), is_current=view.endswith(f":{current}"))
            for view, text in _parts(entered)
        ],
        may={permission.value: entered.may(permission) for permission in Permission},
    )


def _facts(entered: Entered) -> Iterator[tuple[str, str]]:
    file = entered.file
    child = file.child
    if child.birth:
        yield _("Born"), in_words(child.birth)
    if child.died_on:
        yield _("Died"), in_words(child.died_on)
    else:
        yield _("Age"), age_in_words(child.birth, entered.by.today)
    yield _("File"), file.reference
    yield _("Unit"), file.unit.name
    yield from _closed(file)


def _closed(file: File) -> Iterator[tuple[str, str]]:
    if file.closed_on:
        yield _("Closed"), in_words(file.closed_on)


def _parts(entered: Entered) -> Iterator[tuple[str, str]]:
    yield "desk:file", _("At one look")
    yield "desk:timeline", _("Timeline")
    yield "desk:family", _("Family")
    yield "law:legal_path", _("Legal path")
    yield "law:proceedings", _("Proceedings")
    if entered.may(Permission.READ_ACCESS_LOG):
        yield "desk:access_log", _("Who looked")
