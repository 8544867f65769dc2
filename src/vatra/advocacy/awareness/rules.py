"""What stands against asking: a frame that does not hang together, a code that opens nothing."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.awareness.lines import PointLine, StratumLine
from vatra.advocacy.models import SurveyWave
from vatra.kernel.concern import Concern, Severity


def frame_fits(strata: Sequence[StratumLine], points: Sequence[PointLine]) -> Iterator[Concern]:
    """Every sampling point lies in a stratum of the frame."""
    known = {line.code for line in strata}
    for code in sorted({line.stratum for line in points} - known):
        sentence = _("The stratum “%(code)s” has sampling points and is not in the frame.") % {"code": code}
        yield Concern("point-without-stratum", Severity.BLOCK, sentence)


def has_points(wave: SurveyWave) -> Iterator[Concern]:
    """A stratum in which nobody can be asked is no stratum."""
    if wave.strata.filter(points__isnull=True).exists():
        sentence = _("Write down at least one sampling point for every stratum.")
        yield Concern("stratum-without-point", Severity.BLOCK, sentence)


def opens(*, needs_code: bool, was_good: bool) -> Iterator[Concern]:
    """A code lets somebody answer once."""
    if needs_code and not was_good:
        sentence = _("This code is not known, or it was used already. Each code is good for one answer.")
        yield Concern("code-not-known", Severity.BLOCK, sentence)
