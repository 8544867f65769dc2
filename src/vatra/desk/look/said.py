"""What the child said last, wherever it was written down: one query of the view `desk_timeline`."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from vatra.casework.models import File
from vatra.kernel.sentence import Sentence
from vatra.people.words import Language

_LAST_WORDS = """
    SELECT kind, day, said, spoken FROM desk_timeline
    WHERE file_id = %s AND said <> '' AND corrected_by IS NULL
    ORDER BY day DESC, kind DESC, row DESC
    LIMIT %s
"""


class Where(TextChoices):
    """On which occasion the child said or showed it; the values are kinds of the timeline."""

    HEARING = "hearing", _("Asked about a decision")
    TOLD = "told", _("When the child was told what was decided")
    VISIT = "visit", _("On a visit")
    REVIEW = "review", _("In a review")
    CONTACT = "contact", _("About a contact with the family")
    ASSESSMENT = "assessment", _("In an assessment")
    PLAN = "plan", _("What the child wishes of the plan")


@dataclass(frozen=True)
class Said:
    """The child's words, or what the child showed, on a day."""

    where: Where
    on: date
    words: str
    language_code: str

    @property
    def language(self) -> Sentence:
        """The language it was said in, where somebody wrote it down."""
        return Language(self.language_code).label if self.language_code else ""


def last_words(file: File, *, number: int = 2) -> list[Said]:
    """The latest words of the child, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute(_LAST_WORDS, [file.pk, number])
        return [Said(Where(where), on, words, language) for where, on, words, language in cursor.fetchall()]
