"""The ages of a pack that other parts ask for by name."""

SIGNING_AGE = "signing_in_public"
"""From which age somebody puts a name below a petition, a pledge or an open letter."""
