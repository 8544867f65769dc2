import pytest

from vatra.kernel.drafts import Conflict, Draft, discard_draft, draft_of, save_draft

pytestmark = pytest.mark.django_db


def saved(fields: dict[str, str], version: int = 0, *, user: int = 7, key: str = "42") -> Draft:
    draft = save_draft(user, "visit", key, fields, version)
    assert isinstance(draft, Draft)
    return draft


def test_what_was_typed_comes_back() -> None:
    saved({"note": "Ishte mirë."})
    draft = draft_of(7, "visit", "42")
    assert draft is not None
    assert (draft.fields, draft.version) == ({"note": "Ishte mirë."}, 1)


def test_each_saving_is_a_new_version() -> None:
    first = saved({"note": "I"})
    second = saved({"note": "Is"}, first.version)
    assert (first.version, second.version, second.fields) == (1, 2, {"note": "Is"})


def test_an_older_screen_does_not_overwrite_a_newer_draft() -> None:
    first = saved({"note": "one"})
    saved({"note": "two, in this tab"}, first.version)
    answer = save_draft(7, "visit", "42", {"note": "two, in the other tab"}, first.version)
    assert isinstance(answer, Conflict)
    assert answer.other is not None
    assert (answer.other.fields, answer.other.version) == ({"note": "two, in this tab"}, 2)


def test_a_second_tab_that_begins_anew_does_not_overwrite_either() -> None:
    saved({"note": "one"})
    answer = save_draft(7, "visit", "42", {"note": "other"}, 0)
    assert isinstance(answer, Conflict)
    assert answer.other is not None
    assert answer.other.fields == {"note": "one"}


def test_the_same_words_sent_twice_over_a_bad_line_are_no_conflict() -> None:
    first = saved({"note": "one"})
    assert saved({"note": "one"}).version == 1
    saved({"note": "two"}, first.version)
    assert saved({"note": "two"}, first.version).version == 2


def test_a_draft_whose_act_was_done_is_not_brought_back() -> None:
    first = saved({"note": "one"})
    discard_draft(7, "visit", "42")
    assert draft_of(7, "visit", "42") is None
    assert save_draft(7, "visit", "42", {"note": "one more word"}, first.version) == Conflict(None)


def test_drafts_of_two_people_or_about_two_things_are_apart() -> None:
    saved({"note": "mine"})
    saved({"note": "hers"}, user=8)
    saved({"note": "another child's"}, key="43")
    discard_draft(7, "visit", "42")
    assert sorted(draft.fields["note"] for draft in Draft.objects.all()) == ["another child's", "hers"]
