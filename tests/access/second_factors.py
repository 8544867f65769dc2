"""What tests of second factors are made of: an app that gives codes, and a person who has it."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from tests.builders import PASSWORD
from vatra.access.models import User

SECOND_STEP = "/account/2fa/authenticate/"
MY_DAY = "/"


def code_of(secret: str) -> str:
    """What the app shows at this moment."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def wrong_code(secret: str) -> str:
    """A code the app does not show at this moment."""
    return f"{(int(code_of(secret)) + 1) % 1_000_000:06}"


def an_app(user: User) -> str:
    """Somebody uses an app for one-time codes from now on; returns its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def recovery_codes(user: User) -> list[str]:
    """Somebody has recovery codes from now on."""
    return list(RecoveryCodes.activate(user).get_unused_codes())


def gave_the_password(client: Client, user: User) -> Client:
    """The first step of signing in is done."""
    client.cookies["language"] = "en"
    client.post("/account/login/", {"login": user.username, "password": PASSWORD})
    return client


def is_in(client: Client) -> bool:
    """Whether somebody is signed in."""
    return "_auth_user_id" in client.session


def kinds(user: User) -> set[str]:
    """The kinds of second factors an account has, recovery codes among them."""
    return set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
