import psycopg
import pytest

from tests.commands.clusters import order
from vatra.commands import existing
from vatra.commands.cluster import roles
from vatra.commands.trouble import Trouble


def told(address: str) -> str:
    """The sentence that somebody reads who gives this DATABASE_URL."""
    with pytest.raises(Trouble) as caught:
        existing.check(address, address)
    assert caught.value.remedy
    return caught.value.sentence


def test_a_usable_database_is_accepted(place):
    existing.check(roles.address(place, roles.APP), roles.address(place, roles.OWNER))


@pytest.mark.parametrize(
    "address", ["vatra", "postgresql://", "postgresql://host", "mysql://u@h/d", "postgresql://h/d?nonsense=1"]
)
def test_what_is_no_address_is_told(address):
    assert told(address) == "DATABASE_URL is not an address of a PostgreSQL database."


def test_a_database_that_is_down_is_told():
    sentence = told("postgresql://vatra:secret@127.0.0.1:1/vatra")
    assert sentence.startswith("The database at 127.0.0.1:1/vatra cannot be reached.")
    assert "secret" not in sentence


def test_a_wrong_password_is_told(place):
    address = roles.address(place, roles.APP).replace("vatra_app:", "vatra_app:x")
    assert "does not accept this name and password" in told(address)


def test_a_database_that_does_not_exist_is_told(place):
    assert "has no such database or user" in told(roles.address(place, roles.OWNER, "nowhere"))


def test_an_old_server_is_told():
    existing.refuse_old(160_000)
    with pytest.raises(Trouble, match="is PostgreSQL 15; Vatra needs 16 or newer"):
        existing.refuse_old(150_019)


def test_another_encoding_is_told(place):
    order(place, "CREATE DATABASE latin ENCODING LATIN1 LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0")
    assert "stores text as LATIN1" in told(roles.address(place, roles.BOOTSTRAP, "latin"))


def test_an_extension_that_may_not_be_added_is_told(place):
    order(place, "CREATE DATABASE bare TEMPLATE template0")
    assert "lacks the extension btree_gist" in told(roles.address(place, roles.APP, "bare"))


def test_an_extension_is_added_where_the_role_may(place):
    order(place, "CREATE DATABASE own OWNER vatra_owner TEMPLATE template0")
    address = roles.address(place, roles.OWNER, "own")
    existing.check(address, address)
    with psycopg.connect(address) as connection:
        found = connection.execute(
            "SELECT count(*) FROM pg_extension WHERE extname = ANY(%s)", [list(roles.EXTENSIONS)]
        )
        assert found.fetchone() == (2,)


def test_a_role_without_the_right_to_make_tables_is_told(place):
    assert "may not create tables in the database vatra" in told(roles.address(place, roles.APP))


def test_only_the_role_that_could_rewrite_the_record_is_warned_of(place):
    order(place, "CREATE TABLE owned ()", roles.OWNER)
    assert existing.owns_tables(roles.address(place, roles.OWNER))
    assert existing.owns_tables(roles.address(place, roles.BOOTSTRAP))
    assert not existing.owns_tables(roles.address(place, roles.APP))
