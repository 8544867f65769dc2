"""Many rows at once, in the text format of PostgreSQL's COPY: a line for each, its columns parted by tabs."""

from collections.abc import Iterable
from itertools import islice

from django.db import connection
from psycopg.sql import Composable

NULL = r"\N"
LINES_AT_ONCE = 200

# A backslash begins an escape, a tab ends a column, a new line ends a row.
_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def escaped(text: str) -> str:
    """A text as COPY reads it."""
    return text.translate(_ESCAPES)


def array(words: Iterable[str]) -> str:
    """An array as PostgreSQL reads it, of codes, keys or numbers: words that need no quotes."""
    return f"{{{','.join(words)}}}"


def copy_lines(statement: str | Composable, lines: Iterable[str]) -> None:
    """Write the lines, a few hundred in one piece, by a statement that copies from standard input."""
    left = iter(lines)
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        while portion := "".join(islice(left, LINES_AT_ONCE)):
            copy.write(portion)
