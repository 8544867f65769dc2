"""Whether ties hold: brothers and sisters, the family, a move that was prepared (UN Guidelines §§17, 68, 81)."""

from datetime import timedelta

from django.utils.translation import gettext as _

from vatra.decisions.quality.answer import Answer, does_not_apply, met, not_met
from vatra.decisions.quality.on_record import ChildOnRecord, OnRecord
from vatra.decisions.words import ContactMeasure, QuestionKind
from vatra.kernel.days_in_words import in_words

CONTACT_WITHIN = timedelta(days=90)


def siblings_together(child: ChildOnRecord, _record: OnRecord) -> Answer:
    """Brothers and sisters live together, or each pair has its written reason."""
    named = {"child": child.name}
    if child.form is None:
        return does_not_apply(_("The decision does not say where %(child)s lives.") % named)
    if not child.has_siblings:
        return does_not_apply(_("No brothers or sisters of %(child)s are on record.") % named)
    if child.apart_unexplained:
        sentence = _("%(child)s would live apart from %(siblings)s, and no reason for these two is written.")
        return not_met(sentence % {**named, "siblings": ", ".join(child.apart_unexplained)})
    sentence = _("%(child)s lives with brothers and sisters, or the reason why not is written for each.")
    return met(sentence % named)


def move_was_prepared(child: ChildOnRecord, record: OnRecord) -> Answer:
    """The child knew of the move before it came."""
    named = {"child": child.name}
    if record.kind == QuestionKind.EMERGENCY:
        return does_not_apply(_("In an emergency a move cannot be prepared."))
    if not child.lives_elsewhere:
        return does_not_apply(_("%(child)s does not move to another home by this decision.") % named)
    if child.moved_in_on is None:
        return does_not_apply(_("%(child)s has not moved by this decision yet.") % named)
    given = {**named, "on": in_words(child.moved_in_on)}
    if child.told_on is not None and child.told_on <= child.moved_in_on:
        return met(_("%(child)s was told before moving on %(on)s.") % given)
    return not_met(_("It is not on record that %(child)s was told before moving on %(on)s.") % given)


def family_was_met(child: ChildOnRecord, record: OnRecord) -> Answer:
    """Child and family were in touch within ninety days, unless the decision itself stops contact for now."""
    named = {"child": child.name}
    if child.stays_with_family:
        return does_not_apply(_("%(child)s lives with the birth family by this decision.") % named)
    if child.contact == ContactMeasure.NONE_FOR_NOW:
        return does_not_apply(_("The decision stops contact of %(child)s with the family for now.") % named)
    until = record.effective_on + CONTACT_WITHIN
    if child.met_family_on is not None and child.met_family_on <= until:
        given = {**named, "on": in_words(child.met_family_on)}
        return met(_("%(child)s and the family were in touch on %(on)s.") % given)
    if record.today <= until:
        return does_not_apply(_("The first ninety days of %(child)s are not over.") % named)
    return not_met(
        _("No contact of %(child)s with the family is on record in the first ninety days.") % named
    )
