"""What people do with their own account: sign in, choose a password, second factors and a language."""

from uuid import UUID

from vatra.access.models import User
from vatra.kernel.atomic import atomic
from vatra.kernel.ledger import Actor, record

# The chain of attempts under user names that nobody has; the names themselves are not kept.
NOBODY = UUID(int=0)


@atomic()
def sign_in(*, user: User, by: Actor) -> User:
    """The person has proved who they are and is in; neither place nor device is kept."""
    record("sign_in", by=by, chain=user.key, subject=user)
    return user


@atomic()
def try_to_sign_in(*, user: User | None, by: Actor) -> None:
    """Somebody gave a wrong password for this account, or a user name or a passkey that nobody has.

    All are recorded alike, so that the time an answer takes does not tell which names exist.
    """
    record("sign_in_failed", by=by, chain=user.key if user else NOBODY, subject=user)


@atomic()
def try_second_factor(*, user: User, by: Actor) -> None:
    """Somebody who knew the password, or sat at an open session, gave a wrong code or passkey."""
    record("second_factor_failed", by=by, chain=user.key, subject=user)


@atomic()
def set_up_second_factor(*, user: User, kind: str, by: Actor) -> None:
    """From now on a password alone does not open this account; the sign-in library keeps the factor itself."""
    record("set_up_second_factor", by=by, chain=user.key, subject=user, facts={"kind": kind})


@atomic()
def give_up_second_factor(*, user: User, kind: str, by: Actor) -> None:
    """The person removed one of their own second factors."""
    record("give_up_second_factor", by=by, chain=user.key, subject=user, facts={"kind": kind})


@atomic()
def renew_recovery_codes(*, user: User, by: Actor) -> None:
    """The person made new recovery codes; the old ones open nothing any more."""
    record("renew_recovery_codes", by=by, chain=user.key, subject=user)


@atomic()
def change_password(*, user: User, password: str, by: Actor) -> User:
    """The person chose a password of their own."""
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    record("change_password", by=by, chain=user.key, subject=user)
    return user


@atomic()
def choose_language(*, user: User, language: str, by: Actor) -> User:
    """The language Vatra speaks to this person from the next sign-in on."""
    user.language = language
    user.full_clean()
    user.save(update_fields=["language"])
    record("choose_language", by=by, chain=user.key, subject=user, facts={"language": language})
    return user


@atomic()
def choose_mails(*, user: User, email: str, digest: str, by: Actor) -> User:
    """Where to and how often this person is told by mail what waits; the record keeps how often, not the address."""
    user.email, user.digest = email, digest
    user.full_clean()
    user.save(update_fields=["email", "digest"])
    record("choose_mails", by=by, chain=user.key, subject=user, facts={"digest": digest})
    return user
