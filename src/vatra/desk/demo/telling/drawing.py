"""A drawing as a small child makes one: a house, and everybody who sleeps in it."""

from io import BytesIO

from PIL import Image, ImageDraw

WIDE, HIGH = 640, 480
GREEN, BROWN, BLUE, RED, YELLOW = "#3a7d44", "#8d5a2b", "#2a6fbb", "#c0392b", "#e6b422"


def house_with(people: int) -> bytes:
    """A house under the sun with so many figures in front of it, as PNG."""
    paper = Image.new("RGB", (WIDE, HIGH), "white")
    pen = ImageDraw.Draw(paper)
    pen.ellipse((520, 30, 600, 110), fill=YELLOW)
    pen.line((0, 430, WIDE, 424), fill=GREEN, width=9)
    pen.rectangle((70, 210, 290, 428), outline=BROWN, width=7)
    pen.line((55, 214, 182, 96, 304, 212), fill=RED, width=8)
    pen.rectangle((150, 330, 205, 426), outline=BLUE, width=6)
    for number in range(people):
        _somebody(pen, left=340 + 90 * number, tall=150 - 30 * number)
    kept = BytesIO()
    paper.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _somebody(pen: ImageDraw.ImageDraw, *, left: int, tall: int) -> None:
    top = 426 - tall
    pen.ellipse((left, top, left + 40, top + 40), outline=BLUE, width=5)
    pen.line((left + 20, top + 40, left + 20, 426 - tall // 4), fill=BLUE, width=5)
    pen.line((left - 12, top + 62, left + 54, top + 56), fill=BLUE, width=5)
    pen.line((left + 20, 426 - tall // 4, left + 4, 426), fill=BLUE, width=5)
    pen.line((left + 20, 426 - tall // 4, left + 36, 426), fill=BLUE, width=5)
