"""Boxes for words."""

from typing import Any

from django import forms

from vatra.kernel.sentence import Sentence


class Words(forms.CharField):
    """Several lines of text."""

    def __init__(self, *, label: Sentence, rows: int = 4, **options: Any) -> None:
        super().__init__(label=label, widget=forms.Textarea({"rows": rows}), **options)


class Line(forms.CharField):
    """One line of text, as long as the column it is kept in."""

    def __init__(self, *, label: Sentence, max_length: int = 120, **options: Any) -> None:
        super().__init__(label=label, max_length=max_length, **options)
