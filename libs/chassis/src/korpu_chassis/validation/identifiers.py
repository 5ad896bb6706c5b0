"""Identifiers that others give out, read as generously as people write them and kept in one form.

Blanks, dashes of every kind and the address at which an identifier is shown are no part of it.
"""
# ruff: noqa: PLC0415 -- python-stdnum is loaded late: it would slow the start of every process

import re
from types import ModuleType

from korpu_chassis.refusals import wrong


def _numbered(code: str, value: str, rules: ModuleType) -> str:
    """The number in its compact form, as a module of python-stdnum judges it."""
    from stdnum import exceptions

    try:
        return str(rules.validate(value))
    except exceptions.InvalidChecksum:
        raise wrong("bad-checksum") from None
    except exceptions.ValidationError:
        raise wrong(code) from None


_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


_BLANKS = re.compile(r"[\s\u200b\u2060\ufeff]+")
# Every sign that is typed or printed for a dash, the soft hyphen too.
_PARTING = re.compile("[\\s\u00ad\u200b\u2010-\u2015\u2060\u2212\ufe58\ufe63\uff0d\ufeff-]+")


def _at(host: str, value: str) -> str:
    """An identifier without the address at which it is shown: https://, http://, www. or the bare host before it."""
    return re.sub(rf"(?i)\A(?:https?://)?(?:www\.)?{re.escape(host)}/", "", _BLANKS.sub("", value)).rstrip("/")


def ror(value: str) -> str:
    """ROR: a zero, six characters of Crockford's base 32, and their check by ISO 7064 mod 97-10."""
    bare = _at("ror.org", value).lower()
    if not re.fullmatch(f"0[{_CROCKFORD}]{{6}}[0-9]{{2}}", bare):
        raise wrong("malformed-ror")
    number = sum(_CROCKFORD.index(letter) * 32**place for place, letter in enumerate(reversed(bare[1:7])))
    if 98 - number * 100 % 97 != int(bare[7:]):
        raise wrong("bad-checksum")
    return bare


def orcid(value: str) -> str:
    """ORCID in four groups, the last sign its check (ISO 7064 mod 11-2)."""
    from stdnum.iso7064 import mod_11_2

    bare = _PARTING.sub("", _at("orcid.org", value)).upper()
    bare = "-".join(bare[start : start + 4] for start in range(0, len(bare), 4))
    if not re.fullmatch(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]", bare):
        raise wrong("malformed-orcid")
    if not mod_11_2.is_valid(bare.replace("-", "")):
        raise wrong("bad-checksum")
    return bare


def isbn13(value: str) -> str:
    """ISBN-13 in its digits alone."""
    from stdnum import ean

    bare = _PARTING.sub("", value)
    if not re.fullmatch(r"978[0-9]{10}|979[1-9][0-9]{9}", bare):  # 979-0 numbers printed music (ISO 10957)
        raise wrong("malformed-isbn")
    return _numbered("malformed-isbn", bare, ean)


def iban(value: str) -> str:
    """IBAN without blanks."""
    from stdnum import iban

    bare = _PARTING.sub("", value).upper()
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{4,40}", bare):
        raise wrong("malformed-iban")
    return _numbered("malformed-iban", bare, iban)


def voen(value: str) -> str:
    """VÖEN, the number of an Azerbaijani taxpayer; the last digit says a legal person or a natural one."""
    from stdnum.az import voen

    bare = _PARTING.sub("", value)
    if not re.fullmatch(r"[0-9]{9}[12]", bare):
        raise wrong("malformed-voen")
    return _numbered("malformed-voen", bare, voen)


def pic(value: str) -> str:
    """PIC, the nine digits under which the Commission knows a participant."""
    bare = _PARTING.sub("", value)
    if not re.fullmatch(r"[0-9]{9}", bare):
        raise wrong("malformed-pic")
    return bare


def doi(value: str) -> str:
    """DOI without the address of its resolver."""
    bare = re.sub(r"(?i)\Adoi:", "", _at("doi.org", re.sub(r"(?i)//dx\.", "//", value)))
    if not re.fullmatch(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[!-~]+", bare):
        raise wrong("malformed-doi")
    return bare


_ERASMUS = re.compile(r"([A-Z]{1,3})( *)([A-Z-]{1,9}[0-9]{2,3})")
# Countries of one and of three letters in the codes of the programme; all others have two.
_ONE_LETTER, _THREE_LETTERS = frozenset("ABDEFGINPS"), ("IRL", "LUX")
_TWO_LETTERS = ("BG", "CH", "CY", "CZ", "DK", "EE", "HR", "HU", "IS", "LI", "LT", "LV", "MK", "MT", "NL", "PL", "RO",
                "RS", "SF", "SI", "SK", "TR", "UK")  # fmt: skip


def erasmus_code(value: str) -> str:
    """The code as the Commission's list writes it: the country filled up with blanks to three places.

    Web pages and spreadsheets lose the blanks. Without any it is read when one country alone can be meant.
    """
    found = _ERASMUS.fullmatch(" ".join(value.upper().split()))
    if not found:
        raise wrong("malformed-erasmus-code")
    country, blank, place = found.groups()
    if not blank and country not in _THREE_LETTERS:
        country, place = _parted(country + place)
    return f"{country:<3}{place}"


def _parted(joined: str) -> tuple[str, str]:
    meant = [length for length, known in ((1, _ONE_LETTER), (2, _TWO_LETTERS)) if joined[:length] in known]
    if len(meant) != 1 or not re.fullmatch(r"[A-Z-]{1,9}[0-9]{2,3}", joined[meant[0] :]):
        raise wrong("malformed-erasmus-code")
    return joined[: meant[0]], joined[meant[0] :]
