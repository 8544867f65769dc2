"""Each form of family care under the same heads: what it is, when it fits, what the law asks and how sure that is.

The words are those of the sheet that is handed over before a decision (UN Guidelines §64), so that nobody reads
one thing here and another there.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vatra.decisions.documents.sheet import EXPLAINED, sheet_in
from vatra.homes.words import FormOfCare
from vatra.kernel.jurisdiction import the_law_here
from vatra.law.packs import Pack, pack
from vatra.law.packs.tables import Age, Allowance
from vatra.law.packs.values import Named
from vatra.public.languages import OF_ADDRESS

FOLDER = Path(__file__).parent / "texts"
# Which ages of the pack say something about a form of care.
AGES: dict[str, Sequence[str]] = {
    FormOfCare.ADOPTIVE: (
        *("parents_consent_to_adoption", "own_consent_to_adoption", "adopter_least"),
        *("adopter_of_couple_least", "adopter_older_at_most"),
    ),
    FormOfCare.SMALL_GROUP_HOME: ("family_for_under",),
    FormOfCare.RESIDENTIAL: ("family_for_under",),
    FormOfCare.SUPERVISED_INDEPENDENT: ("leaving_care_plan", "after_care_until"),
}


@dataclass(frozen=True)
class Fact:
    """One thing the law of the country says about a form, where that is from, and whether it was confirmed."""

    name: str
    value: str
    source: str
    is_verified: bool


@dataclass(frozen=True)
class FormExplained:
    """One form of care, as everybody may read it."""

    code: str
    name: str
    what: str
    when: str
    points: Sequence[tuple[str, str]]
    ask: str
    questions: Sequence[str]
    facts: Sequence[Fact] = ()


def explained(language: str) -> list[FormExplained]:
    """Every form in the order in which one looks: family first."""
    when = _when_it_fits(language)
    sheet = sheet_in(language)
    return [
        FormExplained(
            code=each.form,
            name=each.name,
            what=each.points[0][1],
            when=when[each.form],
            points=each.points[1:],
            ask=sheet.ask,
            questions=each.questions,
        )
        for each in sheet.forms
    ]


def one_explained(language: str, code: str, *, on: date) -> FormExplained | None:
    """One form with what the law says on a day; None where there is no such form."""
    if code not in EXPLAINED:
        return None
    found = next(each for each in explained(language) if each.code == code)
    facts = tuple(_facts(pack(the_law_here()).on(on), code, OF_ADDRESS[language]))
    return FormExplained(**{**vars(found), "facts": facts})


def _facts(law: Pack, code: str, language: str) -> Iterator[Fact]:
    if form := law.form(code):
        yield _fact(form, _("What the law calls it"), form.name_in(language))
    for age in filter(None, map(law.age, AGES.get(code, ()))):
        yield _fact(age, age.name_in(language), _age_in_words(age))
    for allowance in law.allowances:
        if allowance.form == code:
            yield _fact(allowance, allowance.name_in(language), _amount(allowance))


def _fact(value: Named, name: str, said: str) -> Fact:
    return Fact(name, said, value.source, value.verified)


def _age_in_words(age: Age) -> str:
    if age.unit == "weeks":
        return ngettext("%(number)s week", "%(number)s weeks", age.amount) % {"number": age.amount}
    return ngettext("%(number)s year", "%(number)s years", age.amount) % {"number": age.amount}


def _amount(allowance: Allowance) -> str:
    said = {"amount": number_format(allowance.amount, 2), "currency": allowance.currency}
    if allowance.per == "once":
        return _("%(amount)s %(currency)s, once") % said
    if allowance.per == "week":
        return _("%(amount)s %(currency)s a week") % said
    return _("%(amount)s %(currency)s a month") % said


@cache
def _when_it_fits(language: str) -> dict[str, str]:
    return tomllib.loads((FOLDER / f"when_it_fits.{language}.toml").read_text(encoding="utf-8"))
