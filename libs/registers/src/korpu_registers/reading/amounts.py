"""Amounts of money as old registers write them: `45 000 €`, `1.234,50 EUR`, `$12,000`."""

import re
from decimal import Decimal, InvalidOperation

SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "₼": "AZN", "₽": "RUB", "₺": "TRY"}
WORDS = {
    "euro": "EUR", "avro": "EUR", "евро": "EUR", "dollar": "USD", "доллар": "USD", "manat": "AZN", "манат": "AZN",
    "azn": "AZN", "рублей": "RUB", "rubl": "RUB",
}  # fmt: skip
_NUMBER = re.compile(r"\d[\d\s.,'’]*")
CENTS = 2
THOUSANDS = 3


class Unreadable(Exception):
    """Nobody can tell how much of what it is."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(code)
        self.field, self.code = field, code


def amount(text: str, beside: str | None = None) -> tuple[Decimal, str]:
    """How much of which currency; the currency may stand in the cell or beside it."""
    found = _NUMBER.findall(text)
    if len(found) != 1:
        raise Unreadable("budget", "wrong-type")
    currency = _currency(text.replace(found[0], " ")) or _currency(beside or "")
    if currency is None:
        raise Unreadable("currency", "missing-field")
    return _number(found[0]), currency


def _currency(text: str) -> str | None:
    signs = (code for sign, code in SIGNS.items() if sign in text)
    return next(signs, None) or next(filter(None, map(_of_word, re.findall(r"[^\W\d_]+", text))), None)


def _of_word(word: str) -> str | None:
    return word.upper() if re.fullmatch(r"[A-Za-z]{3}", word) else WORDS.get(word.casefold())


def _number(text: str) -> Decimal:
    """A number whose last mark parts cents if one or two digits follow it; three are thousands."""
    bare = re.sub(r"[\s'’]", "", text).strip(".,")
    found = re.fullmatch(rf"(.*\d)[.,](\d{{1,{CENTS}}})", bare)
    whole, cents = (found[1], found[2]) if found else (bare, "")
    parts = re.split(r"[.,]", whole)
    if any(len(each) != THOUSANDS for each in parts[1:]):
        raise Unreadable("budget", "wrong-type")
    try:
        return Decimal("".join(parts) + (f".{cents}" if cents else ""))
    except InvalidOperation:
        raise Unreadable("budget", "wrong-type") from None
