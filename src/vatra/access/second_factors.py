"""What somebody shows beside the password or instead of it: a passkey, or a one-time code from an app."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.kernel.ledger import Event
from vatra.kernel.seal import open_seal, seal
from vatra.kernel.sentence import Sentence

# Recovery codes only stand in for one of these; alone they are none.
NAMES: dict[str, Sentence] = {
    Authenticator.Type.WEBAUTHN: _("Passkey"),
    Authenticator.Type.TOTP: _("One-time codes from an app"),
}
REMOVED = "remove_second_factor"


class SecondFactors(DefaultMFAAdapter):
    """How the sign-in library keeps and names second factors."""

    def encrypt(self, text: str) -> str:
        """A stolen copy of the database gives nobody a valid code."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret, for the moment a code is compared."""
        return open_seal(encrypted_text)

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """What the app shows beside the code: the name typed at sign-in."""
        return user.get_username()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002
        """A name to start from, such as “Passkey 2”."""
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return say("Passkey %(number)s") % {"number": held + 1}


class SecondStep(AuthenticateStage):
    """What follows the password of somebody who has a second factor."""

    def is_resumable(self, _request: HttpRequest) -> bool:
        """Whose second factor was removed meanwhile starts again, where the library would lead in a circle."""
        return Authenticator.objects.filter(user=self.login.user, type__in=NAMES).exists()


def second_factors_of(user: User) -> list[Sentence]:
    """What somebody signs in with beside the password, in words."""
    held = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    return [name for kind, name in NAMES.items() if kind in held]


def removal_since(user: User, act: str) -> Event | None:
    """The removal of somebody's second factors by an administrator, if this act of their own has not followed."""
    latest = Event.objects.filter(chain=user.key, act__in=(REMOVED, act)).order_by("-position").first()
    return latest if latest and latest.act == REMOVED else None


def in_words(removal: Event) -> str:
    """What the person is told about it."""
    remover = User.objects.filter(pk=removal.user_id).first() if removal.user_id else None
    told = say(
        "%(name)s removed your second factors: “%(why)s” Until you set up another, only your password protects your account."
    )
    return told % {"name": remover.full_name if remover else "Vatra", "why": removal.why}
