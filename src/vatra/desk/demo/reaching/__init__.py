"""How the invented organisation reaches people: letters to an office, a press conference, a training, the media."""

from vatra.desk.demo.reaching.gathering import gather
from vatra.desk.demo.reaching.reporting import report
from vatra.desk.demo.reaching.team import reaching_team
from vatra.desk.demo.reaching.writing import write
from vatra.desk.demo.staff import Cast

__all__ = ["tell"]


def tell(cast: Cast) -> None:
    """Everything that is done for the campaign besides collecting signatures."""
    team = reaching_team(cast)
    write(team)
    gather(team)
    report(team)
