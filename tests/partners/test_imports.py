"""Old registers become organisations: nothing is joined in silence, nothing is lost, nothing comes twice."""

from typing import Any

from tests.office import Office

BAKU = {"name": "Baku State University", "country": "AZ", "domains": "bsu.edu.az", "website": "http://bsu.edu.az/"}
BONN = {
    "name": "Universität Bonn",
    "country": "DE",
    "region": "",
    "domains": "uni-bonn.de",
    "website": "https://uni-bonn.de",
}


async def imported(office: Office, *rows: dict[str, str]) -> Any:
    body = {"file": "old.csv", "rows": [{"row": number, "values": each} for number, each in enumerate(rows, 2)]}
    return (await office.asks("officer", "POST", "/imports/organisations", json=body)).json()


async def decided(office: Office, row: Any, **decision: Any) -> Any:
    return (await office.asks("officer", "POST", f"/imports/organisations/{row['id']}", json=decision)).json()


async def test_good_rows_become_prospects_that_are_told_of(office: Office) -> None:
    result = await imported(office, BAKU, BONN)

    assert result == {"registered": 2, "unchanged": 0, "waiting": []}
    waiting = (await office.asks("officer", "GET", "/imports/organisations/waiting")).json()
    assert waiting == {"rows": [], "next": None}


async def test_a_second_import_changes_nothing(office: Office) -> None:
    await imported(office, BAKU, BONN)

    assert await imported(office, BONN, BAKU) == {"registered": 0, "unchanged": 2, "waiting": []}


async def test_a_bad_row_waits_with_its_row_column_and_reason(office: Office) -> None:
    result = await imported(office, BAKU, {**BONN, "country": "XX", "website": "www"})

    (row,) = result["waiting"]
    assert (row["row"], row["outcome"]) == (3, "needs_repair")
    assert {(each["column"], each["code"]) for each in row["problems"]} == {
        ("country", "unknown-country"),
        ("website", "malformed-url"),
    }


async def test_a_repaired_row_is_tried_again(office: Office) -> None:
    (row,) = (await imported(office, {**BONN, "country": "XX"}))["waiting"]

    mended = await decided(office, row, decision="repair", values={"country": "DE"})

    assert mended["outcome"] == "registered"
    assert await office.said_about(mended["organisation_id"]) == ["registered"]


async def test_the_same_domain_or_name_is_offered_even_inside_one_file(office: Office) -> None:
    result = await imported(office, BONN, {**BONN, "name": "Uni Bonn"}, {**BONN, "domains": "", "website": ""})

    assert result["registered"] == 1
    assert [row["outcome"] for row in result["waiting"]] == ["offered", "offered"]
    assert len({tuple(row["offered"]) for row in result["waiting"]}) == 1


async def test_an_offered_row_is_another_one_or_the_same(office: Office) -> None:
    first, second = (await imported(office, BONN, {**BONN, "name": "Uni Bonn"}, {**BONN, "name": "U Bonn"}))["waiting"]

    another = await decided(office, first, decision="another")
    same = await decided(office, second, decision="same", organisation_id=second["offered"][0])

    assert (another["outcome"], same["outcome"]) == ("registered", "joined")
    assert another["organisation_id"] != same["organisation_id"]


async def test_a_row_that_cannot_be_stored_waits_and_stops_nobody(office: Office) -> None:
    result = await imported(office, {**BONN, "name": "Bo\0nn"}, {"nonsense": "x", **BAKU}, {**BAKU, "name": ""}, BAKU)

    assert result["registered"] == 2
    assert [(row["row"], row["problems"][0]["column"]) for row in result["waiting"]] == [(3, "nonsense"), (4, "name")]


async def test_numbers_have_no_gap_where_rows_wait(office: Office) -> None:
    await imported(office, {**BAKU, "country": "XX"}, BONN)

    known = await office.does(
        "officer", "RegisterOrganisation", kinds=["school"], scope="foreign", country="FR",
        names=[{"language": "fr", "kind": "label", "text": "Lycée"}],
    )  # fmt: skip

    assert known["state"]["code"] == "ORG-00002"


async def test_only_the_department_imports(office: Office) -> None:
    answer = await office.asks("auditor", "POST", "/imports/organisations", json={})

    assert answer.json()["code"] == "forbidden"
