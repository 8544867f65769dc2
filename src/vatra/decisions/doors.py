"""The door to a question: through the files of its children."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef, QuerySet
from django.http import Http404

from vatra.access.doors import StaffRequest
from vatra.access.roles import Permission
from vatra.casework.actions import open_pages
from vatra.casework.doors import Entered, let_in, with_reach
from vatra.casework.models import File
from vatra.decisions.models import Question
from vatra.decisions.written import Written, written_for
from vatra.kernel.read_along import along, rows_along


@dataclass(frozen=True)
class Asked:
    """A question that was opened through the door, with the files of its children, the first first."""

    question: Question
    files: Sequence[Entered]

    @property
    def entered(self) -> Entered:
        """The file that frames the page."""
        return self.files[0]

    def may(self, permission: Permission) -> bool:
        """Whether the user holds the permission for every child of the question."""
        return all(entered.may(permission) for entered in self.files)

    @cached_property
    def written(self) -> Written:
        """What was written for the question, read once however many parts of the page show it."""
        return written_for(self.question)


def enter_question(request: StaffRequest, questions: QuerySet[Question], permission: Permission) -> Asked:
    """The one question, if the user may use every child's file for this; strangers get 404, insiders 403."""
    files = with_reach(request, File.objects.filter(questions__question=OuterRef("pk")))
    asked = questions.annotate(files=along(files, "child", "unit"))
    question = asked.select_related("unit", "asked_by", "closing__closed_by").first()
    if question is None:
        raise Http404
    return Asked(question, let_in(request, rows_along(File, question.files), permission))


def read_question(request: StaffRequest, questions: QuerySet[Question], *, page: str) -> Asked:
    """Enter in order to read; the reading goes on record in each child's file."""
    asked = enter_question(request, questions, Permission.READ_FILE)
    files = [entered.file for entered in asked.files]
    open_pages(files=files, page=page, by=asked.entered.by, earliest=asked.question.asked_on)
    return asked
