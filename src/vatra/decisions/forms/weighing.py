"""Weighing an option on every factor; where two people wrote at once, both texts stand side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Option, Weighing
from vatra.decisions.weighing.cells import MEANWHILE, Cell, fingerprint_of
from vatra.decisions.weighing.sources import Source, named_sources
from vatra.decisions.words import Factor, Leaning
from vatra.kernel.concern import Concern
from vatra.kernel.forms import ActForm

MINE, THEIRS = "mine", "theirs"


class DraftedChoice(forms.ChoiceField):
    """May stay empty while people draft; the decision needs it, so the page does not call it optional."""

    is_drafted = True


class DraftedText(forms.CharField):
    """The same for words."""

    is_drafted = True


@dataclass(frozen=True)
class CellOnPage:
    """The fields of one factor; `theirs` is what somebody else wrote meanwhile, `shown` its fingerprint."""

    factor: Factor
    leaning: forms.BoundField
    sentence: forms.BoundField
    source: forms.BoundField
    seen: forms.BoundField
    choice: forms.BoundField
    theirs: Weighing | None

    @property
    def shown(self) -> str:
        """The fingerprint of what the page shows as theirs."""
        return fingerprint_of(self.theirs)


class WeighForm(ActForm):
    """The same factors for every option: which way each points, a sentence why, and where that stands in the file."""

    def __init__(self, *args: Any, option: Option, sources: Sequence[Source], **options: Any) -> None:
        super().__init__(*args, **options)
        self.option = option
        self.factors = kind_of(option.question.kind).factors
        self.theirs: dict[str, Weighing] = {}
        standing = {weighing.factor: weighing for weighing in option.weighings.all()}
        offered = self._offered(sources, standing.values())
        for factor in self.factors:
            self.fields |= _fields_of(factor, standing.get(factor.value), offered)

    def _offered(self, sources: Sequence[Source], standing: Iterable[Weighing]) -> list[tuple[str, str]]:
        """The entries to choose from: the newest, and those already named here."""
        known = {source.key: source.words for source in sources}
        older = {weighing.source for weighing in standing if weighing.source} - set(known)
        files = self.option.question.children.values_list("file_id", flat=True)
        known |= {key: source.words for key, source in named_sources(older, files).items()}
        return [("", str(_("Not from an entry"))), *known.items()]

    def clean(self) -> dict[str, Any]:
        """A leaning comes with its sentence, and a sentence with its leaning."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for factor in self.factors:
            if given.get(f"{factor}_choice") == THEIRS:
                continue
            leaning, sentence = given.get(f"{factor}_leaning"), given.get(f"{factor}_sentence")
            if leaning and not sentence:
                self.add_error(f"{factor}_sentence", _("Say in a sentence why the factor points this way."))
            if sentence and not leaning:
                self.add_error(f"{factor}_leaning", _("Say which way the factor points."))
        return given

    def written(self) -> list[Cell]:
        """The cells in which the writer changed something, with what the writer saw there last."""
        return [cell for factor in self.factors if (cell := self._cell(factor))]

    def _cell(self, factor: Factor) -> Cell | None:
        given = {name: self.cleaned_data[f"{factor}_{name}"] for name in _PARTS}
        opened_with = given["seen"]
        if given["choice"] == MINE:
            given["seen"] = self.data.get(f"{factor}_theirs", opened_with)
        cell = Cell(factor.value, given["leaning"], given["sentence"], given["source"], given["seen"])
        is_mine = bool(cell.leaning) and given["choice"] != THEIRS and cell.fingerprint != opened_with
        return cell if is_mine else None

    def show(self, concerns: Iterable[Concern]) -> None:
        """Where somebody else wrote meanwhile, the question stands at the cell, with both texts."""
        concerns = list(concerns)
        meanwhile = [concern for concern in concerns if concern.code.startswith(MEANWHILE)]
        super().show(concern for concern in concerns if concern not in meanwhile)
        factors = [concern.code.removeprefix(MEANWHILE) for concern in meanwhile]
        theirs = Weighing.objects.filter(option=self.option, factor__in=factors).select_related("written_by")
        self.theirs = {weighing.factor: weighing for weighing in theirs}
        for factor, concern in zip(factors, meanwhile, strict=True):
            self.add_error(f"{factor}_choice", forms.ValidationError(concern.sentence, code=concern.code))

    @property
    def cells(self) -> list[CellOnPage]:
        """The factors in their order, as the page shows them."""
        return [
            CellOnPage(
                factor,
                **{name: self[f"{factor}_{name}"] for name in _PARTS},
                theirs=self.theirs.get(factor.value),
            )
            for factor in self.factors
        ]


_PARTS = ("leaning", "sentence", "source", "seen", "choice")


def _fields_of(
    factor: Factor, standing: Weighing | None, sources: list[tuple[str, str]]
) -> dict[str, forms.Field]:
    return {
        f"{factor}_leaning": DraftedChoice(
            label=factor.label,
            choices=Leaning.choices,
            required=False,
            initial=standing.leaning if standing else None,
            widget=forms.RadioSelect({"class": "govuk-radios--inline"}),
        ),
        f"{factor}_sentence": DraftedText(
            label=_("Why, in a sentence"),
            required=False,
            initial=standing.sentence if standing else "",
            widget=forms.Textarea({"rows": 2}),
        ),
        f"{factor}_source": forms.ChoiceField(
            label=_("Where it stands in the file"),
            choices=sources,
            required=False,
            initial=standing.source if standing else "",
        ),
        f"{factor}_seen": forms.CharField(
            required=False, initial=fingerprint_of(standing), widget=forms.HiddenInput
        ),
        f"{factor}_choice": DraftedChoice(
            label=_("Which words stay?"),
            choices=[
                (MINE, _("What stands in my box; I can still change it")),
                (THEIRS, _("What the other person wrote")),
            ],
            required=False,
            widget=forms.RadioSelect,
        ),
    }
