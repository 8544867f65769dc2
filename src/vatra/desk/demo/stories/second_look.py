"""Somebody who had no part in them looks again at decisions that chance chose; half of them are read so far."""

from vatra.access.roles import Role
from vatra.decisions.actions import draw_sample, record_verdict
from vatra.decisions.models import AuditedDecision
from vatra.decisions.words import Verdict
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.town import acting

DRAWN, LOOKED_AT = 4, 2
SOUND = "Arsyet qëndrojnë, dhe fjalët e fëmijës shihen në vendim."
THIN = "Vendimi është i drejtë, por disa fjali përsëriten dhe nuk thonë asgjë për këtë fëmijë."


def tell(cast: Cast) -> None:
    """The auditor draws from half a year of the centre in Prishtinë; the seed is kept, nobody chose."""
    town, auditor = cast.prishtine, cast.users["auditor"]
    centre = town.team.parent
    assert centre is not None
    sample = draw_sample(
        unit=centre,
        first_day=town.ago(190),
        last_day=town.ago(6),
        number=DRAWN,
        by=acting(auditor, Role.AUDITOR, town.ago(6)),
    )
    drawn = sample.decisions.select_related("decision__question").order_by("decision__number")
    for audited in drawn[:LOOKED_AT]:
        _judge(cast, audited)


def _judge(cast: Cast, audited: AuditedDecision) -> None:
    is_thin = audited.decision.thin_reasons.exists()
    on = cast.prishtine.ago(3)
    record_verdict(
        audited=audited,
        verdict=Verdict.THIN if is_thin else Verdict.SOUND,
        remarks=THIN if is_thin else SOUND,
        on=on,
        by=acting(cast.users["auditor"], Role.AUDITOR, on),
    )
