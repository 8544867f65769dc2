"""Whose session it is, and what that person is today: every page asks it, so it is one statement."""

from allauth.account.auth_backends import AuthenticationBackend

from vatra.access.models import User
from vatra.kernel import clock

_WHO = """
    SELECT access_user.*, (
        SELECT coalesce(json_agg(to_jsonb(held) || jsonb_build_object('unit', to_jsonb(unit)) ORDER BY held.id), '[]')
        FROM access_appointment AS held
        INNER JOIN access_unit AS unit ON unit.id = held.unit_id
        WHERE held.user_id = access_user.id
            AND held.first_day <= %(today)s AND (held.last_day IS NULL OR held.last_day >= %(today)s)
    ) AS held_today
    FROM access_user
    WHERE access_user.id = %(user)s
"""


class StaffSessions(AuthenticationBackend):
    """Signs in as the library does; the person of a session comes with the appointments of today."""

    def get_user(self, user_id: int) -> User | None:
        """The person, unless they may not sign in any more."""
        found = next(iter(User.objects.raw(_WHO, {"user": user_id, "today": clock.today()})), None)
        return found if found and self.user_can_authenticate(found) else None
