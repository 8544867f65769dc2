"""Whether a campaign changed something: series before and after, and places with and without it."""
