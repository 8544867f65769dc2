"""Planned reviews in the days ahead."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef

from vatra.access.models import Reach, User
from vatra.access.roles import Permission
from vatra.casework.models import Invited, PlannedReview
from vatra.desk.late.listed import files_answered_for

AHEAD = timedelta(days=6)
MOST = 30


def reviews_ahead(user: User, *, on: date) -> Sequence[PlannedReview]:
    """Reviews of today and the six days after, and those nobody held yet: planned by me, of my children, or I am invited.

    `opens` says whether the file of the child opens to this person. One query.
    """
    planned = PlannedReview.objects.values("pk")
    invited = Invited.objects.filter(person__user=user).values(pk=F("planned"))
    mine = planned.filter(planned_by=user).union(
        planned.filter(file__in=files_answered_for(user.pk, on=on).values("file")), invited
    )
    reach = Reach.objects.on(on).allowing(Permission.READ_FILE).filter(user=user, file_id=OuterRef("file"))
    ahead = PlannedReview.objects.to_be_held().filter(pk__in=mine, meets_on__lte=on + AHEAD)
    opening = ahead.annotate(opens=Exists(reach)).select_related("file__child")
    return list(opening.order_by("meets_on", F("hour").asc(nulls_last=True), "pk")[:MOST])
