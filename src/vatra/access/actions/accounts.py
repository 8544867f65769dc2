"""Opening, suspending and resuming accounts, and giving starting passwords."""

from django.db import transaction

from vatra.access.keeping import accounts_kept, works_elsewhere
from vatra.access.models import User
from vatra.access.rules import AccountFacts, may_keep_account
from vatra.access.starting_password import Given, starting_password
from vatra.kernel.concern import heed
from vatra.kernel.ledger import Actor, record


@transaction.atomic
def open_account(*, username: str, full_name: str, language: str, email: str, by: Actor) -> Given:
    """Somebody may sign in, at first with a password that must be changed; what they may do needs an appointment."""
    password = starting_password()
    user = User.objects.create_user(
        username, password, full_name=full_name, language=language, email=email, must_change_password=True
    )
    record("open_account", by=by, chain=user.key, subject=user)
    return Given(user, password)


@transaction.atomic
def suspend_account(*, user: User, why: str, by: Actor) -> User:
    """From this moment the person is out, and stays out.

    The password goes too: sessions that are open hang on it, and would come alive again with the account.
    """
    _may_be_kept(user, by)
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    record("suspend_account", by=by, chain=user.key, subject=user, why=why)
    return user


@transaction.atomic
def resume_account(*, user: User, by: Actor) -> Given:
    """The person may sign in again, with a new starting password."""
    _may_be_kept(user, by)
    user.is_active = True
    given = _with_starting_password(user)
    record("resume_account", by=by, chain=user.key, subject=user)
    return given


@transaction.atomic
def reset_password(*, user: User, by: Actor) -> Given:
    """The person forgot the password: a new starting password, and every open session ends."""
    _may_be_kept(user, by)
    given = _with_starting_password(user)
    record("reset_password", by=by, chain=user.key, subject=user)
    return given


def _with_starting_password(user: User) -> Given:
    password = starting_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password", "is_active"])
    return Given(user, password)


def _may_be_kept(user: User, by: Actor) -> None:
    facts = AccountFacts(
        is_own=user.pk == by.user_id,
        is_kept=accounts_kept(by).filter(pk=user.pk).exists(),
        works_elsewhere=works_elsewhere(user, by=by),
    )
    heed(may_keep_account(facts), {})
