"""A question as two people work on it, and days as a form sends them."""

from datetime import date

from django.test import Client

from tests.builders import a_file, a_hearing, a_home, a_question, an_option, signed_in
from vatra.access.models import User
from vatra.casework.models import File
from vatra.decisions.models import Option, Question
from vatra.homes.words import FormOfCare


def a_ready_question(*files: File, kind: str = "first_placement") -> tuple[Question, Option]:
    """A question on which only the decision is missing, and the option of a home with relatives."""
    question = a_question(*(files or (a_file(),)), kind=kind)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    return question, kin


def day_sent(name: str, day: date) -> dict[str, str]:
    """A day in the three boxes of a form."""
    return {f"{name}_{part}": str(getattr(day, part)) for part in ("day", "month", "year")}


def browser_of(user: User) -> Client:
    """A browser of their own, signed in."""
    return signed_in(Client(), user)
