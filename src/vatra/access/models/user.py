"""A person who signs in."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
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


class User(AbstractBaseUser):
    """Somebody who signs in: staff, carer or young person. What they may do follows their appointments."""

    username = models.CharField(_("user name"), max_length=60, unique=True)
    full_name = models.CharField(_("full name"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="sq")
    is_active = models.BooleanField(_("may sign in"), default=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    objects = Users()

    class Privacy:
        identifying = ("username", "full_name", "email", "password")
        sensitive = ()
        keep_for = Keep.ACCOUNT

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        """The name shown on pages."""
        return self.full_name
