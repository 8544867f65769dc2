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

AHEAD = [stage for stage in Stage if stage not in {Stage.REPEALED, Stage.WITHDRAWN}]


def test_every_stage_has_a_step_on_both_scales() -> None:
    assert set(AS_MUNICIPAL_PROMISE) == set(Stage) == set(AS_COMPLETION)
    assert set(AS_MUNICIPAL_PROMISE.values()) == {*MunicipalPromise, None}
    assert set(AS_COMPLETION.values()) == {*Completion, None}


def test_what_is_asked_for_no_more_stands_on_no_scale() -> None:
    there = on_other_scales(Stage.WITHDRAWN, Theme.GATEKEEPING)
    assert (there.municipal_promise, there.completion, there.theme_number) == (None, None, 2)
    for scale in (AS_MUNICIPAL_PROMISE, AS_COMPLETION):
        assert [stage for stage, step in scale.items() if step is None] == [Stage.WITHDRAWN]


def test_an_ask_that_goes_on_never_goes_back_on_another_scale() -> None:
    steps = list(reversed(MunicipalPromise))
    promised = [steps.index(step) for stage in AHEAD if (step := AS_MUNICIPAL_PROMISE[stage])]
    completed = [list(Completion).index(step) for stage in AHEAD if (step := AS_COMPLETION[stage])]
    assert len(promised) == len(completed) == len(AHEAD)
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
