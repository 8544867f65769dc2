"""Tables that others open with a spreadsheet."""

# What begins so is run by a spreadsheet; with an apostrophe before it, it is read.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# At the head of a file, so that every spreadsheet reads the letters of our languages.
BYTE_ORDER_MARK = "\ufeff"


def harmless(cell: object) -> str:
    """The words of a cell, which no spreadsheet takes for a formula."""
    words = str(cell)
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words
