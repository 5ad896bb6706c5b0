"""What our formats look like, for tests that make up values: right ones only, as the contract's reader would write."""

from datetime import date

import schemathesis
from hypothesis import strategies as st

from korpu_chassis.validation.codelists import countries, currencies, fields_of_study

EXAMPLES = {
    "language-tag": ["az", "en-GB", "sr-Latn"],
    "ror": ["03yrm5c26", "0546hnb39"],
    "orcid": ["0000-0002-1825-0097"],
    "isbn-13": ["9783161484100"],
    "iban": ["AZ21NABZ00000000137010001944"],
    "voen": ["1401555071"],
    "email": ["office@gdu.edu.az"],
    "phone": ["+994222668666"],
    "http-url": ["https://gdu.edu.az/", "http://example.org/a?b=c"],
    "domain": ["gdu.edu.az"],
    "doi": ["10.1000/182"],
    "erasmus-code": ["D  BERLIN01"],
    "academic-year": ["2026/2027"],
    "term": ["2026/2027-1"],
    "pic": ["948361234"],
    "key": ["b3c1"],
    "cefr": ["B2"],
}


def teach() -> None:
    """Tell the maker of requests what our formats mean."""
    for name, examples in EXAMPLES.items():
        schemathesis.openapi.format(name, st.sampled_from(examples))
    for name, codes in (("country", countries()), ("currency", currencies()), ("isced-f", fields_of_study())):
        schemathesis.openapi.format(name, st.sampled_from(sorted(codes)))
    schemathesis.openapi.format("date", st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat))
