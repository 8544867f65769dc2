import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.people.names.fold import fold, to_latin


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Đorđe", "djordje"),
        ("ЂОРЂЕ", "djordje"),
        ("Џемал Ћосић", "dzemal cosic"),
        ("Skënder Çelaj", "skender celaj"),
        ("IŞIK İpek", "isik ipek"),
        ("Ana-Marija  Petrović—Njegoš", "ana marija petrovic njegos"),
        ("N’dreca O'Brien", "ndreca obrien"),
        ("Ñuñez Łukasz", "nunez lukasz"),
        (" . ", ""),
    ],
)
def test_a_name_is_folded_to_plain_lower_case_latin(written: str, plain: str) -> None:
    assert fold(written) == plain


def test_cyrillic_becomes_the_serbian_latin_without_loss() -> None:
    assert to_latin("Љиљана Ђоковић, Џевад Његош") == "Ljiljana Đoković, Dževad Njegoš"


@given(st.text())
def test_folding_a_fold_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="абвгдђежзијклљмнњопрстћуфхцчџшАБЂЖЉЊЋЏШ -'"))
def test_both_scripts_fold_alike(cyrillic: str) -> None:
    assert fold(cyrillic) == fold(to_latin(cyrillic))
