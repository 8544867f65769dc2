"""Where a list goes on, as its address says."""

from datetime import date

import pytest

from vatra.kernel.keyset import After, after_in


def test_an_address_leads_back_to_the_row_it_was_made_of() -> None:
    after = After(date(2026, 3, 16), 17)
    assert after.in_address == {"day": "2026-03-16", "after": 17}
    assert after_in({name: str(value) for name, value in after.in_address.items()}) == after


@pytest.mark.parametrize(
    "address",
    [
        {},
        {"day": "2026-03-16"},
        {"after": "17"},
        {"day": "yesterday", "after": "17"},
        {"day": "2026-03-16", "after": "x"},
    ],
)
def test_an_address_that_names_no_row_begins_the_list(address: dict[str, str]) -> None:
    assert after_in(address) is None
