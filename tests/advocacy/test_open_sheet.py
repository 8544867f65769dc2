"""Opening something for signing, and changing its text."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.advocacy.signing import ASSEMBLY, WORDS, a_sheet, by_officer, tally
from tests.builders import at
from vatra.advocacy.actions import change_text
from vatra.advocacy.models import Action, SigningSheet
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def test_it_has_a_first_version_three_consents_and_an_empty_counter() -> None:
    sheet = a_sheet(goal=1000)
    text = sheet.texts.get()
    assert (text.number, dict(text.words), tally(sheet)) == (1, dict(WORDS), 0)
    assert [consent.purpose for consent in text.consents.order_by("purpose")] == [
        "deliver",
        "mail",
        "show_name",
    ]
    (event,) = Event.objects.filter(chain=sheet.action.key)
    assert (event.act, event.facts["digest"]) == ("open_sheet", bytes(text.digest).hex())


def test_the_same_words_have_the_same_digest_and_others_another() -> None:
    one, same = a_sheet().texts.get(), a_sheet().texts.get()
    other = a_sheet(deliver_to=Wording(ASSEMBLY | {"en": "the Government"})).texts.get()
    assert bytes(one.digest) == bytes(same.digest) != bytes(other.digest)


@pytest.mark.parametrize("missing", ["words", "deliver_to"])
def test_a_text_stands_in_all_three_languages(missing: str) -> None:
    with pytest.raises(IntegrityError, match="text_not_in_every_language"), transaction.atomic():
        a_sheet(**{missing: Wording({"en": "Only English"})})
    assert not SigningSheet.objects.exists()


def test_two_that_are_signed_have_two_addresses() -> None:
    a_sheet(slug="same")
    with pytest.raises(IntegrityError), transaction.atomic():
        a_sheet(slug="same")
    assert Action.objects.filter(slug="same").count() == 1


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"slug": "not a slug"}, ValidationError),
        ({"kind": "concert"}, ValidationError),
        ({"goal": 0}, IntegrityError),
        ({"last_day": date(2019, 1, 1)}, IntegrityError),
    ],
)
def test_what_must_not_be_is_refused(fields: dict[str, object], wrong: type[Exception]) -> None:
    with pytest.raises(wrong), transaction.atomic():
        a_sheet(**fields)


def test_a_change_says_why_and_is_one_event() -> None:
    sheet = a_sheet()
    words = Wording(WORDS | {"en": "Other words."})
    text = change_text(sheet=sheet, words=words, deliver_to=ASSEMBLY, why="Clearer", by=by_officer())
    (event,) = Event.objects.filter(act="change_text")
    assert (event.why, event.facts) == ("Clearer", {"text": 2, "digest": text.digest.hex()})
    assert "Kuvendi i Kosovës" in text.consents.get(purpose="deliver").words["sq"]
