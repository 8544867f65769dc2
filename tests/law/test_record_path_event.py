"""Writing down what happened on the legal path of a child, and correcting it."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import TODAY, a_child, a_file, a_unit, a_user, at, by, signed_in, worker_of
from tests.law.paths import BORN, an_abandoned_child, through_the_gate, told
from vatra.access.roles import Role
from vatra.casework.actions import close_file
from vatra.casework.models import File
from vatra.kernel.concern import Refused
from vatra.kernel.models import Event
from vatra.law.actions import correct_path_event
from vatra.law.clocks import apply_pack
from vatra.law.models import PathEvent, Waiting
from vatra.law.packs import pack
from vatra.law.path.waiting import where_they_wait

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

SENT = {"event": "tracing", "happened_on": "2026-02-02", "authority": "", "note": "Asked the hospital."}


def new_page(file: File) -> str:
    return f"/files/{file.reference}/legal-path/new/"


def path_page(client: Client, file: File) -> str:
    answer = client.get(f"/files/{file.reference}/legal-path/")
    assert answer.status_code == 200
    return answer.content.decode()


def refused_because(file: File, event: str, on: date) -> list[str]:
    with pytest.raises(Refused) as refused:
        told(file, event, on)
    return [concern.code for concern in refused.value.concerns]


def waits(file: File) -> list[tuple[str, date]]:
    return list(Waiting.objects.filter(file=file).values_list("step", "first_day"))


def test_an_event_is_written_down_and_the_page_says_since_when_the_child_waits(client: Client) -> None:
    file = an_abandoned_child()
    browser = signed_in(client, worker_of(file))
    assert "Nothing has happened on the legal path of this child yet." in path_page(browser, file)
    answer = browser.post(new_page(file), SENT)
    assert answer.headers["Location"] == f"/files/{file.reference}/legal-path/"
    page = path_page(browser, file)
    for words in (
        "The child has waited for 42 days since: A step of tracing the parents, 2 February 2026.",
        "Asked the hospital.",
        "Parent contacted",
        "By 2 February 2027.",
        "Unverified",
    ):
        assert words in page
    written = PathEvent.objects.get()
    assert (written.event, written.authority, written.recorded_by) == (
        "tracing",
        "guardianship_body",
        worker_of(file),
    )
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.on, event.facts) == (
        "record_path_event",
        date(2026, 2, 2),
        {"event": "tracing", "authority": "guardianship_body"},
    )
    assert waits(file) == [("tracing", date(2026, 2, 2))]


def test_a_link_from_what_comes_next_has_the_event_chosen_already(client: Client) -> None:
    file = an_abandoned_child()
    told(file, "tracing", date(2026, 2, 2))
    browser = signed_in(client, worker_of(file))
    link = f"{new_page(file)}?event=parent_contacted"
    assert f'href="{link}"' in path_page(browser, file)
    assert '<option value="parent_contacted" selected>' in browser.get(link).content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"happened_on": "2026-03-17"}, "17 March 2026 has not come yet"),
        ({"happened_on": ""}, "Not answered yet: “On which day”"),
        ({"happened_on": "2026-02-29"}, "29"),
        ({"event": "unheard_of"}, "unheard_of"),
        ({"happened_on": "2025-08-31"}, "This day lies before the child was born."),
        ({"event": "consent_withdrawn"}, "On this day no consent stands in the file"),
        ({"event": "consent_given"}, "Before a parent consents, somebody counsels the parent."),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_typed_is_lost(
    client: Client, sent: dict[str, str], said: str
) -> None:
    file = an_abandoned_child()
    answer = signed_in(client, worker_of(file)).post(new_page(file), {**SENT, **sent})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Asked the hospital." in answer.content.decode()
    assert not PathEvent.objects.exists()


def test_a_day_before_the_birth_is_written_down_for_a_reason_that_is_kept(client: Client) -> None:
    file = an_abandoned_child()
    sent = {**SENT, "event": "notice_to_guardianship_body", "happened_on": "2025-08-20"}
    reason = {"reason_before-birth": "The mother told the hospital in advance."}
    signed_in(client, worker_of(file)).post(new_page(file), {**sent, **reason})
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.why) == ("record_path_event", "The mother told the hospital in advance.")


def test_the_act_itself_refuses_a_day_that_has_not_come() -> None:
    assert refused_because(an_abandoned_child(), "tracing", date(2026, 3, 17)) == ["future"]


def test_29_february_of_a_leap_year_is_a_day_like_others() -> None:
    file = a_file(a_child(birth=date(2024, 2, 29)), on=date(2024, 3, 1))
    told(file, "notice_to_guardianship_body", date(2024, 2, 29))
    assert waits(file) == [("notice_to_guardianship_body", date(2024, 2, 29))]


def test_what_can_happen_once_is_not_written_down_twice(client: Client) -> None:
    file = an_abandoned_child()
    told(file, "left_hospital", date(2025, 9, 20))
    sent = {**SENT, "event": "left_hospital"}
    answer = signed_in(client, worker_of(file)).post(new_page(file), sent)
    assert answer.status_code == 422
    assert "This can happen only once, and is in the file already." in answer.content.decode()
    assert PathEvent.objects.count() == 1


def test_a_page_sent_twice_writes_one_event(client: Client) -> None:
    file = an_abandoned_child()
    browser = signed_in(client, worker_of(file))
    for _time in range(2):
        browser.post(new_page(file), {**SENT, "once": "4d0d5f9c-6b5e-4a43-9df4-55e6f20b5e3d"})
    assert PathEvent.objects.count() == 1


def test_consent_waits_for_the_eighth_week_of_the_child() -> None:
    file = an_abandoned_child()
    for number, event in enumerate(("counselling_given", "support_offered", "kin_explored")):
        told(file, event, date(2025, 9, 10 + number))
    assert refused_because(file, "consent_given", date(2025, 10, 26)) == ["consent-too-early"]
    told(file, "consent_given", date(2025, 10, 27))
    assert waits(file) == [("consent_given", date(2025, 10, 27))]


def test_the_refusal_of_an_early_consent_names_the_day_and_the_article() -> None:
    file = an_abandoned_child()
    through_the_gate(file)
    with pytest.raises(Refused, match=r"from 27 October 2025 on \(Family Law 2004/32, art\. 169\)"):
        told(file, "consent_given", date(2025, 10, 1))


def test_consent_passes_the_gate_only_in_its_order() -> None:
    file = an_abandoned_child()
    told(file, "support_offered", date(2025, 12, 1))
    told(file, "counselling_given", date(2025, 12, 5))
    told(file, "kin_explored", date(2025, 12, 10))
    assert refused_because(file, "consent_given", date(2026, 1, 10)) == ["R-20"]
    told(file, "support_offered", date(2025, 12, 8))
    assert refused_because(file, "consent_given", date(2025, 12, 9)) == ["R-20"]
    told(file, "consent_given", date(2025, 12, 10))
    assert waits(file) == [("consent_given", date(2025, 12, 10))]


def test_the_gate_is_shown_with_what_is_missing(client: Client) -> None:
    file = an_abandoned_child()
    browser = signed_in(client, worker_of(file))
    told(file, "tracing", date(2025, 11, 1))
    assert "Before a parent consents" not in path_page(browser, file)
    told(file, "parent_contacted", date(2025, 11, 20))
    told(file, "counselling_given", date(2025, 12, 1))
    page = path_page(browser, file)
    gate = page[page.index("Before a parent consents") : page.index("How long each step took")]
    assert gate.count("Done") == 1
    assert gate.count("still missing") == 1
    assert f'href="{new_page(file)}?event=support_offered"' in gate


def test_a_consent_is_withdrawn_once_and_can_be_given_again() -> None:
    file = an_abandoned_child()
    through_the_gate(file)
    told(file, "consent_given", date(2025, 12, 10))
    told(file, "consent_withdrawn", date(2025, 12, 20))
    assert waits(file) == [("consent_withdrawn", date(2025, 12, 20))]
    assert refused_because(file, "consent_withdrawn", date(2025, 12, 21)) == ["no-consent-to-withdraw"]
    told(file, "consent_given", date(2026, 1, 20))
    assert waits(file) == [("consent_given", date(2026, 1, 20))]


def test_a_correction_takes_the_place_of_what_was_written_and_both_stay(client: Client) -> None:
    file = an_abandoned_child()
    original = told(file, "tracing", date(2026, 2, 2))
    browser = signed_in(client, worker_of(file))
    address = f"/path-events/{original.pk}/correct/"
    assert f'href="{address}"' in path_page(browser, file)
    sent = {"happened_on": "2026-01-12", "authority": "police", "note": "The police asked in Peja."}
    browser.post(address, sent)
    correction = PathEvent.objects.get(corrects=original)
    assert (correction.event, correction.authority) == ("tracing", "police")
    assert waits(file) == [("tracing", date(2026, 1, 12))]
    page = path_page(browser, file)
    assert "This was corrected." in page
    assert "since: A step of tracing the parents, 12 January 2026." in page
    again = browser.post(address, sent | {"note": "Again."})
    assert "Somebody has corrected this entry meanwhile." in again.content.decode()
    assert PathEvent.objects.count() == 2


def test_what_did_not_happen_moves_the_child_back(client: Client) -> None:
    file = an_abandoned_child()
    told(file, "tracing", date(2025, 10, 1))
    mistaken = told(file, "declared_adoptable", date(2026, 1, 5))
    browser = signed_in(client, worker_of(file))
    browser.post(
        f"/path-events/{mistaken.pk}/correct/",
        {"happened_on": "2026-01-05", "authority": "guardianship_body", "did_not_happen": "on"},
    )
    assert waits(file) == [("tracing", date(2025, 10, 1))]
    assert "This did not happen." in path_page(browser, file)
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert event.facts == {"event": "declared_adoptable", "corrects": mistaken.pk, "did_not_happen": True}


def test_no_correction_takes_away_what_a_consent_rests_on() -> None:
    file = an_abandoned_child()
    through_the_gate(file)
    told(file, "consent_given", date(2025, 12, 10))
    with pytest.raises(Refused, match="relatives are asked"):
        correct_path_event(
            original=PathEvent.objects.get(event="kin_explored"),
            happened_on=date(2025, 12, 3),
            authority="guardianship_body",
            note="",
            did_not_happen=True,
            reasons={},
            by=by(worker_of(file)),
        )


def test_strangers_find_nothing_and_who_only_reads_cannot_write(client: Client) -> None:
    unit = a_unit()
    file = an_abandoned_child(unit=unit)
    event = told(file, "tracing", date(2026, 2, 2))
    pages = [new_page(file), f"/path-events/{event.pk}/correct/"]
    stranger = signed_in(client, a_user())
    assert [stranger.get(page).status_code for page in [*pages, f"/files/{file.reference}/legal-path/"]] == [
        404,
        404,
        404,
    ]
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert [auditor.get(page).status_code for page in pages] == [403, 403]
    page = path_page(auditor, file)
    assert "A step of tracing the parents" in page
    assert new_page(file) not in page
    worker = signed_in(client, worker_of(file))
    assert worker.get("/path-events/999999/correct/").status_code == 404


def test_a_closed_file_is_read_and_no_more_written(client: Client) -> None:
    file = an_abandoned_child()
    told(file, "tracing", date(2026, 2, 2))
    close_file(file=file, on=date(2026, 2, 20), reason="abroad", why="-", by=by(worker_of(file)))
    assert new_page(file) not in path_page(signed_in(client, worker_of(file)), file)
    assert refused_because(file, "tracing", date(2026, 3, 1)) == ["file-closed"]


def test_a_law_without_a_path_has_no_steps_to_write_down(client: Client) -> None:
    file = an_abandoned_child()
    File.objects.filter(pk=file.pk).update(jurisdiction="england")
    browser = signed_in(client, worker_of(file))
    assert "describes no path from step to step" in path_page(browser, file)
    assert browser.get(new_page(file)).status_code == 404
    file.refresh_from_db()
    assert refused_because(file, "tracing", BORN) == ["unknown-step"]


def test_where_a_child_waits_is_what_its_events_say() -> None:
    file = an_abandoned_child()
    for event, on in (
        ("parents_known", date(2025, 9, 2)),
        ("left_hospital", date(2025, 9, 22)),
        ("tracing", date(2025, 10, 1)),
        ("birth_registered", date(2025, 11, 1)),
        ("tracing", date(2025, 12, 1)),
    ):
        told(file, event, on)
    assert waits(file) == [("tracing", date(2025, 10, 1))]
    assert [place[1:] for place in where_they_wait([file.pk])] == waits(file)


def test_a_path_that_has_come_to_its_end_is_waited_on_no_more(client: Client) -> None:
    file = an_abandoned_child()
    told(file, "tracing", date(2025, 10, 1))
    told(file, "guardianship_final", date(2026, 1, 9))
    assert waits(file) == []
    page = path_page(signed_in(client, worker_of(file)), file)
    assert "The path came to its end after 100 days." in page
    assert "What usually comes next" not in page


def test_applying_a_pack_works_out_anew_where_children_wait() -> None:
    file, gone = an_abandoned_child(), an_abandoned_child()
    told(file, "tracing", date(2025, 10, 1))
    expected = waits(file)
    Waiting.objects.filter(file=file).update(step="parents_known", first_day=date(2025, 9, 2))
    told(gone, "guardianship_final", date(2026, 1, 9))
    Waiting.objects.create(file=gone, step="matched", first_day=date(2025, 9, 2))
    apply_pack(pack("kosovo"), on=TODAY)
    assert (waits(file), waits(gone)) == (expected, [])
