"""My day also tells of planned reviews, and placement officers of the homes to look at again."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_home,
    a_person,
    a_unit,
    a_user,
    at,
    signed_in,
    worker_of,
)
from tests.desk.counting import MOST_QUERIES, cost
from tests.desk.many import planned_for
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.models import Invited
from vatra.casework.words.review import Part

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def day_of(client: Client, user: User) -> str:
    shown = signed_in(client, user).get("/").content.decode()
    return shown[shown.index("<main") : shown.index("</main>")]


def test_reviews_of_my_children_in_the_next_days_are_on_my_day(client: Client) -> None:
    file = a_file(a_child("Dren Berisha"))
    review = planned_for(file, TODAY + timedelta(days=6))
    far = planned_for(a_file(a_child("Lea Gashi"), worker=worker_of(file)), TODAY + timedelta(days=7))
    shown = day_of(client, worker_of(file))
    assert f'href="/reviews/planned/{review.pk}/"' in shown
    assert "22 March 2026, 10:00, At school" in shown
    assert f'href="/reviews/planned/{far.pk}/"' not in shown
    assert f"/reviews/planned/{review.pk}/" not in day_of(client, a_user(unit=file.unit))


def test_a_review_that_nobody_held_stays_on_my_day(client: Client) -> None:
    file = a_file()
    review = planned_for(file, TODAY)
    review.planned_on = review.meets_on = TODAY - timedelta(days=2)
    review.save()
    shown = day_of(client, worker_of(file))
    assert shown.index("</span> Late</strong>") < shown.index("14 March 2026, 10:00, At school")


def test_who_is_invited_is_told_and_led_only_where_the_file_opens(client: Client) -> None:
    file = a_file(a_child("Dren Berisha"))
    review = planned_for(file, TODAY)
    carer, colleague = a_user(Role.CARER), a_user(unit=file.unit)
    for user in (carer, colleague):
        person = a_person()
        person.user = user
        person.save()
        Invited.objects.create(planned=review, part=Part.CARER, person=person)
    told, led = day_of(client, carer), day_of(client, colleague)
    assert "Dren Berisha" in told
    assert "/reviews/planned/" not in told
    assert f'href="/reviews/planned/{review.pk}/"' in led


def test_a_placement_officer_sees_which_homes_are_to_be_looked_at_again(client: Client) -> None:
    centre = a_unit()
    a_home("Family Gashi", unit=a_unit(parent=centre))
    a_home("Family Hoxha")
    shown = day_of(client, a_user(Role.PLACEMENT_OFFICER, centre))
    assert "Family Gashi" in shown
    assert "Look again at the approval of the carers" in shown
    assert "Family Hoxha" not in shown
    assert "Family Gashi" not in day_of(client, a_user(Role.SUPERVISOR, centre))


def test_the_day_of_a_placement_officer_costs_the_same_with_one_home_and_with_thirty(client: Client) -> None:
    unit = a_unit()
    officer = signed_in(client, a_user(Role.PLACEMENT_OFFICER, unit))
    a_home(unit=unit)
    once, _bytes = cost(officer, "/")
    for _number in range(29):
        a_home(unit=unit)
    many, _size = cost(officer, "/")
    assert many == once <= MOST_QUERIES
