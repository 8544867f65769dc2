"""What stands against a coding, and against settling one."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.media.books import NO_MESSAGE, Book
from vatra.advocacy.media.codes import CODERS
from vatra.kernel.concern import Concern, Severity


def answers_every_question(
    codes: Mapping[str, str], book: Book, *, messages: AbstractSet[str]
) -> list[Concern]:
    """Each question of the book has one of its answers, and there are no others."""
    known = {
        question.code: {*messages, NO_MESSAGE} if question.is_about_message else set(question.answers)
        for question in book.questions
    }
    if codes.keys() == known.keys() and all(codes[code] in answers for code, answers in known.items()):
        return []
    return [Concern("coding-incomplete", Severity.BLOCK, _("Answer every question of the code book."))]


def two_have_coded(*, number: int) -> list[Concern]:
    """Before both are done there is nothing to settle."""
    if number == CODERS:
        return []
    sentence = _("Differences are settled after two people have coded the clipping.")
    return [Concern("coding-unfinished", Severity.BLOCK, sentence)]
