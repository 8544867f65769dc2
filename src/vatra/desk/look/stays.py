"""Where the child lives and lived, and who cared there: one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, Value
from django.db.models.functions import Concat, JSONObject, Trim

from vatra.casework.models import File
from vatra.homes.models import Carer
from vatra.kernel.period import Period
from vatra.kernel.sentence import Sentence
from vatra.placements.models import Placement


@dataclass(frozen=True)
class StaySeen:
    """One stay as the file shows it; `carers` are the names of those who cared there during the stay."""

    number: int
    home_id: int
    home: str
    form: Sentence
    municipality: str
    period: Period
    carers: Sequence[str]
    end_reason: Sentence | None
    is_documented: bool

    def is_on(self, day: date) -> bool:
        """Whether the child lives there on a day."""
        return self.period.contains(day)


def stays_of(file: File) -> list[StaySeen]:
    """Every stay of the file, the latest first."""
    name = Trim(Concat("person__given_name", Value(" "), "person__family_name"))
    meets = Q(last_day__isnull=True) | Q(last_day__gte=OuterRef("first_day"))
    carers = Carer.objects.filter(meets, home=OuterRef("home")).order_by("-is_main_carer", "first_day", "pk")
    placements = (
        Placement.objects.filter(file=file)
        .select_related("home")
        .annotate(cared=ArraySubquery(carers.values(json=JSONObject(name=name, first_day=F("first_day")))))
        .order_by("-first_day", "-pk")
    )
    return [_seen(placement) for placement in placements]


def _seen(placement: Placement) -> StaySeen:
    cared: list[dict[str, str]] = placement.cared  # type: ignore[attr-defined]
    return StaySeen(
        number=placement.pk,
        home_id=placement.home_id,
        home=placement.home.name,
        form=placement.get_form_display(),
        municipality=placement.home.get_municipality_display(),
        period=placement.period,
        carers=[
            each["name"] for each in cared if date.fromisoformat(each["first_day"]) <= placement.period.end
        ],
        end_reason=placement.get_end_reason_display() if placement.end_reason else None,
        is_documented=placement.undocumented is None,
    )
