"""Options are forms of care with a home, or ways to be in touch; each says what it would mean soon and in years."""

import pytest
from django.test import Client

from tests.builders import a_file, a_home, a_question, a_user, an_option, by, signed_in
from tests.decisions.tellings import codes
from tests.decisions.workspaces import browser_of
from vatra.access.roles import Role
from vatra.decisions.actions import change_option
from vatra.decisions.models import Option
from vatra.decisions.weighing.cells import fingerprint_of_option
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db

TERMS = {"short_term": "She sleeps in her own room.", "long_term": "She grows up in the village."}


def test_an_option_says_what_it_means_soon_and_in_years(client: Client) -> None:
    question = a_question(a_file())
    signed_in(client, question.asked_by)
    given = {"form": "kinship", "home": "", "in_words": "with aunt Teuta", **TERMS}
    assert client.post(f"/questions/{question.pk}/options/new/", given).status_code == 302
    option = Option.objects.get()
    assert (option.form, option.short_term) == ("kinship", TERMS["short_term"])
    page = client.get(f"/questions/{question.pk}/").text
    assert TERMS["long_term"] in page


def test_a_question_about_contact_has_ways_of_contact_and_no_homes(client: Client) -> None:
    question = a_question(a_file(), kind="contact_restriction")
    signed_in(client, question.asked_by)
    page = client.get(f"/questions/{question.pk}/options/new/").text
    assert 'name="home"' not in page
    assert 'name="form"' not in page
    given = {"contact": "supervised", "in_words": "on Saturdays, with the aunt there"}
    assert client.post(f"/questions/{question.pk}/options/new/", given).status_code == 302
    assert (Option.objects.get().contact, Option.objects.get().form) == ("supervised", None)


def test_the_home_is_named_once_it_is_found(client: Client) -> None:
    question = a_question(a_file())
    option = an_option(question, FormOfCare.FOSTER_LONG, weighed=False)
    home = a_home("Family Morina", form="foster_long", unit=question.unit)
    signed_in(client, question.asked_by)
    page = f"/options/{option.pk}/change/"
    seen = {"seen": fingerprint_of_option(option)}
    given = {"in_words": "with the Morina family", "home": home.pk, **TERMS, **seen}
    assert client.post(page, given).status_code == 302
    option.refresh_from_db()
    assert (option.home, option.in_words) == (home, "with the Morina family")
    assert Event.objects.latest("pk").act == "change_option"


def test_an_option_that_somebody_changed_meanwhile_is_shown_before_it_is_written_over() -> None:
    question = a_question(a_file())
    option = an_option(question, FormOfCare.KINSHIP, weighed=False)
    arta, besa = browser_of(question.asked_by), browser_of(a_user(unit=question.unit))
    page = f"/options/{option.pk}/change/"
    seen = {"seen": fingerprint_of_option(option)}
    assert arta.post(page, {"in_words": "with aunt Teuta next door", **seen}).status_code == 302
    answer = besa.post(page, {"in_words": "with aunt Teuta in Prizren", **seen})
    assert answer.status_code == 422
    assert "with aunt Teuta next door" in answer.text
    option.refresh_from_db()
    again = {"in_words": "with aunt Teuta in Prizren", "seen": fingerprint_of_option(option)}
    assert besa.post(page, again).status_code == 302
    option.refresh_from_db()
    assert option.in_words == "with aunt Teuta in Prizren"


def test_the_option_of_a_decided_question_stays_as_it_was() -> None:
    question = a_question(a_file())
    option = an_option(question, FormOfCare.KINSHIP)
    question.withdrawn_on = question.asked_on
    question.save()
    with pytest.raises(Refused) as refused:
        change_option(
            option=option,
            in_words="Otherwise",
            home=None,
            short_term="",
            long_term="",
            seen=fingerprint_of_option(option),
            by=by(question.asked_by),
        )
    assert codes(refused) == {"question-withdrawn"}


@pytest.mark.parametrize("path", ["/questions/{question}/options/new/", "/options/{option}/change/"])
def test_strangers_find_no_page_and_readers_may_not_change_it(client: Client, path: str) -> None:
    question = a_question(a_file())
    option = an_option(question, FormOfCare.KINSHIP, weighed=False)
    page = path.format(question=question.pk, option=option.pk)
    signed_in(client, a_user())
    assert client.get(page).status_code == 404
    signed_in(client, a_user(Role.AUDITOR, question.unit))
    assert client.get(page).status_code == 403
