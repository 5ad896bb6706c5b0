"""What a cell says: blanks of every kind, errors of Excel, letters of the wrong alphabet inside a word."""

import re
from datetime import date, datetime, time, timedelta

from korpu_chassis.i18n.text import visible

UNCALCULATED = "#GETTING_DATA"
"""A formula whose value nobody has worked out, as Excel itself shows it."""
ERRORS = frozenset(
    ("#N/A", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
     "#CONNECT!", UNCALCULATED)
)  # fmt: skip
UNREADABLE = "�"
"""Stands where a file holds what is no letter in its encoding, or what cannot be stored."""
_LATIN_OF = str.maketrans("АВЕКМНОРСТУХасеорхуіјһ", "ABEKMHOPCTYXaceopxyijh")
_WORD = re.compile(r"[^\W\d_]+")


def said(value: object) -> str:
    """A cell's value as text: a day in ISO, a whole number without a point, an error by its name, a dash as nothing."""
    if value is None or isinstance(value, timedelta):
        return "" if value is None else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(str(value))


def tidy(text: str) -> str:
    """The text without invisible signs and double blanks; what cannot be stored is shown as `�`."""
    words = " ".join(visible(text.replace("\0", "�").encode("utf-8", "replace").decode()).split())
    if words.upper() in ERRORS:
        return words.upper()
    return "" if words in {"-", "–", "—"} else _WORD.sub(_one_alphabet, words)


def _one_alphabet(word: re.Match[str]) -> str:
    """A Latin word with Cyrillic look-alikes in it is a Latin word; one that is Cyrillic stays so."""
    letters = word[0]
    if letters.isascii() or not re.search(r"[A-Za-zƏəĞğIıİŞşÇçÖöÜü]", letters):
        return letters
    plain = letters.translate(_LATIN_OF)
    return letters if re.search(r"[\u0400-\u04ff]", plain) else plain
