"""What is due by day: a unit's week, the month as a table, and a feed for other calendars."""
