"""What the pages that combine keep of their readers: filters and calendar feeds; and what they read at once."""

from vatra.desk.models.calendar_feed import CalendarFeed
from vatra.desk.models.kept_filter import KeptFilter

__all__ = ["CalendarFeed", "KeptFilter"]
