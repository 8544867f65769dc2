"""What is said to a child about a decision, to begin from: what was decided, and what became of the child's words."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vatra.decisions.hearing.quoting import unquoted
from vatra.decisions.models import Outcome, QuestionChild


def words_to_begin_with(child: QuestionChild, outcome: Outcome) -> str:
    """Short sentences to the child; whoever tells makes them their own."""
    return "\n\n".join(_sentences(child, outcome))


def _sentences(child: QuestionChild, outcome: Outcome) -> Iterator[str]:
    if child.words:
        yield _("You told us: “%(words)s”") % {"words": unquoted(child.words)}
    yield _("This was decided: %(option)s.") % {"option": outcome.option.in_words.rstrip(".")}
    yield _("Why: %(reasons)s") % {"reasons": outcome.decision.reasons}
    if child.taken_up:
        yield _("What became of what you said: %(taken_up)s") % {"taken_up": child.taken_up}
    again = date_format(outcome.decision.review_on)
    yield _("On %(day)s we look at it again, and ask you again.") % {"day": again}
    yield _("You may ask everything, and you may say that you do not agree.")
