"""Finding partners as people here write them: any script, any spelling, in the order of the Azerbaijani alphabet."""

import pytest

from tests.journeys.office import Office

pytestmark = pytest.mark.journey

FOUND = "query($words: String!) { organisations(filter: {search: $words}, first: 100) { nodes { id city } } }"
IN_ORDER = """query($words: String!, $direction: Direction!) {
    organisations(filter: {search: $words}, orderBy: {by: NAME, direction: $direction}, first: 100) {
        totalCount nodes { name }
    }
}"""
ALPHABET = [
    "Astara", "Bakı", "Culfa", "Çankırı", "Daşkəsən", "Elbrus", "Əhmədli", "Füzuli", "Gəncə", "Ğazi", "Hacıqabul",
    "Xaçmaz", "Irğız", "İmişli", "Jitomir", "Kürdəmir", "Qəbələ", "Lənkəran", "Masallı", "Naxçıvan", "Oğuz",
    "Ördübad", "Polatlı", "Rize", "Salyan", "Şəki", "Tovuz", "Ucar", "Üsküdar", "Van", "Yevlax", "Zaqatala",
]  # fmt: skip


@pytest.mark.parametrize("spelling", ["Gence", "Gəncə", "Гянджа", "Ganja", "GƏNCƏ", "gəncə"])
def test_every_spelling_finds_the_partner_in_the_same_city(office: Office, spelling: str) -> None:
    there = office.partner(country="AZ", scope="domestic", city="Gəncə")
    elsewhere = office.partner(country="AZ", scope="domestic", city="Bakı")

    found = office.officer.asks(FOUND, words=f"{spelling} {office.mark}")["organisations"]["nodes"]

    assert found == [{"id": there["id"], "city": "Gəncə"}]
    assert elsewhere["id"] not in {each["id"] for each in found}


def test_lists_sort_by_the_azerbaijani_alphabet(office: Office) -> None:
    for place in sorted(ALPHABET):
        office.officer.does(
            "RegisterOrganisation",
            names=[{"language": "az", "kind": "label", "text": f"{place} Universiteti {office.mark}"}],
            kinds=["university"],
            scope="domestic",
            country="AZ",
        )

    reader = office.as_role("officer", language="az")
    up = reader.asks(IN_ORDER, words=office.mark, direction="ASC")["organisations"]
    down = reader.asks(IN_ORDER, words=office.mark, direction="DESC")["organisations"]

    assert up["totalCount"] == len(ALPHABET)
    assert [each["name"].split()[0] for each in up["nodes"]] == ALPHABET
    assert [each["name"].split()[0] for each in down["nodes"]] == ALPHABET[::-1]


def test_a_list_is_read_page_by_page_without_a_gap_or_a_repetition(office: Office) -> None:
    made = {office.partner(active=False)["id"] for _ in range(7)}
    page = """query($words: String!, $after: String) {
        organisations(filter: {search: $words}, first: 3, after: $after) {
            nodes { id } pageInfo { hasNextPage endCursor }
        }
    }"""

    seen: list[str] = []
    after, more = None, True
    while more:
        told = office.officer.asks(page, words=office.mark, after=after)["organisations"]
        seen += [each["id"] for each in told["nodes"]]
        after, more = told["pageInfo"]["endCursor"], told["pageInfo"]["hasNextPage"]

    assert len(seen) == len(made)
    assert set(seen) == made
