"""How accounts behave: staff are appointed, nobody signs up, and every sign-in is on the record."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import filter_users_by_username
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from vatra.access.actions import (
    change_password,
    give_up_second_factor,
    renew_recovery_codes,
    set_up_second_factor,
    sign_in,
    try_to_sign_in,
)
from vatra.access.models import User
from vatra.access.second_factors import SecondStep, in_words, removal_since
from vatra.kernel import clock
from vatra.kernel.ledger import Actor

THE_LIBRARYS_SECOND_STEP = "allauth.mfa.stages.AuthenticateStage"


class StaffAccounts(DefaultAccountAdapter):
    """Sign-in without sign-up."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Accounts come with an appointment, never from a form on the sign-in page."""
        return False

    def get_login_stages(self) -> list[str]:
        """The steps of a sign-in, with our own second one."""
        own = f"{SecondStep.__module__}.{SecondStep.__qualname__}"
        return [own if step == THE_LIBRARYS_SECOND_STEP else step for step in super().get_login_stages()]

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Every way in ends here, the second factor passed."""
        super().login(request, user)
        if removal := removal_since(_ours(user), "sign_in"):
            with translation.override(_language(request, _ours(user))):
                messages.warning(request, in_words(removal))
        sign_in(user=_ours(user), by=_themselves(user))

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **how: Any) -> HttpResponse:
        """Go on in the person's language, unless another was chosen on the sign-in page."""
        answer = super().post_login(request, user, **how)
        if not request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME):
            speak(answer, _language(request, _ours(user)))
        return answer

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ARG002 (by name)
        """A wrong password or user name; attempts beyond the limit do not come this far."""
        user = filter_users_by_username(credentials.get("username", "")).first()
        try_to_sign_in(user=_ours(user) if user else None, by=Actor(None, "", clock.now()))

    def clean_password(self, password: str, user: AbstractBaseUser | None = None) -> str:
        """A starting password is changed, not entered once more."""
        if user and _ours(user).must_change_password and user.check_password(password):
            raise ValidationError(_("This is the password you were given. Choose another."))
        return super().clean_password(password, user)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """The person chose it; administrators give starting passwords by an act of theirs."""
        change_password(user=_ours(user), password=password, by=_themselves(user))

    def send_notification_mail(
        self, template_prefix: str, user: AbstractBaseUser, *_context: Any, **_more: Any
    ) -> None:
        """Where the library would write a mail about a change to the account, the record is written."""
        match template_prefix.removeprefix("mfa/email/").split("_"):
            case [kind, "activated" | "added"]:
                set_up_second_factor(user=_ours(user), kind=kind, by=_themselves(user))
            case [kind, "deactivated" | "removed"]:
                give_up_second_factor(user=_ours(user), kind=kind, by=_themselves(user))
            case ["recovery", "codes", "generated"]:
                renew_recovery_codes(user=_ours(user), by=_themselves(user))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The library sends no mail: who forgot the password is given a new one by an administrator, in person."""

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        """Where a passkey can be added next."""
        return reverse("access:my_account")


def speak(answer: HttpResponse, language: str) -> None:
    """Let this browser be answered in a language, until it is closed or the person signs out."""
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
    )


def _language(request: HttpRequest, user: User) -> str:
    return request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or user.language


def _ours(user: AbstractBaseUser) -> User:
    assert isinstance(user, User)
    return user


def _themselves(user: AbstractBaseUser) -> Actor:
    return Actor(user.pk, "", clock.now())
