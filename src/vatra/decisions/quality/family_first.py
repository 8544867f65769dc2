"""Whether the family came first (UN Guidelines §§14, 15, 22, 39-40, 44-45, 49-52)."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vatra.casework.rules import is_only_poverty
from vatra.casework.words.assessment import SupportKind
from vatra.casework.words.entries import PlanAim
from vatra.casework.words.worry import CauseKind
from vatra.decisions.kinds import steps_before, steps_looked_at
from vatra.decisions.quality.answer import Answer, does_not_apply, met, not_met
from vatra.decisions.quality.on_record import ChildOnRecord, OnRecord
from vatra.decisions.words import QuestionKind
from vatra.homes.rules import is_under_three
from vatra.homes.words import RESIDENTIAL_FORMS
from vatra.kernel.calendar_months import add_months
from vatra.kernel.days_in_words import in_words

# What helps parents who think of giving up a child, before anything else is decided (UN Guidelines §44).
TALKS_WITH_PARENTS = {SupportKind.COUNSELLING, SupportKind.PARENTING, SupportKind.MEDIATION}
AIMS_OF_A_RETURN = {PlanAim.RETURN_HOME, PlanAim.STAY_WITH_FAMILY}


def support_came_first(child: ChildOnRecord, _record: OnRecord) -> Answer:
    """Something was tried before the child was to live elsewhere."""
    if not child.lives_elsewhere:
        return _nobody_leaves(child)
    if not child.supports:
        sentence = _("No support for the family of %(child)s is on record from before the decision.")
        return not_met(sentence % {"child": child.name})
    sentence = ngettext(
        "One kind of support for the family of %(child)s is on record from before the decision.",
        "%(number)s kinds of support for the family of %(child)s are on record from before the decision.",
        len(set(child.supports)),
    )
    return met(sentence % {"child": child.name, "number": len(set(child.supports))})


def not_only_poverty(child: ChildOnRecord, _record: OnRecord) -> Answer:
    """Poverty alone neither takes a child from the family nor keeps the child away from it."""
    named = {"child": child.name}
    if not child.lives_elsewhere:
        return _nobody_leaves(child)
    if not child.causes:
        return not_met(_("Why %(child)s cannot live with the family is not named.") % named)
    if is_only_poverty(child.causes):
        return not_met(_("Poverty is the only reason named for %(child)s.") % named)
    return met(_("Reasons besides poverty are named for %(child)s.") % named)


def young_child_in_family(child: ChildOnRecord, record: OnRecord) -> Answer:
    """Children under three live in a family."""
    named = {"child": child.name}
    if child.form is None:
        return _about_contact(child)
    if child.birth_on is None:
        return does_not_apply(_("When %(child)s was born is not known.") % named)
    if not is_under_three(child.birth_on, record.effective_on):
        return does_not_apply(_("%(child)s is three or older.") % named)
    if child.form in RESIDENTIAL_FORMS:
        return not_met(_("%(child)s is under three and would not live in a family.") % named)
    return met(_("%(child)s is under three and would live in a family.") % named)


def assessed_before(child: ChildOnRecord, record: OnRecord) -> Answer:
    """An assessment that is not too old stands behind the decision."""
    holds = record.asks.assessment_holds
    if holds is None:
        return does_not_apply(_("An emergency does not wait for an assessment."))
    if child.form is None:
        return _about_contact(child)
    if child.assessed_on is None:
        sentence = _("No assessment of %(child)s is on record from before the decision.")
        return not_met(sentence % {"child": child.name})
    given = {"child": child.name, "on": in_words(child.assessed_on)}
    if record.issued_on - child.assessed_on > holds:
        return not_met(
            _("The last assessment of %(child)s, from %(on)s, was more than half a year old.") % given
        )
    return met(_("%(child)s was assessed on %(on)s, within half a year before the decision.") % given)


def closer_forms_were_weighed(child: ChildOnRecord, record: OnRecord) -> Answer:
    """What lies closer to the family than the form that was chosen stood among the options."""
    if not record.asks.steps:
        return does_not_apply(_("This kind of question is not about where to begin to live."))
    if not child.lives_elsewhere:
        return _nobody_leaves(child)
    due = set(record.asks.steps).union(steps_before(child.form or ""))
    missing = due - steps_looked_at([option.form for option in record.options if option.form])
    if missing:
        sentence = _("For %(child)s a form of care closer to the family was not among the options.")
        return not_met(sentence % {"child": child.name})
    sentence = _("For %(child)s every form of care closer to the family was among the options.")
    return met(sentence % {"child": child.name})


def parents_were_counselled(child: ChildOnRecord, _record: OnRecord) -> Answer:
    """Where parents leave a child, somebody talked with them first."""
    named = {"child": child.name}
    if CauseKind.ABANDONED not in child.causes:
        return does_not_apply(_("That the parents leave %(child)s is not among the reasons.") % named)
    if TALKS_WITH_PARENTS & set(child.supports):
        sentence = _("Counselling, mediation or help with parenting came first for %(child)s.")
        return met(sentence % named)
    sentence = _("Neither counselling nor mediation nor help with parenting is on record for %(child)s.")
    return not_met(sentence % named)


def return_was_prepared(child: ChildOnRecord, record: OnRecord) -> Answer:
    """A return is looked at by several disciplines, and its aims stand in a plan."""
    named = {"child": child.name}
    if not _goes_back(child, record):
        return _no_return(child)
    if len(record.disciplines) < 2:
        return not_met(
            _("Fewer than two disciplines took part in deciding on the return of %(child)s.") % named
        )
    if not AIMS_OF_A_RETURN & set(child.plan_aims):
        return not_met(_("No plan with the aim of living with the family holds for %(child)s.") % named)
    return met(_("Two disciplines took part, and a plan for the return of %(child)s holds.") % named)


def return_is_followed(child: ChildOnRecord, record: OnRecord) -> Answer:
    """Somebody visits within a month after the return."""
    if not _goes_back(child, record):
        return _no_return(child)
    if child.returned_on is None:
        return does_not_apply(_("The return of %(child)s is not on record yet.") % {"child": child.name})
    due = add_months(child.returned_on, 1)
    visited = child.visited_after_return_on
    if visited is None and record.today <= due:
        return does_not_apply(
            _("The first month after the return of %(child)s is not over.") % {"child": child.name}
        )
    return _visited(child, visited, due)


def _visited(child: ChildOnRecord, visited: date | None, due: date) -> Answer:
    if visited is None or visited > due:
        sentence = _("%(child)s was not visited in the first month after the return.")
        return not_met(sentence % {"child": child.name})
    sentence = _("%(child)s was visited on %(on)s, in the first month after the return.")
    return met(sentence % {"child": child.name, "on": in_words(visited)})


def _goes_back(child: ChildOnRecord, record: OnRecord) -> bool:
    return record.kind == QuestionKind.RETURN_HOME and child.stays_with_family


def _no_return(child: ChildOnRecord) -> Answer:
    return does_not_apply(
        _("%(child)s does not return to the family by this decision.") % {"child": child.name}
    )


def _nobody_leaves(child: ChildOnRecord) -> Answer:
    if child.form is None:
        return _about_contact(child)
    return does_not_apply(
        _("%(child)s lives with the birth family by this decision.") % {"child": child.name}
    )


def _about_contact(child: ChildOnRecord) -> Answer:
    sentence = _("The decision about %(child)s is about contact, not about where to live.")
    return does_not_apply(sentence % {"child": child.name})
