"""What the press gets: nobody outside sees it before its moment, and no child is shown without consent."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image
from time_machine import TimeMachineFixture

from tests.advocacy.actions import a_press_conference, an_occasion, an_officer, keeping
from tests.builders import LONG_AGO, a_user, at, signed_in
from vatra.access.roles import Role
from vatra.advocacy.actions.press import AboutFile, keep_kit_file, withdraw_kit_file
from vatra.advocacy.events.papers import paper
from vatra.advocacy.models import KitFile, PressConference
from vatra.advocacy.words import ActionKind
from vatra.kernel.concern import Refused
from vatra.kernel.in_languages import Wording
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
SLUG = "i-give-hope-opens"


def a_picture() -> bytes:
    sent = BytesIO()
    picture = Image.new("RGB", (40, 30), "orange")
    exif = picture.getexif()
    exif[0x010F] = "CAMERA-OF-SOMEBODY"
    picture.save(sent, "JPEG", exif=exif)
    return sent.getvalue()


def a_file(conference: PressConference, content: bytes = PDF, **fields: str) -> KitFile:
    about = AboutFile(**({"title": "Facts and figures", "language": "en", "shows": "no_child"} | fields))
    return keep_kit_file(conference=conference, content=content, about=about, by=keeping())


def test_before_the_embargo_ends_there_is_neither_statement_nor_file(
    client: Client, time_machine: TimeMachineFixture
) -> None:
    conference = a_press_conference(slug=SLUG)
    address = f"/en/press/{SLUG}/files/{a_file(conference).pk}/"
    time_machine.move_to(conference.embargo_at - timedelta(seconds=1))
    for page in ("/en/press/", f"/en/press/{SLUG}/"):
        answer = client.get(page)
        assert "I give hope begins today." not in answer.content.decode()
        assert "press@vatra.example" not in answer.content.decode()
        assert answer.headers["Cache-Control"] == "no-store"
    early = client.get(address)
    assert (early.status_code, early.headers["Cache-Control"]) == (404, "no-store, private")
    time_machine.move_to(conference.embargo_at)
    for page in ("/en/press/", f"/en/press/{SLUG}/"):
        answer = client.get(page)
        assert "I give hope begins today." in answer.content.decode()
        assert answer.headers["Cache-Control"].startswith("public")
    assert address in client.get(f"/en/press/{SLUG}/").content.decode()
    assert client.get(address).status_code == 200


def test_a_conference_of_long_ago_promises_nothing_and_asks_nobody_to_register(client: Client) -> None:
    past = an_occasion(ActionKind.PRESS_CONFERENCE, day=LONG_AGO, objectives=Wording(en="Hope is given"))
    next_week = an_occasion(ActionKind.PRESS_CONFERENCE)
    pages = [client.get(f"/en/press/{each.action.slug}/").content.decode() for each in (past, next_week)]
    assert "Hope is given" in pages[0]
    for words in ("once the embargo has ended", ">Register<"):
        assert [words in page for page in pages] == [False, True]


def test_a_file_is_handed_out_as_a_file_and_never_as_a_page(client: Client) -> None:
    conference = a_press_conference(slug=SLUG, embargo_at=at())
    answer = client.get(f"/en/press/{SLUG}/files/{a_file(conference).pk}/")
    assert answer.content == PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="facts-and-figures.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_staff_look_at_a_file_beforehand_and_no_browser_keeps_it(client: Client) -> None:
    file = a_file(a_press_conference())
    answer = signed_in(client, an_officer()).get(f"/kit-files/{file.pk}/")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store, private")
    client.logout()
    assert client.get(f"/kit-files/{file.pk}/").status_code == 302
    assert signed_in(client, a_user(Role.SOCIAL_WORKER)).get(f"/kit-files/{file.pk}/").status_code == 403


def test_a_file_that_was_taken_out_is_gone(client: Client) -> None:
    conference = a_press_conference(slug=SLUG, embargo_at=at())
    file = a_file(conference)
    withdraw_kit_file(file=file, by=keeping())
    assert client.get(f"/en/press/{SLUG}/files/{file.pk}/").status_code == 404
    assert "Facts and figures" not in client.get(f"/en/press/{SLUG}/").content.decode()


def test_a_picture_needs_a_statement_and_loses_what_its_file_tells_of_the_camera(client: Client) -> None:
    conference = a_press_conference(slug=SLUG)
    browser = signed_in(client, an_officer())
    address = f"/occasions/{SLUG}/files/new/"
    sent = {"title": "The room", "shows": "no_child"}
    without = browser.post(address, sent | {"file": SimpleUploadedFile("room.jpg", a_picture())})
    assert (without.status_code, KitFile.objects.count()) == (422, 0)
    assert "Say of each picture which children it shows and why it may." in without.content.decode()
    browser.post(
        address,
        sent | {"file": SimpleUploadedFile("room.jpg", a_picture()), "consent_statement": "An empty room."},
    )
    file = KitFile.objects.get()
    assert (file.media_type, file.is_picture, file.file_name) == ("image/jpeg", True, "the-room.jpg")
    assert b"CAMERA-OF-SOMEBODY" not in bytes(file.content)
    event = Event.objects.filter(chain=conference.action.key, act="keep_kit_file").get()
    assert event.facts == {"sha256": file.digest, "shows": "no_child"}


def test_a_child_who_can_be_recognised_is_shown_only_with_a_consent_on_record() -> None:
    conference = a_press_conference()
    file = a_file(conference, shows="with_consent", consent_statement="Agreed.", consent_record="File 2015/3")
    for changed in ({"consent_record": ""}, {"consent_statement": ""}):
        with pytest.raises(IntegrityError, match="child_recognisable_without_consent"), transaction.atomic():
            KitFile.objects.filter(pk=file.pk).update(**changed)
    with pytest.raises(IntegrityError, match="picture_without_statement"), transaction.atomic():
        KitFile.objects.filter(pk=a_file(conference).pk).update(is_picture=True)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"MZ\x90\x00 a program", "paper-unknown"),
        (b"<html><script>alert(1)</script></html>", "paper-unknown"),
        (b"%PDF-1.7 cut off", "paper-unknown"),
        (PDF.replace(b"<<>>", b"<</S/JavaScript/JS(app.alert(1))>>", 1), "paper-acts"),
        (b"%PDF-" + b"0" * (8 * 1024 * 1024), "paper-large"),
    ],
    ids=["program", "page", "broken", "acts by itself", "large"],
)
def test_what_is_neither_a_picture_nor_a_plain_pdf_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        paper(content, title="Facts")
    assert [concern.code for concern in refused.value.concerns] == [code]


def test_what_the_press_gets_is_written_again_in_place(client: Client) -> None:
    a_press_conference(slug=SLUG)
    browser = signed_in(client, an_officer())
    page = browser.get(f"/occasions/{SLUG}/press/").content.decode()
    assert "I give hope begins today." in page
    browser.post(
        f"/occasions/{SLUG}/press/",
        {
            "statement_en": "It begins at noon.",
            "contact_name": "Bekim Sadiku",
            "contact": "press@vatra.example",
            "embargo_on_day": "23",
            "embargo_on_month": "3",
            "embargo_on_year": "2026",
            "embargo_hour": "12:00",
        },
    )
    conference = PressConference.objects.get()
    assert (str(conference.statement), conference.embargo_at.hour) == ("It begins at noon.", 11)
