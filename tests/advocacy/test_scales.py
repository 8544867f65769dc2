"""What other trackers would call an ask."""

import pytest

from vatra.advocacy.asks.scales import (
    AS_COMPLETION,
    AS_MUNICIPAL_PROMISE,
    IN_TRACKING_PROGRESS,
    Completion,
    MunicipalPromise,
    on_other_scales,
)
from vatra.advocacy.asks.words import Stage
from vatra.advocacy.words import Theme

AHEAD = [stage for stage in Stage if stage != Stage.REPEALED]


def test_every_stage_has_a_step_on_both_scales() -> None:
    assert set(AS_MUNICIPAL_PROMISE) == set(Stage) == set(AS_COMPLETION)
    assert set(AS_MUNICIPAL_PROMISE.values()) == set(MunicipalPromise)
    assert set(AS_COMPLETION.values()) == set(Completion)


def test_an_ask_that_goes_on_never_goes_back_on_another_scale() -> None:
    steps = list(reversed(MunicipalPromise))
    promised = [steps.index(AS_MUNICIPAL_PROMISE[stage]) for stage in AHEAD]
    completed = [list(Completion).index(AS_COMPLETION[stage]) for stage in AHEAD]
    assert promised == sorted(promised)
    assert completed == sorted(completed)


@pytest.mark.parametrize(
    ("stage", "promise", "completion"),
    [
        (Stage.ASKED, MunicipalPromise.NO_INITIATIVE, Completion.NO_EVIDENCE),
        (Stage.COMMITTED, MunicipalPromise.NO_INITIATIVE, Completion.NOT_STARTED),
        (Stage.DRAFTED, MunicipalPromise.BEGUN, Completion.LIMITED),
        (Stage.IN_FORCE, MunicipalPromise.PARTLY, Completion.SUBSTANTIAL),
        (Stage.PRACTISED, MunicipalPromise.FULFILLED, Completion.COMPLETE),
        (Stage.REPEALED, MunicipalPromise.NO_INITIATIVE, Completion.NOT_STARTED),
    ],
)
def test_words_are_no_initiative_and_only_practice_fulfils(
    stage: Stage, promise: MunicipalPromise, completion: Completion
) -> None:
    there = on_other_scales(stage, Theme.GATEKEEPING)
    assert (there.municipal_promise, there.completion, there.theme_number) == (promise, completion, 2)


def test_the_four_themes_are_the_four_of_the_tool() -> None:
    assert [IN_TRACKING_PROGRESS[theme][0] for theme in Theme] == [1, 2, 3, 4]
