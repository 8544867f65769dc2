"""The forms of family care, explained to everybody in the same way."""
