"""Measures signing on the public site: many people at once, and machines among them."""
