"""Drawings made on the server as SVG; each has a text that says the same."""
