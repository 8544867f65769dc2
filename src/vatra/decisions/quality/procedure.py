"""Whether the way to the decision was right (UN Guidelines §§7, 47, 57, 64, 65, 67)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vatra.decisions.quality.answer import Answer, does_not_apply, met, not_met
from vatra.decisions.quality.on_record import OnRecord
from vatra.decisions.rules.issuing import factors_missing
from vatra.decisions.words import PartKind
from vatra.kernel.calendar_months import add_months
from vatra.kernel.days_in_words import in_words

MONTHS_UNTIL_REVIEW = 3


def options_on_same_factors(record: OnRecord) -> Answer:
    """Two options at least, each weighed on every factor of the kind."""
    options = len(record.options)
    if options < 2:
        return not_met(_("Fewer than two options were weighed."))
    if any(factors_missing(record.kind, list(option.factors)) for option in record.options):
        return not_met(_("Not every option was weighed on every factor."))
    sentence = _("%(options)s options were weighed on the same %(factors)s factors.")
    return met(sentence % {"options": options, "factors": len(record.asks.factors)})


def short_and_long_term(record: OnRecord) -> Answer:
    """Every option says what it would mean soon, and what in the years to come."""
    described = sum(option.has_both_terms for option in record.options)
    given = {"described": described, "options": len(record.options)}
    if described == len(record.options) and described:
        return met(_("What each option would mean soon and in the years to come is described."))
    sentence = ngettext(
        "Of %(options)s option it is described for %(described)s what it would mean soon and in the years to come.",
        "Of %(options)s options it is described for %(described)s what they would mean soon and in the years to come.",
        len(record.options),
    )
    return not_met(sentence % given)


def authority_and_appeal(record: OnRecord) -> Answer:
    """Who decides by which law is said, and until when an appeal is possible."""
    if all(child.stays_with_family for child in record.children):
        return does_not_apply(_("Nobody is taken from the family by this decision."))
    if not record.legal_basis:
        return not_met(_("The decision names no law it rests on."))
    given = {"law": record.legal_basis}
    if record.appeal_until is None:
        return not_met(
            _("The decision rests on %(law)s, and does not say until when an appeal is possible.") % given,
        )
    given["until"] = in_words(record.appeal_until)
    return met(_("The decision rests on %(law)s, and an appeal is possible until %(until)s.") % given)


def several_disciplines(record: OnRecord) -> Answer:
    """More than one discipline took part, on the panel or among those who were heard."""
    number = len(record.disciplines)
    if record.panel_approved and number >= 2:
        return met(_("A panel of %(number)s disciplines approved it.") % {"number": number})
    if number >= 2:
        return met(_("%(number)s disciplines took part.") % {"number": number})
    return not_met(_("Fewer than two disciplines took part."))


def sheet_was_handed(record: OnRecord) -> Answer:
    """Child and parents had the sheet that explains every form of care, before the decision."""
    if record.asks.about_contact:
        return does_not_apply(_("This question is not about a form of care."))
    if record.sheet_on is None:
        sentence = _(
            "It is not on record that the sheet on forms of care was handed over before the decision."
        )
        return not_met(sentence)
    given = {"on": in_words(record.sheet_on)}
    return met(_("The sheet on forms of care was handed over on %(on)s.") % given)


def close_people_were_heard(record: OnRecord) -> Answer:
    """Those whom this kind of question asks for gave their view."""
    due = record.asks.heard
    if not due:
        return does_not_apply(_("In an emergency nobody besides the child must be heard first."))
    missing = ", ".join(str(PartKind(part).label) for part in due if part not in record.heard)
    if missing:
        return not_met(_("No view is on record of: %(missing)s.") % {"missing": missing})
    heard = ", ".join(str(PartKind(part).label) for part in due)
    return met(_("Views are on record of: %(heard)s.") % {"heard": heard})


def looked_at_again_in_time(record: OnRecord) -> Answer:
    """The day to look again lies within three months."""
    if all(child.stays_with_family for child in record.children):
        return does_not_apply(_("Nobody lives outside the family by this decision."))
    given = {"on": in_words(record.review_on)}
    if record.review_on <= add_months(record.effective_on, MONTHS_UNTIL_REVIEW):
        return met(_("It is looked at again on %(on)s, within three months.") % given)
    return not_met(_("It is looked at again on %(on)s, later than three months.") % given)
