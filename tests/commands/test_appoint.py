"""The first steps of an installation: its tables are made, then `./vatra appoint` opens the first account."""

import json

import psycopg
import pytest

from tests.commands.clusters import order
from tests.commands.terminal import launched
from vatra.commands import existing
from vatra.commands.cluster import roles

ENES = ("appoint", "--username", "enes.hadzic", "--name", "Enes Hadžić", "--role", "administrator")
UNIT = ("--unit", "Vatra e Fëmijëve")


@pytest.fixture(scope="module")
def made(place):
    """The addresses of an empty database, and what `./vatra migrate` said when it had made the tables."""
    order(place, "CREATE DATABASE existing OWNER vatra_owner")
    addresses = {
        "VATRA_HOME": str(place.home / "other"),
        "DATABASE_URL": roles.address(place, roles.APP, "existing"),
        "DATABASE_OWNER_URL": roles.address(place, roles.OWNER, "existing"),
    }
    return addresses, launched("migrate", "--json", **addresses)


@pytest.fixture(scope="module")
def home(made):
    """One installation, on which the first administrator was appointed."""
    addresses, _told = made
    return addresses, launched(*ENES, *UNIT, "--json", **addresses)


def test_the_tables_are_made_by_their_owner_and_only_used_by_the_application(made, place):
    addresses, done = made
    assert json.loads(done.stdout)["ok"] is True, done.stdout
    assert not existing.owns_tables(addresses["DATABASE_URL"])
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        order(place, "UPDATE kernel_event SET why = ''", roles.APP, "existing")


def test_the_first_administrator_gets_a_password_and_the_organisation(home):
    first = home[1]
    report = json.loads(first.stdout)
    assert (first.returncode, report["ok"]) == (0, True), first.stderr
    assert (report["username"], report["role"], report["unit"]) == (
        "enes.hadzic",
        "administrator",
        "Vatra e Fëmijëve",
    )
    assert len(report["starting_password"]) == 19


def test_a_user_name_that_exists_is_refused_and_says_what_to_do(home):
    again = launched(*ENES, *UNIT, "--json", **home[0])
    report = json.loads(again.stdout)
    assert (again.returncode, report["ok"]) == (1, False)
    assert report["failed"] == "The user name enes.hadzic exists already."
    assert "Choose another --username" in report["remedy"]


def test_a_unit_that_does_not_exist_is_refused_with_those_that_do(home):
    other = ("appoint", "--username", "other", "--name", "Other", "--role", "auditor", "--unit", "Nowhere")
    done = launched(*other, "--json", **home[0])
    assert done.returncode == 1
    assert "“Vatra e Fëmijëve”" in json.loads(done.stdout)["remedy"]


def test_on_paper_the_password_is_told_with_what_becomes_of_it(home):
    other = ("appoint", "--username", "milan", "--name", "Milan Stojanović", "--role", "auditor")
    done = launched(*other, *UNIT, **home[0])
    assert done.returncode == 0, done.stderr
    assert "Milan Stojanović may sign in as milan" in done.stdout
    assert "must be changed at the first sign-in" in done.stdout
