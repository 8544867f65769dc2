"""What is saved asks the database fifteen times at most; issuing as often for brothers and sisters as for one child."""

import pytest
from django.db import connection
from django.test import Client

from tests.builders import (
    TODAY,
    WENT_ON,
    a_decision,
    a_file,
    a_hearing,
    a_home,
    a_question,
    a_supervisor,
    an_option,
    at,
    signed_in,
    worker_of,
)
from tests.desk.counting import MOST_QUERIES
from vatra.desk.measure import Counter
from vatra.homes.words import FormOfCare

# With a transaction of its own a page asks as often as in production, where no test stands around it.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.time_machine(at(), tick=False)]


def statements(browser: Client, address: str, sent: dict[str, str]) -> int:
    """How often sending the page asks the database, until it leads on."""
    counter = Counter()
    with connection.execute_wrapper(counter):
        answer = browser.post(address, {**sent, "once": "3a6f"})
    assert answer.status_code == 302, answer.content.decode()
    assert not answer.headers["Location"].startswith("/account/")
    return counter.queries


def test_saving_a_visit() -> None:
    file = a_file()
    browser = signed_in(Client(), worker_of(file))
    written = {"visited_on": TODAY.isoformat(), "purpose": "regular", "account": "She was asleep."}
    assert statements(browser, f"/files/{file.reference}/visits/new/", written) <= MOST_QUERIES


def test_placing() -> None:
    file, home = a_file(), a_home()
    (outcome,) = a_decision(file, home=home)
    browser = signed_in(Client(), worker_of(file))
    written = {"first_day": TODAY.isoformat(), "reason_R-10": "The court names one this week."}
    assert statements(browser, f"/outcomes/{outcome.pk}/place/", written) <= MOST_QUERIES


@pytest.mark.parametrize("children", [1, 3])
def test_issuing_a_decision(children: int) -> None:
    first = a_file()
    others = [a_file(worker=worker_of(first)) for _child in range(children - 1)]
    question = a_question(first, *others)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    chosen = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    written = {
        **{f"child_{child.pk}": str(chosen.pk) for child in question.children.all()},
        **{f"reason_{code}": reason for code, reason in WENT_ON.items()},
        **{f"reason_{code}-3": reason for code, reason in WENT_ON.items() if code[-2:] != "-2"},
        "effective_on": TODAY.isoformat(),
        "review_on": "2026-06-01",
        "legal_basis": "Family Law 2004/32",
        "because": "The grandmother lives near.",
    }
    browser = signed_in(Client(), a_supervisor(question.unit))
    assert statements(browser, f"/questions/{question.pk}/issue/", written) <= MOST_QUERIES
