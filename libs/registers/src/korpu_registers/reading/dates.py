"""Days as old registers write them: `2012`, `12.5.98`, `12 мая 1998`, Excel serials; and what cannot be one."""

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from korpu_chassis.i18n.text import fold
from korpu_registers.parts import DayOrder
from korpu_registers.reading.day_words import FILLERS, MONTHS, THIRDS

Precision = Literal["day", "month", "year"]

PIVOT = 50
"""A year of two digits from 50 on is of the last century: the office began in 1995 and promises no 55 years ahead."""

EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
SERIALS = range(10_000, 80_000)
YEARS = range(1900, 2201)
DECEMBER = 12
LONGEST_MONTH = 31

_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
IN_NUMBERS = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})")
_MONTH = re.compile(r"(\d{1,2})[-./](\d{4})")
_YEAR_AND_MONTH = re.compile(r"(\d{4})[-./](\d{1,2})")
_RANGE = re.compile(r"(?i)(.*?\w)\s*(?:[–—]|(?<=\d)-(?=\d)|\s-\s|\b(?:to|bis|по|au|al)\b)\s*(\w.*)")
_HOUR = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_TAIL = re.compile(r"(?i)[\s.]*(?:-?\s*c[iıuü]|-?\s*(?:il|г|год|года|year))[\s.]*$")


class DayRead(NamedTuple):
    """A day, and how much of it the register knew."""

    day: date
    precision: Precision


class Unreadable(ValueError):
    """The text is no day; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_day(
    text: str, *, last: bool = False, since_1904: bool = False, order: DayOrder | None = "day_first"
) -> DayRead:
    """Read a day, day before month as the office writes; a year alone is its first day, or its last for an end.

    With no order, numbers that are a day in one order alone are that day.
    """
    words = without_tail(text)
    if found := _ISO.fullmatch(words):
        return DayRead(_made(found[1], found[2], found[3]), "day")
    if found := IN_NUMBERS.fullmatch(words):
        month_first = order == "month_first" or (order is None and int(found[2]) > DECEMBER)
        day, month = (found[2], found[1]) if month_first else (found[1], found[2])
        return DayRead(_made(found[3], month, day), "day")
    if found := _MONTH.fullmatch(words):
        return _month(int(found[2]), int(found[1]), last=last)
    if found := _YEAR_AND_MONTH.fullmatch(words):
        return _month(int(found[1]), int(found[2]), last=last)
    number = _number(words, last=last, since_1904=since_1904)
    return number or _range(words, order, last=last) or _in_words(words, last=last)


def _range(words: str, order: DayOrder | None, *, last: bool) -> DayRead | None:
    """The first day of `10–12 May 2024`, or its last for an end; what the first lacks stands with the last."""
    found = _RANGE.fullmatch(words)
    if found is None or _RANGE.fullmatch(found[2]):
        return None
    year = re.search(r"\d{4}$", found[2])
    joint = "." if re.fullmatch(r"\d{1,2}[./]\d{1,2}", found[1]) else " "
    lacking = [
        found[1],
        f"{found[1]}{joint}{year[0]}" if year else "",
        re.sub(r"^\d{1,2}", found[1], found[2], count=1),
    ]
    until = _readable(found[2], order, last=True)
    for each in lacking:
        since = _readable(each, order, last=False)
        if since and until and since.day < until.day:
            precision: Precision = "month" if since.day.year == until.day.year else "year"
            return DayRead((until if last else since).day, precision)
    return None


def _readable(words: str, order: DayOrder | None, *, last: bool) -> DayRead | None:
    if re.fullmatch(r"\d{5,}", words) or _RANGE.fullmatch(words):
        return None
    try:
        return read_day(words, last=last, order=order)
    except Unreadable:
        return None


_UNITS = {
    fold(word): months
    for months, words in (
        (12, "il illik year years год года лет jahr jahre jahren an ans année années año años anno anni yıl"),
        (1, "ay aylıq month months месяц месяца месяцев monat monate monaten mois mes meses mese mesi"),
    )
    for word in words.split()
}
_COUNTS = {
    fold(word): number
    for number, words in (
        (1, "bir one один ein eine un une uno una"), (2, "iki two два zwei deux dos due"),
        (3, "üç three три drei trois tres tre"), (4, "dörd four четыре vier quatre cuatro quattro"),
        (5, "beş five пять fünf cinq cinco cinque"), (6, "altı six шесть sechs seis sei"),
        (10, "on ten десять zehn dix diez dieci"), (12, "twelve двенадцать zwölf douze doce"),
    )
    for word in words.split()
}  # fmt: skip
_DURATION = re.compile(r"(\d{1,2}|[^\W\d]+)(?:\s*\([^)]*\))?[\s-]*([^\W\d]+)(?:\s+(?:müddətinə|müddətə))?\.?")


def read_duration(text: str) -> int | None:
    """The months of a duration such as `5 il`, `five (5) years` or `18 месяцев`; nothing for anything else."""
    found = _DURATION.fullmatch(" ".join(text.split()))
    if not found or (unit := _UNITS.get(fold(found[2]))) is None:
        return None
    count = int(found[1]) if found[1].isdigit() else _COUNTS.get(fold(found[1]), 0)
    return count * unit or None


def last_day(first: date, months: int) -> date:
    """The last day of so many months from a first day, that day included: five years from 1 May end on 30 April."""
    place = first.month - 1 + months
    year, month = first.year + place // DECEMBER, place % DECEMBER + 1
    days = (_first_of(year, month + 1) - date(year, month, 1)).days
    return date(year, month, min(first.day, days)) - timedelta(days=first.day <= days)


def _first_of(year: int, month: int) -> date:
    return date(year + (month - 1) // DECEMBER, (month - 1) % DECEMBER + 1, 1)


def looks_like_day(text: str) -> bool:
    """Whether this is a day, right or wrong, and not something else."""
    try:
        read_day(text)
    except Unreadable as why:
        return why.code == "no-such-day"
    return True


def without_tail(text: str) -> str:
    """A day without its hour and without the word for year."""
    words = _HOUR.sub("", " ".join(text.split()))
    while (shorter := _TAIL.sub("", words)) != words:
        words = shorter
    return words.rstrip(".,")


def _number(words: str, *, last: bool, since_1904: bool) -> DayRead | None:
    if not re.fullmatch(r"\d{4,5}(\.\d+)?", words):
        return None
    number = int(float(words))
    if number in YEARS:
        return DayRead(date(number, DECEMBER, 31) if last else date(number, 1, 1), "year")
    if number in SERIALS:
        return DayRead(EPOCHS[since_1904] + timedelta(days=number), "day")
    raise Unreadable("malformed-date")


def _in_words(words: str, *, last: bool) -> DayRead:
    parts = [plain for part in re.split(r"[\s,.\-/]+", words) if part and (plain := _plain(part)) not in FILLERS]
    months = [MONTHS[part] for part in parts if part in MONTHS]
    thirds = [THIRDS[part] for part in parts if part in THIRDS]
    numbers = [part for part in parts if part.isdigit()]
    if len(thirds) == 1 and len(months) <= 1 and len(parts) == len(numbers) + len(months) + 1:
        return _third(thirds[0], months, numbers, last=last)
    if len(months) != 1 or len(parts) != len(numbers) + 1:
        raise Unreadable("malformed-date")
    match numbers:
        case [year] if len(year) == len("1998"):
            return _month(int(year), months[0], last=last)
        case [day, year] if int(day) <= LONGEST_MONTH:
            return DayRead(_made(year, str(months[0]), day), "day")
        case _:
            raise Unreadable("no-such-day" if len(numbers) == len(("day", "year")) else "malformed-date")


def _third(third: int, months: list[int], numbers: list[str], *, last: bool) -> DayRead:
    """The beginning, middle or end of a month: its days 1–10, 11–20, 21 to the last; of a year its four months."""
    if len(numbers) != 1 or len(numbers[0]) != len("1998"):
        raise Unreadable("malformed-date")
    year = int(numbers[0])
    if not months:
        month = 4 * third + (4 if last else 1)
        return DayRead(_month(year, month, last=last).day, "year")
    if last and third == 2:  # noqa: PLR2004 -- the end of a month is its last third
        return _month(year, months[0], last=True)
    return DayRead(_made(numbers[0], str(months[0]), str(10 * third + (10 if last else 1))), "month")


def _plain(part: str) -> str:
    """`12-ci`, `12th`, `мая` and `mayın` as they are compared."""
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th|er|º|°)", part):
        return found[1]
    if part.isdigit() or (plain := fold(part)) in MONTHS:
        return part if part.isdigit() else plain
    return plain[:-2] if plain[-2:] in {"in", "un"} and plain[:-2] in MONTHS else plain


def _month(year: int, month: int, *, last: bool) -> DayRead:
    first = _made(str(year), str(month), "1")
    after = date(year + month // DECEMBER, month % DECEMBER + 1, 1)
    return DayRead(after - timedelta(days=1) if last else first, "month")


def _made(year: str, month: str, day: str) -> date:
    number = int(year)
    if len(year) == len("98"):
        number += 1900 if number >= PIVOT else 2000
    try:
        made = date(number, int(month), int(day))
    except ValueError:
        raise Unreadable("no-such-day") from None
    if made.year not in YEARS:
        raise Unreadable("date-out-of-range")
    return made
