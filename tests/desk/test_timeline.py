"""The timeline of a file: everything in the order of days, nothing quietly changed."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_home, a_placement, a_user, at, by, signed_in, worker_of
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.models import User
from vatra.casework.actions import assess, name_cause, record_support, record_visit, write_note
from vatra.casework.models import File, Note, Visit
from vatra.desk.timeline import Place, page_after
from vatra.desk.timeline.words import Kind
from vatra.kernel.ledger import Event
from vatra.law.actions import set_legal_status
from vatra.placements.actions import end_placement, record_absence

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def a_visit(
    file: File, on: date = TODAY, account: str = "All is well.", corrects: Visit | None = None
) -> Visit:
    return record_visit(
        file=file,
        visited_on=on,
        purpose="regular",
        saw_child=True,
        saw_child_alone=False,
        child_words="",
        account=account,
        reasons={},
        by=by(worker_of(file)),
        corrects=corrects,
    )


def a_note(file: File, on: date = TODAY) -> Note:
    return write_note(file=file, noted_on=on, note="School began.", reasons={}, by=by(worker_of(file)))


def kinds(file: File) -> list[Kind]:
    return [entry.kind for entry in page_after(file, None).entries]


def test_everything_that_happened_is_there_the_latest_first() -> None:
    placement = a_placement(on=date(2025, 10, 6))
    file, worker = placement.file, worker_of(placement.file)
    name_cause(file=file, kind="neglect", since=date(2025, 10, 1), by=by(worker))
    record_absence(
        placement=placement,
        kind="hospital",
        first_day=date(2025, 12, 1),
        last_day=date(2025, 12, 3),
        account="-",
        by=by(worker),
    )
    a_visit(file, date(2026, 1, 5))
    set_legal_status(file=file, kind="care_order", ordered_by="", from_day=date(2026, 2, 1), by=by(worker))
    end_placement(placement=placement, last_day=TODAY, reason="home_closed", why="-", by=by(worker))
    assert kinds(file) == [
        Kind.STAY_ENDED,
        Kind.LEGAL_STATUS,
        Kind.VISIT,
        Kind.ABSENCE,
        Kind.STAY_BEGAN,
        Kind.QUESTION,
        Kind.HEARING,
        Kind.DECISION,
        Kind.CAUSE,
        Kind.WORKER,
        Kind.OPENED,
        Kind.GUARDIAN,
    ]


def test_assessments_supports_and_notes_are_there_too() -> None:
    file = a_file()
    worker = worker_of(file)
    assess(
        file=file,
        made_on=TODAY,
        sources="-",
        child_view="I am fine.",
        conclusion="Stay.",
        findings=[],
        reasons={},
        by=by(worker),
    )
    record_support(
        file=file,
        kind="cash",
        given_by="Centre",
        first_day=TODAY,
        last_day=None,
        result=None,
        account="-",
        by=by(worker),
    )
    a_note(file)
    assert kinds(file)[:3] == [Kind.SUPPORT, Kind.NOTE, Kind.ASSESSMENT]


def test_a_corrected_entry_stays_and_points_to_its_correction(client: Client) -> None:
    file = a_file()
    wrong = a_visit(file, account="She was ill.")
    right = a_visit(file, account="She was well.", corrects=wrong)
    shown = signed_in(client, worker_of(file)).get(f"/files/{file.reference}/timeline/").content.decode()
    assert "She was ill." in shown
    assert "She was well." in shown
    assert "A later entry corrects this one." in shown
    assert "This corrects an earlier entry." in shown
    assert f"visits/{right.pk}/" in shown


def test_older_entries_follow_without_gap_and_without_repetition() -> None:
    file = a_file(on=date(2025, 9, 1))
    for number in range(40):
        on = TODAY - timedelta(days=number // 3)
        a_visit(file, on) if number % 2 else a_note(file, on)
    seen: list[Place] = []
    after = None
    while True:
        page = page_after(file, after)
        seen += [entry.place for entry in page.entries]
        if page.older is None:
            break
        after = Place.parse(str(page.older))
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) == 40 + 3


@pytest.mark.parametrize(
    "address", ["x", "2026-02-30~visit~1", "2026-02-01~visit~1e9", "2026-02-01~nothing~1"]
)
def test_an_address_that_names_no_place_shows_the_latest(client: Client, address: str) -> None:
    file = a_file()
    signed_in(client, worker_of(file))
    answer = client.get(f"/files/{file.reference}/timeline/", {"after": address})
    assert "The file was opened" in answer.content.decode()


def test_links_lead_only_to_pages_that_are_open_to_the_reader(client: Client) -> None:
    placement = a_placement(home=a_home("Grandmother Zoja"))
    file = placement.file

    def shown(user: User) -> str:
        return signed_in(client, user).get(f"/files/{file.reference}/timeline/").content.decode()

    assert f'href="/homes/{placement.home_id}/"' in shown(worker_of(file))
    assert f'href="/homes/{placement.home_id}/"' not in shown(a_user("safeguarding_officer", file.unit))


def test_a_stranger_finds_nothing_and_the_reading_of_others_is_on_record(client: Client) -> None:
    file = a_file()
    address = f"/files/{file.reference}/timeline/"
    assert signed_in(client, a_user()).get(address).status_code == 404
    signed_in(client, worker_of(file)).get(address)
    assert [event.act for event in Event.objects.filter(chain=file.key, reading=True)] == ["read_timeline"]


def test_the_page_costs_the_same_with_one_entry_and_with_many(client: Client) -> None:
    file = a_file()
    signed_in(client, worker_of(file))
    few, _bytes = cost(client, f"/files/{file.reference}/timeline/")
    for number in range(30):
        a_visit(file, TODAY - timedelta(days=number), account="What was seen and agreed. " * 200)
    many, size = cost(client, f"/files/{file.reference}/timeline/")
    assert many == few <= MOST_QUERIES
    assert size < MOST_BYTES
