"""Putting options side by side and weighing them on the same factors."""

from datetime import date

from django.db import transaction

from vatra.casework.models import File
from vatra.decisions.models import Option, Question, Separation, Weighing
from vatra.decisions.states import still_prepared
from vatra.homes.models import Home
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.people.models import Person


@transaction.atomic
def add_option(
    *, question: Question, form: str, in_words: str, by: Actor, home: Home | None = None
) -> Option:
    """Put one more option on the table."""
    still_prepared(question)
    option = Option(question=question, form=form, home=home, in_words=in_words)
    well_formed(option)
    option.save()
    for child in question.children.select_related("file"):
        record("add_option", by=by, chain=child.file.key, subject=option, facts={"form": form})
    return option


@transaction.atomic
def weigh(*, option: Option, factor: str, leaning: str, sentence: str, by: Actor) -> Weighing:
    """Say which way a factor points for an option, and why, in a sentence; said again, it replaces the draft."""
    still_prepared(option.question)
    weighing = Weighing.objects.filter(option=option, factor=factor).first() or Weighing(
        option=option, factor=factor
    )
    weighing.leaning, weighing.sentence = leaning, sentence
    well_formed(weighing)
    weighing.save()
    for child in option.question.children.select_related("file"):
        facts = {"factor": factor, "leaning": leaning}
        record("weigh", by=by, chain=child.file.key, subject=weighing, facts=facts)
    return weighing


@transaction.atomic
def justify_separation(
    *,
    question: Question,
    file: File,
    sibling: Person,
    reason: str,
    in_words: str,
    contact: str,
    look_again_on: date,
    by: Actor,
) -> Separation:
    """Write why these two would live apart, how they stay in touch and when it is looked at again (R-09)."""
    still_prepared(question)
    separation = Separation(
        question=question,
        file=file,
        sibling=sibling,
        reason=reason,
        in_words=in_words,
        contact=contact,
        look_again_on=look_again_on,
    )
    well_formed(separation)
    separation.save()
    facts = {"reason": reason, "sibling": sibling.pk}
    record("justify_separation", by=by, chain=file.key, subject=separation, facts=facts)
    return separation
