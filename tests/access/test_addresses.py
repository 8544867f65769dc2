"""What an address may hold: PostgreSQL keeps no text with the character NUL."""

import pytest
from django.test import Client

from tests.builders import a_file, at, signed_in, worker_of

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


@pytest.mark.parametrize(
    "address",
    [
        "/files/%00/proceedings/",
        "/files/{reference}/duties/review/%00/stop/",
        "/late/?unit=%00",
        "/late/?standing=escalated&rule=x%00y",
    ],
)
def test_an_address_with_a_character_the_database_keeps_nowhere_leads_nowhere(
    client: Client, address: str
) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    assert browser.get(f"/files/{file.reference}/proceedings/").status_code == 200
    assert browser.get(address.format(reference=file.reference)).status_code == 404
    assert browser.get("/late/").status_code == 200
