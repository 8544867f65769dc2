"""The code book: the questions two coders answer about every clipping, kept as data in numbered versions."""

from vatra.advocacy.media.books.book import NO_MESSAGE, Book, Question, book, latest

__all__ = ["NO_MESSAGE", "Book", "Question", "book", "latest"]
