"""Codes and values checked at the door, each rule with its own refusal code."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from korpu_chassis.text import clean


class Personal:
    """Marks a field as personal data: `Annotated[str, Personal]` never leaves its owner."""


def wrong(code: str) -> PydanticCustomError:
    """The refusal of a value by the rule of this code; the value is not repeated."""
    return PydanticCustomError(code, "{rule}", {"rule": code})  # type: ignore[arg-type]


def _matches(code: str, pattern: str) -> Callable[[str], str]:
    expression = re.compile(pattern)

    def check(value: str) -> str:
        if not expression.fullmatch(value):
            raise wrong(code)
        return value

    return check


def _known(code: str, known: Callable[[str], bool]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not known(value):
            raise wrong(code)
        return value

    return check


@cache
def countries() -> frozenset[str]:
    """ISO 3166-1 alpha-2."""
    import pycountry

    return frozenset(country.alpha_2 for country in pycountry.countries)


@cache
def currencies() -> frozenset[str]:
    """ISO 4217."""
    import pycountry

    return frozenset(currency.alpha_3 for currency in pycountry.currencies)


@cache
def languages() -> frozenset[str]:
    """ISO 639-1 and ISO 639-3."""
    import pycountry

    return frozenset(
        code for each in pycountry.languages for code in (getattr(each, "alpha_2", None), each.alpha_3) if code
    )


def _format(name: str, example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "format": name, "examples": [example]})


def _language_tag(value: str) -> str:
    found = re.fullmatch(r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-(?:[A-Z]{2}|\d{3}))?", value)
    if not found or found[1] not in languages():
        raise wrong("unknown-language")
    return value


def _ror(value: str) -> str:
    bare = value.removeprefix("https://ror.org/")
    if not re.fullmatch(r"0[0-9a-hjkmnp-tv-z]{6}\d{2}", bare):
        raise wrong("malformed-ror")
    number = 0
    for character in bare[1:7]:
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(character)
    if 98 - (number * 100 % 97) != int(bare[7:]):
        raise wrong("bad-checksum")
    return bare


def _orcid(value: str) -> str:
    from stdnum.iso7064 import mod_11_2

    bare = value.removeprefix("https://orcid.org/")
    if not re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", bare):
        raise wrong("malformed-orcid")
    if not mod_11_2.is_valid(bare.replace("-", "")):
        raise wrong("bad-checksum")
    return bare


def _isbn13(value: str) -> str:
    from stdnum import ean

    bare = re.sub(r"[ -]", "", value)
    if not re.fullmatch(r"97[89][0-9]{10}", bare):
        raise wrong("malformed-isbn")
    if not ean.is_valid(bare):
        raise wrong("bad-checksum")
    return bare


def _iban(value: str) -> str:
    from stdnum import exceptions, iban

    try:
        return str(iban.validate(value))
    except exceptions.InvalidChecksum:
        raise wrong("bad-checksum") from None
    except exceptions.ValidationError:
        raise wrong("malformed-iban") from None


def _voen(value: str) -> str:
    from stdnum.az import voen

    if not voen.is_valid(value):
        raise wrong("malformed-voen")
    return str(voen.compact(value))


def _email(value: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(value, check_deliverability=False).normalized
    except EmailNotValidError:
        raise wrong("malformed-email") from None


def _phone(value: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException:
        raise wrong("malformed-phone") from None
    if not phonenumbers.is_possible_number(number):
        raise wrong("malformed-phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _academic_year(value: str) -> str:
    found = re.fullmatch(r"(\d{4})/(\d{4})", value)
    if not found or int(found[2]) != int(found[1]) + 1:
        raise wrong("malformed-academic-year")
    return value


def _term(value: str) -> str:
    if not re.fullmatch(r"[^-]*-[12]", value):
        raise wrong("malformed-term")
    _academic_year(value[:-2])
    return value


def _day(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise wrong("malformed-date")
    if not isinstance(value, str | date):
        raise wrong("malformed-date")
    return value


def _in_reach(value: date) -> date:
    if not 1900 <= value.year <= 2200:
        raise wrong("date-out-of-range")
    return value


_clean = AfterValidator(clean)
Text = Annotated[str, Field(min_length=1, max_length=4000), _clean]
Key = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[!-~]+$")]
Int64 = Annotated[int, Field(ge=-(2**63), le=2**63 - 1)]
Count = Annotated[int, Field(ge=0, le=2**31 - 1)]
Country = Annotated[
    str, AfterValidator(_known("unknown-country", lambda v: v in countries())), _format("country", "AZ")
]
Currency = Annotated[
    str, AfterValidator(_known("unknown-currency", lambda v: v in currencies())), _format("currency", "AZN")
]
LanguageTag = Annotated[str, AfterValidator(_language_tag), _format("language-tag", "az")]
Cefr = Annotated[str, AfterValidator(_matches("unknown-cefr-level", r"[ABC][12]"))]
Eqf = Annotated[int, Field(ge=1, le=8)]
IscedF = Annotated[str, AfterValidator(_matches("unknown-field-of-study", r"\d{4}"))]
AcademicYear = Annotated[str, AfterValidator(_academic_year), _format("academic-year", "2026/2027")]
Term = Annotated[str, AfterValidator(_term), _format("term", "2026/2027-1")]
Ects = Annotated[Decimal, Field(ge=0, le=1000, decimal_places=2)]
Ror = Annotated[str, AfterValidator(_ror), _format("ror", "03yrm5c26")]
Orcid = Annotated[str, AfterValidator(_orcid), _format("orcid", "0000-0002-1825-0097")]
Isbn13 = Annotated[str, AfterValidator(_isbn13), _format("isbn-13", "9783161484100")]
Iban = Annotated[str, AfterValidator(_iban), _format("iban", "AZ21NABZ00000000137010001944")]
Email = Annotated[str, Field(max_length=254), AfterValidator(_email), _format("email", "office@example.org")]
HttpUrl = Annotated[str, Field(max_length=2000), AfterValidator(_matches("malformed-url", r"https?://[^\s/?#]+[^\s]*"))]
Phone = Annotated[str, Field(max_length=40), AfterValidator(_phone), _format("phone", "+994222668666")]
SchacDomain = Annotated[
    str, AfterValidator(_matches("malformed-domain", r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"))
]
Pic = Annotated[str, AfterValidator(_matches("malformed-pic", r"\d{9}"))]
ErasmusCode = Annotated[str, AfterValidator(_matches("malformed-erasmus-code", r"[A-Z ]{3}[A-Z-]+\d{2,3}"))]
Voen = Annotated[str, AfterValidator(_voen), _format("voen", "1400057421")]
Day = Annotated[date, BeforeValidator(_day), AfterValidator(_in_reach)]


class Money(BaseModel):
    """An amount in a currency."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Annotated[Decimal, Field(ge=0, max_digits=15, decimal_places=3)]
    currency: Currency

    @model_validator(mode="after")
    def _minor_units(self) -> "Money":
        from babel.numbers import get_currency_precision

        if self.amount != round(self.amount, get_currency_precision(self.currency)):
            raise wrong("too-many-decimals")
        return self
