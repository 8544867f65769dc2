"""How far a campaign's goals have come."""
