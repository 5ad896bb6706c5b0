"""How the registers of partners are written: what a row must say, and what stands in columns without a heading."""

import re

from korpu_chassis.i18n.text import LANGUAGES
from korpu_registers.domain.mapping import Form, names_country
from korpu_registers.reading.dates import looks_like_day
from korpu_registers.reading.words import meaning

ORGANISATIONS = Form(
    "organisations",
    required=("country",),
    names=("name", "name_az", "name_en", "native"),
    sniffed=(
        ("email", lambda text: re.fullmatch(r"\S+@\S+\.\S+", text) is not None),
        ("website", lambda text: re.match(r"(?i)https?://|www\.", text) is not None),
        ("country", names_country),
        ("kind", lambda text: meaning("organisation", text) is not None and len(text.split()) < len("few")),
        ("name", lambda text: meaning("organisation", text) is not None),
    ),
)
AGREEMENTS = Form(
    "agreements",
    required=("partner", "kind", "signed"),
    days=frozenset(("signed", "starts", "ends")),
    sniffed=(
        ("signed", looks_like_day),
        ("ends", looks_like_day),
        ("country", names_country),
        ("kind", lambda text: meaning("agreement", text) is not None),
        ("partner", lambda text: meaning("organisation", text) is not None),
    ),
    named=frozenset(("partner",)),
)
LETTERS = Form(
    "letters",
    required=("direction", "number", "registered", "correspondent", "subject"),
    days=frozenset(("registered", "their_date")),
    sniffed=(
        ("direction", lambda text: meaning("direction", text) is not None),
        ("registered", looks_like_day),
        ("correspondent", lambda text: meaning("organisation", text) is not None),
    ),
    named=frozenset(("correspondent",)),
    titled=("direction", "direction"),
)
PUBLICATIONS = Form(
    "publications",
    required=("published",),
    names=("title", *(f"title_{language}" for language in LANGUAGES)),
    days=frozenset(("published", "council_on", "distributed")),
    sniffed=(
        ("isbn", lambda text: re.fullmatch(r"(?i)(isbn[:\s]*)?(97[89][- ]?)?([0-9][- ]?){9}[0-9xх]", text) is not None),
        ("published", looks_like_day),
        ("language", lambda text: meaning("language", text) is not None and len(text.split()) < len("few")),
        ("kind", lambda text: meaning("publication", text) is not None and len(text.split()) < len("few")),
    ),
    named=frozenset(("partner",)),
)
CONTACTS = Form(
    "contacts",
    required=("partner",),
    names=("name", "email", "mailbox", "phone"),
    days=frozenset(("since", "until")),
    sniffed=(
        ("email", lambda text: re.fullmatch(r"\S+@\S+\.\S+", text) is not None),
        ("phone", lambda text: re.fullmatch(r"\+?[\d\s().-]{7,}", text) is not None),
        ("country", names_country),
        ("partner", lambda text: meaning("organisation", text) is not None),
    ),
    named=frozenset(("partner",)),
)
PROJECTS = Form(
    "projects",
    required=("partner",),
    names=("title", *(f"title_{language}" for language in LANGUAGES)),
    days=frozenset(("starts", "ends")),
    sniffed=(
        ("starts", looks_like_day),
        ("ends", looks_like_day),
        ("status", lambda text: meaning("project", text) is not None and len(text.split()) < len("few")),
        ("country", names_country),
        ("partner", lambda text: meaning("organisation", text) is not None),
    ),
    named=frozenset(("partner", "coordinator", "funder")),
)
