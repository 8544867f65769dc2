"""Signing on the public site: who may, what is asked, what counts, and what is kept for how long."""
