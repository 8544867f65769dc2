"""Two requests of one double click, at the very same time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from tests.builders import a_file, signed_in, worker_of
from vatra.casework.models import Note

CLICKS = 2


@pytest.mark.django_db(transaction=True)
def test_both_requests_lead_to_the_one_note_that_was_written() -> None:
    file = a_file()
    browsers = [signed_in(Client(), worker_of(file)) for _click in range(CLICKS)]
    together = Barrier(CLICKS)
    sent = {"noted_on": "2026-03-12", "note": "The school called.", "once": "3a6f"}

    def click(browser: Client) -> str:
        together.wait()
        try:
            return str(browser.post(f"/files/{file.reference}/notes/new/", sent).headers["Location"])
        finally:
            connection.close()

    with ThreadPoolExecutor(CLICKS) as at_once:
        led_to = set(at_once.map(click, browsers))
    note = Note.objects.get()
    assert led_to == {f"/entries/notes/{note.pk}/"}
