"""What is late, for everybody who answers for more than their own files."""

from vatra.desk.late.asked import Asked, Standing
from vatra.desk.late.listed import Listed, listed_for
from vatra.desk.late.page import LatePage, LateRow, late_page

__all__ = ["Asked", "LatePage", "LateRow", "Listed", "Standing", "late_page", "listed_for"]
