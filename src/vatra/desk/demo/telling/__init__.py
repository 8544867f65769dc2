"""Acts with quiet defaults, so that a story says only what is special about its children."""

from vatra.desk.demo.telling.days import met, planned, review_planned, reviewed, visited
from vatra.desk.demo.telling.deciding import Heard, Way, decide, lay_open, live_in
from vatra.desk.demo.telling.families import a_child, a_grown_up, a_home
from vatra.desk.demo.telling.opening import Finding, look_into, parents_as_guardian, take_in, worry_about

__all__ = [
    "Finding",
    "Heard",
    "Way",
    "a_child",
    "a_grown_up",
    "a_home",
    "decide",
    "lay_open",
    "live_in",
    "look_into",
    "met",
    "parents_as_guardian",
    "planned",
    "review_planned",
    "reviewed",
    "take_in",
    "visited",
    "worry_about",
]
