"""An invented family: children, parents who are known, a grandparent or aunt."""

from datetime import date, timedelta
from typing import NamedTuple

from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.caseload import Caseload
from vatra.exchange.invented.chance import Shares
from vatra.exchange.invented.names import NAMES
from vatra.exchange.invented.people import Known, register, tie
from vatra.exchange.invented.places import language_shares
from vatra.kernel.partial import Precision
from vatra.people.words import KinKind, Language, Sex

DAYS_OF_YEAR = 365.25
_SEXES: Shares[Sex] = Shares({Sex.FEMALE: 48, Sex.MALE: 52})


class Family(NamedTuple):
    """Who belongs together when the first worry comes; the youngest child first."""

    language: Language
    worker: int
    opened_on: date
    mother: Known
    relative: Known
    relative_is: KinKind
    children: tuple[Known, ...]


def found_family(caseload: Caseload, *, most: int) -> Family:
    """A family with at most so many children, known since the day of the first worry."""
    chance, today = caseload.chance, caseload.today
    language = chance.of(language_shares(caseload.team.municipality))
    worker = chance.one_of(caseload.team.workers)
    opened_on = today - timedelta(days=1 + int(known.YEARS_BACK * DAYS_OF_YEAR * chance.point() ** 1.3))
    births = _births(caseload, opened_on, min(most, chance.of(known.CHILDREN_OF_FAMILY)))
    surname = chance.of(NAMES[language].families)
    grown_up = _GrownUps(caseload, language, worker, opened_on)
    mother = grown_up.one(Sex.FEMALE, surname, births[-1], 17, 35)
    father = (
        grown_up.one(Sex.MALE, surname, births[-1], 19, 42)
        if chance.happens(known.SHARE_FATHER_KNOWN)
        else None
    )
    relative_is = KinKind.GRANDPARENT if chance.happens(0.6) else KinKind.AUNT_UNCLE
    older = (40, 60) if relative_is == KinKind.GRANDPARENT else (20, 45)
    relative = grown_up.one(chance.of(_SEXES), surname, births[-1], *older)
    children = tuple(_child(caseload, born, surname, grown_up, mother, father) for born in births)
    for child in children:
        tie(caseload, child, mother, KinKind.MOTHER, on=opened_on, by=worker)
        tie(caseload, child, relative, relative_is, on=opened_on, by=worker)
        if father is not None:
            tie(caseload, child, father, KinKind.FATHER, on=opened_on, by=worker)
    return Family(language, worker, opened_on, mother, relative, relative_is, children)


def _births(caseload: Caseload, opened_on: date, number: int) -> list[date]:
    """Days of birth, the youngest first; the age of each on the first day follows the published shares."""
    chance = caseload.chance
    births = [_birth(caseload, opened_on)]
    while len(births) < number:
        older = births[-1] - timedelta(days=chance.between(330, 1300))
        if (opened_on - older).days >= 17.9 * DAYS_OF_YEAR:
            break
        births.append(older)
    return births


def _birth(caseload: Caseload, opened_on: date) -> date:
    least, limit = caseload.chance.of(known.ENTRY_AGE_YEARS)
    days = caseload.chance.between(round(least * DAYS_OF_YEAR), round(limit * DAYS_OF_YEAR) - 40)
    return opened_on - timedelta(days=days)


def _child(
    caseload: Caseload, born: date, surname: str, of: "_GrownUps", mother: Known, father: Known | None
) -> Known:
    sex = caseload.chance.of(_SEXES)
    return register(
        caseload,
        given=caseload.chance.of(NAMES[of.language].given(sex)),
        family=surname,
        sex=sex,
        born=born,
        language=of.language,
        on=of.on,
        by=of.worker,
        father=father.given if father else "",
        mother=mother.given,
    )


class _GrownUps(NamedTuple):
    """The grown-ups of one family."""

    caseload: Caseload
    language: Language
    worker: int
    on: date

    def one(self, sex: Sex, surname: str, eldest_born: date, least_years: int, most_years: int) -> Known:
        """Somebody so many years older than the eldest child; only the year is known."""
        chance = self.caseload.chance
        years = chance.between(least_years, most_years)
        return register(
            self.caseload,
            given=chance.of(NAMES[self.language].given(sex)),
            family=surname,
            sex=sex,
            born=date(eldest_born.year - years, 1, 1),
            language=self.language,
            on=self.on,
            by=self.worker,
            precision=Precision.YEAR,
        )
