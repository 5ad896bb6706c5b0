"""Personal data that people write into free text: addresses, telephones, passports, bank accounts."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

MOST_NUMBERS, MOST_ACCOUNTS = 200, 100
"""How many numbers of one text are asked whether they are telephones or accounts; each costs 50 or 200 µs."""

# Letters that look alike in both alphabets: people type the series of a passport in either.
_LATIN = str.maketrans("АВЕКМНОРСТХУаеорсху", "ABEKMHOPCTXYaeopcxy")
_DASHES = re.compile("[\u2010-\u2015\u2212]")

_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_HIDDEN_EMAIL = re.compile(
    r"(?i)(?<![\w.+%-])[\w.+%-]{1,64}\s?[\[({]\s?(?:at|@|et|ət|собака|a)\s?[\])}]\s?[\w-]{1,63}(?:\s?(?:\.|[\[({]\s?(?:dot|nöqtə|точка|punkt|point)\s?[\])}])\s?[\w-]{1,63})+"
)
_IBAN = re.compile(r"(?<![^\W_])[A-Z]{2}[0-9]{2}(?=[ -]?[A-Z0-9])", re.IGNORECASE)

_AZERBAIJANI = re.compile(r"(?<![^\W_])(?:AZE[ №-]{0,3}\d{8}|AA[ №]{0,3}\d{7}|[CP][ №]{0,3}\d{8})(?![^\W_]|[-/.]\d)")
_MACHINE_READABLE = re.compile(
    r"(?<![A-Z0-9<])(?:[PIAC][A-Z<][A-Z]{3}[A-Z<]*<<[A-Z<]+|[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MF<]\d{7})"
)
_PASSPORT_WORD = re.compile(
    r"(?i)\bpas{1,2}e?p[oо]rt(?!al)\w{0,5}|\breisepass\w*|паспорт\w*|загранпаспорт\w*|\bpasaport\w*"
    r"|şəxsiyyət\s+vəsiqə\w*|\bş/v\b"
    r"|\bid[ -](?:card|kart)\w*|personalausweis\w*|carte d.identité|удостоверени\w+ личности"
    r"|kimlik\s+(?:kartı|vəsiqəsi)"
)
# Up to three words (number, series, of the participant) may stand between the word and what it announces.
_DOCUMENT_NUMBER = re.compile(
    r"(?:[\s:.,;()№#°º-]|[^\W\d_]{1,12}(?=[\s:.№#-])){0,12}?(?<![^\W_])"
    r"((?:[A-Z]{1,3}[ №-]{0,3})?\d{2}\s?\d{2}\s?[№N]?\s?\d{6}|(?:[A-Z]{1,3}[ №-]{0,3})?\d{6,10}"
    r"|(?=(?:[A-Z]*\d){5})(?=\d*[A-Z])[A-Z0-9]{7,11})"
    r"(?![^\W_]|[-/.]\d)"
)
_PIN = re.compile(
    r"(?<![^\W_])(?:F[İIi]N|ФИН|PIN)(?:[ -]?(?i:k[oо]d\w{0,3}|код))?[\s:№.-]{1,4}"
    r"(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{7}(?![^\W_])"
)

# Links and registered numbers hold long rows of digits that nobody can dial.
_NOT_DIALLED = re.compile(
    r"(?i)\bhttps?://\S+|\bwww\.\S+|\b10\.\d{4,9}/\S+"
    r"|\b(?:isbn|issn|orcid|doi)\b(?:-1[03])?[\s:№]{0,3}[\dx./-]+(?:[ -][\dx]+)*"
)
# Two noughts behind a dash, a dot or a stroke are inside a code: AGR-2026-00787.
_INTERNATIONAL = re.compile(r"(?<![\w+])(?:\+|(?<![A-Z0-9][-./])00(?=[1-9]))\s?\(?\d(?:[\s().\-/]{0,3}\d){6,14}(?!\d)")
_AT_HOME = re.compile(
    r"(?<![\w./+-])(?:994[\s-]?\(?[1-9]\d\)?|\(0[1-9]\d\)|0[1-9]\d)[\s-]{0,2}"
    r"(?:\d{7}|\d{3}[\s-]?\d{2}[\s-]\d{2}|\d{3}[\s-]\d{4}|\d{2}[\s-]\d{2}[\s-]\d{3})(?![^\W_]|[-/.]\d)"
)
_NUMBERED = re.compile(r"(?i)(?:№|#|\bn[ro]\.?|nömrəli|\bsəm|\bисх\.?|\bвх\.?)\s{0,2}$")
_CALLED = re.compile(
    r"(?i)(?<![^\W_])(?:tel|telefon\w{0,3}|telephone|phone|mob|mobil\w{0,2}|mobile|cell|handy|whats?app|viber|fax|faks|тел|телефон\w{0,2}"
    r"|моб|факс|ватсап|вотсап|téléphone|portable|nömrə\w{0,2})(?:\s(?:nömrəsi|number|no|nr|номер|nummer|numéro))?[\s.:№#()/-]{0,4}"
    r"(\+?\(?\d(?:[\s()-]{0,2}\d){6,14})(?![^\W_]|[-/.,]\d)"
)
_DATED = re.compile(r"(?:19|20)\d\d[\s-]+(?:(?:19|20)\d\d|\d\d?[\s-]\d\d?)|\d\d?[\s-]\d\d?[\s-](?:19|20)\d\d")


def personal_data_in(text: str) -> str | None:
    """The code of the first kind of personal data that stands in a text: it holds an address, a number, an account."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text.replace("№", "\ue000"))).replace("\ue000", "№")
    plain = re.sub(r"[^\S\n]", " ", plain)
    if _EMAIL.search(plain) or _HIDDEN_EMAIL.search(plain):
        return "email-in-text"
    if not any(letter.isdecimal() for letter in plain) and "<<" not in plain:
        return None
    plain = re.sub(r"(?![0-9])\d", lambda found: str(unicodedata.decimal(found[0])), plain)
    if any(_ibans(plain)):
        return "iban-in-text"
    if _passport(plain):
        return "passport-in-text"
    return "phone-in-text" if _phone(_NOT_DIALLED.sub(" ; ", plain)) else None


def _ibans(text: str) -> Iterator[str]:
    for found in islice(_IBAN.finditer(text), MOST_ACCOUNTS):
        from stdnum import iban  # noqa: PLC0415 -- loaded when it is needed: a tenth of a second

        signs = re.sub(r"[ -]", "", text[found.start() : found.start() + 50])
        for length in range(15, 35):
            ends = len(signs) == length or not signs[length : length + 1].isalnum() or signs[length - 1].isdigit()
            if len(signs) >= length and signs[:length].isalnum() and ends and iban.is_valid(signs[:length]):
                yield signs[:length]


def _passport(text: str) -> bool:
    latin = text.translate(_LATIN)
    if _AZERBAIJANI.search(latin) or _MACHINE_READABLE.search(latin) or _PIN.search(text):
        return True
    for word in _PASSPORT_WORD.finditer(text):
        announced = _DOCUMENT_NUMBER.match(latin, word.end(), word.end() + 60)
        if announced and not _DATED.fullmatch(announced[1]):
            return True
    return False


def _phone(text: str) -> bool:
    if any(not _DATED.fullmatch(called[1].strip()) for called in _CALLED.finditer(text)):
        return True
    found = {each[0]: each.start() for form in (_INTERNATIONAL, _AT_HOME) for each in form.finditer(text)}
    return any(
        _dialled(number)
        for number, start in islice(found.items(), MOST_NUMBERS)
        if number[0] == "+" or not _NUMBERED.search(text, max(0, start - 12), start)
    )


def _dialled(number: str) -> bool:
    """Whether a subscriber can have this number, in the whole world or as it is dialled in Azerbaijan."""
    import phonenumbers  # noqa: PLC0415 -- loaded when a text holds such digits: 60 ms

    written = re.sub(r"^(?:00|(?=994))", "+", number)
    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(written, "AZ")))
    except phonenumbers.NumberParseException:
        return False
