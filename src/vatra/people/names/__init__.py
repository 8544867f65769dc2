"""Names as people have them, compared, found and ordered across two alphabets and four languages."""
