"""The wording of an organisation's letters: the list, one letter with its editions, a look at it as PDF."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vatra.access.doors import Held, StaffRequest, actor, needs
from vatra.access.models import Unit
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.decisions.actions import word_letter
from vatra.decisions.documents.invented import previewed, reading_of_wording
from vatra.decisions.documents.languages import DOCUMENT_LANGUAGES
from vatra.decisions.documents.letter_texts import LETTERS, editions_of, level_for, wording_for
from vatra.decisions.documents.placeholders import Placeholder
from vatra.decisions.forms.papers import WordingForm
from vatra.decisions.models import LetterText
from vatra.decisions.words import AgeBand, DocumentKind
from vatra.kernel import clock
from vatra.people.words import Language

# Stands in an address where a letter is worded for no age.
NO_AGE = "all"


@dataclass(frozen=True)
class Named:
    """One letter: which document, in which language, for which age."""

    kind: DocumentKind
    language: str
    age_band: AgeBand | None

    @property
    def letter(self) -> dict[str, Any]:
        """As the acts and questions about letters name it."""
        return {"kind": self.kind.value, "language": self.language, "age_band": self.age_band}

    @property
    def address(self) -> list[str]:
        """Its part of the address."""
        return [self.kind.value, self.language, self.age_band.value if self.age_band else NO_AGE]

    @property
    def words(self) -> str:
        """The document, and for whom."""
        if self.age_band is None:
            return str(self.kind.label)
        return _("%(document)s, %(age)s") % {"document": self.kind.label, "age": self.age_band.label}


def _organisations(held: Held) -> QuerySet[Unit]:
    """The organisations in which somebody words the letters."""
    words_them = set(held.units_with(Permission.KEEP_LETTERS))
    tops = [each.unit.lineage[0] for each in held.appointments if each.unit_id in words_them]
    return Unit.objects.filter(pk__in=tops)


def _named(kind: str, language: str, age: str) -> Named:
    for letter, band in LETTERS:
        if (letter, band or NO_AGE) == (kind, age) and language in DOCUMENT_LANGUAGES:
            return Named(letter, language, band)
    raise Http404


@needs(Permission.KEEP_LETTERS)
def letters(request: StaffRequest) -> HttpResponse:
    """Every letter in every language, and which edition is used."""
    organisations = [
        (unit, list(_rows(unit))) for unit in _organisations(request.held).order_by("name", "pk")
    ]
    context = {"organisations": organisations, "languages": DOCUMENT_LANGUAGES}
    return render(request, "decisions/letters.html", context)


def _rows(unit: Unit) -> Any:
    editions = {
        (each.kind, each.language, each.age_band): each.edition
        for each in LetterText.objects.filter(unit=unit)
        .order_by("edition")
        .only("kind", "language", "age_band", "edition")
    }
    for kind, band in LETTERS:
        row = [Named(kind, language.value, band) for language in DOCUMENT_LANGUAGES]
        yield (
            row[0].words,
            [
                (
                    reverse("decisions:letter", args=[unit.pk, *each.address]),
                    editions.get((kind.value, each.language, band.value if band else None)),
                )
                for each in row
            ],
        )


@needs(Permission.KEEP_LETTERS)
def letter(request: StaffRequest, unit: int, kind: str, language: str, age: str) -> HttpResponse:
    """One letter: its text, what may stand in it, how it reads, the editions before."""
    organisation = get_object_or_404(_organisations(request.held), pk=unit)
    named = _named(kind, language, age)
    back = reverse("decisions:letters")
    current = wording_for(organisation.pk, **named.letter)
    writing = Writing(request)
    form = writing.form(WordingForm, initial={"paragraphs": current.paragraphs})
    by = actor(request, Permission.KEEP_LETTERS)
    done = writing.send(
        form,
        lambda: word_letter(
            unit=organisation,
            paragraphs=form.cleaned_data["paragraphs"],
            reasons=form.reasons,
            by=by,
            **named.letter,
        ),
        to=lambda _text: back,
        said=_("The letter has a new edition. Letters from now on follow it."),
    )
    return done or writing.page(
        form,
        template="decisions/letter.html",
        title=_("%(letter)s (%(language)s)") % {"letter": named.words, "language": Language(language).label},
        lead=_("One text for the whole organisation. What was sent before stays as it was sent."),
        button=_("Save as a new edition"),
        back=back,
        preview=reverse("decisions:letter_preview", args=[unit, *named.address]),
        placeholders=Placeholder.choices,
        reading=reading_of_wording(current.paragraphs, kind=kind, language=language),
        level=level_for(named.age_band),
        editions=editions_of(organisation.pk, **named.letter),
        is_own=current.edition is not None,
    )


@require_POST
@needs(Permission.KEEP_LETTERS)
def preview(request: StaffRequest, unit: int, kind: str, language: str, age: str) -> HttpResponse:
    """The text as it stands on the page, set as PDF for an invented child; nothing is saved."""
    get_object_or_404(_organisations(request.held), pk=unit)
    named = _named(kind, language, age)
    pdf = previewed(request.POST.get("paragraphs", ""), at=clock.now(), **named.letter)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="letter.pdf"'
    return answer
