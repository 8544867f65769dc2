"""What casework refuses or asks a reason for. Pure: facts in, concerns out."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.casework.words.worry import POVERTY_CAUSES
from vatra.kernel.concern import Concern, Severity


def is_only_poverty(causes: Iterable[str]) -> bool:
    """Whether every named cause is poverty, housing or work (UN Guidelines §15)."""
    named = set(causes)
    return bool(named) and named <= set(POVERTY_CAUSES)


def written_about_the_future(on: date, today: date) -> list[Concern]:
    """What has not happened yet cannot be written down as having happened."""
    if on <= today:
        return []
    return [
        Concern(
            "future", Severity.BLOCK, _("This day lies in the future. Write it down when it has happened.")
        )
    ]


def written_after_closing(on: date, closed_on: date | None) -> list[Concern]:
    """What happened after a file was closed belongs into a new file."""
    if closed_on is None or on <= closed_on:
        return []
    sentence = _("The file was closed before this day. Open a new file for what happened since.")
    return [Concern("file-closed", Severity.BLOCK, sentence)]


def written_before_the_file(on: date, opened_on: date) -> list[Concern]:
    """An entry older than the file may be right, and wants a reason."""
    if on >= opened_on:
        return []
    return [
        Concern(
            "before-file",
            Severity.WARN,
            _("This day lies before the file was opened. Say why it belongs here."),
        ),
    ]


def day_of_entry(on: date, *, opened_on: date, closed_on: date | None, today: date) -> list[Concern]:
    """Everything that speaks against writing an entry for this day."""
    return [
        *written_about_the_future(on, today),
        *written_after_closing(on, closed_on),
        *written_before_the_file(on, opened_on),
    ]
