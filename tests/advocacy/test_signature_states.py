"""The states of a signature, as the book has them."""

from tests.guards.test_states import rows_under
from vatra.advocacy.signing.counts import WHERE
from vatra.advocacy.signing.states import IN_WORDS, MOVES, SignatureState


def test_the_moves_of_a_signature_are_the_moves_in_the_book() -> None:
    book = {row[0]: {word.strip() for word in row[2].split(",")} - {""} for row in rows_under("Signature")}
    assert book == {state.value: {to.value for to in moves} for state, moves in MOVES.items()}


def test_every_state_is_told_in_words_and_counted() -> None:
    assert set(IN_WORDS) == set(WHERE) == set(SignatureState)
