"""How days and times are written in each language; the rest is Django's."""
