"""What is late, for everybody who answers for more than their own files."""

from vatra.desk.late.asked import About, Asked, Standing
from vatra.desk.late.homes import late_homes_page
from vatra.desk.late.listed import Listed, listed_for
from vatra.desk.late.page import LatePage, LateRow, late_page

__all__ = [
    "About",
    "Asked",
    "LatePage",
    "LateRow",
    "Listed",
    "Standing",
    "late_homes_page",
    "late_page",
    "listed_for",
]
