"""The days of campaigns, drawn."""

from datetime import date

from vatra.advocacy.timeline.drawing import Span, drawn
from vatra.kernel.bars import HEAD, LEFT, ROW, WIDTH

CARE = Span("Care for Me!", date(2013, 5, 15), date(2016, 5, 14))
HOPE = Span("I give hope", date(2015, 5, 15), date(2016, 5, 14), is_frame=True, depth=1)


def test_nothing_is_drawn_of_nothing() -> None:
    assert drawn([], until=date(2026, 1, 1)) is None


def test_the_whole_takes_the_width_and_its_part_lies_within() -> None:
    drawing = drawn([CARE, HOPE], until=date(2026, 1, 1))
    assert drawing
    whole, part = drawing.bars
    assert (whole.x, whole.width) == (LEFT, WIDTH)
    assert whole.x < part.x
    assert part.x + part.width == whole.x + whole.width
    assert (part.of.indented, part.of.is_frame, part.anchor) == ("– I give hope", True, "end")
    assert drawing.height == 2 * HEAD + 2 * ROW
    assert [tick.year for tick in drawing.ticks] == [2014, 2015, 2016]


def test_what_goes_on_is_drawn_until_today() -> None:
    drawing = drawn([Span("Now", date(2026, 1, 1), None)], until=date(2026, 7, 1))
    assert drawing
    assert drawing.bars[0].width == WIDTH


def test_what_begins_after_today_is_drawn_where_it_begins() -> None:
    drawing = drawn([Span("Soon", date(2027, 1, 1), None)], until=date(2026, 7, 1))
    assert drawing
    assert drawing.bars[0].x == LEFT


def test_a_single_day_is_a_dot() -> None:
    drawing = drawn([CARE], until=date(2026, 1, 1), dots=[date(2013, 5, 15), date(2016, 5, 14)])
    assert drawing
    assert drawing.dots == [LEFT, LEFT + WIDTH]
