"""Where one embedded server keeps its data and its socket."""

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from vatra.commands import home, trouble
from vatra.commands.cluster import account

# Where root's own folder is closed to the server's account, the data is kept here, one folder for each home.
ELSEWHERE = Path("/var/lib/vatra")
SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 100  # bytes; Linux allows 107, macOS 103
# A comma or quote would mean something to PostgreSQL in a socket's path.
PLAIN_PATH = re.compile(r"[\w/. -]+", re.ASCII)


@dataclass(frozen=True)
class Folders:
    """The server's folders; all but the home are 0700 and belong to the account that runs it."""

    home: Path
    top: Path
    socket: Path

    @property
    def data(self) -> Path:
        return self.top / "data"

    @property
    def log(self) -> Path:
        return self.top / "log"

    @property
    def startup_log(self) -> Path:
        return self.top / "startup.log"


def folders(at: Path) -> Folders:
    """The folders of the server that belongs to this home, made on first use."""
    link = at / "database"
    if not link.is_symlink() and not link.exists():
        _make(link)
    top = link.resolve()
    return Folders(home=at, top=top, socket=_socket_folder(at, top))


def _make(link: Path) -> None:
    if account.may_enter(link.parent):
        account.give(home.own_folder(link))
        return
    try:
        home.own_folder(ELSEWHERE, 0o755)
        top = Path(tempfile.mkdtemp(prefix="data-", dir=ELSEWHERE))
        link.symlink_to(account.give(top))
    except OSError as error:
        raise trouble.unusable_folder(ELSEWHERE, error) from error


def _socket_folder(at: Path, top: Path) -> Path:
    """Beside the data, or, where that path is too long, a private folder that the home remembers."""
    beside = top / "socket"
    if len(str(beside / SOCKET_NAME).encode()) <= LONGEST_SOCKET_PATH and PLAIN_PATH.fullmatch(str(beside)):
        return account.give(home.own_folder(beside))
    return _remembered_folder(at / "database.socket", top)


def _remembered_folder(note: Path, top: Path) -> Path:
    try:
        if note.is_file():
            known = Path(note.read_text())
            if known.is_dir() and known.stat().st_uid == top.stat().st_uid:
                return known
        made = account.give(Path(tempfile.mkdtemp(prefix="vatra-")))
        note.write_text(str(made))
    except OSError as error:
        raise trouble.unusable_folder(note.parent, error) from error
    return made
