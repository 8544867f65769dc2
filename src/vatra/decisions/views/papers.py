"""Making a document of a decision, and fetching one that was made."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.page import frame
from vatra.decisions.actions import make_document
from vatra.decisions.documents.languages import DOCUMENT_LANGUAGES
from vatra.decisions.documents.letter_texts import band_for
from vatra.decisions.documents.letters import Reader, first_words
from vatra.decisions.doors import enter_question, read_question
from vatra.decisions.forms.papers import DecisionPaperForm, LetterForm
from vatra.decisions.models import IssuedDocument, Outcome, Question
from vatra.decisions.words import DocumentKind
from vatra.kernel.clock import local_day
from vatra.kernel.sentence import Sentence
from vatra.kernel.typesetting.languages import in_language
from vatra.people.words import Language

LEADS: dict[str, Sentence] = {
    DocumentKind.DECISION: _("Everything the decision says and rests on. The file and its digest are kept."),
    DocumentKind.PARENTS_LETTER: _(
        "Look at every word: the letter goes out as it stands here, and is kept. It never tells the parents what the child said."
    ),
    DocumentKind.CHILD_LETTER: _(
        "Write to the child as “you”, in short sentences. The letter goes out as it stands here, and is kept."
    ),
}


@needs(Permission.PREPARE_DECISION)
def make(request: StaffRequest, pk: int, kind: str, language: str) -> HttpResponse:
    """The decision or a letter about it, for one child, in one language."""
    asked = enter_question(
        request, Question.objects.filter(decisions__outcomes=pk), Permission.PREPARE_DECISION
    )
    reader = _reader(pk, kind, language)
    outcome, by = reader.outcome, asked.entered.by
    back = reverse("decisions:decision", args=[outcome.decision_id]) + "#documents"
    writing = Writing(request)
    if kind == DocumentKind.DECISION:
        form: DecisionPaperForm | LetterForm = writing.form(DecisionPaperForm)
    else:
        form = writing.form(LetterForm, reader=reader, initial=_to_begin_with(reader, by.today))
    done = writing.send(
        form,
        lambda: make_document(outcome=outcome, kind=kind, language=language, by=by, **form.made()),
        to=lambda _document: back,
        said=_("The document is made. You find it below."),
    )
    return done or writing.page(
        form,
        template="decisions/make_document.html",
        title=_title(reader),
        lead=LEADS[kind],
        button=_("Make the document"),
        reasons=outcome.decision.reasons if kind == DocumentKind.CHILD_LETTER else "",
        back=back,
        frame=frame(asked.entered),
    )


def _reader(pk: int, kind: str, language: str) -> Reader:
    if kind not in DocumentKind.values or language not in DOCUMENT_LANGUAGES:
        raise Http404
    whole = Outcome.objects.select_related(
        "decision__issued_by",
        "decision__question__unit",
        "decision__question__asked_by",
        "decision__supersedes",
        "file__child",
        "file__unit",
        "home",
    )
    return Reader(get_object_or_404(whole, pk=pk), kind, language)


def _to_begin_with(reader: Reader, on: date) -> dict[str, object]:
    outcome = reader.outcome
    issued_on = local_day(outcome.decision.issued_at)
    return {
        "age_band": band_for(outcome.file.child.age_on(issued_on)),
        **first_words(reader, on=on),
    }


def _title(reader: Reader) -> str:
    named = {
        "document": DocumentKind(reader.kind).label,
        "child": reader.outcome.file.child.name,
        "language": Language(reader.language).label,
    }
    if reader.kind == DocumentKind.DECISION:
        return _("%(document)s (%(language)s)") % named
    return _("%(document)s (%(child)s, %(language)s)") % named


@needs(Permission.READ_FILE)
def document(request: StaffRequest, pk: int) -> HttpResponse:
    """The file as it was made; fetching it is a reading of the children's files."""
    read_question(request, Question.objects.filter(decisions__outcomes__documents=pk), page="document")
    found = get_object_or_404(IssuedDocument.objects.select_related("outcome__decision"), pk=pk)
    with in_language(found.language):
        name = slugify(f"{found.get_kind_display()} {found.outcome.decision.number.replace('/', '-')}")
    answer = HttpResponse(bytes(found.pdf), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{found.language}-{found.pk}.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return answer
