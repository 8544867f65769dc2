"""An organisation words its letters itself, in editions that stay to be read."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import a_decision, a_file, a_unit, a_user, by, signed_in, worker_of
from tests.decisions.on_paper import WRITTEN, paper
from tests.on_paper import opened, said_in
from vatra.access.models import Unit, User
from vatra.access.roles import Role
from vatra.decisions.actions import make_document, word_letter
from vatra.decisions.documents.letter_texts import built_in
from vatra.decisions.documents.placeholders import filled
from vatra.decisions.models import LetterText
from vatra.decisions.words import AgeBand, DocumentKind
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db

SHORT = "# Hi {child}!\n\n{decided}\n\n{why}\n\n{said}\n\nIt is good to know you. {next}"


def an_edition(unit: Unit, paragraphs: str = SHORT, **changes: object) -> LetterText:
    """A wording of the English letter to children of eight to twelve."""
    letter = {"kind": DocumentKind.CHILD_LETTER, "language": "en", "age_band": AgeBand.FROM_8}
    administrator = a_user(Role.ADMINISTRATOR, unit)
    return word_letter(
        **{
            **letter,
            "unit": unit,
            "paragraphs": paragraphs,
            "reasons": {},
            "by": by(administrator),
            **changes,
        }
    )


def test_a_new_wording_is_the_next_edition_and_is_recorded_with_the_organisation() -> None:
    unit = a_unit()
    assert [an_edition(unit).edition, an_edition(unit, SHORT + " Bye.").edition] == [1, 2]
    event = Event.objects.filter(chain=unit.key).latest("position")
    assert (event.act, event.facts["edition"]) == ("word_letter", 2)


def test_letters_follow_the_newest_edition_of_the_organisation_and_say_which() -> None:
    organisation = a_unit()
    worker = a_user(unit=a_unit(parent=organisation))
    (outcome,) = a_decision(a_file(worker=worker))
    an_edition(organisation, "# Older\n\n{why}")
    newest = an_edition(organisation)
    document = make_document(
        outcome=outcome, kind="child_letter", language="en", age_band="from_8", written=WRITTEN, by=by(worker)
    )
    assert document.text == newest
    said = paper(document)
    assert "It is good to know you. On Friday we go there." in said
    assert "{" not in said
    assert Event.objects.filter(chain=outcome.file.key).latest("position").facts["edition"] == 2


def test_another_organisation_keeps_its_own_words() -> None:
    an_edition(a_unit())
    (outcome,) = a_decision(a_file())
    document = make_document(
        outcome=outcome,
        kind="child_letter",
        language="en",
        age_band="from_8",
        written=WRITTEN,
        by=by(worker_of(outcome.file)),
    )
    assert document.text is None
    assert "It is yours to keep." in paper(document)


def test_a_word_nothing_is_known_for_is_refused_by_name() -> None:
    with pytest.raises(Refused, match=r"brackets: \{grandmother\}, \{ child \}") as refused:
        an_edition(a_unit(), "{grandmother} knows { child } and {child} and {grandmother}.")
    assert [concern.code for concern in refused.value.concerns] == ["letter-placeholder"]
    assert not LetterText.objects.exists()


def test_a_sentence_too_long_for_the_age_asks_why_and_the_reason_is_kept() -> None:
    unit = a_unit()
    long = "We all sat down one day and we saw that it is not good for you to be at home now, so we did it."
    with pytest.raises(Refused, match="We all sat down one day") as refused:
        an_edition(unit, f"{long} Bye. Be well. We like you. See you.")
    assert [concern.code for concern in refused.value.concerns] == ["letter-long"]
    an_edition(
        unit,
        f"{long} Bye. Be well. We like you. See you.",
        reasons={"letter-long": "The judge asked for it."},
    )
    assert Event.objects.filter(chain=unit.key).latest("position").why == "The judge asked for it."


def test_an_edition_cannot_be_changed_even_with_plain_sql() -> None:
    an_edition(a_unit())
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        LetterText.objects.update(paragraphs="Other words.")
    assert refusal_sentence(refused.value) == "An edition of a letter stays as it was. Write a new edition."
    with pytest.raises(IntegrityError, match="letter_text_changed"), transaction.atomic():
        LetterText.objects.all().delete()


def test_the_same_edition_is_not_written_twice() -> None:
    first = an_edition(a_unit())
    first.pk = None
    with pytest.raises(IntegrityError, match="letter_edition_twice"), transaction.atomic():
        first.save(force_insert=True)


@pytest.mark.parametrize(
    "paragraphs",
    [
        "# Hi\n\nOne.\n\n# Why\n\nTwo.",
        "# Hi\r\nOne.\r\n# Why\r\nTwo.",
        "# Hi\nOne.\n# Why\nTwo.\n\n# Empty\n\n{said}",
    ],
)
def test_headings_stand_alone_and_fall_away_with_what_is_below(paragraphs: str) -> None:
    parts = [(part.kind, part.level, part.text) for part in filled(paragraphs, {"said": ""})]
    assert parts == [("heading", 1, "Hi"), ("text", 0, "One."), ("heading", 2, "Why"), ("text", 0, "Two.")]


def a_page(unit: Unit, address: str = "child_letter/en/from_8") -> str:
    return f"/letters/{unit.pk}/{address}/"


def in_the_team(client: Client, role: Role, organisation: Unit) -> User:
    """Somebody of a team below the organisation, signed in."""
    user = a_user(role, a_unit(parent=organisation))
    signed_in(client, user)
    return user


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_who_keeps_letters_finds_them_and_gives_one_new_words(client: Client, role: Role) -> None:
    organisation = a_unit("Fshati")
    in_the_team(client, role, organisation)
    listed = client.get("/letters/").text
    assert a_page(organisation) in listed
    assert listed.count("As it comes with Vatra") == 12
    page = client.get(a_page(organisation))
    assert page.context["form"]["paragraphs"].initial == built_in("child_letter", "en", "from_8")
    assert "{review_date}" in page.text
    assert client.post(a_page(organisation), {"paragraphs": SHORT}).headers["Location"] == "/letters/"
    assert LetterText.objects.get().paragraphs == SHORT
    assert "Edition 1" in client.get("/letters/").text
    assert "Edition 1," in client.get(a_page(organisation)).text


def test_a_long_sentence_is_named_on_the_page_and_can_be_kept_with_a_reason(client: Client) -> None:
    organisation = a_unit()
    in_the_team(client, Role.ADMINISTRATOR, organisation)
    text = "This is far too long a line for a boy or a girl of ten to read at one go or so. Hi. So it is. Bye now."
    answer = client.post(a_page(organisation), {"paragraphs": text})
    assert answer.status_code == 422
    assert "For this reader these sentences are long: “This is far" in answer.text
    kept = client.post(a_page(organisation), {"paragraphs": text, "reason_letter-long": "It is a poem."})
    assert kept.status_code == 302


def test_the_text_can_be_looked_at_before_it_is_saved(client: Client) -> None:
    organisation = a_unit()
    in_the_team(client, Role.ADMINISTRATOR, organisation)
    answer = client.post(
        a_page(organisation) + "preview/", {"paragraphs": SHORT + '\n\n#import "x" {nobody}'}
    )
    assert answer.headers["Content-Type"] == "application/pdf"
    said = said_in(answer.content)
    for words in (
        "Hi Lule!",
        "It is good to know you.",
        '#import "x" {nobody}',
        "A sample with an invented child",
    ):
        assert words in said
    assert len(opened(answer.content).pages) == 1
    assert not LetterText.objects.exists()


def test_even_an_empty_text_can_be_looked_at(client: Client) -> None:
    organisation = a_unit()
    in_the_team(client, Role.ADMINISTRATOR, organisation)
    assert client.post(a_page(organisation) + "preview/", {"paragraphs": "  "}).status_code == 200
    assert client.post(a_page(organisation), {"paragraphs": "  "}).status_code == 422


def test_letters_of_strangers_are_not_found_and_workers_do_not_word_them(client: Client) -> None:
    organisation, other = a_unit(), a_unit()
    in_the_team(client, Role.SUPERVISOR, other)
    assert client.get(a_page(organisation)).status_code == 404
    assert client.post(a_page(organisation) + "preview/", {"paragraphs": SHORT}).status_code == 404
    in_the_team(client, Role.SOCIAL_WORKER, organisation)
    assert client.get("/letters/").status_code == 403
    assert client.get(a_page(organisation)).status_code == 403
    assert client.post(a_page(organisation), {"paragraphs": SHORT}).status_code == 403
    assert not LetterText.objects.exists()


@pytest.mark.parametrize(
    "address",
    ["decision/en/all", "child_letter/en/all", "child_letter/bs/from_8", "parents_letter/en/from_8"],
)
def test_a_letter_that_does_not_exist_is_not_found(client: Client, address: str) -> None:
    organisation = a_unit()
    in_the_team(client, Role.ADMINISTRATOR, organisation)
    assert client.get(a_page(organisation, address)).status_code == 404
