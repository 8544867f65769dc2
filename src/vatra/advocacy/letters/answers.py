"""Which institutions answer: the letters that went, with the first answer each got."""

from collections.abc import Iterator
from dataclasses import dataclass

from vatra.advocacy.letters.responsiveness import Asked, Responsiveness, responsiveness
from vatra.advocacy.letters.words import MailKind, ReplyKind
from vatra.advocacy.models import ActionMail, Institution, LetterReply
from vatra.kernel.clock import local_day


@dataclass(frozen=True)
class AnswersOf:
    """A row of the table, with the institution's name."""

    institution: Institution
    figures: Responsiveness


def answers_of_institutions() -> list[AnswersOf]:
    """A row for each institution to which a letter went, the most written to first; what was tried out is left out."""
    rows = responsiveness(_asked())
    institutions = Institution.objects.in_bulk([row.institution for row in rows])
    return [AnswersOf(institutions[row.institution], row) for row in rows]


def _asked() -> Iterator[Asked]:
    went = ActionMail.objects.filter(kind=MailKind.LETTER, is_test=False, sent_at__isnull=False)
    answered = LetterReply.objects.filter(kind=ReplyKind.ANSWERED, letter__mails__in=went)
    came = dict(answered.values_list("letter_id", "came_on"))
    for letter, institution, sent_at in went.values_list(
        "letter_id", "call__addressee__institution_id", "sent_at"
    ):
        assert letter
        assert institution
        assert sent_at
        answer = came.get(letter)
        yield Asked(institution, (answer - local_day(sent_at)).days if answer else None)
