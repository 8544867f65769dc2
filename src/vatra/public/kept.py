"""What the site keeps of people who send something, as the models themselves declare it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Field, Model
from django.utils.translation import gettext_lazy as _

from vatra.kernel.privacy import Keep, declaration
from vatra.kernel.sentence import Sentence

# Each kind of record about somebody outside, in that person's words for how it arises.
KEPT: dict[str, Sentence] = {
    "homes.Enquiry": _("If you ask about being a foster family"),
    "casework.Concern": _("If you tell of a worry about a child"),
    "advocacy.Signer": _("If you sign; afterwards your signature goes on counting without your name"),
    "advocacy.SigningAttempt": _("If you send the form to sign, so that nobody sends it a thousand times"),
    "advocacy.WrittenLetter": _("If you write to somebody in office"),
    "advocacy.Registration": _("If you register for an event or for a press conference"),
    "advocacy.Respondent": _("If you answer a survey; nothing says who answered"),
    "advocacy.Encounter": _("If you hold an office and we meet you or write to you"),
    "advocacy.Clipping": _("If you write about our matters in the media or are named there"),
    "advocacy.KitFile": _("If you can be seen in a picture for the press"),
}
# What is written to one of these records, kept as long as the record itself.
BELONGS_TO = {
    "homes.EnquiryStep": "homes.Enquiry",
    "advocacy.Signature": "advocacy.Signer",
    "advocacy.Consent": "advocacy.Signer",
    "advocacy.SignerMail": "advocacy.Signer",
    "advocacy.SigningLink": "advocacy.Signer",
    "advocacy.Delivery": "advocacy.Signer",
    "advocacy.InvalidationBatch": "advocacy.Signer",
    "advocacy.InvalidatedSignature": "advocacy.Signer",
    "advocacy.LetterReading": "advocacy.WrittenLetter",
    "advocacy.LetterReply": "advocacy.WrittenLetter",
    "advocacy.ActionMail": "advocacy.WrittenLetter",
    "advocacy.SurveyRowSetAside": "advocacy.Respondent",
    "advocacy.SurveyCode": "advocacy.Respondent",
    "advocacy.Suggestion": "advocacy.Clipping",
    "advocacy.Coding": "advocacy.Clipping",
    "advocacy.Adjudication": "advocacy.Clipping",
}
_DIGESTS = _("digests of the name and of the e-mail address, so that nobody signs twice")
_NETWORK = _("a digest of your network address, which nobody can trace back after that day")
# What no form asks for has no words of its own.
CALLED: dict[str, Sentence] = {
    "advocacy.Signer.name": _("name"),
    "advocacy.Signer.email_sealed": _("e-mail address, sealed"),
    "advocacy.Signer.domain": _("what stands behind the @ of the e-mail address"),
    "advocacy.Signer.address_digest": _DIGESTS,
    "advocacy.Signer.person_digest": _DIGESTS,
    "advocacy.Signature.network": _NETWORK,
    "advocacy.Signature.municipality": _("municipality"),
    "advocacy.SigningAttempt.network": _NETWORK,
    "advocacy.WrittenLetter.canonical_email": _("e-mail address"),
    "advocacy.WrittenLetter.network": _NETWORK,
    "advocacy.Registration.network": _NETWORK,
    "advocacy.Registration.canonical_email": _("e-mail address"),
    "advocacy.SurveyRowSetAside.raw": _("a row of answers on paper that could not be used, as it came"),
    "advocacy.SurveyCode.digest": _("the digest of an invitation code, until it is used"),
    "advocacy.Suggestion.title": _("title"),
    "advocacy.Suggestion.excerpt": _("a few of its words"),
    "advocacy.KitFile.content": _("the picture"),
}


@dataclass(frozen=True)
class Told:
    """One kind of record: when it arises, what of it is about the person, and how long it is kept."""

    when: Sentence
    fields: list[Sentence]
    keep_for: Keep


def told() -> list[Told]:
    """What the privacy page lists."""
    return [_told(label, when) for label, when in KEPT.items()]


def _told(label: str, when: Sentence) -> Told:
    belonging = (each for each, to in BELONGS_TO.items() if to == label)
    models = [apps.get_model(each) for each in (label, *belonging)]
    # Two records may call the same thing by the same words.
    fields = {str(words): words for model in models for words in _fields(model)}
    return Told(when, list(fields.values()), declaration(models[0]).keep_for)


def _fields(model: type[Model]) -> Iterator[Sentence]:
    declared = declaration(model)
    for name in (*declared.identifying, *declared.sensitive):
        field, called = model._meta.get_field(name), CALLED.get(f"{model._meta.label}.{name}")
        if called:
            yield called
        elif isinstance(field, Field) and field.editable and not field.is_relation:
            yield field.verbose_name
