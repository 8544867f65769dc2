"""The files of a pack and what each holds."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from vatra.homes.words import FormOfCare
from vatra.kernel.calendar_months import add_months
from vatra.law.duty_titles import OF_HOMES, DutyTitle
from vatra.law.facts import FactName
from vatra.law.packs.values import Code, Coded, Language, Name, Named, Strict, Text, Value, one_of
from vatra.law.path.words import PathCode
from vatra.law.words import StatusKind

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Fact = Annotated[str, one_of(FactName)]
DAY_OF_YEAR = r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
DayOfYear = Annotated[str, Field(pattern=DAY_OF_YEAR)]


class WorkingWeek(Value):
    """The weekdays on which offices work; `moves` says that a holiday on another day is kept on the next one."""

    days: Annotated[list[Weekday], Field(min_length=1)]
    moves: bool = False


class Holiday(Named):
    """A day on which offices are closed, by exactly one of five ways to say which.

    The same day each year; the Monday on or after a day; so many days after Western or Orthodox Easter; or days
    that are announced year by year.
    """

    every: DayOfYear | None = None
    monday_from: DayOfYear | None = None
    easter: int | None = None
    orthodox_easter: int | None = None
    days: list[date] | None = None

    @model_validator(mode="after")
    def _is_said_in_one_way(self) -> Self:
        ways = (self.every, self.monday_from, self.easter, self.orthodox_easter, self.days)
        if sum(way is not None for way in ways) != 1:
            raise ValueError("Write exactly one of: every, monday_from, easter, orthodox_easter, days")
        return self


class Identity(Strict):
    """`pack.toml`: what the pack is called, in which languages its names stand, and when offices work."""

    name: Name
    languages: Annotated[list[Language], Field(min_length=1)]
    working_week: list[WorkingWeek]
    holiday: list[Holiday]


class Institution(Named):
    """A body that acts for children: who it is and what it answers for."""

    duty: Text


class Form(Named):
    """A form of care as this law calls it."""

    code: Annotated[str, one_of(FormOfCare.values)]


class Status(Named):
    """A legal status of a child, of one of our kinds; `longest_days` where the law limits it."""

    kind: Annotated[str, one_of(StatusKind.values)]
    longest_days: Annotated[int, Field(gt=0)] | None = None


class Event(Named):
    """An event of the legal path of an abandoned child.

    `order` is its place on the line and `authority` the code of the institution that answers for it. `leads_to` are the
    events that usually come next; an event that leads to none ends the path. After an event that `may_return` the
    child waits there again, even if it had been further along. `within_days` is how long it may take after the
    event `counts_from`, where that is said.
    """

    code: Annotated[str, one_of(PathCode)]
    order: Annotated[int, Field(ge=1)]
    authority: Code
    leads_to: list[Code] = []
    may_return: bool = False
    within_days: Annotated[int, Field(gt=0)] | None = None
    counts_from: Code | None = None

    @model_validator(mode="after")
    def _counts_from_something(self) -> Self:
        if (self.within_days is None) != (self.counts_from is None):
            raise ValueError(
                "Days are counted from an event. Write both within_days and counts_from, or none"
            )
        return self


class Clock(Coded):
    """A duty with a date; see `kernel.duty.ClockRule` for what each word means."""

    code: Annotated[str, one_of(DutyTitle.values)]
    starts_with: Fact
    satisfied_by: Fact
    same_ref: bool = False
    amount: int
    unit: Literal["days", "working_days", "months"]
    repeats: bool = False
    ordinal: Annotated[int, Field(ge=1)] = 1
    shown_days_before: Annotated[int, Field(ge=0)] = 14
    escalate_after_days: Annotated[int, Field(ge=0)] = 7
    escalate_to: Literal["supervisor", "unit_head", "safeguarding"] = "supervisor"

    @property
    def about_home(self) -> bool:
        """Whether it counts the facts of a home."""
        return self.code in OF_HOMES

    @model_validator(mode="after")
    def _repeats_after_a_while(self) -> Self:
        if self.repeats and self.amount <= 0:
            raise ValueError("A duty that repeats needs a while between. Write an amount above 0")
        return self


class Age(Named):
    """An age that the law asks for or counts from."""

    amount: Annotated[int, Field(gt=0)]
    unit: Literal["years", "weeks"] = "years"

    def reached_on(self, birth: date) -> date:
        """The day on which somebody born on a day reaches it; born on 29 February, on 1 March of common years."""
        if self.unit == "weeks":
            return birth + timedelta(weeks=self.amount)
        birthday = add_months(birth, 12 * self.amount)
        return birthday if birthday.day == birth.day else birthday + timedelta(days=1)


class Document(Named):
    """A document that a step of the law asks for."""


class Allowance(Named):
    """What the state pays for a child in a form of care."""

    form: Annotated[str, one_of(FormOfCare.values)]
    amount: Annotated[Decimal, Field(gt=0, strict=False)]
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    per: Literal["month", "week", "once"]


class Helpline(Named):
    """A telephone number for people who need help: `danger` for help at once, `advice` for a talk.

    `hours` say when somebody answers, `languages` (ISO 639) in which they do, both as far as it is known.
    """

    number: Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ]*$")]
    kind: Literal["danger", "advice"]
    order: Annotated[int, Field(ge=1)]
    free: bool
    hours: Name | None = None
    languages: list[Text] = []


# File, the name of its tables, what each is.
TABLES: tuple[tuple[str, str, type[Coded]], ...] = (
    ("institutions.toml", "institution", Institution),
    ("forms.toml", "form", Form),
    ("statuses.toml", "status", Status),
    ("path.toml", "event", Event),
    ("clocks.toml", "clock", Clock),
    ("ages.toml", "age", Age),
    ("documents.toml", "document", Document),
    ("allowances.toml", "allowance", Allowance),
    ("helplines.toml", "helpline", Helpline),
)
