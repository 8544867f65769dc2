"""Where a form came from: told apart within a day, by nobody afterwards."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from tests.builders import TODAY, at
from vatra.access.models import NetworkSalt
from vatra.access.networks import digest_of, forget_salts, network_of

ONE, OTHER = b"1" * 32, b"2" * 32


def test_a_network_is_a_household_today_and_nothing_under_another_salt() -> None:
    assert digest_of("2001:db8:1:2::7", ONE) == digest_of("2001:db8:1:2:aaaa::1", ONE)
    assert digest_of("2001:db8:1:ff::7", ONE) == digest_of("2001:db8:1:2::7", ONE)
    assert digest_of("2001:db8:1:100::7", ONE) != digest_of("2001:db8:1:2::7", ONE)
    assert digest_of("192.0.2.7", ONE) != digest_of("192.0.2.8", ONE)
    assert digest_of("192.0.2.7", ONE) != digest_of("192.0.2.7", OTHER)
    assert digest_of("::ffff:192.0.2.7", ONE) == digest_of("192.0.2.7", ONE)


@pytest.mark.django_db
@pytest.mark.time_machine(at(TODAY + timedelta(days=400)), tick=False)
def test_all_forms_of_a_day_are_hashed_with_the_one_salt_of_that_day() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    assert network_of(request) == network_of(request)
    salt = NetworkSalt.objects.get()
    assert salt.day == TODAY + timedelta(days=400)
    assert network_of(request) == digest_of("192.0.2.7", bytes(salt.salt))


@pytest.mark.django_db
def test_the_salts_of_past_days_are_thrown_away() -> None:
    for day in (TODAY - timedelta(days=1), TODAY):
        NetworkSalt.objects.create(day=day, salt=bytes(32))
    forget_salts(before=TODAY)
    assert [each.day for each in NetworkSalt.objects.all()] == [TODAY]
