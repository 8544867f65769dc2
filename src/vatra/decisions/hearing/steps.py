"""The five steps of a hearing, as a row a page can show: what is done and when, what comes next, what was left out."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.decisions.hearing.states import HearingFacts
from vatra.kernel.sentence import Sentence

DAYS_TO_TELL = timedelta(days=7)
"""Within how many days of the decision a child is told; own practice standard, the same as the clock `child_told`."""


class HearingStep(models.TextChoices):
    """What every child has a right to when something is decided about it (CRC General Comment 12 §§40-47)."""

    PREPARED = "prepared", _("Prepared")
    HEARD = "heard", _("Heard")
    WEIGHED = "weighed", _("Given its weight")
    TOLD = "told", _("Told")
    COMPLAINT = "complaint", _("Knows how to complain")


class Standing(models.TextChoices):
    """How one step stands."""

    DONE = "done", _("Done")
    NEXT = "next", _("To do now")
    LATER = "later", _("Later")
    LEFT_OUT = "left_out", _("Left out")
    NOT_POSSIBLE = "not_possible", _("Not possible")
    WAITS = "waits", _("Waits for a second person")


# The tag of the page for each standing; the words say the same without colour.
TAGS = {
    Standing.DONE: "done",
    Standing.NEXT: "current",
    Standing.LATER: "draft",
    Standing.LEFT_OUT: "late",
    Standing.NOT_POSSIBLE: "draft",
    Standing.WAITS: "today",
}


@dataclass(frozen=True)
class StepTaken:
    """One step as it stands; `on` is the day it was done, `due_on` the day until which it is to be done."""

    step: HearingStep
    standing: Standing
    on: date | None = None
    due_on: date | None = None

    @property
    def words(self) -> Sentence:
        """What the step is called."""
        return self.step.label

    @property
    def said(self) -> Sentence:
        """How it stands, in words."""
        return self.standing.label

    @property
    def tag(self) -> str:
        """The sign and colour of the tag."""
        return TAGS[self.standing]


def steps_of(facts: HearingFacts) -> list[StepTaken]:
    """The five steps in their order."""
    told = _telling(facts)
    return [*_before_the_decision(facts), told, StepTaken(HearingStep.COMPLAINT, told.standing, told.on)]


def _before_the_decision(facts: HearingFacts) -> list[StepTaken]:
    done = {
        HearingStep.PREPARED: (bool(facts.prepared_on), facts.prepared_on),
        HearingStep.HEARD: (bool(facts.heard_on), facts.heard_on),
        HearingStep.WEIGHED: (bool(facts.heard_on) and facts.is_weighed, None),
    }
    row: list[StepTaken] = []
    for number, (step, (is_done, on)) in enumerate(done.items()):
        goes_on = any(later for later, _on in list(done.values())[number + 1 :]) or bool(facts.decided_on)
        comes_first = all(each.standing is not Standing.NEXT for each in row)
        row.append(
            StepTaken(step, _standing(facts, is_done=is_done, is_past=goes_on, is_next=comes_first), on)
        )
    return row


def _standing(facts: HearingFacts, *, is_done: bool, is_past: bool, is_next: bool) -> Standing:
    if is_done:
        return Standing.DONE
    if facts.could_not_be_heard:
        return Standing.NOT_POSSIBLE
    if is_past:
        return Standing.LEFT_OUT
    return Standing.NEXT if is_next else Standing.LATER


def _telling(facts: HearingFacts) -> StepTaken:
    if facts.told_on:
        return StepTaken(HearingStep.TOLD, Standing.DONE, facts.told_on)
    if facts.not_told_confirmed_on:
        return StepTaken(HearingStep.TOLD, Standing.NOT_POSSIBLE, facts.not_told_confirmed_on)
    if facts.not_told_said_on:
        return StepTaken(HearingStep.TOLD, Standing.WAITS)
    if facts.decided_on:
        return StepTaken(HearingStep.TOLD, Standing.NEXT, due_on=facts.decided_on + DAYS_TO_TELL)
    return StepTaken(HearingStep.TOLD, Standing.LATER)
