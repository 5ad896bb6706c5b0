"""Four hundred memoranda as an office kept them for thirty years: nobody ever wrote a date in the same way twice."""

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

HEAD = ("№", "Tərəfdaş", "Sənədin növü", "İmza tarixi", "Müddəti", "Qüvvədədir", "Qeyd")
PARTNERS, EACH = 20, 19
BAD = ("31.02.2015", "", "tezliklə", "#N/A", "45.1.99")
KINDS = ("Anlaşma memorandumu", "Меморандум", "MoU", "Niyyət protokolu")
MONTHS = ("yanvar", "марта", "may", "июля", "sentyabr", "ноября")


def called(mark: str, number: int) -> str:
    """A partner's name in its register."""
    return f"Universität {mark} Nəsimi {number}"


def spelled(mark: str, number: int, row: int) -> str:
    """The same name as it stands in a row: typed in haste, in capitals, with a Cyrillic letter, with blanks."""
    name = called(mark, number)
    ways = (name, name.upper(), name.replace("ä", "a").replace("ə", "e"), name.replace("e", "е"), f"  {name}\u00a0 ")
    return ways[row % len(ways)]


def signed(year: int, row: int) -> Any:
    """A day of this year, as one of those who kept the register wrote it."""
    month, day = row % 12 + 1, row % 28 + 1
    exact = date(year, month, day)
    ways = (
        str(year),
        f"{day}.{month}.{year % 100:02d}",
        f"{day} {MONTHS[row % 6]} {year}" + (" г." if row % 2 else "-ci il"),
        (exact - date(1899, 12, 30)).days,
        exact,
        exact.isoformat(),
        f"{day:02d}/{month:02d}/{year}",
    )
    return ways[row % len(ways)]


def old_memoranda(file: Path, mark: str) -> Path:
    """A workbook of them: good ones by partner, those with a day that nobody can read, and those with a stranger."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([f"Memorandumların reyestri, {mark}"])
    sheet.merge_cells("A1:G1")
    sheet.append([])
    sheet.append(list(HEAD))
    number = 0
    for partner in range(PARTNERS):
        top = sheet.max_row + 1
        for place in range(EACH):
            number += 1
            year = 1995 + place
            name = spelled(mark, partner, number)
            sheet.append([number, name, KINDS[number % 4], signed(year, number), "1 il", str(year + 1), "qovluq 7"])
        if partner % 5 == 0:
            sheet.merge_cells(f"B{top}:B{sheet.max_row}")
    for day in BAD * 3:
        number += 1
        sheet.append([number, called(mark, 1), "Memorandum", day, "5 il", "2019", ""])
    for year in range(1996, 2001):
        number += 1
        sheet.append([number, f"Universiteit {mark}", "Memorandum", str(year), "1 il", str(year), ""])
    book.save(file)
    return file


def partners(file: Path, mark: str) -> Path:
    """The register of those whom the office knows, as text."""
    rows = [f"{called(mark, number)};Almaniya;Bonn" for number in range(PARTNERS)]
    file.write_text("\n".join(("Adı;Ölkə;Şəhər", *rows)), "utf-16")
    return file
