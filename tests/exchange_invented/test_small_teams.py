"""However small a team and however long its families' stories, the numbers set aside for it are enough."""

import pytest

from tests.exchange_invented.conftest import TODAY
from vatra.exchange.invented.caseload import Caseload, Team
from vatra.exchange.invented.chance import Chance
from vatra.exchange.invented.numbers import MOST_PER_CHILD, TeamNumbers, hand_out
from vatra.exchange.invented.rows import Rows
from vatra.exchange.invented.team import fill
from vatra.people.words import Municipality


def rows_of(children: int, numbers: TeamNumbers, seed: int) -> dict[str, int]:
    team = Team(1, Municipality.KLLOKOT, (1, 2), 3, children, 0)
    rows = Rows(numbers.blocks)
    fill(Caseload(team, today=TODAY, chance=Chance(f"small:{seed}"), rows=rows), numbers)
    return rows.counts()


@pytest.mark.django_db
@pytest.mark.parametrize("children", [1, 4, 25])
def test_no_team_runs_out_of_numbers(children: int) -> None:
    (numbers,) = hand_out([children])
    for seed in range(40):
        used = rows_of(children, numbers, seed)
        for model, block in numbers.blocks.items():
            assert used[model._meta.db_table] <= block.size or not MOST_PER_CHILD[model]


@pytest.mark.django_db
def test_teams_do_not_share_numbers() -> None:
    first, second = hand_out([3, 5])
    assert not set(first.references) & set(second.references)
    assert not set(first.decisions) & set(second.decisions)
    for model, block in first.blocks.items():
        assert block.first + block.size <= second.blocks[model].first or not block.size
