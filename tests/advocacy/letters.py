"""Letters further on their way, for tests."""

from tests.advocacy.actions import OWN_WORDS, a_letter, passed
from tests.builders import at
from vatra.advocacy.models import ActionMail, LetterCall, WrittenLetter


def many(call: LetterCall, number: int, *, first: int = 0) -> None:
    """So many letters wait to go to the office of a call."""
    for each in range(first, first + number):
        letter = WrittenLetter.objects.create(
            call=call,
            name="Teuta",
            email=f"t{each}@example.org",
            canonical_email=f"{call.pk}-{each}",
            language="en",
            words=OWN_WORDS[0],
            fingerprint=[each],
            written_at=at(),
            confirmed_at=at(),
            is_alike=False,
        )
        ActionMail.objects.create(
            kind="letter", call=call, letter=letter, written_at=at(), not_before_at=at()
        )


def sent_letter(call: LetterCall, email: str = "teuta@example.org") -> WrittenLetter:
    """A letter that the office got."""
    letter = passed(a_letter(call, email=email))
    ActionMail.objects.filter(letter=letter, kind="letter").update(offered_at=at(), sent_at=at())
    return letter
