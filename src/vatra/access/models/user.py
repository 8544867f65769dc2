"""A person who signs in."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from vatra.kernel.privacy import Keep


class Users(BaseUserManager["User"]):
    """Makes users whose password is hashed from the start."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """A user who can sign in; without a password only by a way set up later."""
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user


class Digest(models.TextChoices):
    """How often somebody is told by mail what waits for them: counts only, never a name."""

    NONE = "none", _("Never")
    DAILY = "daily", _("Every morning")
    WEEKLY = "weekly", _("Once a week, on Monday morning")


class User(AbstractBaseUser):
    """Somebody who signs in: staff, carer or young person. What they may do follows their appointments."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    username = models.CharField(
        _("user name"),
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": _("Somebody already has this user name. Choose another.")},
    )
    full_name = models.CharField(_("full name"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="sq")
    digest = models.CharField(
        _("what waits for you, by mail"), max_length=6, choices=Digest, default=Digest.DAILY
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    # The password was given by somebody else: nothing opens before the person has chosen another.
    must_change_password = models.BooleanField(default=False, editable=False)

    # Read with the person of a session: the appointments of today, as `rows_along` takes them.
    held_today: Sequence[Mapping[str, Any]]

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    objects = Users()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="username_differs_only_in_capitals",
                violation_error_message=_("Somebody already has this user name. Choose another."),
            ),
        ]

    class Privacy:
        identifying = ("username", "full_name", "email", "password")
        sensitive = ()
        keep_for = Keep.ACCOUNT

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        """The name shown on pages."""
        return self.full_name
