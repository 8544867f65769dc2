"""Putting options side by side and weighing them on the same factors."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.casework.models import File
from vatra.decisions.models import Option, Question, Separation, Weighing
from vatra.decisions.states import still_prepared
from vatra.decisions.weighing.cells import Cell, changed_meanwhile, differing, written_meanwhile
from vatra.decisions.weighing.sources import named_sources
from vatra.homes.models import Home
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, Refused, Severity, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.people.models import Person


@atomic()
def add_option(
    *,
    question: Question,
    in_words: str,
    by: Actor,
    form: str | None = None,
    home: Home | None = None,
    contact: str | None = None,
    short_term: str = "",
    long_term: str = "",
) -> Option:
    """Put one more option on the table: a form of care, or where the question is about contact, a way of contact."""
    still_prepared(question)
    option = Option(
        question=question,
        form=form,
        home=home,
        contact=contact,
        in_words=in_words,
        short_term=short_term,
        long_term=long_term,
        added_by_id=by.somebody,
    )
    well_formed(option)
    option.save()
    for child in question.children.select_related("file"):
        facts = {"form": form, "contact": contact}
        record("add_option", by=by, chain=child.file.key, subject=option, facts=facts)
    return option


@atomic()
def change_option(
    *,
    option: Option,
    in_words: str,
    home: Home | None,
    short_term: str,
    long_term: str,
    seen: str,
    by: Actor,
) -> Option:
    """Say more exactly what an option is: its home once it is known, what it means soon and in years.

    `seen` is the fingerprint of the option as the writer saw it; refused once if it was changed meanwhile.
    """
    still_prepared(option.question)
    heed(changed_meanwhile(Option.objects.get(pk=option.pk), seen), {})
    option.in_words, option.home = in_words, home
    option.short_term, option.long_term = short_term, long_term
    well_formed(option)
    option.save(update_fields=["in_words", "home", "short_term", "long_term"])
    facts = {"home": home.pk if home else None}
    for child in option.question.children.select_related("file"):
        record("change_option", by=by, chain=child.file.key, subject=option, facts=facts)
    return option


@atomic()
def weigh_option(*, option: Option, cells: Sequence[Cell], by: Actor) -> list[Weighing]:
    """Say which way factors point for an option, and why, in a sentence each; said again, it replaces the draft.

    Refused where somebody else has written meanwhile.
    """
    still_prepared(option.question)
    standing = {weighing.factor: weighing for weighing in Weighing.objects.filter(option=option)}
    changed = differing(cells, standing)
    heed(written_meanwhile(changed, standing), {})
    return _kept(option, changed, by)


def _kept(option: Option, cells: Sequence[Cell], by: Actor) -> list[Weighing]:
    """What was written at once is one act, however many factors it is about."""
    if not cells:
        return []
    _in_the_file([cell.source for cell in cells if cell.source], option.question)
    weighings = [_weighing(option, cell, by) for cell in cells]
    kept = Weighing.objects.bulk_create(
        weighings,
        update_conflicts=True,
        unique_fields=["option", "factor"],
        update_fields=["leaning", "sentence", "source", "written_by"],
    )
    facts = {cell.factor: cell.leaning for cell in cells}
    for child in option.question.children.select_related("file"):
        record("weigh", by=by, chain=child.file.key, subject=option, facts=facts)
    return kept


def _weighing(option: Option, cell: Cell, by: Actor) -> Weighing:
    weighing = Weighing(
        option=option,
        factor=cell.factor,
        leaning=cell.leaning,
        sentence=cell.sentence,
        source=cell.source,
        written_by_id=by.somebody,
    )
    well_formed(weighing)
    return weighing


def _in_the_file(sources: Sequence[str], question: Question) -> None:
    """Refuse a source that stands in the file of no child of the question."""
    files = question.children.values_list("file_id", flat=True)
    if sources and not set(sources) <= set(named_sources(list(sources), files)):
        sentence = _("This entry is not in the file of a child of this question.")
        raise Refused([Concern("R-03-source", Severity.BLOCK, sentence)])


@atomic()
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
