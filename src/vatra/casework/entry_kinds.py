"""The kinds of entries in a file, each with its form and its sentences."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.assessment import AssessmentForm
from vatra.casework.forms.contact import ContactForm
from vatra.casework.forms.entry import EntryForm
from vatra.casework.forms.note import NoteForm
from vatra.casework.forms.review import ReviewForm
from vatra.casework.forms.visit import VisitForm
from vatra.casework.models import Assessment, Contact, Note, Review, Visit
from vatra.kernel.sentence import Sentence


@dataclass(frozen=True)
class EntryKind:
    """One kind of entry: its word in addresses, where it is kept, and what its pages say."""

    word: str
    model: Any
    form: type[EntryForm]
    day: str
    name: Sentence
    asks: Sentence
    asks_to_correct: Sentence
    saved: Sentence
    template: str = "writing/act.html"
    shown_by: str = "casework/entry.html"


VISIT = EntryKind(
    word="visits",
    model=Visit,
    form=VisitForm,
    day="visited_on",
    name=_("Visit"),
    asks=_("Write down a visit"),
    asks_to_correct=_("Correct this visit"),
    saved=_("The visit is in the file."),
)
CONTACT = EntryKind(
    word="contacts",
    model=Contact,
    form=ContactForm,
    day="met_on",
    name=_("Contact with the family"),
    asks=_("Write down a contact with the family"),
    asks_to_correct=_("Correct this contact"),
    saved=_("The contact is in the file."),
    template="casework/contact.html",
)
REVIEW = EntryKind(
    word="reviews",
    model=Review,
    form=ReviewForm,
    day="held_on",
    name=_("Review"),
    asks=_("Hold a review"),
    asks_to_correct=_("Correct this review"),
    saved=_("The review is in the file."),
    template="casework/review.html",
    shown_by="casework/review_entry.html",
)
NOTE = EntryKind(
    word="notes",
    model=Note,
    form=NoteForm,
    day="noted_on",
    name=_("Note"),
    asks=_("Write a note"),
    asks_to_correct=_("Correct this note"),
    saved=_("The note is in the file."),
)
ASSESSMENT = EntryKind(
    word="assessments",
    model=Assessment,
    form=AssessmentForm,
    day="made_on",
    name=_("Assessment"),
    asks=_("Make an assessment"),
    asks_to_correct=_("Correct this assessment"),
    saved=_("The assessment is in the file."),
    template="casework/assessment.html",
)

ENTRY_KINDS = {kind.word: kind for kind in (VISIT, CONTACT, REVIEW, NOTE, ASSESSMENT)}
