"""What casework tests are made of, beside the builders of all tests."""

from collections.abc import Sequence
from datetime import date

from tests.builders import TODAY, a_child, a_user, by
from vatra.access.models import User
from vatra.casework.actions import receive_concern
from vatra.casework.models import Concern
from vatra.people.models import Person

# What can be written into a file, by the end of its address.
PAGES_OF_A_FILE = [
    "family/new",
    "household",
    "causes/new",
    "support/new",
    "assessments/new",
    "plans/new",
    "visits/new",
    "contacts/new",
    "reviews/new",
    "reviews/plan",
    "notes/new",
    "hand-over",
    "close",
    "guardian",
    "legal-status",
]


def a_concern(
    *children: Person,
    receiver: User | None = None,
    causes: Sequence[str] = ("neglect",),
    on: date = TODAY,
) -> Concern:
    """A nurse's concern about a child, received by a social worker of the unit that answers."""
    receiver = receiver or a_user()
    return receive_concern(
        unit=receiver.appointments.select_related("unit").get().unit,
        children=children or (a_child(),),
        received_on=on,
        source="hospital",
        urgency="day",
        worry="The mother left the ward and did not come back.",
        causes=causes,
        is_anonymous=False,
        told_by="Nurse Teuta",
        reachable_at="",
        municipality="",
        by=by(receiver, on),
    )
