"""The same article has the same address, however a link to it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.advocacy.media.web_address import canonical

PART = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=8)


@pytest.mark.parametrize(
    "address",
    [
        "https://zeri.example/lajme/12",
        "http://www.zeri.example/lajme/12/",
        "https://ZERI.example:443/lajme//12#komente",
        " https://zeri.example/lajme/12?utm_source=fb&fbclid=abc ",
    ],
)
def test_it_is_the_same_article(address: str) -> None:
    assert canonical(address) == "//zeri.example/lajme/12"


@pytest.mark.parametrize(
    "address",
    ["https://zeri.example/lajme/13", "https://zeri.example/lajme?id=12", "https://m.zeri.example/lajme/12"],
)
def test_it_is_another_article(address: str) -> None:
    assert canonical(address) != "//zeri.example/lajme/12"


def test_what_names_the_article_stays_in_whatever_order() -> None:
    assert canonical("https://z.example/?b=2&utm_medium=x&a=1") == canonical("https://z.example?a=1&b=2")


@given(PART, st.lists(PART, max_size=3), st.dictionaries(PART, PART, max_size=3))
def test_made_canonical_twice_it_stays(host: str, path: list[str], asked: dict[str, str]) -> None:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    once = canonical(f"https://{host}.example/{'/'.join(path)}?{query}")
    assert canonical(f"https:{once}") == once
