"""Acts with quiet defaults, so that a story says only what is special about its children."""

from vatra.desk.demo.telling.asking import Heard, lay_open
from vatra.desk.demo.telling.court import asks_to_open, guardian_asked_for, origins_sealed
from vatra.desk.demo.telling.days import met, planned, review_planned, reviewed, visited
from vatra.desk.demo.telling.deciding import (
    Told,
    Way,
    decide,
    decide_anew,
    issued,
    live_in,
    put_side_by_side,
    tell_the_child,
    weigh_as_usual,
)
from vatra.desk.demo.telling.families import a_child, a_grown_up, a_home
from vatra.desk.demo.telling.on_the_path import under_the_body, walked
from vatra.desk.demo.telling.opening import Finding, look_into, parents_as_guardian, take_in, worry_about

__all__ = [
    "Finding",
    "Heard",
    "Told",
    "Way",
    "a_child",
    "a_grown_up",
    "a_home",
    "asks_to_open",
    "decide",
    "decide_anew",
    "guardian_asked_for",
    "issued",
    "lay_open",
    "live_in",
    "look_into",
    "met",
    "origins_sealed",
    "parents_as_guardian",
    "planned",
    "put_side_by_side",
    "review_planned",
    "reviewed",
    "take_in",
    "tell_the_child",
    "under_the_body",
    "visited",
    "walked",
    "weigh_as_usual",
    "worry_about",
]
