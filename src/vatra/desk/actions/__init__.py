"""Acts on what the pages that combine keep."""

from vatra.desk.actions.calendar_feed import create_calendar_feed, revoke_calendar_feed

__all__ = ["create_calendar_feed", "revoke_calendar_feed"]
