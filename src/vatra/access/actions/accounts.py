"""Opening, suspending and resuming accounts, giving starting passwords, and removing second factors."""

from allauth.mfa.models import Authenticator

from vatra.access.keeping import accounts_kept, works_elsewhere
from vatra.access.models import User
from vatra.access.rules import AccountFacts, may_keep_account, may_remove_second_factor
from vatra.access.starting_password import Given, starting_password
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.ledger import Actor, record


@atomic()
def open_account(*, username: str, full_name: str, language: str, email: str, by: Actor) -> Given:
    """Somebody may sign in, at first with a password that must be changed; what they may do needs an appointment."""
    password = starting_password()
    user = User.objects.create_user(
        username, password, full_name=full_name, language=language, email=email, must_change_password=True
    )
    record("open_account", by=by, chain=user.key, subject=user)
    return Given(user, password)


@atomic()
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


@atomic()
def resume_account(*, user: User, by: Actor) -> Given:
    """The person may sign in again, with a new starting password."""
    _may_be_kept(user, by)
    user.is_active = True
    given = _with_starting_password(user)
    record("resume_account", by=by, chain=user.key, subject=user)
    return given


@atomic()
def reset_password(*, user: User, by: Actor) -> Given:
    """The person forgot the password: a new starting password, and every open session ends."""
    _may_be_kept(user, by)
    given = _with_starting_password(user)
    record("reset_password", by=by, chain=user.key, subject=user)
    return given


@atomic()
def remove_second_factor(*, user: User, why: str, by: Actor) -> User:
    """The person lost passkey or telephone: the password alone lets them in until they set up another.

    All go at once, recovery codes too: who lost one device may have lost what was kept with it.
    """
    held = Authenticator.objects.select_for_update().filter(user=user)
    kinds = sorted({each.type for each in held})
    heed([*may_keep_account(_facts(user, by)), *may_remove_second_factor(has_one=bool(kinds))], {})
    held.delete()
    record("remove_second_factor", by=by, chain=user.key, subject=user, why=why, facts={"kinds": kinds})
    return user


def _with_starting_password(user: User) -> Given:
    password = starting_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password", "is_active"])
    return Given(user, password)


def _may_be_kept(user: User, by: Actor) -> None:
    heed(may_keep_account(_facts(user, by)), {})


def _facts(user: User, by: Actor) -> AccountFacts:
    return AccountFacts(
        is_own=user.pk == by.user_id,
        is_kept=accounts_kept(by).filter(pk=user.pk).exists(),
        works_elsewhere=works_elsewhere(user, by=by),
    )
