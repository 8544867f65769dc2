"""The password somebody is given to sign in with once."""

from typing import NamedTuple

from django.utils.crypto import get_random_string

from vatra.access.models import User

# Without letters and figures that are taken for one another when read from paper: 78 bits in four groups.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, LETTERS_IN_GROUP = 4, 4


class Given(NamedTuple):
    """An account and its starting password, in the clear for this one moment: nothing keeps it."""

    user: User
    password: str


def starting_password() -> str:
    """A new one, such as `k7fm-2hxq-…`."""
    return "-".join(get_random_string(LETTERS_IN_GROUP, LETTERS) for _group in range(GROUPS))
