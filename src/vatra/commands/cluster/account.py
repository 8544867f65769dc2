"""The account that runs the database server: the person's own, or, for root, one without rights."""

import errno
import os
import pwd
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from vatra.commands import trouble

NAME = "vatra-database"
CREATE = ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]


@cache
def server_account() -> pwd.struct_passwd | None:
    """The account to switch to, made on first use; None when Vatra does not run as root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        return _made()


def _made() -> pwd.struct_passwd:
    command = [*CREATE, "--shell", "/usr/sbin/nologin", NAME]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - fixed words
    except FileNotFoundError as error:
        raise trouble.no_account(NAME, "this system has no useradd") from error
    except subprocess.CalledProcessError as error:
        raise trouble.no_account(NAME, error.stderr.strip()) from error
    return pwd.getpwnam(NAME)


def run(command: Sequence[str | Path], told: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a program as the server's account, out of reach of the terminal's Ctrl-C."""
    account = server_account()
    return subprocess.run(  # noqa: S603 - called with PostgreSQL's programs and our own paths
        [str(part) for part in command],
        check=False,
        input=told,
        capture_output=True,
        text=True,
        cwd="/",
        env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
        user=account.pw_uid if account else None,
        group=account.pw_gid if account else None,
        extra_groups=[] if account else None,
        umask=0o077,
        start_new_session=True,
    )


def may_enter(folder: Path) -> bool:
    """Whether the server's account can reach a folder: root's home, for one, is closed to it."""
    return run(["/bin/sh", "-c", 'cd -- "$1"', "sh", folder]).returncode == 0


def may_run(program: Path) -> bool:
    """Whether the server's account can reach and run a program, with all the libraries it needs."""
    return run(["/bin/sh", "-c", '"$1" --version', "sh", program]).returncode == 0


def write(path: Path, text: str) -> None:
    """Writes a file with no more rights than the server has: root follows no link that was put there."""
    done = run(["/bin/sh", "-c", 'cat > "$1"', "sh", path], told=text)
    if done.returncode:
        reason = errno.ENOSPC if "No space left" in done.stderr else errno.EACCES
        raise trouble.unusable_folder(path.parent, OSError(reason, os.strerror(reason)))


def give(path: Path) -> Path:
    """Hands a file or folder to the server's account."""
    account = server_account()
    if account:
        os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
    return path
