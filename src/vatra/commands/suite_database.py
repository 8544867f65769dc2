"""A database server for one run of the tests: fresh, apart from the demonstration's data, gone afterwards."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from vatra.commands import home, suite_template
from vatra.commands.cluster import roles, server
from vatra.commands.cluster.folders import Folders, folders


@contextmanager
def provided() -> Iterator[None]:
    """While this lasts DATABASE_URL is set: as it was given, or to the owner of a server of its own."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    before = dict(os.environ)
    try:
        with _fresh() as place:
            os.environ["VATRA_HOME"] = str(place.home)
            os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"] = roles.address(place, roles.OWNER)
            with suite_template.being_made():
                yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _fresh() -> Iterator[Folders]:
    """Named after this process, so that runs side by side do not meet."""
    runs = home.own_folder(home.home() / "test", home.open_only_to_owner())
    for left in runs.iterdir():
        if not _is_alive(int(left.name)):
            _end(folders(left))
    at = home.own_folder(runs / str(os.getpid()), home.open_only_to_owner())
    try:
        with server.running(at, throwaway=True) as place:
            yield place
    finally:
        _remove(folders(at))


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _end(place: Folders) -> None:
    """What a run that was killed left behind."""
    server.stop(place)
    _remove(place)


def _remove(place: Folders) -> None:
    for folder in (place.top, place.socket, place.home):
        shutil.rmtree(folder, ignore_errors=True)
