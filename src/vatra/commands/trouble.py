"""What can go wrong on a machine, each as a sentence that says what happened and one that says what to do."""

import errno
from pathlib import Path

LEAST_VERSION = 160_000
FILE_THERE = dict.fromkeys((errno.EEXIST, errno.ENOTDIR), "a file is in its place")
FULL = {errno.ENOSPC, errno.EDQUOT}


class Trouble(Exception):  # noqa: N818 - it is the machine's trouble, not the program's error
    """Something outside the program stops it; the person at the terminal can put it right."""

    def __init__(self, sentence: str, remedy: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy


def port_taken(port: int) -> Trouble:
    return Trouble(
        f"Another program already answers on port {port} of this machine.",
        f"Stop that program, or choose another port: --port {port + 1}.",
    )


def port_refused(address: str, reason: str) -> Trouble:
    return Trouble(
        f"This machine does not let the web server listen on {address}: {reason}.",
        "Choose an address of this machine and a port from 1024 upwards.",
    )


def unusable_folder(path: Path, error: OSError) -> Trouble:
    """The sentence for an error met while writing below a folder."""
    if error.errno in FULL:
        return full_disk(path)
    return Trouble(
        f"The folder {path} cannot be used: {FILE_THERE.get(error.errno or 0, error.strerror or str(error))}.",
        "Give this account the right to write there, or set VATRA_HOME to a folder it may write.",
    )


def full_disk(path: Path) -> Trouble:
    return Trouble(
        f"The disk that holds {path} is full.",
        "Free at least 500 MB there, or set VATRA_HOME to a folder on another disk. Nothing saved was lost.",
    )


def other_major_version(path: Path, found: str, expected: str) -> Trouble:
    return Trouble(
        f"The data in {path} was written by PostgreSQL {found}; this Vatra brings PostgreSQL {expected}.",
        f"Export it with pg_dump of PostgreSQL {found}, set VATRA_HOME to a new folder and load it there, "
        f"or go back to the Vatra that brought PostgreSQL {found}.",
    )


def server_would_not_start(path: Path, last_words: str) -> Trouble:
    if "No space left on device" in last_words:
        return full_disk(path)
    return Trouble(
        f"The database server did not start on {path}. Its last words: {last_words or 'none'}",
        "If another server still runs on this folder, stop it. Otherwise keep a copy of it and ask for help.",
    )


def lost_secrets(path: Path, words: str) -> Trouble:
    return Trouble(
        f"The database does not accept the passwords kept in {path}: {words}",
        "Put back the copy of that folder that belongs to this database; without it the data stays closed.",
    )


def no_account(name: str, reason: str) -> Trouble:
    return Trouble(
        f"PostgreSQL does not run as root, and the account {name} for it could not be made: {reason}.",
        f"Create it (useradd --system {name}), or start Vatra as an ordinary user.",
    )


def old_server(version: int) -> Trouble:
    return Trouble(
        f"The server at DATABASE_URL is PostgreSQL {version // 10_000}; Vatra needs 16 or newer.",
        "Point DATABASE_URL at a newer server, or leave it unset: Vatra then brings its own PostgreSQL.",
    )


def wrong_encoding(encoding: str) -> Trouble:
    return Trouble(
        f"The database at DATABASE_URL stores text as {encoding}; names in three languages need UTF8.",
        "Create it anew: CREATE DATABASE vatra ENCODING 'UTF8' TEMPLATE template0;",
    )


def database_away(place: str, words: str) -> Trouble:
    """The sentence for a connection that was not made, chosen by what the server or the network answered."""
    if "password" in words:
        return Trouble(
            f"The database at {place} does not accept this name and password. It says: {words}",
            "Correct the user and password in DATABASE_URL (letters such as @ or / are written as %40, %2F).",
        )
    if "does not exist" in words:
        return Trouble(
            f"The server at {place} answers, but has no such database or user. It says: {words}",
            "Create them (CREATE ROLE …; CREATE DATABASE …;), or correct DATABASE_URL.",
        )
    return Trouble(
        f"The database at {place} cannot be reached. The answer was: {words}",
        "Start that server or correct DATABASE_URL; or unset it, and Vatra brings its own PostgreSQL.",
    )


def missing_extension(name: str, database: str, words: str) -> Trouble:
    return Trouble(
        f"The database {database} lacks the extension {name}, and this role may not add it: {words}",
        f'Let an administrator of the server run, in that database: CREATE EXTENSION "{name}";',
    )


def missing_right(role: str, database: str) -> Trouble:
    return Trouble(
        f"The role {role} may not create tables in the database {database}.",
        f'Let an administrator run, in that database: GRANT CREATE, USAGE ON SCHEMA public TO "{role}"; '
        "or set DATABASE_OWNER_URL to the role that owns the tables.",
    )


def bad_address(name: str) -> Trouble:
    return Trouble(
        f"{name} is not an address of a PostgreSQL database.",
        "Write it as postgresql://user:password@host:5432/database.",
    )


def web_would_not_start(last_words: str) -> Trouble:
    return Trouble(
        f"The web server did not start. Its last words: {last_words or 'none'}",
        "Start it again; if it fails again, send these words to those who look after this installation.",
    )


def not_migrated(last_words: str, log: Path) -> Trouble:
    return Trouble(
        f"The tables of the database could not be brought up to date: {last_words}",
        f"Nothing was changed halfway. Send {log} to those who look after this installation.",
    )
