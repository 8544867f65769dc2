"""My day: what waits for this person today, by what this person is to which children."""

from vatra.desk.day.mine import Mine, mine
from vatra.desk.day.not_told import to_confirm
from vatra.desk.day.others import living_with, questions_to_issue, units_late
from vatra.desk.day.panels import seats

__all__ = ["Mine", "living_with", "mine", "questions_to_issue", "seats", "to_confirm", "units_late"]
