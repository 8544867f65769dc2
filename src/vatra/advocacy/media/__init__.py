"""Media: one article kept once, feeds read safely, the code book, and how far two coders agree."""
