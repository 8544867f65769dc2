"""Campaigns and their phases along the days, drawn and told."""
