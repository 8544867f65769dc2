"""What a child drew is kept: as a picture, small, upright, and without anything about camera, day or place."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.builders import TODAY, a_decision, a_file, a_question, a_user, by, signed_in, worker_of
from tests.decisions.tellings import a_decision_about, a_picture, codes
from vatra.access.roles import Role
from vatra.decisions.actions import keep_drawing
from vatra.decisions.hearing.picture import LONGEST_SIDE, MOST_BYTES, only_what_it_shows
from vatra.decisions.models import Drawing, QuestionChild
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

PRISHTINA = {1: "N", 2: (42.0, 39.0, 46.0), 3: "E", 4: (21.0, 9.0, 52.0)}
GPS, ORIENTATION, CAMERA, TURNED_LEFT = 0x8825, 0x0112, 0x0110, 6


def a_child_to_hear() -> QuestionChild:
    return a_question(a_file()).children.get()


def kept(child: QuestionChild, picture: bytes | None = None, says: str = "That is the hen.") -> Drawing:
    return keep_drawing(child=child, picture=picture or a_picture(), says=says, by=by(worker_of(child.file)))


def shown(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture))


def a_bomb(side: int) -> bytes:
    """A PNG of a few bytes that says it is enormous."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 64)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@pytest.mark.django_db
def test_a_drawing_is_kept_with_what_the_child_says_about_it() -> None:
    child = a_child_to_hear()
    drawing = kept(child)
    drawing.refresh_from_db()
    assert (drawing.child, drawing.says, drawing.kept_on, drawing.media_type) == (
        child,
        "That is the hen.",
        TODAY,
        "image/jpeg",
    )
    assert shown(bytes(drawing.picture)).format == "JPEG"
    event = Event.objects.filter(chain=child.file.key).latest("position")
    assert (event.act, set(event.facts)) == ("keep_drawing", {"question", "sha256"})


def test_place_camera_and_comments_are_gone() -> None:
    exif = Image.Exif()
    exif[CAMERA] = "Telephone of Arta"
    exif.get_ifd(GPS).update(PRISHTINA)
    sent = a_picture("JPEG", exif=exif, comment=b"at the aunt's")
    assert b"Telephone of Arta" in sent
    assert dict(shown(sent).getexif().get_ifd(GPS))
    clean = only_what_it_shows(sent)
    assert not dict(shown(clean).getexif())
    for secret in (b"Telephone", b"aunt", b"Exif"):
        assert secret not in clean


def test_texts_in_a_png_are_gone() -> None:
    notes = PngInfo()
    notes.add_text("Location", "42.66 N 21.16 E")
    sent = a_picture(pnginfo=notes)
    assert b"42.66" in sent
    assert b"42.66" not in only_what_it_shows(sent)


def test_a_picture_taken_on_its_side_stands_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_LEFT
    assert shown(only_what_it_shows(a_picture("JPEG", (40, 30), exif=exif))).size == (30, 40)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_large_picture_is_made_smaller_and_keeps_its_shape(kind: str) -> None:
    assert shown(only_what_it_shows(a_picture(kind, (3200, 1600)))).size == (LONGEST_SIDE, 800)


def test_what_was_transparent_is_paper() -> None:
    drawn = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(drawn, "PNG")
    assert shown(only_what_it_shows(drawn.getvalue())).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (b"", "picture-broken"),
        (b"<svg onload='alert(1)'/>", "picture-broken"),
        (a_picture("GIF"), "picture-broken"),
        (a_picture("JPEG", (300, 300))[:900], "picture-broken"),
        (b"\xff\xd8" + b"\0" * MOST_BYTES, "picture-large"),
        (a_bomb(8_000), "picture-dots"),
        (a_bomb(50_000), "picture-dots"),
    ],
    ids=["empty", "a page", "a film", "torn off", "too big", "many dots", "a bomb"],
)
def test_anything_else_is_refused_with_a_sentence(picture: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        only_what_it_shows(picture)
    assert codes(refused) == {code}
    assert str(refused.value)


WHOLE = {kind: a_picture(kind, (60, 40)) for kind in ("JPEG", "PNG", "WEBP")}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.integers(0, 400), st.binary(min_size=1, max_size=40))
def test_a_damaged_picture_is_opened_or_refused_and_never_a_crash(kind: str, at: int, damage: bytes) -> None:
    whole = WHOLE[kind]
    try:
        clean = only_what_it_shows(whole[:at] + damage + whole[at + len(damage) :])
    except Refused:
        return
    assert shown(clean).format == "JPEG"


@pytest.mark.django_db
def test_a_decided_question_takes_no_drawing() -> None:
    (outcome,) = a_decision(a_file())
    child = outcome.decision.question.children.get()
    with pytest.raises(Refused) as refused:
        kept(child)
    assert codes(refused) == {"question-decided"}
    with pytest.raises(IntegrityError, match="ground_of_issued_decision_changed"), transaction.atomic():
        Drawing.objects.create(
            child=child, picture=b"-", media_type="image/jpeg", kept_on=TODAY, kept_by=worker_of(child.file)
        )


@pytest.mark.django_db
def test_a_drawing_of_a_decided_question_can_neither_change_nor_go() -> None:
    file = a_file()
    question = a_question(file)
    drawing = kept(question.children.get())
    before = Drawing.objects.filter(pk=drawing.pk)
    before.update(says="Two hens.")
    a_decision_about(question, file)
    for change in (lambda: before.update(says="No hen."), before.delete):
        with pytest.raises(IntegrityError, match="ground_of_issued_decision_changed"), transaction.atomic():
            change()
    assert before.get().says == "Two hens."


def sent(picture: bytes, name: str = "drawing.png") -> dict[str, object]:
    return {"picture": SimpleUploadedFile(name, picture), "says": "The hen and me."}


@pytest.mark.django_db
def test_a_drawing_is_sent_by_the_page_and_shown_to_who_may_read(client: Client) -> None:
    child = a_child_to_hear()
    signed_in(client, child.question.asked_by)
    address = f"/hearings/{child.pk}/drawings/new/"
    assert 'enctype="multipart/form-data"' in client.get(address).text
    answer = client.post(address, sent(a_picture()))
    assert answer.headers["Location"] == f"/questions/{child.question_id}/#views"
    drawing = Drawing.objects.get()
    page = client.get(f"/questions/{child.question_id}/").text
    assert f'src="/drawings/{drawing.pk}/"' in page
    assert "The hen and me." in page
    signed_in(client, a_user(Role.AUDITOR, child.file.unit))
    picture = client.get(f"/drawings/{drawing.pk}/")
    assert picture.content == bytes(drawing.picture)
    assert picture.headers["Content-Type"] == "image/jpeg"
    assert "no-store" in picture.headers["Cache-Control"]
    assert picture.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert picture.headers["X-Content-Type-Options"] == "nosniff"
    assert Event.objects.filter(chain=child.file.key).latest("position").act == "read_drawing"


@pytest.mark.django_db
def test_a_stranger_is_not_told_that_there_is_a_drawing(client: Client) -> None:
    drawing = kept(a_child_to_hear())
    signed_in(client, a_user())
    assert client.get(f"/drawings/{drawing.pk}/").status_code == 404
    assert client.get(f"/drawings/{drawing.pk + 1}/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("picture", "sentence"),
    [(b"not a picture", "This is not a picture that can be opened."), (b"-" * (MOST_BYTES + 1), "8 MB")],
    ids=["no picture", "too big"],
)
def test_the_page_says_why_a_picture_is_not_kept_and_loses_no_word(
    client: Client, picture: bytes, sentence: str
) -> None:
    child = a_child_to_hear()
    signed_in(client, child.question.asked_by)
    answer = client.post(f"/hearings/{child.pk}/drawings/new/", sent(picture))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "The hen and me." in answer.text
    assert not Drawing.objects.exists()


@pytest.mark.django_db
def test_the_same_drawing_sent_twice_is_kept_once(client: Client) -> None:
    child = a_child_to_hear()
    signed_in(client, child.question.asked_by)
    for _click in range(2):
        answer = client.post(f"/hearings/{child.pk}/drawings/new/", {**sent(a_picture()), "once": "7c1d"})
        assert answer.status_code == 302
    assert Drawing.objects.count() == 1
