"""Pages about what is signed."""
