"""The sheet about forms of care: on the screen, to print, and handed over."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import hand_sheet
from vatra.decisions.documents.languages import DOCUMENT_LANGUAGES
from vatra.decisions.documents.sheet import sheet_in
from vatra.decisions.documents.sheet_paper import sheet_on_paper
from vatra.decisions.doors import enter_question
from vatra.decisions.forms.papers import HandSheetForm
from vatra.decisions.models import Question
from vatra.kernel.typesetting.languages import language_of_the_page


def _known(language: str) -> str:
    if language not in DOCUMENT_LANGUAGES:
        raise Http404
    return language


@needs(Permission.SEE_MY_DAY)
def sheet(request: StaffRequest, language: str = "") -> HttpResponse:
    """Every form of care, explained; in the language of the page unless another is asked for."""
    shown = sheet_in(_known(language or language_of_the_page()))
    return render(request, "decisions/sheet.html", {"sheet": shown, "languages": DOCUMENT_LANGUAGES})


@needs(Permission.SEE_MY_DAY)
def sheet_pdf(request: StaffRequest, language: str) -> HttpResponse:  # noqa: ARG001 - says nothing about anybody
    """The same as PDF, to print and hand over."""
    answer = HttpResponse(sheet_on_paper(_known(language)), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="forms-of-care-{language}.pdf"'
    return answer


@needs(Permission.PREPARE_DECISION)
def hand_over(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down who got the sheet."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.PREPARE_DECISION)
    by, back = asked.entered.by, reverse("decisions:question", args=[pk]) + "#sheets"
    writing = Writing(request)
    form = writing.form(HandSheetForm, initial={"on": by.today, "language": language_of_the_page()})
    done = writing.send(
        form,
        lambda: hand_sheet(question=asked.question, by=by, **form.cleaned_data),
        to=lambda _handed: back,
        said=_("It is written down who got the sheet."),
    )
    return done or writing.page(
        form,
        title=_("Hand over the sheet about forms of care"),
        lead=_(
            "Parents and children decide with you only if they know what there is. Talk it through with them."
        ),
        button=_("Write down"),
        back=back,
        frame=frame(asked.entered),
    )
