"""Against the reference vectors of Certificate Transparency (RFC 6962 and 9162 share them)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.kernel.ledger.merkle import Tree, inclusion_path, root_from_path

LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
PATHS = {
    (0, 1): (),
    (0, 8): (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    (5, 8): (
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 3): ("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",),
    (1, 5): (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ),
}


def a_tree(leaves: list[bytes]) -> Tree:
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    return tree


@pytest.mark.parametrize("size", range(9))
def test_the_root_is_the_reference_root(size: int) -> None:
    assert a_tree(LEAVES[:size]).root().hex() == ROOTS[size]


@pytest.mark.parametrize(("index", "size"), PATHS)
def test_the_path_is_the_reference_path(index: int, size: int) -> None:
    path = inclusion_path(index, LEAVES[:size])
    assert tuple(node.hex() for node in path) == PATHS[index, size]
    assert root_from_path(index, size, LEAVES[index], path) == bytes.fromhex(ROOTS[size])


@given(st.lists(st.binary(max_size=8), max_size=70), st.integers(0, 70))
def test_a_tree_resumed_from_its_peaks_goes_on_the_same(leaves: list[bytes], pause: int) -> None:
    before = a_tree(leaves[:pause])
    resumed = Tree.resumed(before.size, before.packed_peaks())
    for leaf in leaves[pause:]:
        resumed.add(leaf)
    assert (resumed.size, resumed.root()) == (len(leaves), a_tree(leaves).root())


@given(st.lists(st.binary(min_size=1, max_size=4), min_size=1, max_size=70, unique=True), st.data())
def test_a_path_proves_its_leaf_and_no_other(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    path, root = inclusion_path(index, leaves), a_tree(leaves).root()
    assert root_from_path(index, len(leaves), leaves[index], path) == root
    assert root_from_path(index, len(leaves), b"another leaf", path) != root
    if path:
        assert root_from_path(index, len(leaves), leaves[index], path[:-1]) != root
    assert root_from_path(index, len(leaves), leaves[index], [*path, root]) is None


def test_there_is_no_path_for_a_leaf_outside_the_tree() -> None:
    with pytest.raises(IndexError, match="no leaf 3 among 3"):
        inclusion_path(3, LEAVES[:3])
    assert root_from_path(3, 3, LEAVES[0], []) is None
