"""What those in office think of an ask, what was said to them, and what they promised."""
