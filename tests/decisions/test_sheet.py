"""The sheet about forms of care explains each of them alike, and it is known who got it."""

import re
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from tests.builders import TODAY, a_child, a_file, a_question, a_user, by, signed_in, worker_of
from tests.on_paper import opened, said_in, tags_in
from vatra.access.roles import Role
from vatra.decisions.actions import hand_sheet
from vatra.decisions.documents.languages import DOCUMENT_LANGUAGES
from vatra.decisions.documents.letter_texts import FOLDER
from vatra.decisions.documents.sheet import EXPLAINED, POINTS, sheet_in
from vatra.decisions.documents.sheet_paper import sheet_on_paper
from vatra.decisions.models import SheetHanded
from vatra.homes.words import FormOfCare
from vatra.kernel import clock
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

GLOSSARY = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text()


def keys_of(table: dict[str, object], before: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in table.items():
        found |= keys_of(value, f"{before}{key}.") if isinstance(value, dict) else {before + key}
    return found


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_every_form_one_can_decide_on_is_explained_on_the_same_points(language: str) -> None:
    sheet = sheet_in(language)
    assert [form.form for form in sheet.forms] == [form.value for form in EXPLAINED]
    assert set(FormOfCare) - set(EXPLAINED) == {FormOfCare.HOSPITAL, FormOfCare.DETENTION, FormOfCare.OTHER}
    for form in sheet.forms:
        assert len(form.points) == len(POINTS)
        assert all(words.endswith(".") for _label, words in form.points)
        assert len(form.questions) == 3
        assert all(question.endswith("?") for question in form.questions)


def test_the_sheet_says_the_same_in_every_language() -> None:
    sheets = [
        tomllib.loads((FOLDER / language / "sheet.toml").read_text()) for language in DOCUMENT_LANGUAGES
    ]
    assert len({sheet["edition"] for sheet in sheets}) == 1
    assert all(keys_of(sheet) == keys_of(sheets[0]) for sheet in sheets)
    phrases = [
        tomllib.loads((FOLDER / language / "phrases.toml").read_text()) for language in DOCUMENT_LANGUAGES
    ]
    assert all(keys_of(each) == keys_of(phrases[0]) for each in phrases)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_no_form_of_care_gets_more_room_than_twice_another(language: str) -> None:
    lengths = [sum(len(words) for _label, words in form.points) for form in sheet_in(language).forms]
    assert max(lengths) < 2 * min(lengths)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_texts_keep_to_the_words_of_the_glossary(language: str) -> None:
    columns = [line.split("|")[-2] for line in GLOSSARY.splitlines() if line.startswith("| ")]
    named = [part.strip() for column in columns for part in column.split("·")]
    avoided = [
        word
        for part in named
        if part.startswith(f"{language}: ")
        for word in part[len(language) + 2 :].split(", ")
    ]
    assert len(avoided) > 10
    text = "\n".join(path.read_text() for path in sorted((FOLDER / language).iterdir()))
    assert re.findall(rf"\b({'|'.join(avoided)})\b", text, re.IGNORECASE) == []
    assert not re.search("[\u0400-\u04ff]", text)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_the_sheet_can_be_printed_and_read_aloud(language: str) -> None:
    pdf, sheet = sheet_on_paper(language), sheet_in(language)
    said = said_in(pdf)
    assert all(form.name in said for form in sheet.forms)
    assert sheet.edition in said
    assert opened(pdf).trailer["/Root"]["/Lang"] == language
    assert {"H1", "H2", "H3", "P", "L", "LI"} <= tags_in(pdf)


@pytest.mark.django_db
def test_all_staff_read_the_sheet_in_their_language_and_in_the_others(client: Client) -> None:
    signed_in(client, a_user(Role.CARER))
    assert "Birth family, with support" in client.get("/forms-of-care/").text
    albanian = client.get("/forms-of-care/sq/").text
    assert 'lang="sq"' in albanian
    assert "Format e kujdesit" in albanian
    with translation.override("sq"):
        assert str(FormOfCare.KINSHIP.label) in albanian
    assert client.get("/forms-of-care/sr/print/").content == sheet_on_paper("sr")
    assert client.get("/forms-of-care/tr/").status_code == 404
    assert client.get("/forms-of-care/tr/print/").status_code == 404


@pytest.mark.django_db
def test_handing_over_is_recorded_with_each_child() -> None:
    lule = a_file(a_child("Lule Berisha"))
    dren = a_file(a_child("Dren Berisha"), worker=worker_of(lule))
    question = a_question(lule, dren)
    handed = hand_sheet(
        question=question, to_whom="The mother", language="sq", on=TODAY, by=by(question.asked_by)
    )
    assert (handed.edition, handed.handed_on) == (sheet_in("sq").edition, TODAY)
    for file in (lule, dren):
        event = Event.objects.filter(chain=file.key).latest("position")
        assert (event.act, event.facts["language"], event.on) == ("hand_sheet", "sq", TODAY)


@pytest.mark.django_db
def test_nobody_gets_the_sheet_tomorrow() -> None:
    question = a_question(a_file())
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(Refused):
        hand_sheet(
            question=question, to_whom="The mother", language="sq", on=tomorrow, by=by(question.asked_by)
        )
    assert not SheetHanded.objects.exists()


def given(**changes: object) -> dict[str, object]:
    """The form, filled in."""
    day = clock.today()
    on = {f"on_{part}": getattr(day, part) for part in ("day", "month", "year")}
    return {"to_whom": "The grandmother, Vjosa", "language": "sr", "once": "page-1", **on, **changes}


@pytest.mark.django_db
def test_a_worker_writes_down_once_who_got_the_sheet_and_sees_it_on_the_workspace(client: Client) -> None:
    question = a_question(a_file())
    signed_in(client, question.asked_by)
    assert "Nobody has got the sheet" in client.get(f"/questions/{question.pk}/").text
    for _time in range(2):
        answer = client.post(f"/questions/{question.pk}/sheets/new/", given())
        assert answer.headers["Location"] == f"/questions/{question.pk}/#sheets"
    handed = SheetHanded.objects.get()
    assert (handed.to_whom, handed.language) == ("The grandmother, Vjosa", "sr")
    assert "The grandmother, Vjosa" in client.get(f"/questions/{question.pk}/").text


@pytest.mark.django_db
def test_the_sheet_is_handed_to_somebody(client: Client) -> None:
    question = a_question(a_file())
    signed_in(client, question.asked_by)
    assert client.post(f"/questions/{question.pk}/sheets/new/", given(to_whom="")).status_code == 422
    assert not SheetHanded.objects.exists()


@pytest.mark.django_db
def test_strangers_do_not_find_the_page_and_auditors_do_not_hand_over(client: Client) -> None:
    question = a_question(a_file())
    url = f"/questions/{question.pk}/sheets/new/"
    signed_in(client, a_user())
    assert client.get(url).status_code == 404
    signed_in(client, a_user(Role.AUDITOR, question.unit))
    assert client.post(url, given()).status_code == 403
    assert "Write down that it was handed over" not in client.get(f"/questions/{question.pk}/").text
