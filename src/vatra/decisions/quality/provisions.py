"""Which provisions of the UN Guidelines a decision meets, as one table; printed in docs/quality.md, tested against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.decisions.quality import childs_part, family_first, procedure, staying_close
from vatra.decisions.quality.answer import Judge, for_each_child
from vatra.decisions.quality.on_record import OnRecord
from vatra.kernel.sentence import Sentence


class Where(models.TextChoices):
    """Where the facts behind an answer can be read: a part of the decision's page, or of the child's file."""

    DECISION = "decision", _("The decision")
    VIEWS = "views", _("What the child says")
    OPTIONS = "options", _("The options")
    OTHERS = "others", _("Who else took part")
    FILE = "file", _("The child’s file")


@dataclass(frozen=True)
class Provision:
    """One provision, and whether the decision meets it (None: does not apply), because of which facts."""

    code: str
    citation: str
    asks: Sentence
    is_met: bool | None
    because: str
    where: Where


@dataclass(frozen=True)
class Row:
    """A row of the table: the code, where it is written, what it asks, how it is told from the record."""

    code: str
    citation: str
    asks: Sentence
    judge: Judge
    where: Where

    def applied_to(self, record: OnRecord) -> Provision:
        """The provision as this record answers it."""
        answer = self.judge(record)
        return Provision(self.code, self.citation, self.asks, answer.is_met, answer.because, self.where)


_child, _family, _close = childs_part, family_first, staying_close
_each = for_each_child

TABLE: Sequence[Row] = (
    Row("R-02", "UN §6", _("Every child is heard"), _each(_child.was_heard), Where.VIEWS),
    Row(
        "R-02-language",
        "UN §6",
        _("In the child’s own language"),
        _each(_child.heard_in_own_language),
        Where.VIEWS,
    ),
    Row("R-02-prepared", "GC 12 §41", _("The child is prepared"), _each(_child.was_prepared), Where.VIEWS),
    Row(
        "R-02-weight",
        "GC 12 §44",
        _("The child’s view is given weight"),
        _each(_child.was_given_weight),
        Where.VIEWS,
    ),
    Row("R-02-told", "GC 12 §45", _("The child is told"), _each(_child.was_told), Where.VIEWS),
    Row("R-03", "UN §7", _("Options on the same factors"), procedure.options_on_same_factors, Where.OPTIONS),
    Row(
        "R-03-terms",
        "UN §7",
        _("Soon, and in the years to come"),
        procedure.short_and_long_term,
        Where.OPTIONS,
    ),
    Row("R-07", "UN §14", _("Support comes first"), _each(_family.support_came_first), Where.FILE),
    Row("R-08", "UN §15", _("Never for poverty alone"), _each(_family.not_only_poverty), Where.DECISION),
    Row(
        "R-09",
        "UN §17",
        _("Brothers and sisters stay together"),
        _each(_close.siblings_together),
        Where.OTHERS,
    ),
    Row(
        "R-13", "UN §22", _("Under three, in a family"), _each(_family.young_child_in_family), Where.DECISION
    ),
    Row(
        "R-16", "UN §§39-40", _("An assessment stands behind it"), _each(_family.assessed_before), Where.FILE
    ),
    Row(
        "R-20",
        "UN §44",
        _("Family and relatives first"),
        _each(_family.closer_forms_were_weighed),
        Where.OPTIONS,
    ),
    Row(
        "R-21",
        "UN §§44-45",
        _("Parents are counselled first"),
        _each(_family.parents_were_counselled),
        Where.FILE,
    ),
    Row("R-22", "UN §47", _("Authority, law and appeal"), procedure.authority_and_appeal, Where.DECISION),
    Row("R-23", "UN §§49-51", _("A return is prepared"), _each(_family.return_was_prepared), Where.FILE),
    Row("R-24", "UN §52", _("A return is followed"), _each(_family.return_is_followed), Where.FILE),
    Row("R-26", "UN §57", _("Several disciplines decide"), procedure.several_disciplines, Where.OTHERS),
    Row("R-30", "UN §64", _("Forms of care are explained"), procedure.sheet_was_handed, Where.DECISION),
    Row("R-31", "UN §65", _("Close people are heard"), procedure.close_people_were_heard, Where.OTHERS),
    Row(
        "R-32",
        "UN §66",
        _("Somebody speaks for the child"),
        _each(_child.knows_whom_to_turn_to),
        Where.DECISION,
    ),
    Row("R-33", "UN §67", _("Looked at again in time"), procedure.looked_at_again_in_time, Where.DECISION),
    Row("R-34", "UN §68", _("A move is prepared"), _each(_close.move_was_prepared), Where.FILE),
    Row("R-37", "UN §81", _("The family stays in touch"), _each(_close.family_was_met), Where.FILE),
)


def provisions_of(record: OnRecord) -> list[Provision]:
    """Every provision, in the order of the table."""
    return [row.applied_to(record) for row in TABLE]
