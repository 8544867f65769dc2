"""A proceeding that is not closed, kept still while an act works on it."""

from vatra.kernel.concern import heed
from vatra.law.models import Proceeding
from vatra.law.proceedings.rules import may_go_on


def going_on(proceeding: Proceeding) -> Proceeding:
    """The proceeding, locked until the transaction ends; refused once it is closed."""
    locked = (
        Proceeding.objects.select_for_update(no_key=True, of=("self",))
        .select_related("file")
        .get(pk=proceeding.pk)
    )
    heed(may_go_on(locked.closed_on), {})
    return locked
