"""What a letter is filled in with, and what stands on a document of a decision."""

from tests.on_paper import said_in
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


def paper(document: IssuedDocument) -> str:
    """What stands on a document that was made."""
    return said_in(document.pdf)
