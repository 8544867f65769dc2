"""Mails of actions: what they say, and how each leaves at most once."""
