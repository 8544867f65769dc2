"""Forms of the sign-in library about second factors, in our words; what goes wrong is on the record."""

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vatra.access.actions import try_second_factor, try_to_sign_in
from vatra.kernel import clock
from vatra.kernel.ledger import Actor

NAME = _("Name of the passkey")
# Beyond the limit nothing was compared, so nothing failed.
WRONG = "incorrect_code"


def a_code(label: Any) -> forms.CharField:
    """A field for a code; a telephone offers its figures, and what it just received."""
    typed = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "govuk-input--width-10"}
    return forms.CharField(label=label, widget=forms.TextInput(attrs=typed))


class _Code(BaseAuthenticateForm):
    code = a_code(_("Code from your app, or a recovery code"))

    def clean_code(self) -> str:
        try:
            return str(super().clean_code())
        except ValidationError as refused:
            if refused.code == WRONG:
                try_second_factor(user=self.user, by=_somebody())
            raise


class Code(_Code, AuthenticateForm):
    """The second step of a sign-in, by a code."""


class CodeAgain(_Code, ReauthenticateForm):
    """Showing once more who one is, by a code."""


class _Passkey(AuthenticateWebAuthnForm):
    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except ValidationError as refused:
            if refused.code == WRONG:
                self.is_on_record()
            raise

    def is_on_record(self) -> None:
        try_second_factor(user=self.user, by=_somebody())


class Passkey(_Passkey):
    """The second step of a sign-in, by a passkey."""


class PasskeyAgain(_Passkey, ReauthenticateWebAuthnForm):
    """Showing once more who one is, by a passkey."""


class PasskeyAlone(_Passkey, LoginWebAuthnForm):
    """Signing in by a passkey without a password."""

    def is_on_record(self) -> None:
        """Whose it claims to be is not believed: nobody fills the record of somebody else."""
        try_to_sign_in(user=None, by=_somebody())


class NewPasskey(AddWebAuthnForm):
    """A passkey about to be made."""

    name = forms.CharField(label=NAME, max_length=60, required=False)
    passwordless = forms.BooleanField(
        label=_("Sign in without the password"),
        required=False,
        initial=True,
        help_text=_(
            "The device then asks for your finger, your face or its PIN. A simple security key cannot do that: leave this empty for it."
        ),
    )

    field_order = ["name", "passwordless", "credential"]


class PasskeyName(EditWebAuthnForm):
    """Another name for a passkey."""

    name = forms.CharField(label=NAME, max_length=60)


class FirstCode(ActivateTOTPForm):
    """The first code of an app shows that it was set up rightly."""

    code = a_code(_("The code your app shows now"))


def _somebody() -> Actor:
    return Actor(None, "", clock.now())
