"""Packs for tests: a copy of Kosovo's in which something is changed."""

import shutil
from pathlib import Path

from vatra.law.packs import WrongPack, read
from vatra.law.packs.reading import HERE


def a_copy(folder: Path, code: str = "kosovo") -> Path:
    """The folder of a pack that may be changed."""
    return Path(shutil.copytree(HERE / code, folder / code))


def changed(folder: Path, file: str, *, old: str, new: str) -> Path:
    """The folder, with these words of a file written otherwise; only the first time they stand there."""
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1))
    return folder


def faults_in(folder: Path) -> list[str]:
    """Everything that is wrong with a pack, in sentences."""
    try:
        read(folder)
    except WrongPack as wrong:
        return [fault.sentence for fault in wrong.faults]
    return []
