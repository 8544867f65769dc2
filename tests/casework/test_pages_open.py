"""Every page of casework and law opens for the worker who answers for the child, fast and small."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import a_child, a_file, siblings, signed_in, worker_of
from tests.casework.builders import PAGES_OF_A_FILE, a_concern
from vatra.casework.models import File

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15
MOST_BYTES = 100_000


def a_family_file() -> File:
    file = a_file()
    siblings(file.child, a_child(), a_child())
    return file


@pytest.mark.parametrize("page", PAGES_OF_A_FILE)
def test_a_page_of_the_file_opens_with_few_queries(client: Client, page: str) -> None:
    file = a_family_file()
    browser = signed_in(client, worker_of(file))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = browser.get(f"/files/{file.reference}/{page}/")
    assert answer.status_code == 200
    assert len(queries) <= MOST_QUERIES
    assert len(answer.content) <= MOST_BYTES
    assert file.child.name in answer.content.decode()


@pytest.mark.parametrize("page", ["", "new/", "{pk}/", "{pk}/answer/", "{pk}/files/"])
def test_a_page_about_concerns_opens_with_few_queries(client: Client, page: str) -> None:
    concern = a_concern()
    browser = signed_in(client, concern.received_by)
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(f"/concerns/{page.format(pk=concern.pk)}")
    assert answer.status_code == 200
    assert len(queries) <= MOST_QUERIES
    assert len(answer.content) <= MOST_BYTES
