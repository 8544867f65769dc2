import pytest

from vatra.kernel.concern import Concern, Refused, Severity, heed

POVERTY = Concern("R-08", Severity.BLOCK, "Poverty alone never removes a child.")
SPLIT = Concern("R-09", Severity.WARN, "Brother and sister would live apart.")
FAR = Concern("R-04", Severity.WARN, "The home is in another municipality.")


def test_without_concerns_there_is_nothing_to_give_reasons_for() -> None:
    assert heed([], {"R-09": "left over from an earlier screen"}) == {}


def test_a_warning_with_a_reason_lets_the_act_go_on_and_the_reason_is_kept() -> None:
    assert heed([SPLIT], {"R-09": "  She needs the hospital nearby.  ", "R-04": "not asked"}) == {
        "R-09": "She needs the hospital nearby."
    }


@pytest.mark.parametrize("reasons", [{}, {"R-09": "   "}, {"R-04": "another rule's reason"}])
def test_a_warning_without_its_reason_stops_the_act(reasons: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        heed([SPLIT], reasons)
    assert refused.value.concerns == (SPLIT,)


def test_no_reason_overcomes_a_block() -> None:
    with pytest.raises(Refused) as refused:
        heed([POVERTY], {"R-08": "They have no money."})
    assert refused.value.concerns == (POVERTY,)


def test_everything_that_stands_in_the_way_is_said_at_once() -> None:
    with pytest.raises(Refused) as refused:
        heed([POVERTY, SPLIT, FAR], {"R-04": "Her aunt lives there."})
    assert str(refused.value) == "Poverty alone never removes a child. Brother and sister would live apart."
