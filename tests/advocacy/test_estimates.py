"""Estimates from samples with strata, sampling points and weights, against published results."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.advocacy.api_schools import DISTRICTS, DISTRICTS_IN_ALL, WEIGHT
from vatra.advocacy.awareness.estimates import Known, change, mean
from vatra.advocacy.awareness.sample import Sample

SCHOOLS = [(district, county, float(value)) for district, county, row in DISTRICTS for value in row.split()]
VALUES = np.array([value for _district, _county, value in SCHOOLS])


def _schools(*drawn: float) -> Sample:
    districts = [district for district, _county, _value in SCHOOLS]
    return Sample.of(["all"] * len(SCHOOLS), districts, [WEIGHT] * len(SCHOOLS), drawn=drawn)


def test_the_mean_of_a_cluster_sample_is_lumleys() -> None:
    """`svymean(~api00, dclus1)` gives 644.17 with standard error 23.542 (R package survey, its own example)."""
    found = mean(_schools(15 / DISTRICTS_IN_ALL), VALUES)
    assert (found.value, found.error) == pytest.approx((644.169398907104, 23.5422406937812), rel=1e-12)
    assert found.interval == pytest.approx((593.676314463327, 694.662483350884), rel=1e-9)
    assert (found.answers, found.points, found.freedom) == (183, 15, 14)


def test_without_the_number_of_all_points_the_interval_is_a_little_wider() -> None:
    """`svydesign` without `fpc` gives 23.779 and, with t on 14 degrees of freedom, 593.168 to 695.170."""
    found = mean(_schools(), VALUES)
    assert found.error == pytest.approx(23.7790107208869, rel=1e-12)
    assert found.interval == pytest.approx((593.168493261091, 695.170304553117), rel=1e-9)
    assert found.effective == pytest.approx(183 / found.design_effect)
    assert found.design_effect > 9


@pytest.mark.parametrize(
    ("county", "value", "error"),
    [
        ("Los Angeles", 647.266666666666, 17.4230693023744),
        ("San Diego", 659.436363636363, 2.31989997506545),
        ("Santa Clara", 732.076923076923, 15.9315559043315),
        ("Alameda", 669.0, 0.0),
    ],
)
def test_a_part_of_the_sample_keeps_the_design_of_the_whole(county: str, value: float, error: float) -> None:
    """`svyby(~api00, ~cname, dclus1, svymean)`: a domain, not a sample of its own."""
    found = mean(_schools(), VALUES, np.array([each == county for _district, each, _value in SCHOOLS]))
    assert (found.value, found.error) == pytest.approx((value, error), abs=1e-9)


def test_the_students_of_five_suites_are_lohrs() -> None:
    """Five of 100 suites, four students each: 2.826 with standard error 0.164 (Lohr, Sampling, 2019, example 5.2)."""
    grades = (
        *(3.08, 2.60, 3.44, 3.04, 2.36, 3.04, 3.28, 2.68, 2.00, 2.56),
        *(2.52, 1.88, 3.00, 2.88, 3.44, 3.64, 2.68, 1.92, 3.28, 3.20),
    )
    suites = [number // 4 for number in range(20)]
    found = mean(Sample.of([1] * 20, suites, [20] * 20, drawn=[0.05]), np.array(grades))
    assert (round(found.value, 3), round(found.error, 3)) == (2.826, 0.164)


@given(st.lists(st.lists(st.floats(-50, 50), min_size=2, max_size=6), min_size=1, max_size=4))
def test_people_drawn_one_by_one_from_strata_give_cochrans_formula(strata: list[list[float]]) -> None:
    """V = Σ W_h² s_h²/n_h (Cochran, Sampling Techniques, 1977, eq. 5.7), every stratum of 100 people."""
    names = [name for name, values in enumerate(strata) for _value in values]
    weights = [100 / len(values) for values in strata for _value in values]
    values = [value for each in strata for value in each]
    found = mean(Sample.of(names, range(len(values)), weights), np.array(values))
    share = 1 / len(strata)
    expected = sum(share**2 * np.var(each, ddof=1) / len(each) for each in strata)
    assert found.error**2 == pytest.approx(expected, abs=1e-9)
    assert found.value == pytest.approx(sum(share * np.mean(each) for each in strata), abs=1e-9)


_SAMPLES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 3), st.floats(0.1, 9), st.floats(-5, 5)),
    min_size=4,
    max_size=30,
)


@given(_SAMPLES, st.floats(0.01, 100))
def test_weights_tell_only_proportions(people: list[tuple[int, int, float, float]], times: float) -> None:
    strata, points, weights, values = zip(*people, strict=True)
    one = mean(Sample.of(strata, points, weights), np.array(values))
    other = mean(Sample.of(strata, points, [times * weight for weight in weights]), np.array(values))
    assert (other.value, other.error) == pytest.approx((one.value, one.error), abs=1e-9)


@given(st.lists(st.floats(-9, 9), min_size=2, max_size=30))
def test_alone_in_one_stratum_with_one_weight_it_is_simple_random_sampling(values: list[float]) -> None:
    found = mean(Sample.of([0] * len(values), range(len(values)), [1] * len(values)), np.array(values))
    assert found.value == pytest.approx(np.mean(values), abs=1e-9)
    assert found.error == pytest.approx(np.std(values, ddof=1) / np.sqrt(len(values)), abs=1e-9)
    if found.error > 1e-6:
        assert found.design_effect == pytest.approx(1)


@given(_SAMPLES)
def test_a_share_and_its_interval_lie_between_nothing_and_all(
    people: list[tuple[int, int, float, float]],
) -> None:
    strata, points, weights, values = zip(*people, strict=True)
    found = mean(Sample.of(strata, points, weights), (np.array(values) > 0).astype(float))
    if found.interval_of_share is not None:
        low, high = found.interval_of_share
        assert 0 <= low <= found.value + 1e-12
        assert found.value - 1e-12 <= high <= 1


def test_where_everybody_agreed_the_interval_is_the_exact_one_of_the_points() -> None:
    """Ten of ten points: the lower end of Clopper and Pearson is 0.025^(1/10) = 0.69."""
    found = mean(Sample.of([0] * 40, [number // 4 for number in range(40)], [1] * 40), np.ones(40))
    assert found.interval_of_share == pytest.approx((0.025 ** (1 / 10), 1.0), abs=1e-6)


def test_a_single_point_has_no_interval() -> None:
    found = mean(Sample.of([0] * 5, [0] * 5, [1] * 5), np.array([1.0, 0, 1, 0, 1]))
    assert (found.interval, found.interval_of_share) == (None, None)


def test_a_change_adds_the_uncertainty_of_both_waves() -> None:
    """Two means with standard errors 3 and 4 on 10 and 20 degrees of freedom: 5, on 29.9 (Welch and Satterthwaite)."""
    found = change(Known(10, 3, 10), Known(12, 4, 20))
    assert (found.value, found.error) == (2, 5)
    assert found.freedom == pytest.approx(625 / (81 / 10 + 256 / 20))
    assert found.interval is not None
    assert found.interval[0] < 0 < found.interval[1]
