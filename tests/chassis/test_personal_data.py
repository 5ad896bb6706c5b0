"""What is found in free text, what must pass, and which fields of an input are looked at."""

from datetime import date
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from korpu_chassis.commands.command import Creates
from korpu_chassis.i18n.text import LANGUAGES, Texts, Words
from korpu_chassis.persistence.store import Part
from korpu_chassis.refusals import InvalidInput
from korpu_chassis.validation.codes import Ects, Email, Mailbox, Money, Personal, Phone, Public, Text
from korpu_chassis.validation.mailboxes import is_functional
from korpu_chassis.validation.personal_data import personal_data_in

FOUND = {
    "email-in-text": [
        "yaz: ali.m@gmail.com",
        "office@gdu.edu.az",
        "a.b [at] gdu.edu.az",
        "a(at)b(dot)com",
    ],
    "phone-in-text": [
        "+994 50 123 45 67",
        "050 123 45 67",
        "(050) 123-45-67",
        "0501234567",
        "994501234567",
        "00994501234567",
        "012 498 00 00",
        "+49 7531 88-0000",
        "+7 (912) 345-67-89",
        "tel. 498 00 00",
        "Tel: 4980000",
        "mobil 0505551122",
        "тел. 8 912 345 67 89",
        "WhatsApp: 55 123 45 67",
        "+994-50-123-45-67",
        "+994(50)1234567",
        "050‑123‑45‑67",
        "telefon nömrəsi 0501234567",
        "٠٥٠١٢٣٤٥٦٧",
    ],
    "passport-in-text": [
        "AZE12345678",
        "AZE № 12345678",
        "AA1234567",
        "АА1234567",
        "C01234567",
        "С01234567",
        "passport C01X00T47",
        "pasport № 12345678",
        "паспорт 4508 123456",
        "паспорт серии 45 08 № 123456",
        "Passport number: L8988901C",
        "passport no. 123456789",
        "şəxsiyyət vəsiqəsi AA 1234567",
        "şəxsiyyət vəsiqəsinin nömrəsi 12345678",
        "FİN 5ABC12D",
        "FIN kod: 1A2B3C4",
        "P<AZEMAMMADOV<<ALI<<<<<<<<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "Reisepass C01X00T47",
        "passeport 12AB34567",
        "passport of the participant: 12345678",
    ],
    "iban-in-text": [
        "AZ21NABZ00000000137010001944",
        "AZ21 NABZ 0000 0000 1370 1000 1944 hesabına",
        "DE89 3704 0044 0532 0130 00",
        "de89370400440532013000",
    ],
}
PASSES = [
    "AGR-2026-00787 21.08.2026",
    "2027-1-AZ01-KA171-HED-001612521 52.00 AZN",
    "№ 12/345-67", "01-A/123", "12.10.2026", "2026-10-12", "2026/2027", "2025-2026", "ISBN 978-3-16-148410-0",
    "978-9952-8000-1-2", "ISBN 0-306-40615-2", "ISBN-10: 9952-8000-1-2", "10.1000/182",
    "doi:10.1038/s41586-020-2649-2", "2023-1-AZ01-KA171-HED-000123456", "101083456", "1 250 000,00 AZN", "1250000.50",
    "EUR 12 500", "3 000 000 000", "№ 0501234567", "Erasmus+ 2021-2027", "orcid 0000-0002-1825-0097",
    "https://x.org/0501234567?id=+994501234567", "Telefon danışığı 12.10.2026", "Passport programme 2026/2027",
    "pasport 2026-cı il", "passport 2025-2026", "passport valid until 2027-10-12", "@gdu_official", "C++ 2023 10 10",
    "Order 01/234 of 15 November 2026", "VÖEN 1401555071", "PIC 948361234", "A1234567", "B01234567",
    "EQF 7, 240 ECTS", "Room 012, building 3", "30 000 000", "Sərəncam 2026-11-29/0123456789", "AZ1000 Bakı",
    "AA 2026", "AZE 2026", "Reg. 0123-456-789", "phone 2025-2026", "Tel 12-10-2026", "10:00-12:30, 14:00-15:30",
    "609773-EPP-1-2019-1-DE-EPPKA2-CBHE-JP", "2012 498 00 00", "GMT+4 2026 10 10", "growth +1 250 000 000",
    "40.6828 46.3606", "ISO 9001:2015", "619 451-EPP", "0.5 0.25 0.125 0.0625", "012 345",
    "Passports are collected by the protocol officer, 15 persons", "D  BERLIN01", "03yrm5c26", "PIN code of the door",
    "Finland 2026", "FIN 2026", "finance AZ 2026 0001", "CASE1234567", "AAB1234567", "AZ-2026-00012345",
    "PER-2026-00123", "L/2026/0000123", "1-2-3-4-5-6-7-8-9", "No 0123456789",
    "Erasmus+ KA171, müqavilə № 2026/055-12", "Bağlanma tarixi: 01.02.2026, saat 10:30",
    "3 450 000 AZN (2026-cı il üçün)", "Protokol № 12, 05.11.2026", "N 0123-45 saylı məktub",
    "https://doi.org/10.1234/0501234567",
]  # fmt: skip

OFFICES = [
    "office@a.de",
    "international@x.edu",
    "erasmus@gdu.edu.az",
    "io@uni-konstanz.de",
    "r@konstanz.example",
    "law@x.de",
    "exchange@partner.example",
    "erasmus.office@gmail.com",
    "gsu.ird@mail.ru",
    "international-office@x.fr",
    "intl.office@x.de",
    "2026@x.org",
]
PERSONS = [
    "ali.mammadov@gdu.edu.az",
    "a.mammadov@x.az",
    "mammadova@gmail.com",
    "anna@mail.ru",
    "anna_schmidt@uni.de",
    "anna-maria.schmidt@uni.de",
    "ali.mammadov85@x.az",
    "x@yahoo.com",
    "ali@yandex.ru",
    "inter.milan@x.it",
]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in FOUND.items() for text in texts])
@pytest.mark.parametrize("around", ["{}", "Bildiriş: {}, xahiş olunur.", "Прошу ({}) учесть\n", "Please call\t{} !"])
def test_what_names_a_person_is_found_in_any_sentence(code: str, text: str, around: str) -> None:
    assert personal_data_in(around.format(text)) == code


@pytest.mark.parametrize("text", PASSES)
@pytest.mark.parametrize("around", ["{}", "Məktub {} üzrə.", "Согласно {} и далее", "See {} of the programme"])
def test_numbers_of_the_office_pass(text: str, around: str) -> None:
    assert personal_data_in(around.format(text)) is None


# An ISO day of the first thousand years begins like a number abroad: 0080-02-26 2021.
dates = st.dates(min_value=date(1000, 1, 1))
days = dates.map(lambda day: day.strftime("%d.%m.%Y")) | dates.map(str)
years = st.integers(1990, 2090).map(lambda year: f"{year}/{year + 1}")
letters = st.builds("№ {}/{}-{}".format, st.integers(1, 99), st.integers(1, 999), st.integers(1, 99))
codes = st.builds(
    "{}-{}-{:05}".format, st.sampled_from(["IN", "OUT", "AGR", "PER"]), st.integers(1990, 2090), st.integers(0, 99999)
)
amounts = st.integers(0, 10**9).map(lambda amount: f"{amount:,}.00 AZN".replace(",", " "))
grants = st.builds("{}-1-AZ01-KA171-HED-{:09}".format, st.integers(2014, 2030), st.integers(0, 10**9 - 1))


@given(
    st.lists(days | years | letters | codes | amounts | grants, min_size=1, max_size=6),
    st.sampled_from([", ", " ", "; ", "\n"]),
)
def test_days_years_letters_codes_amounts_and_grants_pass(said: list[str], gap: str) -> None:
    assert personal_data_in(gap.join(said)) is None


@given(
    st.text(max_size=40),
    st.sampled_from(["10", "50", "51", "55", "70", "77", "99"]),
    st.integers(2000000, 9999999),
    st.sampled_from("-  "),
)
def test_a_mobile_number_is_found_behind_anything(before: str, network: str, number: int, gap: str) -> None:
    written = f"{before} ; +994{gap}{network}{gap}{number}"

    assert personal_data_in(written) is not None


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert personal_data_in(text) in {None, *FOUND}


@pytest.mark.parametrize("mailbox", OFFICES)
def test_an_office_has_a_mailbox(mailbox: str) -> None:
    assert is_functional(mailbox)


@pytest.mark.parametrize("mailbox", PERSONS)
def test_an_address_of_a_person_is_no_mailbox_of_an_office(mailbox: str) -> None:
    assert not is_functional(mailbox)


class Guest(Part):
    """A part of an input."""

    need: Text
    name: Annotated[Text, Personal]


class AskForBread(Creates):
    """An input with every kind of field."""

    purpose: Texts
    words: Words | None = None
    number: Annotated[Text, Field(max_length=60)] = "01-A/123"
    room: str | None = None
    from_: Annotated[Text | None, Field(alias="from")] = None
    tags: tuple[Annotated[Text, Field(max_length=100)], ...] = ()
    fields: dict[str, Text] = {}
    guests: tuple[Guest, ...] = ()
    why: Annotated[Text, Public("the switchboard is in the book")] = "tel. 498 00 00"
    note: Annotated[Text | None, Personal] = None
    calls: tuple[Annotated[Text, Personal], ...] = ()
    email: Annotated[Email | None, Personal] = None
    phone: Annotated[Phone | None, Personal] = None
    mailbox: Mailbox | None = None
    credit: Ects | None = None
    cost: Money | None = None


LEAK = "leyla@gmail.com"
GIVEN: dict[str, Any] = {"purpose": {"az": "Çörək"}}


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"purpose": {"az": "Çörək", "ru": LEAK}}, "purpose.ru"),
        ({"words": LEAK}, "words"),
        ({"number": LEAK}, "number"),
        ({"room": LEAK}, "room"),
        ({"from": LEAK}, "from"),
        ({"tags": ["rye", LEAK]}, "tags.1"),
        ({"fields": {"crust": LEAK}}, "fields.crust"),
        ({"guests": [{"need": LEAK, "name": LEAK}]}, "guests.0.need"),
    ],
)
def test_every_published_text_is_looked_at_and_named(more: dict[str, Any], path: str) -> None:
    with pytest.raises(ValidationError) as refused:
        AskForBread.model_validate(GIVEN | more)

    wrong = InvalidInput.of(refused.value.errors(include_url=False, include_input=False)).errors
    assert [(each.path, each.code) for each in wrong] == [(path, "email-in-text")]
    assert len({wrong[0].message(language) for language in LANGUAGES}) == len(LANGUAGES)
    assert LEAK not in str(refused.value)


def test_what_never_goes_out_or_is_said_to_be_public_is_not_looked_at() -> None:
    guest = {"need": "tea", "name": "Leyla, tel. 498 00 00"}
    own = {"note": LEAK, "calls": [LEAK], "email": LEAK, "phone": "+994501234567", "guests": [guest]}

    assert AskForBread.model_validate(GIVEN | own).note == LEAK


def test_what_is_stored_is_read_without_being_looked_at() -> None:
    assert Guest.model_validate({"need": LEAK, "name": "Leyla"}).need == LEAK


def test_a_mailbox_of_a_person_is_refused_by_its_own_code() -> None:
    with pytest.raises(ValidationError) as refused:
        AskForBread.model_validate(GIVEN | {"mailbox": LEAK})

    assert [each["type"] for each in refused.value.errors()] == ["personal-mailbox"]
