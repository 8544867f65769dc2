"""The answers of a wave as columns, beside the sample they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from vatra.advocacy.awareness.sample import Sample
from vatra.advocacy.models import Respondent, Stratum, SurveyWave
from vatra.advocacy.numbers import Floats, Truths, Whole


@dataclass(frozen=True)
class Answers:
    """Everybody's answers to a wave; `groups` names the strata in the order of `Sample.strata`."""

    sample: Sample
    groups: Sequence[str]
    said: Sequence[Mapping[str, Any]]

    def who_answered(self, code: str) -> Truths:
        """Who answered a question at all."""
        return np.array([code in each for each in self.said], dtype=np.bool_)

    def chose(self, code: str, choice: str) -> Floats:
        """1 for whoever gave an answer, 0 for everybody else."""
        given = (each.get(code, ()) for each in self.said)
        return np.array(
            [choice == each or (isinstance(each, list) and choice in each) for each in given], float
        )

    def numbers(self, code: str) -> Floats:
        """The numbers that were answered, 0 where none was."""
        return np.array([float(each.get(code, 0)) for each in self.said], dtype=np.float64)


def answers_of(wave: SurveyWave) -> Answers:
    """The answers of a wave, weighted so that every stratum counts by how many people live in it."""
    rows = list(
        Respondent.objects.filter(wave=wave)
        .order_by("point__stratum_id", "pk")
        .values_list("pk", "point__stratum_id", "point_id", "weight", "answers")
    )
    strata = {stratum.pk: stratum for stratum in wave.strata.all()}
    # Without a frame everybody was drawn alone.
    sample = Sample.of(
        [row[1] for row in rows],
        [row[2] or f"alone {row[0]}" for row in rows],
        [float(row[3]) for row in rows],
    )
    order = [strata[pk] for pk in dict.fromkeys(row[1] for row in rows) if pk in strata]
    return Answers(_weighted(sample, order), [stratum.name for stratum in order], [row[4] for row in rows])


def _weighted(sample: Sample, strata: Sequence[Stratum]) -> Sample:
    """Within a stratum weights keep their proportions, and add up to the people who live in it."""
    if not strata:
        return sample
    people = np.array([stratum.population for stratum in strata], dtype=np.float64)
    factor = people / np.bincount(sample.strata, sample.weights)
    drawn = np.array(_drawn(sample, strata), dtype=np.float64)
    return Sample(sample.strata, sample.points, sample.weights * factor[sample.strata], drawn)


def _drawn(sample: Sample, strata: Sequence[Stratum]) -> list[float]:
    used: Whole = np.bincount(np.unique(np.column_stack([sample.strata, sample.points]), axis=0)[:, 0])
    return [
        min(1.0, int(points) / stratum.points_in_all) if stratum.points_in_all else 0.0
        for points, stratum in zip(used, strata, strict=True)
    ]
