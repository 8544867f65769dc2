"""Weighing together: two people, one option; nothing that somebody wrote is overwritten unseen."""

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_question, a_user, an_option, by, signed_in, weigh, worker_of
from tests.decisions.tellings import codes
from tests.decisions.workspaces import browser_of
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.models import File, Note
from vatra.decisions.actions import weigh_option, withdraw
from vatra.decisions.models import Option, Weighing
from vatra.decisions.weighing.cells import Cell, fingerprint_of
from vatra.decisions.words import Factor
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db

HEALTH = {"health_leaning": "for", "health_sentence": "The health centre is near."}


def an_open_option() -> Option:
    """An option nobody has weighed."""
    return an_option(a_question(a_file()), FormOfCare.KINSHIP, weighed=False)


def a_colleague(option: Option) -> User:
    """Somebody of the same team."""
    return a_user(unit=option.question.unit)


def a_note(file: File, note: str = "The health centre is five minutes away.") -> Note:
    """An entry of the file."""
    return Note.objects.create(file=file, noted_on=TODAY, note=note, noted_by=worker_of(file))


def health_of(option: Option) -> Weighing:
    """What is written about health."""
    return Weighing.objects.get(option=option, factor="health")


def seen_of(option: Option, *factors: str) -> dict[str, str]:
    """What the page carries along about these factors, as it stands now."""
    standing = {each.factor: each for each in Weighing.objects.filter(option=option)}
    return {f"{factor}_seen": fingerprint_of(standing.get(factor)) for factor in factors or Factor.values}


def test_what_two_people_write_about_different_factors_stands_side_by_side() -> None:
    option = an_open_option()
    arta, besa = browser_of(option.question.asked_by), browser_of(a_colleague(option))
    opened = seen_of(option)
    page = f"/options/{option.pk}/"
    assert arta.post(page, {**opened, **HEALTH}).status_code == 302
    family = {"family_leaning": "against", "family_sentence": "They quarrel with the mother."}
    assert besa.post(page, {**opened, **family}).status_code == 302
    assert set(option.weighings.values_list("factor", flat=True)) == {"health", "family"}


def both_wrote(option: Option) -> tuple[Client, dict[str, str]]:
    """Arta has written about health; Besa, who opened the page before, sends another sentence."""
    arta, besa = browser_of(option.question.asked_by), browser_of(a_colleague(option))
    opened = seen_of(option)
    page = f"/options/{option.pk}/"
    arta.post(page, {**opened, **HEALTH})
    mine = {**opened, "health_leaning": "against", "health_sentence": "The hospital is two hours away."}
    answer = besa.post(page, mine)
    assert answer.status_code == 422
    assert "The health centre is near." in answer.text
    assert "The hospital is two hours away." in answer.text
    assert "Choose which words stay." in answer.text
    return besa, mine


def test_where_two_people_wrote_at_once_both_texts_are_shown_and_nothing_is_overwritten() -> None:
    option = an_open_option()
    both_wrote(option)
    assert health_of(option).sentence == "The health centre is near."


@pytest.mark.parametrize(
    ("choice", "sentence", "kept"),
    [
        ("theirs", "The hospital is two hours away.", "The health centre is near."),
        ("mine", "The hospital is two hours away.", "The hospital is two hours away."),
        ("mine", "Near for a cold, far for the heart.", "Near for a cold, far for the heart."),
    ],
)
def test_the_second_person_takes_theirs_or_mine_or_new_words(choice: str, sentence: str, kept: str) -> None:
    option = an_open_option()
    besa, mine = both_wrote(option)
    shown = {"health_theirs": seen_of(option, "health")["health_seen"], "health_choice": choice}
    again = {**mine, **shown, "health_sentence": sentence}
    assert besa.post(f"/options/{option.pk}/", again).status_code == 302
    assert health_of(option).sentence == kept


def test_without_a_choice_nothing_is_overwritten() -> None:
    option = an_open_option()
    besa, mine = both_wrote(option)
    shown = {"health_theirs": seen_of(option, "health")["health_seen"]}
    assert besa.post(f"/options/{option.pk}/", {**mine, **shown}).status_code == 422
    assert health_of(option).sentence == "The health centre is near."


def test_words_that_changed_once_more_while_somebody_chose_are_shown_again() -> None:
    option = an_open_option()
    besa, mine = both_wrote(option)
    shown = {"health_theirs": seen_of(option, "health")["health_seen"], "health_choice": "mine"}
    weigh(
        option=option,
        factor="health",
        leaning="unknown",
        sentence="Nobody asked the doctor.",
        by=by(option.question.asked_by),
    )
    answer = besa.post(f"/options/{option.pk}/", {**mine, **shown})
    assert answer.status_code == 422
    assert "Nobody asked the doctor." in answer.text


def test_the_same_words_by_two_people_are_no_conflict_and_no_second_event() -> None:
    option = an_open_option()
    arta, besa = browser_of(option.question.asked_by), browser_of(a_colleague(option))
    opened = seen_of(option)
    for browser in (arta, besa):
        assert browser.post(f"/options/{option.pk}/", {**opened, **HEALTH}).status_code == 302
    assert Event.objects.filter(act="weigh").count() == 1


def test_a_cell_nobody_touched_keeps_what_somebody_else_wrote() -> None:
    option = an_option(a_question(a_file()), FormOfCare.KINSHIP)
    before = health_of(option)
    opened = {
        **seen_of(option),
        **{f"{each.factor}_leaning": each.leaning for each in option.weighings.all()},
        **{f"{each.factor}_sentence": each.sentence for each in option.weighings.all()},
    }
    weigh(
        option=option,
        factor="health",
        leaning="against",
        sentence="The doctor says it is too damp.",
        by=by(a_colleague(option)),
    )
    mine = {**opened, "family_sentence": "They are the mother's parents."}
    assert browser_of(option.question.asked_by).post(f"/options/{option.pk}/", mine).status_code == 302
    assert health_of(option).sentence == "The doctor says it is too damp."
    assert before.sentence == "It speaks for it."


def test_a_sentence_names_the_entry_it_rests_on_and_the_workspace_links_it(client: Client) -> None:
    option = an_open_option()
    note = a_note(option.question.children.get().file)
    signed_in(client, option.question.asked_by)
    page = f"/options/{option.pk}/"
    assert f'value="note:{note.pk}"' in client.get(page).text
    given = {**seen_of(option), **HEALTH, "health_source": f"note:{note.pk}"}
    assert client.post(page, given).status_code == 302
    assert health_of(option).source == f"note:{note.pk}"
    workspace = client.get(f"/questions/{option.question_id}/").text
    assert f'href="/entries/notes/{note.pk}/"' in workspace
    assert "Note, 16 March 2026" in workspace


def test_an_entry_of_another_childs_file_is_no_source() -> None:
    option, elsewhere = an_open_option(), a_note(a_file())
    with pytest.raises(Refused) as refused:
        weigh(
            option=option,
            factor="health",
            leaning="for",
            sentence="As written.",
            source=f"note:{elsewhere.pk}",
            by=by(option.question.asked_by),
        )
    assert codes(refused) == {"R-03-source"}


@pytest.mark.parametrize("source", ["note", "note:", "note:x", "diary:1", "note:99999999"])
def test_a_source_that_does_not_exist_is_refused(source: str) -> None:
    option = an_open_option()
    with pytest.raises(Refused) as refused:
        weigh(
            option=option,
            factor="health",
            leaning="for",
            sentence="As written.",
            source=source,
            by=by(option.question.asked_by),
        )
    assert codes(refused) == {"R-03-source"}


def test_a_copied_sentence_is_possible_but_shown(client: Client) -> None:
    question = a_question(a_file())
    for form in (FormOfCare.BIRTH_FAMILY, FormOfCare.KINSHIP):
        an_option(question, form)
    signed_in(client, question.asked_by)
    assert client.get(f"/questions/{question.pk}/").text.count("The same words as for") == len(Factor)


def test_a_withdrawn_question_is_weighed_no_more() -> None:
    option = an_open_option()
    withdraw(question=option.question, on=TODAY, why="Solved.", by=by(option.question.asked_by))
    with pytest.raises(Refused) as refused:
        weigh_option(option=option, cells=[Cell("health", "for", "Near.")], by=by(option.question.asked_by))
    assert codes(refused) == {"question-withdrawn"}


def test_who_lost_reach_while_the_page_was_open_writes_nothing_and_finds_no_page() -> None:
    option = an_open_option()
    colleague = a_colleague(option)
    browser = browser_of(colleague)
    assert browser.get(f"/options/{option.pk}/").status_code == 200
    colleague.appointments.update(last_day=TODAY)
    assert browser.post(f"/options/{option.pk}/", {**seen_of(option), **HEALTH}).status_code in {403, 404}
    assert not option.weighings.exists()


def test_strangers_find_no_page_and_readers_may_not_weigh(client: Client) -> None:
    option = an_open_option()
    signed_in(client, a_user())
    assert client.get(f"/options/{option.pk}/").status_code == 404
    signed_in(client, a_user(Role.AUDITOR, option.question.unit))
    assert client.get(f"/options/{option.pk}/").status_code == 403


@pytest.mark.parametrize("notes", [1, 3, 40])
def test_the_page_asks_the_database_the_same_number_of_times(
    client: Client, django_assert_max_num_queries: object, notes: int
) -> None:
    option = an_option(a_question(a_file()), FormOfCare.KINSHIP)
    for _number in range(notes):
        a_note(option.question.children.get().file)
    signed_in(client, option.question.asked_by)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        answer = client.get(f"/options/{option.pk}/")
    assert len(answer.content) < 100_000
