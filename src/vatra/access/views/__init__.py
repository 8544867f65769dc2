"""Pages about staff, units, and one's own account."""
