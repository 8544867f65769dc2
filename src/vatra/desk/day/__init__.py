"""My day: what waits for this person today, by what this person is to which children."""

from vatra.desk.day.mine import Mine, mine
from vatra.desk.day.others import living_with, questions_to_issue, seats, units_late

__all__ = ["Mine", "living_with", "mine", "questions_to_issue", "seats", "units_late"]
