"""Codes and values checked at the door, each rule with its own refusal code.

The lists and checksums are those of pycountry, Babel, python-stdnum, phonenumbers and email-validator; each is loaded
when it is first asked, because together they would add 200 ms to the start of every process.
"""
# ruff: noqa: PLC0415 -- the libraries are loaded late, for the reason above

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import SchemaValidator, ValidationError, core_schema

from korpu_chassis.i18n.text import Readable, readable
from korpu_chassis.refusals import wrong
from korpu_chassis.validation import identifiers
from korpu_chassis.validation.codelists import countries, currencies, fields_of_study, languages
from korpu_chassis.validation.mailboxes import is_functional


class Personal:
    """Marks a field as personal data: `Annotated[str, Personal]` never leaves its owner."""


class Public:
    """Marks free text that may hold what personal data looks like, and says why: `Annotated[Text, Public("…")]`."""

    def __init__(self, why: str) -> None:
        """Say why nothing personal can stand there."""
        self.why = why


def _of(code: str, known: Callable[[], frozenset[str]]) -> AfterValidator:
    def check(value: str) -> str:
        if value not in known():
            raise wrong(code)
        return value

    return AfterValidator(check)


def _like(code: str, pattern: str) -> AfterValidator:
    expression = re.compile(pattern)

    def check(value: str) -> str:
        if not expression.fullmatch(value):
            raise wrong(code)
        return value

    return AfterValidator(check)


def _shown(name: str, example: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "format": name, "examples": [example], **more})


def _language_tag(value: str) -> str:
    found = re.fullmatch(r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2})|-[0-9]{3})?", value)
    if not found or found[1] not in languages() or (found[2] and found[2] not in countries()):
        raise wrong("unknown-language")
    return value


def _email(value: str) -> str:
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(value, check_deliverability=False).normalized
    except EmailNotValidError:
        raise wrong("malformed-email") from None


def _mailbox(value: str) -> str:
    if not is_functional(value):
        raise wrong("personal-mailbox")
    return value


def _phone(value: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(value, None)
    except phonenumbers.NumberParseException:
        raise wrong("malformed-phone") from None
    if not phonenumbers.is_possible_number(number):
        raise wrong("malformed-phone")
    written = str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return f"{written};ext={number.extension}" if number.extension else written  # RFC 3966


_link = SchemaValidator(core_schema.url_schema(allowed_schemes=["http", "https"], host_required=True, strict=True))


def _http_url(value: str) -> str:
    try:
        parts = _link.validate_python(value)
    except ValidationError:
        raise wrong("malformed-url") from None
    if not re.fullmatch(r"[^\s\x00-\x1f\x7f\\]+", value) or parts.username or parts.password:
        raise wrong("malformed-url")
    return value


def _academic_year(value: str) -> str:
    found = re.fullmatch(r"(19[0-9]{2}|20[0-9]{2}|21[0-9]{2})/([0-9]{4})", value)
    if not found or int(found[2]) != int(found[1]) + 1:
        raise wrong("malformed-academic-year")
    return value


def _term(value: str) -> str:
    year, dash, half = value.partition("-")
    if not dash or half not in {"1", "2"}:
        raise wrong("malformed-term")
    _academic_year(year)
    return value


def _day(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise wrong("no-such-day") from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise wrong("malformed-date")
    return value


def _whole(value: Any) -> Any:
    """JSON knows no integers apart: `7.0` is one, and `7.5` is none."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _in_reach(value: date) -> date:
    if not 1900 <= value.year <= 2200:  # noqa: PLR2004 -- the office began in 1995, and its longest promise is shorter
        raise wrong("date-out-of-range")
    return value


_DOMAIN = r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"


def sent_decimal(most: int, written: str, least: float = 0) -> WithJsonSchema:
    """A decimal number is sent as a number, or as its digits, of which none is lost."""
    shapes = [{"type": "number", "minimum": least, "maximum": most}, {"type": "string", "pattern": written}]
    return WithJsonSchema({"anyOf": shapes}, mode="validation")


Text = Annotated[str, Field(min_length=1, max_length=4000), Readable(), AfterValidator(readable)]
Key = Annotated[str, _like("malformed-key", r"[!-~]{1,200}"), _shown("key", "b3c1", pattern="^[!-~]{1,200}$")]
whole_number = BeforeValidator(_whole)
Count = Annotated[int, Field(strict=True, ge=0, le=2**31 - 1), whole_number]
Eqf = Annotated[int, Field(strict=True, ge=1, le=8), whole_number]
Ects = Annotated[
    Decimal, Field(ge=0, le=1000, decimal_places=2), sent_decimal(1000, r"^(1000|[0-9]{1,3}(\.[0-9]{1,2})?)$")
]
Day = Annotated[date, BeforeValidator(_day), AfterValidator(_in_reach)]

Country = Annotated[str, _of("unknown-country", countries), _shown("country", "AZ")]
Currency = Annotated[str, _of("unknown-currency", currencies), _shown("currency", "AZN")]
LanguageTag = Annotated[str, AfterValidator(_language_tag), _shown("language-tag", "az")]
Cefr = Annotated[str, _like("unknown-cefr-level", r"[ABC][12]"), _shown("cefr", "B2", pattern="^[ABC][12]$")]
IscedF = Annotated[str, _of("unknown-field-of-study", fields_of_study), _shown("isced-f", "0231")]
AcademicYear = Annotated[str, AfterValidator(_academic_year), _shown("academic-year", "2026/2027")]
Term = Annotated[str, AfterValidator(_term), _shown("term", "2026/2027-1")]
Ror = Annotated[str, AfterValidator(identifiers.ror), _shown("ror", "03yrm5c26")]
Orcid = Annotated[str, AfterValidator(identifiers.orcid), _shown("orcid", "0000-0002-1825-0097")]
Isbn13 = Annotated[str, AfterValidator(identifiers.isbn13), _shown("isbn-13", "9783161484100")]
Iban = Annotated[str, AfterValidator(identifiers.iban), _shown("iban", "AZ21NABZ00000000137010001944")]
Voen = Annotated[str, AfterValidator(identifiers.voen), _shown("voen", "1401555071")]
Email = Annotated[str, Field(max_length=254), AfterValidator(_email), _shown("email", "office@gdu.edu.az")]
Mailbox = Annotated[Email, AfterValidator(_mailbox)]
Phone = Annotated[str, Field(max_length=40), AfterValidator(_phone), _shown("phone", "+994222668666")]
HttpUrl = Annotated[str, Field(max_length=2000), AfterValidator(_http_url), _shown("http-url", "https://gdu.edu.az/")]
SchacDomain = Annotated[str, _like("malformed-domain", _DOMAIN), _shown("domain", "gdu.edu.az")]
Pic = Annotated[str, Field(max_length=40), AfterValidator(identifiers.pic), _shown("pic", "948361234")]
# Taken in every spelling, given out in one.
_DOI: dict[str, Any] = {"type": "string", "format": "doi", "examples": ["10.1000/182"], "maxLength": 300}
Doi = Annotated[
    str,
    Field(max_length=300),
    AfterValidator(identifiers.doi),
    WithJsonSchema(_DOI, mode="validation"),
    WithJsonSchema({**_DOI, "pattern": r"^10\.[0-9]{4,9}(\.[0-9]+)*/[!-~]+$"}, mode="serialization"),
]
ErasmusCode = Annotated[
    str, Field(max_length=40), AfterValidator(identifiers.erasmus_code), _shown("erasmus-code", "D  BERLIN01")
]


class Money(BaseModel):
    """An amount in a currency, with no more digits after the point than the currency has."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Annotated[
        Decimal,
        Field(ge=0, lt=10**14, decimal_places=4),
        sent_decimal(99_999_999_999_999, r"^[0-9]{1,14}(\.[0-9]{1,4})?$"),
    ]
    currency: Currency

    @model_validator(mode="after")
    def _minor_units(self) -> Self:
        from babel.numbers import get_currency_precision

        if self.amount != round(self.amount, get_currency_precision(self.currency)):
            raise wrong("too-many-decimals")
        return self
