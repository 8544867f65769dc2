"""What the invented organisation knows: two waves of a survey, an evaluation of eight months and one of four years."""

from vatra.desk.demo.knowing.did_it_work import tell_evaluations
from vatra.desk.demo.knowing.people_asked import tell_survey
from vatra.desk.demo.knowing.setting import setting
from vatra.desk.demo.staff import Cast

__all__ = ["tell"]


def tell(cast: Cast) -> None:
    """Two invented campaigns: one two years old that can be judged, one four months old that cannot."""
    here = setting(cast)
    survey = tell_survey(here)
    tell_evaluations(here, survey)
