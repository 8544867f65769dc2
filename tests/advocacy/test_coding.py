"""Coding: two people answer apart from each other, and what differs is settled by both or by a third."""

from datetime import date
from random import Random

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.advocacy.actions import a_campaign, an_officer, keeping
from tests.advocacy.media import a_clipping, a_message, an_outlet, answers, coded
from tests.builders import TODAY, a_user, at, signed_in
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.advocacy.actions.coding import settle_coding
from vatra.advocacy.media.books import book, latest
from vatra.advocacy.media.coded import coded_clippings, codes_that_hold
from vatra.advocacy.media.codes import agreement_by_question, disagreements
from vatra.advocacy.media.summary import by_month
from vatra.advocacy.models import Adjudication, Clipping, Coding
from vatra.kernel.concern import Refused
from vatra.kernel.in_languages import SITE_LANGUAGES
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def test_somebody_answers_the_whole_book_on_one_page(client: Client) -> None:
    campaign = a_campaign()
    message, clipping = a_message(campaign), a_clipping(campaign)
    officer = an_officer()
    browser = signed_in(client, officer)
    address = f"/media/clippings/{clipping.pk}/code/"
    page = browser.get(address).content.decode()
    assert all(str(question.wording) in page for question in latest().questions)
    assert "Every child belongs in a family" in page
    missing = browser.post(address, answers(tone=""))
    assert (missing.status_code, Coding.objects.count()) == (422, 0)
    browser.post(address, answers(message=str(message.pk), pity_frame="yes"))
    coding = Coding.objects.get()
    assert (coding.coder, coding.turn, coding.book) == (officer, 1, latest().number)
    assert (coding.codes["message"], coding.codes["pity_frame"]) == (str(message.pk), "yes")
    assert Event.objects.filter(act="code_clipping").get().facts == {"clipping": clipping.pk, "book": 1}


def test_the_second_coder_does_not_see_the_firsts_answers_before_answering(client: Client) -> None:
    clipping = a_clipping()
    first, second, third = an_officer(), an_officer(), an_officer()
    coded(clipping, first, answers(stigma="yes"))
    address = f"/media/clippings/{clipping.pk}/"
    question = str(latest().question("stigma").wording)

    def sees(user: User) -> bool:
        return question in signed_in(client, user).get(address).content.decode()

    assert [sees(user) for user in (first, second, third)] == [True, False, False]
    assert not Coding.objects.readable_by(second).exists()
    coded(clipping, second)
    assert [sees(user) for user in (first, second, third)] == [True, True, True]
    assert Coding.objects.readable_by(third).count() == 2


def test_nobody_codes_twice_nobody_is_the_third_and_no_answer_is_changed() -> None:
    clipping, first = a_clipping(), an_officer()
    coding = coded(clipping, first)
    with pytest.raises(IntegrityError, match="coded_twice_by_one"), transaction.atomic():
        coded(clipping, first)
    coded(clipping)
    with pytest.raises(IntegrityError, match="coded_by_too_many"), transaction.atomic():
        coded(clipping)
    with pytest.raises(IntegrityError, match="coding_changed"), transaction.atomic():
        Coding.objects.filter(pk=coding.pk).update(codes=answers(tone="for"))
    with pytest.raises(IntegrityError, match="coding_changed"), transaction.atomic():
        coding.delete()


@pytest.mark.parametrize(
    "wrong", [{"tone": "lovely"}, {"message": "12345"}, {"stigma": ""}, {"unheard_of": "yes"}]
)
def test_only_answers_of_the_book_are_kept(wrong: dict[str, str]) -> None:
    with pytest.raises(Refused, match="Answer every question of the code book"):
        coded(a_clipping(), codes=answers(**wrong))


def test_the_message_of_another_campaign_is_no_answer() -> None:
    message = a_message(a_campaign())
    with pytest.raises(Refused, match="Answer every question"):
        coded(a_clipping(a_campaign()), codes=answers(message=str(message.pk)))


def differing() -> tuple[Clipping, User, User]:
    """An article in which only one of two coders saw pity."""
    clipping, first, second = a_clipping(a_campaign()), an_officer(), an_officer()
    coded(clipping, first)
    coded(clipping, second, answers(pity_frame="yes"))
    return clipping, first, second


def test_a_third_person_settles_what_differs_and_nothing_else(client: Client) -> None:
    clipping, _first, _second = differing()
    browser = signed_in(client, an_officer())
    address = f"/media/clippings/{clipping.pk}/settle/"
    page = browser.get(address).content.decode()
    assert page.count('type="radio"') == 2
    assert "you decide as the third person" in page
    browser.post(address, {"pity_frame": "yes", "why": "The picture of a crying child."})
    settled = Adjudication.objects.get()
    assert settled.codes == answers(pity_frame="yes")
    assert settled.together_with is None
    (pair,) = coded_clippings()
    assert (pair[1].holds, list(disagreements([pair[1]]))) == (answers(pity_frame="yes"), [])
    assert (
        "The picture of a crying child." in browser.get(f"/media/clippings/{clipping.pk}/").content.decode()
    )


def test_one_of_the_coders_settles_it_with_the_other_only(client: Client) -> None:
    clipping, first, second = differing()
    page = signed_in(client, first).get(f"/media/clippings/{clipping.pk}/settle/").content.decode()
    assert "settle it together with the other" in page
    settled = {"clipping": clipping, "codes": {"pity_frame": "no"}, "why": "It quotes a mother."}
    for by, together in ((first, None), (first, first), (first, an_officer()), (an_officer(), second)):
        with pytest.raises(IntegrityError, match="settled_by_one_coder"), transaction.atomic():
            settle_coding(**settled, together_with=together, by=keeping(by))  # type: ignore[arg-type]
    client.post(f"/media/clippings/{clipping.pk}/settle/", {"pity_frame": "no", "why": "It quotes a mother."})
    assert (Adjudication.objects.get().decided_by, Adjudication.objects.get().together_with) == (
        first,
        second,
    )


def test_before_both_are_done_there_is_nothing_to_settle(client: Client) -> None:
    clipping = a_clipping()
    coded(clipping)
    assert signed_in(client, an_officer()).get(f"/media/clippings/{clipping.pk}/settle/").status_code == 404
    with pytest.raises(Refused, match="after two people have coded"):
        settle_coding(clipping=clipping, codes={}, why="Because.", together_with=None, by=keeping())
    with pytest.raises(IntegrityError, match="settled_before_both_coded"), transaction.atomic():
        Adjudication.objects.create(
            clipping=clipping, codes={}, why="Because.", decided_by=an_officer(), decided_at=at()
        )


def test_forty_articles_coded_by_two_show_kappa_its_interval_and_where_they_differ(client: Client) -> None:
    chance, campaign, outlet = Random(40), a_campaign(), an_outlet()
    message = str(a_message(campaign).pk)
    first, second = an_officer(), an_officer()
    alike, pity = 0, []
    for number in range(40):
        clipping = a_clipping(campaign, outlet=outlet, title=f"Article {number}")
        truth = answers(
            tone=chance.choice(["for", "neutral", "against"]), message=chance.choice([message, "none"])
        )
        truth["pity_frame"] = chance.choice(["yes", "no"])
        other = dict(truth)
        if chance.random() < 0.2:
            other["pity_frame"] = "no" if truth["pity_frame"] == "yes" else "yes"
        coded(clipping, first, truth)
        coded(clipping, second, other)
        alike += truth == other
        pity.append((truth["pity_frame"], other["pity_frame"]))
    pairs = [pair for _clipping, pair in coded_clippings()]
    figures = agreement_by_question(pairs, latest())
    assert (figures["tone"].n, figures["tone"].kappa) == (40, 1.0)
    assert figures["named_child"].kappa is None
    observed = sum(one == other for one, other in pity) / 40
    assert figures["pity_frame"].observed == pytest.approx(observed)
    assert len(disagreements(pairs)) == 40 - alike
    assert 0 < alike < 40
    page = signed_in(client, a_user(Role.DONOR_RELATIONS)).get("/media/agreement/").content.decode()
    kappa, interval = figures["pity_frame"].kappa, figures["pity_frame"].interval
    assert interval is not None
    assert f'<div class="vatra-stacked__content">{kappa:.2f}</div>' in page
    assert f"{interval[0]:.2f} to {interval[1]:.2f}" in page
    assert page.count("/media/clippings/") == 40 - alike


def test_the_summary_counts_what_holds_month_by_month(client: Client) -> None:
    campaign = a_campaign("i-give-hope")
    message = a_message(campaign, "Every child belongs in a family")
    for day, pity in ((TODAY, "yes"), (TODAY, "no"), (date(2026, 2, 3), "yes")):
        clipping = a_clipping(campaign, published_on=day)
        for _coder in range(2):
            coded(clipping, codes=answers(message=str(message.pk), pity_frame=pity, stigma=pity))
    open_one = a_clipping(campaign)
    coded(open_one)
    coded(open_one, codes=answers(named_child="yes"))
    march, february = by_month(codes_that_hold(campaign), latest())
    assert (march.first_day, march.clippings, march.coded) == (date(2026, 3, 1), 3, 2)
    assert (dict(march.messages), dict(march.breaches), march.breached) == (
        {str(message.pk): 2},
        {"pity_frame": 1, "stigma": 1},
        2,
    )
    assert (february.clippings, february.breached) == (1, 2)
    page = signed_in(client, an_officer()).get("/media/campaigns/i-give-hope/").content.decode()
    assert "Every child belongs in a family: 2" in page
    assert "3 (2 with answers that hold)" in " ".join(page.split())


def test_the_book_is_written_in_the_three_languages_and_asks_what_it_must() -> None:
    version = book(1)
    texts = [text for question in version.questions for text in (question.wording, question.hint)]
    texts += [answer for question in version.questions for answer in question.answers.values()]
    assert all(set(text) == set(SITE_LANGUAGES) for text in texts)
    assert [question.code for question in version.questions if question.is_ethical] == [
        "named_child",
        "recognisable_child",
        "pity_frame",
        "stigma",
    ]
    assert [question.code for question in version.questions if question.is_about_message] == ["message"]


def test_who_only_reads_campaigns_codes_nothing(client: Client) -> None:
    clipping = a_clipping()
    browser = signed_in(client, a_user(Role.DONOR_RELATIONS))
    assert browser.get(f"/media/clippings/{clipping.pk}/").status_code == 200
    assert browser.get(f"/media/clippings/{clipping.pk}/code/").status_code == 403
    assert browser.get("/media/new/").status_code == 403
