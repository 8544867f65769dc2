"""The words in curly brackets that a letter may use, and filling them in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

NAMED = re.compile(r"\{([^{}\n]*)\}(\.?)")
HEADING = "# "
# A heading stands alone, also where nobody left a blank line around it.
HEADING_LINE = re.compile(r"^# .*$", re.MULTILINE)


class Placeholder(TextChoices):
    """What can be filled into a letter; the values are what stands between the brackets."""

    CHILD = "child", _("the child's name")
    HOME = "home", _("the home, where one was decided")
    DECIDED = "decided", _("what was decided, as sentences for the reader")
    DECISION_NUMBER = "decision_number", _("the number of the decision")
    DECISION_DATE = "decision_date", _("the day the decision was issued")
    EFFECTIVE_DATE = "effective_date", _("the day it takes effect")
    REVIEW_DATE = "review_date", _("the day it is looked at again")
    WHY = "why", _("the reasons, in words for the reader")
    SAID = "said", _("what the reader said, or why the reader was not asked")
    TAKEN_UP = "taken_up", _("what was taken up of it, what was not, and why")
    WHO_THERE = "who_there", _("who will be there for the child")
    NEXT = "next", _("what happens next, and when")
    COMPLAIN_TO = "complain_to", _("to whom the reader can turn")
    APPEAL = "appeal", _("until when one can appeal, and who helps with it; nothing where no day was set")
    WORKER = "worker", _("who answers for the child")
    ORGANISATION = "organisation", _("the organisation")


@dataclass(frozen=True)
class Part:
    """A heading, or paragraphs that belong together; `level` is 0 for what is no heading."""

    kind: str
    text: str
    level: int = 0


def unknown_in(paragraphs: str) -> list[str]:
    """What stands in curly brackets and cannot be filled in, each once, in order."""
    named = [found[1] for found in NAMED.finditer(paragraphs)]
    return list(dict.fromkeys(name for name in named if name not in Placeholder.values))


def filled(paragraphs: str, words: Mapping[str, str]) -> list[Part]:
    """The letter: what is filled in is never read for brackets again; what stays empty is left out."""
    lines = HEADING_LINE.sub(r"\n\g<0>\n", paragraphs.replace("\r\n", "\n"))
    blocks = [block.strip() for block in re.split(r"\n[ \t]*\n", lines)]
    return list(_with_something_below(_parts(filter(None, blocks), words)))


def _parts(blocks: Iterable[str], words: Mapping[str, str]) -> Iterator[Part]:
    level = 1
    for block in blocks:
        text = _filled_in(block, words)
        if block.startswith(HEADING):
            yield Part("heading", text.removeprefix(HEADING).strip(), level)
            level = 2
        elif text:
            yield Part("spoken" if block == f"{{{Placeholder.SAID}}}" else "text", text)


def _filled_in(block: str, words: Mapping[str, str]) -> str:
    def word(found: re.Match[str]) -> str:
        value = words.get(found[1], found[0]).strip()
        # “27. mart 2026.” at the end of a sentence brings its own full stop.
        return value if value.endswith((".", "!", "?")) else value + found[2] if value else ""

    return NAMED.sub(word, block).strip()


def _with_something_below(parts: Iterable[Part]) -> Iterator[Part]:
    """A heading of which nothing is left is left out too; the first stays, it greets."""
    waiting: Part | None = None
    for part in parts:
        if part.kind != "heading":
            if waiting:
                yield waiting
            waiting = None
            yield part
        elif part.level == 1:
            yield part
        else:
            waiting = part


def as_text(parts: Iterable[Part]) -> str:
    """The letter as plain text, for measuring how it reads."""
    return "\n".join(part.text for part in parts)
