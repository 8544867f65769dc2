"""Drafts survive a lost session, a closed laptop and a second tab, and end with their act."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.builders import a_file, a_user, signed_in, worker_of
from vatra.casework.models import File, Visit
from vatra.kernel.drafts import Draft

pytestmark = pytest.mark.django_db

TYPED = {"visited_on_day": "31", "visited_on_month": "2", "visited_on_year": "2026", "account": "The stove"}
TAB, OTHER_TAB = "1f0c2a52-0c1d-4a6a-8f8f-3d8b0f0c7a11", "2f0c2a52-0c1d-4a6a-8f8f-3d8b0f0c7a22"


def page(file: File) -> str:
    return f"/files/{file.reference}/visits/new/"


def autosave(file: File) -> str:
    return reverse("casework:autosave", args=["casework:new_visit", file.reference])


def saved(browser: Client, file: File, version: int = 0, once: str = TAB, **typed: str) -> dict[str, object]:
    """What the server answers to a page that saves itself."""
    answer = browser.post(autosave(file), {**TYPED, **typed, "draft_version": version, "once": once})
    return {"status": answer.status_code, **answer.json()}


def test_the_page_says_where_it_saves_itself(client: Client) -> None:
    file = a_file()
    text = signed_in(client, worker_of(file)).get(page(file)).content.decode()
    assert f'data-autosave-url="{autosave(file)}" data-draft-version="0"' in text
    assert "What you type is kept as your draft." in text


def test_a_draft_survives_a_lost_session_as_it_was_typed(client: Client) -> None:
    file = a_file()
    saved(signed_in(client, worker_of(file)), file)
    client.logout()
    assert client.post(autosave(file), TYPED).status_code == 302
    text = signed_in(client, worker_of(file)).get(page(file)).content.decode()
    assert "You have an unsaved draft from" in text
    assert "The stove" in text
    assert 'name="visited_on_day" value="31"' in text
    assert 'data-draft-version="1"' in text


def test_a_second_tab_is_told_of_the_other_text_and_overwrites_nothing(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    assert saved(browser, file, account="In the first tab")["status"] == 200
    conflict = saved(browser, file, once=OTHER_TAB, account="In the second tab")
    assert (conflict["status"], conflict["version"]) == (409, 1)
    assert conflict["fields"] == {**TYPED, "account": "In the first tab"}
    assert Draft.objects.get().fields["account"] == "In the first tab"


def test_after_the_conflict_the_person_may_keep_the_second_text(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    saved(browser, file, account="In the first tab")
    chosen = saved(browser, file, version=1, once=OTHER_TAB, account="In the second tab")
    assert (chosen["status"], chosen["version"]) == (200, 2)
    assert Draft.objects.get().fields["account"] == "In the second tab"


def test_a_page_whose_second_save_overtakes_the_first_answer_does_not_stand_in_its_own_way(
    client: Client,
) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    saved(browser, file, account="The")
    assert saved(browser, file, account="The stove is warm")["status"] == 200
    assert Draft.objects.get().fields["account"] == "The stove is warm"


def test_a_draft_ends_with_its_act(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    saved(browser, file)
    sent = {
        "visited_on": "2026-03-12",
        "purpose": "regular",
        "saw_child": "on",
        "account": "The stove is warm.",
    }
    browser.post(page(file), {**sent, "once": TAB, "draft_version": "1"})
    assert Visit.objects.count() == 1
    assert Draft.objects.count() == 0


def test_a_text_that_went_on_in_another_tab_outlives_the_act_of_this_one(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    saved(browser, file)
    saved(browser, file, version=1, once=OTHER_TAB, account="Something else")
    sent = {
        "visited_on": "2026-03-12",
        "purpose": "regular",
        "saw_child": "on",
        "account": "The stove is warm.",
    }
    browser.post(page(file), {**sent, "once": TAB, "draft_version": "1"})
    assert Visit.objects.count() == 1
    assert Draft.objects.get().fields["account"] == "Something else"


def test_a_save_that_arrives_after_the_act_leaves_no_draft_behind(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    sent = {
        "visited_on": "2026-03-12",
        "purpose": "regular",
        "saw_child": "on",
        "account": "The stove is warm.",
    }
    browser.post(page(file), {**sent, "once": TAB})
    assert saved(browser, file)["status"] == 409
    assert Draft.objects.count() == 0


def test_a_draft_can_be_thrown_away(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    saved(browser, file)
    discard = reverse("casework:discard_draft", args=["casework:new_visit", file.reference])
    answer = browser.post(discard, {"back": "https://elsewhere.example/"})
    assert answer.headers["Location"] == page(file)
    assert Draft.objects.count() == 0


def test_a_draft_is_seen_only_by_who_typed_it(client: Client) -> None:
    file = a_file()
    saved(signed_in(client, worker_of(file)), file)
    colleague = a_user(unit=file.unit)
    text = signed_in(client, colleague).get(page(file)).content.decode()
    assert "The stove" not in text
    assert saved(client, file, account="My own")["version"] == 1
    assert Draft.objects.count() == 2


def test_drafts_for_pages_that_do_not_exist_are_not_kept(client: Client) -> None:
    browser = signed_in(client, a_user())
    assert browser.post("/drafts/nowhere:page/1/", TYPED).status_code == 404
    assert Draft.objects.count() == 0


def test_the_draft_of_a_page_with_rows_comes_back_with_its_rows(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    url = reverse("casework:autosave", args=["casework:new_plan", file.reference])
    browser.post(url, {"aim": "return_home", "goal-5-goal": "A warm room", "draft_version": "0", "once": TAB})
    text = browser.get(f"/files/{file.reference}/plans/new/").content.decode()
    assert 'name="goal-5-goal" value="A warm room"' in text
    assert 'value="return_home"' in text
