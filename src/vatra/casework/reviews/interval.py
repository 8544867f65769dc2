"""When the next review is due at the latest, as the law of the file says it."""

from datetime import date

from vatra.casework.models import File
from vatra.kernel.calendar_months import add_months
from vatra.kernel.duty import clocks_now
from vatra.kernel.duty.rules import USUAL_DAYS

MONTHS_BETWEEN_REVIEWS = 3
"""UN Guidelines §67; UNICEF/BCN indicator 9. It holds where the law of the file names no interval."""


def latest_next_review(file: File, held_on: date) -> date:
    """The last day for the review after one that is held on this day."""
    clocks = clocks_now([file.jurisdiction])
    calendar = clocks.calendars.get(file.jurisdiction, USUAL_DAYS)
    due = [
        rule.due_from(held_on, calendar)
        for rule in clocks.rules
        if rule.satisfied_by == "review" and rule.repeats and rule.acts_on(held_on)
    ]
    return min(due, default=add_months(held_on, MONTHS_BETWEEN_REVIEWS))
