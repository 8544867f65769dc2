import pytest

from tests.commands.clusters import a_server


@pytest.fixture(scope="package")
def place():
    """One server for all tests that only look at it: making one takes two seconds."""
    with a_server() as running:
        yield running
