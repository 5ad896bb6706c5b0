"""Days as old registers write them: `2012`, `12.5.98`, `12 мая 1998`, Excel serials; and what cannot be one."""

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from korpu_chassis.i18n.text import fold
from korpu_partners.imports.parts import DayOrder

Precision = Literal["day", "month", "year"]

PIVOT = 50
"""A year of two digits from 50 on is of the last century: the office began in 1995 and promises no 55 years ahead."""

EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
SERIALS = range(10_000, 80_000)
YEARS = range(1900, 2201)
DECEMBER = 12
LONGEST_MONTH = 31

_MONTHS = """
1 yanvar january jan янв январь января januar janvier|2 fevral february feb фев февраль февраля februar fevrier
3 mart march mar мар март марта marz mars|4 aprel april apr апр апрель апреля avril|5 may май мая mai
6 iyun june jun июн июнь июня juni juin|7 iyul july jul июл июль июля juli juillet
8 avqust august aug авг август августа aout|9 sentyabr september sep sept сен сентябрь сентября septembre
10 oktyabr october oct окт октябрь октября oktober octobre|11 noyabr november nov ноя ноябрь ноября novembre
12 dekabr december dec дек декабрь декабря dezember decembre
"""
MONTHS = {
    fold(word): int(number)
    for line in _MONTHS.split("\n")
    for each in line.split("|")
    if each
    for number, *words in [each.split()]
    for word in words
}

_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
IN_NUMBERS = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})")
_MONTH = re.compile(r"(\d{1,2})[-./](\d{4})")
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
    return _number(words, last=last, since_1904=since_1904) or _in_words(words, last=last)


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
    parts = [_plain(part) for part in re.split(r"[\s,.\-]+", words) if part]
    months = [MONTHS[part] for part in parts if part in MONTHS]
    numbers = [part for part in parts if part.isdigit()]
    if len(months) != 1 or len(parts) != len(numbers) + 1:
        raise Unreadable("malformed-date")
    match numbers:
        case [year] if len(year) == len("1998"):
            return _month(int(year), months[0], last=last)
        case [day, year] if int(day) <= LONGEST_MONTH:
            return DayRead(_made(year, str(months[0]), day), "day")
        case _:
            raise Unreadable("no-such-day" if len(numbers) == len(("day", "year")) else "malformed-date")


def _plain(part: str) -> str:
    """`12-ci`, `12th` and `мая` as they are compared."""
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", part):
        return found[1]
    return part if part.isdigit() else fold(part)


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
