"""The organisation words the letter to children of school age its own way; letters from then on follow it."""

from vatra.access.roles import Role
from vatra.decisions.actions import word_letter
from vatra.decisions.documents.letter_texts import built_in
from vatra.decisions.words import AgeBand, DocumentKind
from vatra.desk.demo.staff import ORGANISATION, Cast
from vatra.desk.demo.town import acting
from vatra.people.words import Language

OUR_DOOR = "Dera jonë është e hapur për ty çdo ditë pas shkolle. Mund të vish edhe vetëm për një çaj."


def tell(cast: Cast) -> None:
    """The administrator adds where the door is; the edition before stays to be read."""
    town, administrator = cast.prishtine, cast.users["administrator"]
    centre = town.team.parent
    assert centre is not None
    organisation = centre.parent
    assert organisation is not None
    assert organisation.name == ORGANISATION
    text = built_in(DocumentKind.CHILD_LETTER, Language.ALBANIAN, AgeBand.FROM_8)
    word_letter(
        unit=organisation,
        kind=DocumentKind.CHILD_LETTER,
        language=Language.ALBANIAN,
        age_band=AgeBand.FROM_8,
        paragraphs=f"{text.rstrip()}\n\n{OUR_DOOR}\n",
        reasons={},
        by=acting(administrator, Role.ADMINISTRATOR, town.ago(200)),
    )
