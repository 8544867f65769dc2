"""From bytes to text: returns come from spreadsheets of every age."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A UTF-16 file without its mark has a zero in every second byte of its figures and Latin letters.
_ZEROS_TELL = 0.25
_LOOKED_AT = 4096


def decoded(content: bytes) -> str:
    """The text: by its mark, else UTF-16 by its zeros, else UTF-8, else Windows-1252 or Latin-1, which take any byte.

    The zero character, which PostgreSQL refuses, becomes its picture.
    """
    return _decoded(content).replace("\x00", "␀")


def _decoded(content: bytes) -> str:
    for encoding in (_marked(content), _by_zeros(content), "utf-8", "cp1252"):
        if encoding:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    return content.decode("latin-1")


def _marked(content: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")


def _by_zeros(content: bytes) -> str:
    start = content[:_LOOKED_AT]
    for first, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
        if start[first::2].count(0) > _ZEROS_TELL * len(start):
            return encoding
    return ""
