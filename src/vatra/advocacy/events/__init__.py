"""Events: registration and accreditation, what the press gets and when, and the calendar of what is public."""
