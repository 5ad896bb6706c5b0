"""Codes are checked at the door, and each rule refuses with its own code."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from korpu_chassis.refusals import InvalidInput, wording
from korpu_chassis.validation import codelists, codes

GOOD: list[tuple[str, Any, Any]] = [
    ("Country", "AZ", "AZ"),
    ("Currency", "AZN", "AZN"),
    ("LanguageTag", "az", "az"),
    ("LanguageTag", "az-Latn", "az-Latn"),
    ("LanguageTag", "en-GB", "en-GB"),
    ("LanguageTag", "es-419", "es-419"),
    ("Cefr", "C1", "C1"),
    ("Eqf", 8, 8),
    ("IscedF", "0231", "0231"),
    ("IscedF", "0288", "0288"),
    ("IscedF", "1041", "1041"),
    ("AcademicYear", "2026/2027", "2026/2027"),
    ("AcademicYear", "1999/2000", "1999/2000"),
    ("Term", "2026/2027-2", "2026/2027-2"),
    ("Ects", "7.5", Decimal("7.5")),
    ("Ror", "03yrm5c26", "03yrm5c26"),
    ("Ror", "https://ror.org/05dxps055", "05dxps055"),
    ("Orcid", "0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("Orcid", "https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
    ("Isbn13", "978-3-16-148410-0", "9783161484100"),
    ("Iban", "AZ21 NABZ 0000 0000 1370 1000 1944", "AZ21NABZ00000000137010001944"),
    ("Voen", "1401555071", "1401555071"),
    ("Email", "office@gdu.edu.az", "office@gdu.edu.az"),
    ("Phone", "+994 22 266 86 66", "+994222668666"),
    ("HttpUrl", "https://gdu.edu.az/az?x=1#y", "https://gdu.edu.az/az?x=1#y"),
    ("HttpUrl", "http://тест.рф/", "http://тест.рф/"),
    ("SchacDomain", "gdu.edu.az", "gdu.edu.az"),
    ("SchacDomain", "xn--80aswg.xn--p1ai", "xn--80aswg.xn--p1ai"),
    ("Pic", "948361234", "948361234"),
    ("ErasmusCode", "D  BERLIN01", "D  BERLIN01"),
    ("ErasmusCode", "IRLDUBLIN02", "IRLDUBLIN02"),
    ("Doi", "10.1000/xyz(123)", "10.1000/xyz(123)"),
    ("Text", "  söz  ", "söz"),
    ("Text", "Hoch\u200bschule \u202dUni\u00adversita\u0308t\ufeff", "Hochschule Universität"),
    ("Text", "Ga\u200cnja", "Ganja"),
    ("Text", "می\u200cخواهم", "می\u200cخواهم"),
    ("ErasmusCode", "D BERLIN01", "D  BERLIN01"),
    ("ErasmusCode", "d\u00a0 berlin01", "D  BERLIN01"),
    ("ErasmusCode", "SF HELSINK01", "SF HELSINK01"),
    ("ErasmusCode", "AMUSTER77", "A  MUSTER77"),
    ("ErasmusCode", "IRL DUBLIN02", "IRLDUBLIN02"),
    ("Isbn13", "978–9952–8000–1–2", "9789952800012"),
    ("Isbn13", "978 3\u20111614841 0\u22120", "9783161484100"),
    ("Ror", "HTTP://www.ror.org/03YRM5C26/", "03yrm5c26"),
    ("Ror", "ror.org/03yrm5c26", "03yrm5c26"),
    ("Orcid", "http://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
    ("Orcid", "0000000218250097", "0000-0002-1825-0097"),
    ("Doi", "https://dx.doi.org/10.1000/182", "10.1000/182"),
    ("Doi", "doi:10.1000/182", "10.1000/182"),
    ("Iban", "az21-nabz-0000-0000-1370-1000-1944", "AZ21NABZ00000000137010001944"),
    ("Voen", "1401 555 071", "1401555071"),
    ("Pic", "948 361 234", "948361234"),
    ("Phone", "+994 22 266 86 66 ext. 105", "+994222668666;ext=105"),
    ("Phone", "+994222668666;ext=105", "+994222668666;ext=105"),
    ("Day", "2028-02-29", date(2028, 2, 29)),
    ("Key", "b3c1-77", "b3c1-77"),
]

BAD: list[tuple[str, Any, str]] = [
    ("Country", "AA", "unknown-country"),
    ("Country", "az", "unknown-country"),
    ("Country", "AZE", "unknown-country"),
    ("Currency", "AZM", "unknown-currency"),
    ("LanguageTag", "xx", "unknown-language"),
    ("LanguageTag", "aze", "unknown-language"),
    ("LanguageTag", "en-XQ", "unknown-language"),
    ("Cefr", "C3", "unknown-cefr-level"),
    ("Eqf", 0, "too-small"),
    ("Eqf", 9, "too-large"),
    ("Eqf", "6", "wrong-type"),
    ("Eqf", True, "wrong-type"),
    ("IscedF", "0115", "unknown-field-of-study"),
    ("IscedF", "231", "unknown-field-of-study"),
    ("AcademicYear", "2026/2028", "malformed-academic-year"),
    ("AcademicYear", "2026-2027", "malformed-academic-year"),
    ("AcademicYear", "٢٠٢٦/٢٠٢٧", "malformed-academic-year"),
    ("Term", "2026/2027-3", "malformed-term"),
    ("Term", "2026/2027", "malformed-term"),
    ("Term", "2026/2029-1", "malformed-academic-year"),
    ("Ects", "-1", "too-small"),
    ("Ects", "1.255", "too-many-decimals"),
    ("Ects", "NaN", "wrong-type"),
    ("Ror", "03yrm5c27", "bad-checksum"),
    ("Ror", "13yrm5c26", "malformed-ror"),
    ("Ror", "03yrl5c26", "malformed-ror"),
    ("Orcid", "0000-0002-1825-0098", "bad-checksum"),
    ("Orcid", "000000021825009", "malformed-orcid"),
    ("Isbn13", "978-3-16-148410-1", "bad-checksum"),
    ("Isbn13", "3161484100", "malformed-isbn"),
    ("Iban", "AZ22NABZ00000000137010001944", "bad-checksum"),
    ("Iban", "AZ21NAB", "malformed-iban"),
    ("Iban", "?", "malformed-iban"),
    ("Voen", "1401555081", "bad-checksum"),
    ("Voen", "1400057424", "malformed-voen"),
    ("Email", "office@", "malformed-email"),
    ("Email", "a" * 260 + "@gdu.edu.az", "too-long"),
    ("Phone", "0222668666", "malformed-phone"),
    ("Phone", "+999999", "malformed-phone"),
    ("HttpUrl", "ftp://gdu.edu.az", "malformed-url"),
    ("HttpUrl", "javascript:alert(1)", "malformed-url"),
    ("HttpUrl", "https://", "malformed-url"),
    ("HttpUrl", "https://user:secret@gdu.edu.az", "malformed-url"),
    ("HttpUrl", "https://gdu.edu.az/a b", "malformed-url"),
    ("SchacDomain", "GDU.edu.az", "malformed-domain"),
    ("SchacDomain", "localhost", "malformed-domain"),
    ("SchacDomain", "-a.edu.az", "malformed-domain"),
    ("Pic", "94836123", "malformed-pic"),
    ("ErasmusCode", "DKOBENHA01", "malformed-erasmus-code"),  # D KOBENHA or DK OBENHA
    ("ErasmusCode", "QBERLIN01", "malformed-erasmus-code"),
    ("ErasmusCode", "D BERLIN", "malformed-erasmus-code"),
    ("Isbn13", "979-0-2600-0043-8", "malformed-isbn"),
    ("Ror", "https://example.org/03yrm5c26", "malformed-ror"),
    ("Text", " \t ", "too-short"),
    ("Text", "", "too-short"),
    ("Text", "x" * 4001, "too-long"),
    ("Day", "2027-02-29", "no-such-day"),
    ("Day", "31.02.2015", "malformed-date"),
    ("Day", "2027-01-01T00:00:00", "malformed-date"),
    ("Day", datetime(2027, 1, 1), "malformed-date"),  # noqa: DTZ001 -- it is refused
    ("Doi", "https://example.org/10.1000/182", "malformed-doi"),
    ("Doi", "10.1000/", "malformed-doi"),
    ("Day", 1_700_000_000, "malformed-date"),
    ("Day", "1899-12-31", "date-out-of-range"),
    ("Day", "2201-01-01", "date-out-of-range"),
    ("Count", 1.5, "wrong-type"),
    ("Count", -1, "too-small"),
    ("Count", 2**31, "too-large"),
    ("Key", "two words", "malformed-key"),
    ("Key", "", "malformed-key"),
]

TEXTUAL = sorted({name for name, value, _ in GOOD if isinstance(value, str)})


def checked(name: str, value: Any) -> Any:
    return TypeAdapter(getattr(codes, name)).validate_python(value)


def refusal(name: str, value: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        checked(name, value)
    [error] = InvalidInput.of(caught.value.errors()).errors
    return error.code


@pytest.mark.parametrize(("name", "value", "kept"), GOOD)
def test_a_right_value_is_kept_in_its_compact_form(name: str, value: Any, kept: Any) -> None:
    assert checked(name, value) == kept


@pytest.mark.parametrize(("name", "value", "code"), BAD)
def test_a_wrong_value_is_refused_by_its_rule(name: str, value: Any, code: str) -> None:
    assert refusal(name, value) == code


@pytest.mark.parametrize("code", sorted({code for _, _, code in BAD}))
def test_every_rule_of_the_door_has_words(code: str) -> None:
    assert code in wording()


@pytest.mark.parametrize("name", TEXTUAL)
@pytest.mark.parametrize("value", ["a\0", "\0", "\ud800", "AZ\ud800", "\u200b\0", "x" * 100_000, ""])
def test_what_cannot_be_stored_is_refused_everywhere(name: str, value: str) -> None:
    assert refusal(name, value) in wording()


@pytest.mark.parametrize("name", TEXTUAL)
@given(value=st.text(max_size=40))
def test_no_text_breaks_a_rule_from_within(name: str, value: str) -> None:
    try:
        kept = checked(name, value)
    except ValidationError:
        return

    assert checked(name, kept if name != "Day" else kept.isoformat()) == kept
    assert "\0" not in str(kept)


@pytest.mark.parametrize("name", ["Day", "Ects", "Eqf", "Count", "Country", "Text", "Ror", "Phone"])
@given(value=st.none() | st.booleans() | st.lists(st.integers()) | st.dictionaries(st.text(), st.text()))
def test_no_other_type_breaks_a_rule_from_within(name: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        checked(name, value)


@given(st.integers(0, 2**30 - 1))
def test_a_ror_has_exactly_one_checksum_for_its_number(number: int) -> None:
    letters = "".join("0123456789abcdefghjkmnpqrstvwxyz"[number >> shift & 31] for shift in (25, 20, 15, 10, 5, 0))

    good = [check for check in range(100) if _accepts("Ror", f"0{letters}{check:02}")]

    assert len(good) == 1


def _accepts(name: str, value: str) -> bool:
    try:
        checked(name, value)
    except ValidationError:
        return False
    return True


@given(
    st.sampled_from(["03yrm5c26", "05dxps055", "042nb2s44"]),
    st.integers(1, 6),
    st.sampled_from("0123456789abcdefghjkmnpqrstvwxyz"),
)
def test_one_mistyped_letter_of_a_ror_is_noticed(ror: str, place: int, letter: str) -> None:
    typed = ror[:place] + letter + ror[place + 1 :]

    assert _accepts("Ror", typed) == (typed == ror)


@given(st.integers(1900, 2199))
def test_an_academic_year_ends_in_the_year_after_it_begins(year: int) -> None:
    assert checked("AcademicYear", f"{year}/{year + 1}") == f"{year}/{year + 1}"
    assert refusal("AcademicYear", f"{year}/{year}") == "malformed-academic-year"


def test_isced_has_eighty_detailed_fields() -> None:
    detailed = {code for code in codelists.fields_of_study() if code[3] in "1234567" and code[2] in "12345"}

    assert len(detailed) == 80


class TestMoney:
    def test_an_amount_has_the_decimals_of_its_currency(self) -> None:
        assert checked("Money", {"amount": "120.50", "currency": "AZN"}).amount == Decimal("120.50")

    @pytest.mark.parametrize(
        ("amount", "currency", "code"),
        [
            ("120.505", "AZN", "too-many-decimals"),
            ("0.5", "JPY", "too-many-decimals"),
            ("1.2345678", "KWD", "too-many-decimals"),
            ("-1", "AZN", "too-small"),
            ("1e400", "AZN", "too-large"),
            ("9999999999999999", "AZN", "too-large"),
            ("NaN", "AZN", "wrong-type"),
            ("Infinity", "AZN", "wrong-type"),
            ("1", "AZM", "unknown-currency"),
        ],
    )
    def test_a_wrong_amount_is_refused(self, amount: str, currency: str, code: str) -> None:
        assert refusal("Money", {"amount": amount, "currency": currency}) == code

    @given(st.decimals(0, 10**12, places=2))
    def test_money_comes_back_from_json_as_it_was(self, amount: Decimal) -> None:
        money = checked("Money", {"amount": amount, "currency": "AZN"})

        assert codes.Money.model_validate_json(money.model_dump_json()) == money


def test_the_schema_names_each_format_with_an_example_that_is_right() -> None:
    for name in TEXTUAL:
        schema = TypeAdapter(getattr(codes, name)).json_schema()

        assert name in {"Text", "Day", "Ects"} or checked(name, schema["examples"][0]), schema
