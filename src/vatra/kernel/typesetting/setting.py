"""Sets content as tagged PDF/UA-1 by Typst; whatever people wrote is data and never markup."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import typst

PACKAGE = Path(__file__).parents[2]
"""Templates of every app stand below it, and may use the paper that all of them share."""

DOCUMENT = Path(__file__).parent / "typst" / "document.typ"
"""Headings with parts below them, a place to sign, and a digest at the foot of each page."""

BUILT_FONTS = PACKAGE / "static" / "built" / "fonts"
# What Typst answers when none of our fonts has a sign; PDF/UA allows no empty boxes.
WITHOUT_SHAPE = re.compile(r"the text `\"(.+?)\"` could not be displayed")
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
IN_ITS_PLACE = "□"


def as_pdf(template: Path, given: Mapping[str, Any], *, language: str, at: datetime) -> bytes:
    """The content set by a template; the same content at the same moment gives the same bytes."""
    content = {**given, "language": language}
    try:
        return _set(template, content, at)
    except typst.TypstError as error:
        missing = _without_shape(error)
        if not missing:
            raise
        return _set(template, _replaced(content, missing), at)


def digest_of(pdf: bytes) -> str:
    """SHA-256 of the file, in hexadecimal."""
    return sha256(pdf).hexdigest()


def _set(template: Path, content: Mapping[str, Any], at: datetime) -> bytes:
    made = typst.compile(
        template,
        root=PACKAGE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"content": json.dumps(content, ensure_ascii=False, default=str)},
        pdf_standards=["ua-1"],
        timestamp=int(at.timestamp()),
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    """Typst's own fonts and those of our pages, never the machine's: paper looks alike everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=[BUILT_FONTS] if BUILT_FONTS.is_dir() else [])


def _without_shape(error: typst.TypstError) -> set[str]:
    """The signs no font has; one answer of Typst names them all."""
    named = WITHOUT_SHAPE.findall(error.diagnostic)
    return {ESCAPED.sub(lambda found: chr(int(found[1], 16)), each) for each in named}


def _replaced(content: Any, missing: set[str]) -> Any:
    """The same content; what cannot be printed is a box where it can be seen, nothing where it cannot."""
    if isinstance(content, Mapping):
        return {key: _replaced(value, missing) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_replaced(value, missing) for value in content]
    if isinstance(content, str):
        for sign in missing:
            content = content.replace(sign, IN_ITS_PLACE if sign.isprintable() else "")
    return content
