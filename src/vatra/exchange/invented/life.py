"""One family's course, before any row of it is written: when the worry came, where the children lived, how it ended."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from vatra.casework.words.file import ClosingReason
from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.chance import Chance
from vatra.homes.words import RESIDENTIAL_FORMS, FormOfCare
from vatra.kernel.calendar_months import whole_years
from vatra.placements.words import EndReason

GROWN_UP_YEARS = 18
FAMILY_YEARS = 3


@dataclass(frozen=True)
class Stay:
    """Days in one form of care; open while the last day is not known."""

    form: FormOfCare
    first_day: date
    last_day: date | None = None
    end_reason: EndReason | None = None


@dataclass(frozen=True)
class Course:
    """What happens to one child, as far as the day on which the caseload is looked at."""

    opened_on: date
    stays: tuple[Stay, ...]
    closed_on: date | None
    closing_reason: ClosingReason | None

    def active_until(self, today: date) -> date:
        """The last day on which something was written."""
        return self.closed_on or today


_CLOSES_AS = {
    EndReason.RETURNED_HOME: ClosingReason.SAFE_AT_HOME,
    EndReason.RETURNED_UNPLANNED: ClosingReason.SAFE_AT_HOME,
    EndReason.GUARDIANSHIP: ClosingReason.GUARDIANSHIP_FINAL,
    EndReason.ADOPTED: ClosingReason.ADOPTED,
    EndReason.OTHER_AUTHORITY: ClosingReason.OTHER_AUTHORITY,
    EndReason.ABROAD: ClosingReason.ABROAD,
}


def grown_up_on(born: date) -> date:
    """The eighteenth birthday; somebody born on 29 February grows up on 1 March."""
    try:
        return born.replace(year=born.year + GROWN_UP_YEARS)
    except ValueError:
        return date(born.year + GROWN_UP_YEARS, 3, 1)


def family_course(chance: Chance, *, opened_on: date, youngest_born: date, today: date) -> Course:
    """The course of brothers and sisters who stay together, led by the youngest of them."""
    if not chance.happens(known.SHARE_PLACED):
        return _stayed_at_home(chance, opened_on, today)
    entered_on = opened_on + timedelta(days=min(chance.skewed(14, 1.0), 120))
    left_on = entered_on + timedelta(days=chance.within(known.DAYS_IN_CARE))
    stays = _stays(chance, entered_on, left_on, youngest_born, today)
    if not stays or stays[-1].last_day is None:
        return Course(opened_on, stays, None, None)
    end = stays[-1].end_reason
    return _closed(chance, Course(opened_on, stays, None, None), end, today)


def own_course(chance: Chance, family: Course, *, born: date, today: date) -> Course:
    """The same for one of them: at eighteen care ends."""
    last_of_childhood = grown_up_on(born) - timedelta(days=1)
    last_day = family.stays[-1].last_day if family.stays else None
    if not family.stays or last_of_childhood >= min(today, last_day or today):
        return family
    stays = [stay for stay in family.stays if stay.first_day <= last_of_childhood]
    if not stays:
        return replace(family, stays=(), closing_reason=ClosingReason.GROWN_UP if family.closed_on else None)
    reason = chance.of(known.GROWN_UP_BECAUSE)
    stays[-1] = replace(stays[-1], last_day=last_of_childhood, end_reason=reason)
    return _closed(chance, Course(family.opened_on, tuple(stays), None, None), reason, today)


def _stayed_at_home(chance: Chance, opened_on: date, today: date) -> Course:
    closed_on = opened_on + timedelta(days=60 + chance.skewed(200, 0.7))
    if closed_on > today:
        return Course(opened_on, (), None, None)
    return Course(opened_on, (), closed_on, ClosingReason.SAFE_AT_HOME)


def _closed(chance: Chance, course: Course, end: EndReason | None, today: date) -> Course:
    """After a return or a farewell the file stays open for a while."""
    last_day = course.stays[-1].last_day
    assert last_day is not None
    closed_on = last_day + timedelta(days=chance.between(100, 400))
    if closed_on > today or end is None:
        return course
    return replace(course, closed_on=closed_on, closing_reason=_CLOSES_AS.get(end, ClosingReason.GROWN_UP))


def _stays(chance: Chance, entered_on: date, left_on: date, born: date, today: date) -> tuple[Stay, ...]:
    """One stay after the other until the family leaves care or today comes."""
    stays: list[Stay] = []
    first_day = entered_on
    while first_day <= min(left_on, today):
        form = _form(chance, first_day, born, is_first=not stays)
        length = chance.skewed(known.STAY_MEDIAN_DAYS * known.STAYS_LONGER.get(form, 1.0), known.STAY_SPREAD)
        stay = _stay(chance, form, first_day, length, left_on, born)
        if stay.last_day is not None and stay.last_day >= today:
            stay = Stay(form, first_day)
        stays.append(stay)
        if stay.last_day is None:
            break
        first_day = stay.last_day + timedelta(days=1)
    return tuple(stays)


def _stay(chance: Chance, form: FormOfCare, first_day: date, length: int, left_on: date, born: date) -> Stay:
    last_day = first_day + timedelta(days=length - 1)
    if last_day < left_on:
        return Stay(form, first_day, last_day, chance.of(known.MOVES_BECAUSE))
    return Stay(form, first_day, left_on, _leaves_because(chance, left_on, born))


def _leaves_because(chance: Chance, left_on: date, born: date) -> EndReason:
    if left_on >= grown_up_on(born):
        return chance.of(known.GROWN_UP_BECAUSE)
    reason = chance.of(known.LEAVES_BECAUSE)
    if reason == EndReason.ADOPTED and whole_years(born, left_on) > known.OLDEST_ADOPTED_YEARS:
        return EndReason.GUARDIANSHIP
    return reason


def _form(chance: Chance, on: date, born: date, *, is_first: bool) -> FormOfCare:
    age = whole_years(born, on)
    if age >= known.AGE_FOR_OWN_FLAT and chance.happens(0.2):
        return FormOfCare.SUPERVISED_INDEPENDENT
    form = chance.of(known.FIRST_FORM if is_first else known.NEXT_FORM)
    if age < FAMILY_YEARS and form in RESIDENTIAL_FORMS:
        return known.FAMILY_FORM_FOR_THE_YOUNGEST
    return form
