"""Whether the child was prepared, heard, taken seriously and told (UN Guidelines §§6, 66; GC 12 §§41-45)."""

from django.utils.translation import gettext as _

from vatra.decisions.quality.answer import Answer, does_not_apply, met, not_met
from vatra.decisions.quality.on_record import ChildOnRecord, OnRecord
from vatra.decisions.words import NotHeardReason
from vatra.kernel.days_in_words import in_words


def was_heard(child: ChildOnRecord, _record: OnRecord) -> Answer:
    """Heard, or asked and did not want to speak: that too is the child's choice."""
    if child.heard_on:
        sentence = _("%(child)s was heard on %(on)s.")
        return met(sentence % {"child": child.name, "on": in_words(child.heard_on)})
    if child.not_heard == NotHeardReason.CHILD_REFUSED:
        return met(_("%(child)s was asked and did not want to speak.") % {"child": child.name})
    if child.not_heard:
        reason = str(NotHeardReason(child.not_heard).label)
        sentence = _("%(child)s was not heard. The reason on record: %(reason)s.")
        return not_met(sentence % {"child": child.name, "reason": reason})
    return not_met(_("No view of %(child)s is on record.") % {"child": child.name})


def heard_in_own_language(child: ChildOnRecord, _record: OnRecord) -> Answer:
    """In a language the child speaks, or with an interpreter."""
    named = {"child": child.name}
    if child.heard_in is None:
        return does_not_apply(_("%(child)s was not heard, so no language can be compared.") % named)
    if not child.languages:
        return does_not_apply(_("Which languages %(child)s speaks is not on record.") % named)
    if child.heard_in in child.languages:
        return met(_("%(child)s was heard in a language of the child’s own.") % named)
    if child.interpreter:
        return met(_("%(child)s was heard with an interpreter.") % named)
    return not_met(_("%(child)s was heard in another language, without an interpreter.") % named)


def was_prepared(child: ChildOnRecord, _record: OnRecord) -> Answer:
    """The child knew beforehand what would be asked and why."""
    if child.heard_on is None:
        return Answer(
            None, _("%(child)s was not heard, so nothing had to be prepared.") % {"child": child.name}
        )
    if child.prepared_on is None:
        sentence = _("No preparation of %(child)s for the hearing is on record.")
        return not_met(sentence % {"child": child.name})
    given = {"child": child.name, "on": in_words(child.prepared_on)}
    return met(_("%(child)s was prepared for the hearing on %(on)s.") % given)


def was_given_weight(child: ChildOnRecord, _record: OnRecord) -> Answer:
    """It is written what was taken up, what was not, and why."""
    named = {"child": child.name}
    if child.heard_on is None:
        return does_not_apply(_("There is no view of %(child)s that could be weighed.") % named)
    if child.taken_up.strip():
        return met(_("It is written what became of the view of %(child)s.") % named)
    return not_met(_("It is not written what became of the view of %(child)s, and why.") % named)


def was_told(child: ChildOnRecord, _record: OnRecord) -> Answer:
    """The child heard what was decided and why."""
    if child.told_on:
        given = {"child": child.name, "on": in_words(child.told_on)}
        return met(_("%(child)s was told what was decided on %(on)s.") % given)
    if child.cannot_be_told:
        sentence = _("%(child)s was not told; two people have written down why it is not possible.")
        return not_met(sentence % {"child": child.name})
    return not_met(_("%(child)s has not been told yet what was decided.") % {"child": child.name})


def knows_whom_to_turn_to(child: ChildOnRecord, record: OnRecord) -> Answer:
    """Somebody is named who represents the child, and the child was told to whom a complaint can go."""
    named = {"child": child.name, "who": record.representation}
    if not record.representation:
        sentence = _("Nobody is named who represents %(child)s and helps with an appeal.")
        return not_met(sentence % named)
    if child.told_on is None:
        sentence = _("%(who)s represents %(child)s, who has not been told yet to whom a complaint can go.")
        return not_met(sentence % named)
    sentence = _("%(who)s represents %(child)s, who was told to whom a complaint can go.")
    return met(sentence % named)
