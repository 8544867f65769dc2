"""Forgetting who asked about being a foster family: shown first, done by an act, and counted on afterwards."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from tests.builders import TODAY, a_home, a_unit, a_user, at, by, signed_in
from tests.homes.enquiries import an_enquiry, come_to
from vatra.access.models import Unit
from vatra.access.roles import Role
from vatra.homes.actions import erase_enquiries, record_enquiry_step, tie_enquiry_to_home
from vatra.homes.enquiries.retention import report
from vatra.homes.enquiries.words import StepKind
from vatra.homes.models import Enquiry, EnquiryStep
from vatra.kernel.ledger import Actor, Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

LONG_AGO = date(2024, 3, 1)
SINCE = date(2024, 4, 1)


def erase(unit: Unit, seen: int = 9) -> int:
    return erase_enquiries(unit=unit, seen=seen, by=by(a_user(Role.SUPERVISOR, unit), TODAY, Role.SUPERVISOR))


def test_who_asked_is_erased_two_years_later_and_that_somebody_asked_is_not() -> None:
    unit = a_unit()
    old, young = an_enquiry(unit, on=LONG_AGO), an_enquiry(unit, on=SINCE)
    assert report([unit], TODAY) == [(unit, 1)]
    assert erase(unit) == 1
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.names, old.reachable_at, old.municipality, old.household) == ("", "", "", "")
    assert (old.form, old.erased_at, young.erased_at) == ("foster_long", at(), None)
    assert Event.objects.get(act="erase_enquiries").facts == {"enquiries": 1}
    assert report([unit], TODAY) == []


def test_a_step_since_then_is_contact_and_a_home_keeps_its_enquiry() -> None:
    unit = a_unit()
    supervisor = a_user(Role.SUPERVISOR, unit)
    lately, tied = an_enquiry(unit, on=LONG_AGO), an_enquiry(unit, on=LONG_AGO)
    come_to(lately, StepKind.CONTACTED, user=supervisor)
    long_ago = Actor(supervisor.pk, Role.SUPERVISOR, at(LONG_AGO))
    for kind in (StepKind.CONTACTED, StepKind.INFORMED, StepKind.BEGAN):
        record_enquiry_step(enquiry=tied, kind=kind, on=LONG_AGO, note="", by=long_ago)
    assert report([unit], TODAY) == [(unit, 1)]
    tie_enquiry_to_home(enquiry=tied, home=a_home(unit=unit), by=by(supervisor, TODAY, Role.SUPERVISOR))
    assert report([unit], TODAY) == []


def test_the_words_of_a_step_go_with_it_and_never_otherwise() -> None:
    unit = a_unit()
    enquiry = an_enquiry(unit, on=LONG_AGO)
    supervisor = a_user(Role.SUPERVISOR, unit)
    written = Actor(supervisor.pk, Role.SUPERVISOR, at(LONG_AGO))
    record_enquiry_step(enquiry=enquiry, kind="declined", on=LONG_AGO, note="Too far away.", by=written)
    step = EnquiryStep.objects.filter(enquiry=enquiry)
    with pytest.raises(IntegrityError, match="enquiry_step_changed"), transaction.atomic():
        step.update(note="")
    assert erase(unit) == 1
    assert [(each.kind, each.note, each.erased_at) for each in step] == [("declined", "", at())]


def test_nothing_of_who_asked_is_left_in_the_history_of_rows() -> None:
    an_enquiry(a_unit(), names="Ana Hoti")
    with connection.cursor() as cursor:
        asked = "SELECT count(*), count(*) FILTER (WHERE after::text LIKE %s) FROM kernel_rowhistory WHERE table_name = %s"
        cursor.execute(asked, ["%Ana Hoti%", "homes_enquiry"])
        assert cursor.fetchone() == (1, 0)


def test_staff_see_the_numbers_of_their_units_first_and_then_erase(client: Client) -> None:
    unit, other = a_unit(), a_unit()
    enquiry = an_enquiry(unit, on=LONG_AGO)
    an_enquiry(other, on=LONG_AGO)
    browser = signed_in(client, a_user(Role.SUPERVISOR, unit))
    page = browser.get("/enquiries/forgetting/").content.decode()
    assert ("1 enquiry is past its day." in page, str(other) in page) == (True, False)
    assert browser.post("/enquiries/forgetting/", {"unit": other.pk, "seen": 1}).status_code == 404
    answer = browser.post("/enquiries/forgetting/", {"unit": unit.pk, "seen": 1})
    assert answer.headers["Location"] == "/enquiries/forgetting/"
    assert "Nothing is past its day." in browser.get("/enquiries/forgetting/").content.decode()
    assert browser.get(f"/enquiries/{enquiry.pk}/").status_code == 404
    assert "Nobody has asked yet." in browser.get("/enquiries/").content.decode()
    assert list(Enquiry.objects.filter(erased_at=None).values_list("unit", flat=True)) == [other.pk]
