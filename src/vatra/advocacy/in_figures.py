"""Figures as sentences tell them."""

from django.utils.formats import number_format


def signed(value: float) -> str:
    """A number with its sign, a true minus, and one decimal."""
    sign = "−" if value < 0 else "+"
    return f"{sign}{number_format(abs(value), decimal_pos=1)}"
