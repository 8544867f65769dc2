"""What changed between two editions is told whole: nothing is lost and nothing made up."""

from hypothesis import given
from hypothesis import strategies as st

from vatra.advocacy.site.differences import Change, differences
from vatra.kernel.in_languages import wording

TEXT = st.lists(st.sampled_from(["a", "b", "c", "", "long line"]), max_size=8).map("\n".join)


@given(TEXT, TEXT)
def test_the_lines_give_both_texts_again(before: str, after: str) -> None:
    found = differences(wording({"en": before}), wording({"en": after}))
    old, new = wording({"en": before}).get("en", ""), wording({"en": after}).get("en", "")
    if old == new:
        assert found == []
        return
    (english,) = found
    assert [line.text for line in english.lines if line.change != Change.ADDED] == old.splitlines()
    assert [line.text for line in english.lines if line.change != Change.TAKEN_OUT] == new.splitlines()


def test_only_the_language_that_changed_is_told() -> None:
    found = differences(wording({"sq": "Po", "en": "Yes"}), wording({"sq": "Po", "en": "Yes."}))
    assert [each.language for each in found] == ["en"]
