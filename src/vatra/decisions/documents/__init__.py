"""What is put on paper: the decision, the letters about it, the sheet about forms of care."""

from pathlib import Path

_TEMPLATES = Path(__file__).parent / "typst"
LETTER, SHEET = _TEMPLATES / "letter.typ", _TEMPLATES / "sheet.typ"
