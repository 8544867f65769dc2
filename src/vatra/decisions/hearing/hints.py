"""How children of an age are asked, as a sentence for whoever asks (advocacy-ux §4.5, CRC General Comment 12 §21)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.kernel.partial import PartialDate
from vatra.kernel.sentence import Sentence

OBSERVED_UNDER = 4
"""Below this age, in completed years, a child mostly shows its view."""

# The age in completed years from which a hint holds, the oldest first.
HINTS: tuple[tuple[int, Sentence], ...] = (
    (
        15,
        _("At this age: in words, also alone if wished. Say what can still change, and what cannot."),
    ),
    (
        11,
        _("At this age: in words, in writing or on a walk. “I do not know” and “ask me later” are answers."),
    ),
    (
        8,
        _(
            "At this age: short questions, one at a time, with a drawing beside it. The child may always say “I do not want to say”."
        ),
    ),
    (
        OBSERVED_UNDER,
        _(
            "At this age: with play, dolls or a drawing, and two or three concrete things to choose from. A person the child trusts is there."
        ),
    ),
    (
        0,
        _(
            "At this age children show their view: watch with whom the child is calm, whom it seeks, what makes it cry, and write that down."
        ),
    ),
)


def youngest_age(birth: PartialDate | None, on: date) -> int | None:
    """The lowest completed age the child can have on a day; None where nobody knows the birth."""
    return birth.age_between(on)[0] if birth else None


def hint_for(age: int | None) -> Sentence:
    """How a child of this age is asked; nothing where the age is not known."""
    return "" if age is None else next(hint for since, hint in HINTS if age >= since)


def is_observed(age: int | None) -> bool:
    """Whether the child is so young that its view is watched rather than asked."""
    return age is not None and age < OBSERVED_UNDER
