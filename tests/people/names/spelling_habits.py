"""How a name changes when somebody of another language, or without the right keyboard, writes it down."""

from collections.abc import Iterator

STRIPPED = {"ë": "e", "ç": "c", "č": "c", "ć": "c", "š": "s", "ž": "z", "đ": "d", "ş": "s", "ğ": "g", "ı": "i", "ö": "o", "ü": "u"}  # fmt: skip
DJ_FOR_D = STRIPPED | {"đ": "dj"}
ALBANIAN_TO_SERBIAN = {
    "xh": "dž", "gj": "đ", "sh": "š", "zh": "ž", "dh": "d", "th": "t", "ll": "l", "rr": "r", "q": "ć", "ç": "č",
    "x": "dz", "ë": "e", "y": "i",
}  # fmt: skip
ALBANIAN_TO_TURKISH = {"sh": "ş", "q": "k", "dh": "d", "th": "t", "ll": "l", "rr": "r", "j": "y", "ë": "e"}
SERBIAN_TO_ALBANIAN = {"dž": "xh", "đ": "gj", "š": "sh", "ž": "zh", "č": "ç", "ć": "q", "lj": "l", "ks": "x"}
TO_GERMAN = {"sh": "sch", "š": "sch", "ç": "tsch", "č": "tsch", "đ": "dj", "v": "w", "j": "i", "c": "z"}
TO_ENGLISH = {"š": "sh", "ž": "zh", "č": "ch", "ć": "ch", "ç": "ch", "đ": "dj", "j": "y", "ks": "x"}
CYRILLIC = {
    "lj": "љ", "nj": "њ", "dž": "џ", "a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "đ": "ђ", "e": "е", "ž": "ж",
    "z": "з", "i": "и", "j": "ј", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с",
    "t": "т", "ć": "ћ", "u": "у", "f": "ф", "h": "х", "c": "ц", "č": "ч", "š": "ш",
}  # fmt: skip

OF_ALBANIAN = (STRIPPED, ALBANIAN_TO_SERBIAN, ALBANIAN_TO_TURKISH, TO_ENGLISH, TO_GERMAN)
OF_SERBIAN = (STRIPPED, DJ_FOR_D, SERBIAN_TO_ALBANIAN, TO_ENGLISH, TO_GERMAN, CYRILLIC)
OF_TURKISH = (STRIPPED, {"ş": "sh", "ç": "ch", "y": "j", "ğ": "g", "ı": "i", "ö": "o", "ü": "u"}, {"k": "q"})


def respelt(name: str, habit: dict[str, str]) -> str:
    """The name with every letter group of the habit replaced, the longest first, in one pass."""
    longest_first, text, written = sorted(habit, key=len, reverse=True), name.lower(), ""
    while text:
        group = next((group for group in longest_first if text.startswith(group)), text[0])
        written += habit.get(group, group)
        text = text[len(group) :]
    return written


def variants(name: str, habits: tuple[dict[str, str], ...]) -> Iterator[str]:
    """The spellings that differ from the name as it is."""
    yield from {respelt(name, habit) for habit in habits} - {name.lower()}
