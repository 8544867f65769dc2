"""The usual tests of a change of level, kept to show beside ours how often they cry wolf."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from vatra.advocacy.evaluation.segmented import Design, fitted
from vatra.advocacy.numbers import Floats, Truths
from vatra.advocacy.student import quantile

COVERAGE = 0.95

Rival = Callable[[Design, Floats], Floats]


def least_squares(plan: Design, series: Floats) -> Floats:
    """t of the step by ordinary least squares, as if months did not know of each other."""
    return _t(plan, series, np.zeros(len(series)))


def prais_winsten(plan: Design, series: Floats) -> Floats:
    """t of the step by generalised least squares, with ρ as the residuals show it (Prais & Winsten 1954)."""
    left = _residuals(plan, series)
    memory = (left[:, 1:] * left[:, :-1]).sum(1) / (left * left).sum(1)
    return _t(plan, series, memory)


def newey_west(plan: Design, series: Floats) -> Floats:
    """t of the step with standard errors of Newey & West (1987), 4(n/100)^(2/9) lags."""
    months = plan.months
    lags = int(4 * (months / 100) ** (2 / 9))
    scores = _residuals(plan, series)[:, :, None] * plan.columns
    middle = np.einsum("rti,rtj->rij", scores, scores)
    for lag in range(1, lags + 1):
        across = np.einsum("rti,rtj->rij", scores[:, lag:], scores[:, :-lag])
        middle += (1 - lag / (lags + 1)) * (across + across.transpose(0, 2, 1))
    bread = np.linalg.inv(plan.columns.T @ plan.columns)
    step = plan.effects[0]
    found = (series @ np.linalg.pinv(plan.columns).T)[:, step]
    return np.asarray(found / np.sqrt((bread @ middle @ bread)[:, step, step]))


RIVALS: Mapping[str, Rival] = MappingProxyType(
    {"ols": least_squares, "newey_west": newey_west, "gls_ar1": prais_winsten}
)


def alarms(rival: Rival, plan: Design, series: Floats) -> Truths:
    """In which of the series the test says at 5 % that the launch changed something."""
    freedom = plan.months - plan.columns.shape[1]
    return np.asarray(np.abs(rival(plan, series)) > quantile(COVERAGE, freedom))


def _t(plan: Design, series: Floats, memory: Floats) -> Floats:
    found = fitted(plan.columns, series, memory)
    step = plan.effects[0]
    return np.asarray(found.coefficients[:, step] / np.sqrt(found.covariance[:, step, step]))


def _residuals(plan: Design, series: Floats) -> Floats:
    return np.asarray(series - (series @ np.linalg.pinv(plan.columns).T) @ plan.columns.T)
