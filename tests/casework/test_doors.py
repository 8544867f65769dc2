"""Who stands before which door: every page that writes into a file, for a stranger, an auditor, and after the work."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.builders import a_file, a_unit, a_user, signed_in, worker_of
from tests.casework.builders import PAGES_OF_A_FILE
from vatra.access.roles import Role
from vatra.kernel import clock

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", PAGES_OF_A_FILE)
def test_a_stranger_finds_no_page(client: Client, page: str) -> None:
    url = f"/files/{a_file().reference}/{page}/"
    stranger = signed_in(client, a_user())
    assert [stranger.get(url).status_code, stranger.post(url).status_code] == [404, 404]


@pytest.mark.parametrize("page", PAGES_OF_A_FILE)
def test_an_auditor_who_may_read_does_not_write(client: Client, page: str) -> None:
    unit = a_unit()
    file = a_file(unit=unit)
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    url = f"/files/{file.reference}/{page}/"
    assert auditor.get(f"/files/{file.reference}/").status_code == 200
    assert [auditor.get(url).status_code, auditor.post(url).status_code] == [403, 403]


@pytest.mark.parametrize("page", PAGES_OF_A_FILE)
def test_who_no_longer_works_there_is_kept_out(client: Client, page: str) -> None:
    file = a_file()
    worker = worker_of(file)
    url = f"/files/{file.reference}/{page}/"
    assert signed_in(client, worker).get(url).status_code == 200
    worker.appointments.update(last_day=clock.today() - timedelta(days=1))
    assert client.get(url).status_code == 403
