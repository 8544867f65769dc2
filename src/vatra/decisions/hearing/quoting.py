"""A child's words, ready to stand inside the quotation marks of a sentence."""

MARKS = '"“”„‟«»'


def unquoted(words: str) -> str:
    """The words without the one pair of marks somebody wrote around all of them; other marks stay."""
    said = words.strip()
    around, inner = said[:1] + said[-1:], said[1:-1].strip()
    is_one_quotation = len(said) > 2 and set(around) <= set(MARKS) and not set(inner) & set(MARKS)
    return inner if is_one_quotation else said
