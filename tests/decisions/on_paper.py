"""Reading what a made PDF says."""

import io
from typing import Any

from pypdf import PdfReader

from vatra.decisions.documents.placeholders import Placeholder
from vatra.decisions.models import IssuedDocument

WRITTEN: dict[str, str] = {
    Placeholder.WHY: "Your mum is ill. Your grandma knows you well.",
    Placeholder.SAID: "You said: “I want to be with my sister.”",
    Placeholder.TAKEN_UP: "You two stay together.",
    Placeholder.WHO_THERE: "Your grandma.",
    Placeholder.NEXT: "On Friday we go there.",
    Placeholder.COMPLAIN_TO: "Arta or Besim",
}


def opened(pdf: bytes | memoryview) -> PdfReader:
    """The file, as a reader of PDF opens it."""
    return PdfReader(io.BytesIO(bytes(pdf)))


def said_in(pdf: bytes | memoryview) -> str:
    """Everything that stands on the pages; ends of lines are spaces."""
    return " ".join(" ".join(page.extract_text() for page in opened(pdf).pages).split())


def paper(document: IssuedDocument) -> str:
    """What stands on a document that was made."""
    return said_in(document.pdf)


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
