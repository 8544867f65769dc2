"""What people do with their own account: sign in, choose a password and a language."""

from uuid import UUID

from django.db import transaction

from vatra.access.models import User
from vatra.kernel.ledger import Actor, record

# The chain of attempts under user names that nobody has; the names themselves are not kept.
NOBODY = UUID(int=0)


@transaction.atomic
def sign_in(*, user: User, by: Actor) -> User:
    """The person has proved who they are and is in; neither place nor device is kept."""
    record("sign_in", by=by, chain=user.key, subject=user)
    return user


@transaction.atomic
def try_to_sign_in(*, user: User | None, by: Actor) -> None:
    """Somebody gave a wrong password for this account, or a user name that nobody has.

    Both are recorded alike, so that the time an answer takes does not tell which names exist.
    """
    record("sign_in_failed", by=by, chain=user.key if user else NOBODY, subject=user)


@transaction.atomic
def change_password(*, user: User, password: str, by: Actor) -> User:
    """The person chose a password of their own."""
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    record("change_password", by=by, chain=user.key, subject=user)
    return user


@transaction.atomic
def choose_language(*, user: User, language: str, by: Actor) -> User:
    """The language Vatra speaks to this person from the next sign-in on."""
    user.language = language
    user.full_clean()
    user.save(update_fields=["language"])
    record("choose_language", by=by, chain=user.key, subject=user, facts={"language": language})
    return user
