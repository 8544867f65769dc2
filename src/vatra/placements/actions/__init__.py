"""Acts on where a child lives."""

from vatra.placements.actions.absences import end_absence, record_absence
from vatra.placements.actions.stays import end_placement, move, place, return_home

__all__ = ["end_absence", "end_placement", "move", "place", "record_absence", "return_home"]
