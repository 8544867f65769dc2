"""The folder that holds what this installation keeps (VATRA_HOME), and the secrets in it."""

import base64
import os
import secrets
from pathlib import Path

from vatra.commands import trouble

SECRET_BYTES = 32


SOURCE_TREE = Path(__file__).resolve().parents[3]


def is_source_tree() -> bool:
    """Whether this runs from the sources; an installed wheel brings everything built."""
    return (SOURCE_TREE / "pyproject.toml").is_file()


def project() -> Path:
    """The folder of the source tree, or the current one where Vatra was installed from a wheel."""
    return SOURCE_TREE if is_source_tree() else Path.cwd()


def home() -> Path:
    """VATRA_HOME, created when it is missing; only its owner may list it."""
    path = Path(os.environ.get("VATRA_HOME") or project() / ".vatra").expanduser().absolute()
    return own_folder(path, open_only_to_owner())


def own_folder(path: Path, mode: int = 0o700) -> Path:
    """A folder with this mode from its first moment; one that exists keeps the mode it has."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_dir():
            path.mkdir(mode=mode)
            path.chmod(mode)
    except OSError as error:
        raise trouble.unusable_folder(path, error) from error
    return path


def open_only_to_owner() -> int:
    """The mode of a folder that others may not list; root's lets the database's account pass through."""
    return 0o711 if os.geteuid() == 0 else 0o700


def secret(at: Path, name: str) -> str:
    """A random key of 32 bytes (url-safe base64) for this name, made on first use, read by its owner only."""
    path = own_folder(at / "secret") / name
    try:
        if not path.exists():
            _write_once(path, base64.urlsafe_b64encode(secrets.token_bytes(SECRET_BYTES)))
        return path.read_text("ascii")
    except OSError as error:
        raise trouble.unusable_folder(path, error) from error


def _write_once(path: Path, content: bytes) -> None:
    """Two starting at once agree on one content: a link replaces nothing and is never half written."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_bytes(content)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
