"""The pages of imports: who sees them, what they tell, and that a long list costs no more than a short one."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders
from tests.exchange.returns import a_file, a_header, an_episode, imported
from vatra.access.models import Unit
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.exchange.queries import ROWS_ON_A_PAGE
from vatra.exchange.ssda903.report import Report

pytestmark = pytest.mark.django_db


def _an_import(tmp_path: Path, unit: Unit, rows: int = 1) -> Report:
    strange = [an_episode("31/02/2018", CHILD=str(number)) for number in range(rows)]
    folder = a_file(tmp_path / "returns", "2018-episodes.csv", an_episode("10/05/2017"), *strange)
    return imported(a_file(folder, "2018-header.csv", a_header()), unit)


def _as(client: Client, role: Role, unit: Unit) -> Client:
    return builders.signed_in(client, builders.a_user(role, unit))


def test_an_auditor_sees_the_imports_into_the_units_below(client: Client, tmp_path: Path) -> None:
    organisation = builders.a_unit("SOS")
    report = _an_import(tmp_path, builders.a_unit("Import", parent=organisation))

    page = _as(client, Role.AUDITOR, organisation).get(reverse("exchange:imports"))

    assert [run.pk for run in page.context["runs"]] == [report.run]
    assert f"Import {report.run}, 6 May 2024" in page.content.decode()


def test_an_import_shows_each_row_set_aside_with_its_reason_and_as_it_came(
    client: Client, tmp_path: Path
) -> None:
    unit = builders.a_unit()
    report = _an_import(tmp_path, unit)

    page = _as(client, Role.AUDITOR, unit).get(reverse("exchange:import_run", args=[report.run]))

    (row,) = page.context["rows"]
    assert (row.file_name, row.line, row.code) == ("2018-episodes.csv", 3, "no_such_day")
    assert row.sentence == "DECOM is “31/02/2018”, a day that does not exist."
    assert (
        "<code>CHILD</code> 0 · <code>DECOM</code> 31/02/2018 · <code>RNE</code> S" in page.content.decode()
    )
    assert [(count.name, count.read, count.set_aside) for count in page.context["counts"]] == [
        ("Children", 1, 0),
        ("Episodes of care", 2, 1),
    ]


@pytest.mark.parametrize("fate", ["used", "merged", "set_aside"])
def test_the_lists_of_rows_are_as_long_as_they_say(client: Client, tmp_path: Path, fate: str) -> None:
    unit = builders.a_unit()
    report = _an_import(tmp_path, unit)

    page = _as(client, Role.AUDITOR, unit).get(
        reverse("exchange:import_run", args=[report.run]), {"fate": fate}
    )

    (current,) = [link for link in page.context["fates"] if link.is_current]
    assert (current.url[-len(fate) :], current.note) == (fate, str(len(page.context["rows"])))


def test_a_long_list_is_read_page_by_page_with_the_same_queries(
    client: Client, tmp_path: Path, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    unit = builders.a_unit()
    report = _an_import(tmp_path, unit, rows=ROWS_ON_A_PAGE + 5)
    _as(client, Role.AUDITOR, unit)
    address = reverse("exchange:import_run", args=[report.run])

    with django_assert_max_num_queries(10):  # type: ignore[operator]
        first = client.get(address)
    second = client.get(address + first.context["next"])

    assert [len(page.context["rows"]) for page in (first, second)] == [ROWS_ON_A_PAGE, 5]
    assert second.context["next"] == ""
    assert len(first.content) < 100_000


@pytest.mark.parametrize("wrong", ["x", "-1", "9" * 30, "²"])
def test_a_page_that_begins_nowhere_begins_at_the_start(client: Client, tmp_path: Path, wrong: str) -> None:
    unit = builders.a_unit()
    report = _an_import(tmp_path, unit)
    _as(client, Role.AUDITOR, unit)

    page = client.get(reverse("exchange:import_run", args=[report.run]), {"after": wrong, "fate": wrong})

    assert len(page.context["rows"]) == 1


def test_the_reason_is_said_in_the_language_of_the_reader(client: Client, tmp_path: Path) -> None:
    unit = builders.a_unit()
    report = _an_import(tmp_path, unit)
    _as(client, Role.AUDITOR, unit).cookies["language"] = "sq"

    page = client.get(reverse("exchange:import_run", args=[report.run]))

    assert page.headers["Content-Language"] == "sq"
    assert page.context["rows"][0].code == "no_such_day"


def test_an_import_into_another_town_does_not_exist_for_a_stranger(client: Client, tmp_path: Path) -> None:
    report = _an_import(tmp_path, builders.a_unit())
    _as(client, Role.AUDITOR, builders.a_unit())

    assert client.get(reverse("exchange:import_run", args=[report.run])).status_code == 404
    assert list(client.get(reverse("exchange:imports")).context["runs"]) == []


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.CARER, Role.DONOR_RELATIONS])
def test_who_has_no_business_with_imports_is_refused(client: Client, tmp_path: Path, role: Role) -> None:
    unit = builders.a_unit()
    report = _an_import(tmp_path, unit)
    _as(client, role, unit)

    for address in (reverse("exchange:imports"), reverse("exchange:import_run", args=[report.run])):
        assert client.get(address).status_code == 403


def test_the_childs_page_shows_what_the_returns_say_and_the_reading_is_on_record(
    client: Client, tmp_path: Path
) -> None:
    unit = builders.a_unit()
    _an_import(tmp_path, unit)
    file = File.objects.get()

    page = _as(client, Role.SOCIAL_WORKER, unit).get(reverse("exchange:child_records", args=[file.reference]))

    assert [(fact.table, fact.facts) for fact in page.context["facts"]] == [("Children", {"ETHNIC": "WBRI"})]
    assert [row.table for row in page.context["rows"]] == ["Episodes of care", "Children"]


def test_the_childs_page_does_not_exist_for_a_stranger(client: Client, tmp_path: Path) -> None:
    _an_import(tmp_path, builders.a_unit())
    _as(client, Role.SOCIAL_WORKER, builders.a_unit())

    page = client.get(reverse("exchange:child_records", args=[File.objects.get().reference]))

    assert page.status_code == 404
