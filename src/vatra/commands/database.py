"""Which database this installation uses, and how a command reaches it."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import django

from vatra.commands import existing, home
from vatra.commands.cluster import roles, server
from vatra.commands.cluster.folders import folders


@dataclass(frozen=True)
class Addresses:
    """The URLs of one database: for the application, and for the role that owns its tables."""

    application: str
    owner: str
    embedded: bool


def addresses() -> Addresses:
    """DATABASE_URL (with DATABASE_OWNER_URL, if another role owns the tables), else the embedded server's."""
    application = os.environ.get("DATABASE_URL")
    if application and os.environ.get("VATRA_EMBEDDED") != "1":
        return Addresses(application, os.environ.get("DATABASE_OWNER_URL") or application, embedded=False)
    place = folders(home.home())
    return Addresses(roles.address(place, roles.APP), roles.address(place, roles.OWNER), embedded=True)


def set_up_django() -> None:
    """Puts the addresses and keys where settings read them, and loads the models; asks no database yet."""
    put_into_environment(addresses())
    django.setup()
    # What was loaded stays until the end: nobody has to look through it for what is no longer used.
    gc.freeze()


def put_into_environment(found: Addresses) -> None:
    at = home.home()
    os.environ["VATRA_HOME"] = str(at)
    os.environ["VATRA_EMBEDDED"] = "1" if found.embedded else "0"
    os.environ["DATABASE_URL"] = found.application
    os.environ["DATABASE_OWNER_URL"] = found.owner
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vatra.settings")
    os.environ.setdefault("VATRA_SECRET_KEY", home.secret(at, "session-key"))
    os.environ.setdefault("VATRA_SEAL_KEY", home.secret(at, "seal-key"))


@contextmanager
def reachable() -> Iterator[None]:
    """While this lasts the database answers: the embedded server runs, or the given one was found usable."""
    found = addresses()
    if found.embedded:
        with server.running(home.home()):
            yield
    else:
        existing.check(found.application, found.owner)
        yield
