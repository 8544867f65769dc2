"""Finding a person: in any spelling, through the family, by number, and never more than is open to the reader."""

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_home,
    a_person,
    a_placement,
    a_unit,
    a_user,
    at,
    by,
    siblings,
    signed_in,
    worker_of,
)
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.desk import find
from vatra.desk.find import find_files
from vatra.people.actions import add_identifier, add_kin, add_name, rename_person

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def found(text: str, user: User) -> list[str]:
    """The names of the children found."""
    return [each.file.child.name for each in find_files(text, by=user, on=TODAY)]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Dren Berisha", "Dren Berisha"),
        ("Dren Berisha", "berisha dren"),
        ("Dren Berisha", "Dren Berish"),
        ("Dren Berisha", "Dern Berisha"),
        ("Dren Berisha", "berisha"),
        ("Милица Јовановић", "milica jovanovic"),
        ("Milica Jovanović", "Милица Јовановић"),
        ("Gjon Çela", "Đon Cela"),
        ("Xhemail Hoxha", "Džemail Hodža"),
        ("Qemal Thaçi", "Ćemal Tači"),
        ("Aleksandër Gashi", "Leka Gashi"),
    ],
)
def test_a_child_is_found_in_any_spelling(name: str, typed: str) -> None:
    file = a_file(a_child(name))
    assert found(typed, worker_of(file)) == [name]


def test_the_likeliest_comes_first() -> None:
    worker = a_user()
    for name in ("Arben Gashi", "Arta Gashi", "Arta Gashaj"):
        a_file(a_child(name), worker=worker)
    assert found("Arta Gashi", worker)[0] == "Arta Gashi"


def test_a_mother_or_a_carer_leads_to_the_children() -> None:
    unit = a_unit()
    worker = a_user(unit=unit)
    brother, sister = a_child("Dren Berisha"), a_child("Lea Berisha")
    mother = siblings(brother, sister)
    carer = a_person("Nexhmije Rama")
    for child in (brother, sister):
        a_file(child, worker=worker)
    a_placement(brother.files.get(), home=a_home(carer=carer))
    assert set(found(mother.name, worker)) == {"Dren Berisha", "Lea Berisha"}
    (led,) = find_files("Nexhmije Rama", by=worker, on=TODAY)
    assert (led.file.child, led.person, str(led.tie_in_words)) == (brother, "Nexhmije Rama", "carer today")


def test_other_and_former_names_are_found_too() -> None:
    file = a_file(a_child("Dren Berisha"))
    worker = worker_of(file)
    add_name(person=file.child, kind="also_known", given_name="Bubi", family_name="", by=by(worker))
    rename_person(
        person=file.child,
        given_name="Dren",
        family_name="Krasniqi",
        kind="former",
        why="Adopted.",
        by=by(worker),
    )
    for typed in ("Bubi", "Dren Berisha", "Krasniqi"):
        assert found(typed, worker) == ["Dren Krasniqi"]


def test_a_file_number_or_a_sealed_number_is_found_whole_or_not_at_all() -> None:
    file = a_file()
    worker = worker_of(file)
    add_identifier(person=file.child, kind="personal_number", issuer="ARC", value="1234567890", by=by(worker))
    assert found(f" {file.reference.lower()} ", worker) == [file.child.name]
    assert found("1234567890", worker) == [file.child.name]
    assert found("123456789", worker) == []
    assert found(file.reference[:-1], worker) == []


def test_a_hidden_file_answers_like_one_that_does_not_exist(client: Client) -> None:
    file = a_file(a_child("Dren Berisha"))
    add_identifier(
        person=file.child, kind="personal_number", issuer="ARC", value="1234567890", by=by(worker_of(file))
    )
    mother = siblings(file.child)
    signed_in(client, a_user())

    def answer(text: str) -> str:
        shown = client.get("/find/", {"q": text}).content.decode()
        return shown[shown.index("<main") : shown.index("</main>")].replace(text, "…")

    nothing = answer("Nobody Nowhere")
    for text in ("Dren Berisha", mother.name, file.reference, "1234567890"):
        assert answer(text) == nothing


def test_who_lives_elsewhere_now_does_not_lead_there_any_more() -> None:
    carer = a_person("Nexhmije Rama")
    placement = a_placement(home=a_home(carer=carer))
    worker = worker_of(placement.file)
    placement.last_day, placement.end_reason = placement.first_day, "home_closed"
    placement.save()
    assert found("Nexhmije Rama", worker) == []


def test_a_common_name_does_not_hide_the_few_children_one_knows() -> None:
    mine = a_file(a_child("Arta Krasniqi"))
    for _number in range(60):
        a_child("Arta Krasniqi")
    assert found("Arta Krasniqi", worker_of(mine)) == ["Arta Krasniqi"]


def test_who_reaches_many_files_finds_and_is_refused_in_the_same_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "FEW_FILES", 1)
    unit = a_unit()
    for name in ("Dren Berisha", "Lea Gashi"):
        a_file(a_child(name), unit=unit)
    a_file(a_child("Dren Berishaj"))
    assert found("Dren Berish", a_user(Role.SUPERVISOR, unit)) == ["Dren Berisha"]


def test_a_person_who_is_mother_and_known_child_leads_to_her_own_file_first() -> None:
    worker = a_user()
    young_mother, baby = a_child("Albulena Morina"), a_child("Sara Morina")
    for child in (young_mother, baby):
        a_file(child, worker=worker)
    add_kin(person=baby, relative=young_mother, kind="mother", by=by(worker))
    assert found("Albulena Morina", worker)[:2] == ["Albulena Morina", "Sara Morina"]


@pytest.mark.parametrize("typed", ["", "   ", "?", "%", "a" * 121, "'; drop table"])
def test_a_search_for_nothing_finds_nothing(client: Client, typed: str) -> None:
    file = a_file()
    shown = signed_in(client, worker_of(file)).get("/find/", {"q": typed})
    assert shown.status_code == 200
    assert file.reference not in shown.content.decode()


def test_who_may_not_search_is_refused(client: Client) -> None:
    assert signed_in(client, a_user(Role.CARER)).get("/find/").status_code == 403


def test_the_search_costs_the_same_for_one_and_for_thirty(client: Client) -> None:
    worker = a_user()
    a_file(a_child("Dren Berisha"), worker=worker)
    signed_in(client, worker)
    few, _bytes = cost(client, "/find/?q=Dren+Berish")
    for _number in range(29):
        a_file(a_child("Dren Berisha"), worker=worker)
    many, size = cost(client, "/find/?q=Dren+Berish")
    assert many == few <= MOST_QUERIES
    assert size < MOST_BYTES
