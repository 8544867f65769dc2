"""Reading what a made PDF says."""

import io
from typing import Any

from pypdf import PdfReader


def opened(pdf: bytes | memoryview) -> PdfReader:
    """The file, as a reader of PDF opens it."""
    return PdfReader(io.BytesIO(bytes(pdf)))


def said_in(pdf: bytes | memoryview) -> str:
    """Everything that stands on the pages; ends of lines are spaces."""
    return " ".join(" ".join(page.extract_text() for page in opened(pdf).pages).split())


def tags_in(pdf: bytes | memoryview) -> set[str]:
    """The kinds of structure a screen reader is told of: H1, TH, P and the like."""
    found: set[str] = set()

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if "/S" in node:
                found.add(str(node["/S"]).removeprefix("/"))
            if "/K" in node:
                walk(node["/K"])

    walk(opened(pdf).trailer["/Root"]["/StructTreeRoot"])
    return found
