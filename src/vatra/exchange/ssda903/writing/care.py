"""Writing stays, days away, legal statuses, reviews, causes and facts into the children's files."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter

from vatra.casework.models import Cause, File, Review
from vatra.exchange.models import ReturnFact
from vatra.exchange.ssda903.building.entries import facts_in
from vatra.exchange.ssda903.building.picture import Picture
from vatra.exchange.ssda903.building.stays import Stay
from vatra.exchange.ssda903.words.law import STATUS_OF_LS
from vatra.exchange.ssda903.writing.reconcile import BATCH, Difference
from vatra.homes.models import Home
from vatra.kernel.period import Period
from vatra.law.models import LegalStatus
from vatra.placements.models import Absence, Placement

Pictures = Mapping[File, Picture]

UNDOCUMENTED = "SSDA903"


def write_stays(pictures: Pictures, homes: Mapping[str, Home]) -> None:
    """The placements and the days away from them; of a stay that is gone the days away go first."""
    wanted = [
        (stay, _placement(file, stay, homes)) for file, picture in pictures.items() for stay in picture.stays
    ]
    stored = Placement.objects.filter(file__in=list(pictures), undocumented__startswith=UNDOCUMENTED)
    stays = Difference(
        stored,
        [placement for _stay, placement in wanted],
        key=attrgetter("file_id", "first_day"),
        fields=("home_id", "form", "last_day", "end_reason", "undocumented", "source_codes"),
    )
    away_before = list(Absence.objects.filter(placement__in=stored))
    gone = {placement.pk for placement in stays.gone}
    Absence.objects.filter(placement__in=gone).delete()
    stays.write(Placement)
    written = {(each.file_id, each.first_day): each for each in stored.all()}
    absences = [
        absence
        for stay, placement in wanted
        for absence in _absences(written[placement.file_id, placement.first_day], stay)
    ]
    Difference(
        [each for each in away_before if each.placement_id not in gone],
        absences,
        key=attrgetter("placement_id", "first_day"),
        fields=("kind", "last_day"),
    ).write(Absence)


def _placement(file: File, stay: Stay, homes: Mapping[str, Home]) -> Placement:
    first, last = stay.episodes[0], stay.episodes[-1]
    return Placement(
        file=file,
        home=homes[stay.door.code],
        form=stay.form,
        first_day=stay.first_day,
        last_day=stay.last_day,
        end_reason=stay.end_reason,
        undocumented=f"{UNDOCUMENTED} {last.vintage.isoformat()} {last.row.file[-80:]}:{last.row.line}",
        source_codes={
            "RNE": first.row.code("RNE"),
            "PLACE": first.row.code("PLACE"),
            "PLACE_PROVIDER": first.row.code("PLACE_PROVIDER"),
            "URN": first.row.code("URN"),
            "REC": last.row.code("REC"),
            "REASON_PLACE_CHANGE": last.row.code("REASON_PLACE_CHANGE"),
            "return": last.vintage.isoformat(),
            "rules": [episode.rule for episode in stay.episodes if episode.rule],
            "rows": [[episode.row.file, episode.row.line] for episode in stay.episodes],
        },
    )


def _absences(placement: Placement, stay: Stay) -> list[Absence]:
    return [
        Absence(placement=placement, kind=each.kind, first_day=each.first_day, last_day=each.last_day)
        for each in stay.absences
    ]


def write_statuses(pictures: Pictures) -> None:
    """The legal statuses."""
    wanted = [
        LegalStatus(
            file=file,
            kind=STATUS_OF_LS[status.code],
            first_day=status.first_day,
            last_day=status.last_day,
            source_code=status.code,
        )
        for file, picture in pictures.items()
        for status in picture.statuses
    ]
    stored = LegalStatus.objects.filter(file__in=list(pictures)).exclude(source_code="")
    Difference(
        stored, wanted, key=attrgetter("file_id", "first_day"), fields=("kind", "last_day", "source_code")
    ).write(LegalStatus)


def write_reviews(pictures: Pictures) -> None:
    """The reviews; who led them and what was said the return does not tell."""
    wanted = [
        Review(file=file, held_on=day, participation=code, source_code=code)
        for file, picture in pictures.items()
        for day, code in picture.reviews.items()
    ]
    stored = Review.objects.filter(file__in=list(pictures)).exclude(source_code="")
    Difference(
        stored, wanted, key=attrgetter("file_id", "held_on"), fields=("participation", "source_code")
    ).write(Review)


def write_causes(pictures: Pictures) -> None:
    """Causes new to the file; one that was named here stays as it is, whatever the return says."""
    stored: dict[tuple[int, str], list[Cause]] = defaultdict(list)
    for cause in Cause.objects.filter(file__in=list(pictures)):
        stored[cause.file_id, cause.kind].append(cause)
    new, changed = [], []
    for file, kind, period in _causes(pictures):
        told = [each for each in stored[file.pk, kind] if _period(each).overlaps(period)]
        if not told:
            new.append(Cause(file=file, kind=kind, first_day=period.first_day, last_day=period.last_day))
        elif len(told) == 1 and told[0].first_day == period.first_day and told[0].last_day != period.last_day:
            told[0].last_day = period.last_day
            changed.append(told[0])
    Cause.objects.bulk_update(changed, ["last_day"], batch_size=BATCH)
    Cause.objects.bulk_create(new, batch_size=BATCH)


def _period(cause: Cause) -> Period:
    return Period(cause.first_day, cause.last_day)


def _causes(pictures: Pictures) -> Iterable[tuple[File, str, Period]]:
    for file, picture in pictures.items():
        for kind, periods in picture.causes.items():
            for period in periods:
                yield file, str(kind), period


def write_facts(pictures: Pictures) -> None:
    """What has no place of its own, as it was sent."""
    wanted = [
        ReturnFact(file=file, table=row.table, vintage=row.vintage, facts=facts_in(row))
        for file, picture in pictures.items()
        for row in picture.facts
    ]
    stored = ReturnFact.objects.filter(file__in=list(pictures))
    Difference(stored, wanted, key=attrgetter("file_id", "table", "vintage"), fields=("facts",)).write(
        ReturnFact
    )
