"""Everything that was written into a file and everything that changed for the child, in the order of days."""

from vatra.desk.timeline.page import Happened, Place, TimelinePage, page_after

__all__ = ["Happened", "Place", "TimelinePage", "page_after"]
