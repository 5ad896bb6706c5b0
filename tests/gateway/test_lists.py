"""Lists of the portal: found in any spelling, in the Azerbaijani order, page by page."""

import re
from typing import Any

import orjson
import pytest

from tests.gateway.conftest import NOBODY, OFFICER, Gateway
from tests.gateway.shelves import State


async def named(gateway: Gateway, *names: str, **given: Any) -> list[State]:
    label = {"language": "az", "kind": "label"}
    states = [
        gateway.library.organisation(names=[label | {"text": name}], **{"status": "active", **given}) for name in names
    ]
    await gateway.hears("organisation", *states)
    return states


async def names(gateway: Gateway, arguments: str = "first: 50") -> list[str]:
    found = await gateway.asks(f"{{organisations({arguments}) {{nodes {{name}}}}}}")
    return [each["name"] for each in found["organisations"]["nodes"]]


async def test_names_come_in_the_order_of_the_azerbaijani_alphabet(gateway: Gateway) -> None:
    await named(gateway, "Zaqatala", "Əhmədli", "Çin", "Cəlilabad", "İsmayıllı", "Irəvan", "Xaçmaz", "Eldar")

    found = await names(gateway)

    assert found == ["Cəlilabad", "Çin", "Eldar", "Əhmədli", "Xaçmaz", "Irəvan", "İsmayıllı", "Zaqatala"]


@pytest.mark.parametrize("spelling", ["Gence", "Gəncə", "Гянджа", "Ganja", "GANJA dovlet"])
async def test_a_city_is_found_by_any_of_its_names(gateway: Gateway, spelling: str) -> None:
    await named(gateway, "Gəncə Dövlət Universiteti")
    await named(gateway, "Bakı Universiteti", city="Bakı", domains=[])

    assert await names(gateway, f'filter: {{search: "{spelling}"}}') == ["Gəncə Dövlət Universiteti"]


@pytest.mark.parametrize(
    ("name", "sought"),
    [
        ("Məmmədov Fondu", "Mammadov"),
        ("Məmmədov Fondu", "Memmedov"),
        ("Institut für Wälder", "waelder"),
        ("Шуша Мусеи", "şuşa"),
        ("Çəmənli Məktəbi", "Chamanli"),
    ],
)
async def test_a_name_is_found_by_each_way_in_which_its_letters_are_written(
    gateway: Gateway, name: str, sought: str
) -> None:
    await named(gateway, name, "Bakı Universiteti", city="Bakı", domains=[])

    assert await names(gateway, f'filter: {{search: "{sought}"}}') == [name]


@pytest.mark.parametrize(("nothing", "count"), [("", 1), ("  ", 1), ("?!", 0), ("%", 0), ("—", 0)])
async def test_a_blank_search_asks_for_nothing_and_of_signs_alone_nothing_is_found(
    gateway: Gateway, nothing: str, count: int
) -> None:
    await gateway.hears("organisation", gateway.library.organisation("Universität", status="active"))

    assert len(await names(gateway, f'filter: {{search: "{nothing}"}}')) == count


@pytest.mark.parametrize("given", ["0546hnb39", "999856112", "d konstan01"])
async def test_a_partner_is_found_by_its_identifiers(gateway: Gateway, given: str) -> None:
    known: dict[str, Any] = {"ror": "0546hnb39", "pic": "999856112", "erasmus_code": "D  KONSTAN01"}
    partner = gateway.library.organisation(status="active", **known)
    await gateway.hears("organisation", partner, gateway.library.organisation(status="active"))

    found = await gateway.asks("query ($w: String) {organisations(filter: {search: $w}) {nodes {code}}}", w=given)
    exact = "organisations(filter: {pic: $pic, erasmusCode: $erasmus, ror: $ror}) {nodes {code}}"
    asked: dict[str, Any] = {"pic": "999 856 112", "erasmus": "D KONSTAN01", "ror": "HTTPS://www.ror.org/0546HNB39/"}
    by_code = await gateway.asks(f"query ($pic: String, $erasmus: String, $ror: String) {{{exact}}}", **asked)

    assert found["organisations"]["nodes"] == by_code["organisations"]["nodes"] == [{"code": partner["code"]}]


async def test_a_book_is_found_by_the_project_that_it_came_out_of(gateway: Gateway) -> None:
    library = gateway.library
    partner, person = library.organisation(status="active"), library.person()
    agreement = library.agreement(partner, status="in_force")
    project = library.project(partner, agreement, library.letter(partner, agreement), person, status="active")
    book = library.publication(partner, project, person, project_id=project["id"], agreement_id=agreement["id"])
    await gateway.hears("joint_project", project)
    await gateway.hears("publication", book, library.publication(partner, project, person, project_id=None))
    query = """query ($project: ID!, $agreement: ID!) {
        jointProject(id: $project) { publications { nodes { code } } }
        publications(filter: {project: $project, agreement: $agreement}) { nodes { code } }
    }"""

    told = await gateway.asks(query, project=f"joint_project:{project['id']}", agreement=f"agreement:{agreement['id']}")

    assert told["jointProject"]["publications"]["nodes"] == [{"code": book["code"]}]
    assert told["publications"]["nodes"] == [{"code": book["code"]}]


async def test_pages_follow_each_other_without_a_gap_whatever_is_added(gateway: Gateway) -> None:
    await named(gateway, *"ACEGİ")
    page = "nodes {name} pageInfo {endCursor hasNextPage}"
    query = f"query ($after: String) {{organisations(first: 2, after: $after) {{{page}}}}}"
    first = (await gateway.asks(query))["organisations"]
    await named(gateway, "B", "D")

    second = (await gateway.asks(query, after=first["pageInfo"]["endCursor"]))["organisations"]
    last = (await gateway.asks(query, after=second["pageInfo"]["endCursor"]))["organisations"]

    assert [each["name"] for page in (first, second, last) for each in page["nodes"]] == ["A", "C", "D", "E", "G", "İ"]
    assert [page["pageInfo"]["hasNextPage"] for page in (first, second, last)] == [True, True, False]


async def test_a_cursor_that_is_not_ours_is_refused(gateway: Gateway) -> None:
    answer = orjson.loads(await gateway.executed('{organisations(after: "x") {totalCount}}', language="en"))

    assert answer["errors"][0]["extensions"] == {"code": "not-a-cursor"}
    assert answer["errors"][0]["message"] == "This cursor is not one that we gave; read the list from its beginning"


async def test_seats_left_are_those_that_nobody_has(gateway: Gateway) -> None:
    library = gateway.library
    organisation, person = library.organisation(status="active"), library.person()
    seats = library.condition(organisation["id"], people_per_year=3)
    agreement = library.agreement(organisation, status="in_force", conditions=[seats])
    stays = [library.mobility(agreement, person, status=each) for each in ("nominated", "waitlisted", "cancelled")]
    await gateway.hears("agreement", agreement)
    await gateway.hears("mobility", *stays)
    query = "query ($year: String!) {agreements {nodes {conditions {seatsLeft(academicYear: $year)}}}}"

    async def left(year: str) -> int:
        found: int = (await gateway.asks(query, NOBODY, year=year))["agreements"]["nodes"][0]["conditions"][0][
            "seatsLeft"
        ]
        return found

    assert await left("2026/2027") == 2
    assert await left("2027/2028") == 3
    assert await left("2031/2032") == 0


async def test_the_balance_with_a_partner_is_what_went_out_less_what_came_in_also_under_a_former_id(
    gateway: Gateway,
) -> None:
    library = gateway.library
    former = library.id()
    partner, person = library.organisation(status="active", aliases=[former]), library.person()
    agreement = library.agreement(partner, status="in_force", conditions=[library.condition(partner["id"])])
    entry: State = {"on": "2027-07-01", "academic_year": "2026/2027", "unit": "person_months"}
    back = {**entry, "amount": "-5.00"}
    out = library.mobility(agreement, person, postings=[{**entry, "amount": "5.00"}, back, {**entry, "amount": "4.50"}])
    came = {"direction": "incoming", "receiver_id": None, "sender_id": former}
    later = {**entry, "academic_year": "2027/2028", "amount": "2.00"}
    into = library.mobility(agreement, person, postings=[{**entry, "amount": "1.25"}, later], **came)
    await gateway.hears("organisation", partner)
    await gateway.hears("agreement", agreement)
    await gateway.hears("mobility", out, into)
    years = '(firstYear: "2026/2027", lastYear: $last)'
    query = f"""query ($last: String!) {{
        organisations {{nodes {{personMonthsBalance{years} staffDaysBalance{years}}}}}
        agreements {{nodes {{conditions {{personMonthsBalance{years}}}}}}}
    }}"""

    one = await gateway.asks(query, last="2026/2027")
    both = await gateway.asks(query, last="2027/2028")
    public = await gateway.asks(query, NOBODY, last="2026/2027")

    assert one["organisations"]["nodes"] == [{"personMonthsBalance": "3.25", "staffDaysBalance": "0"}]
    assert both["organisations"]["nodes"][0]["personMonthsBalance"] == "1.25"
    assert one["agreements"]["nodes"][0]["conditions"] == [{"personMonthsBalance": "3.25"}]
    assert public["organisations"]["nodes"] == [{"personMonthsBalance": None, "staffDaysBalance": None}]


async def test_texts_are_spoken_in_the_language_of_the_reader(gateway: Gateway) -> None:
    organisation = gateway.library.organisation(status="active")
    await gateway.hears("agreement", gateway.library.agreement(organisation, "Saziş", status="in_force"))
    query = "{agreements {nodes {title {text german: text(lang: DE)}}}}"

    heard = {language: (await gateway.asks(query, OFFICER, language))["agreements"] for language in ("az", "en", "fr")}

    assert [heard[each]["nodes"][0]["title"]["text"] for each in heard] == ["Saziş (az)", "Saziş (en)", "Saziş (az)"]
    assert heard["en"]["nodes"][0]["title"]["german"] == "Saziş (az)"


async def test_a_merged_partner_is_listed_as_the_one_that_stays(gateway: Gateway) -> None:
    [old] = await named(gateway, "Kassel Uni", status="merged")
    [new] = await named(gateway, "Kassel Universität", aliases=[old["id"]])
    query = """query ($old: ID!) {
        organisations(filter: {search: "Kassel"}) { totalCount nodes { code } }
        merged: organisations(filter: {status: [MERGED]}) { nodes { code } }
        organisation(id: $old) { code }
    }"""

    told = await gateway.asks(query, NOBODY, old=f"organisation:{old['id']}")

    assert told["organisations"] == {"totalCount": 1, "nodes": [{"code": new["code"]}]}
    assert told["merged"]["nodes"] == [{"code": old["code"]}]
    assert told["organisation"] == {"code": old["code"]}


async def test_whatever_names_a_merged_partner_leads_to_the_one_that_stays(gateway: Gateway) -> None:
    library = gateway.library
    old = library.organisation("Old", status="merged")
    new = library.organisation("New", status="active", aliases=[old["id"]])
    person, agreement = library.person(), library.agreement(old)
    letter = library.letter(old, agreement, links=[{"kind": "organisation", "id": old["id"]}])
    await gateway.hears("organisation", old, new)
    await gateway.hears("letter", letter)
    await gateway.hears("mobility", library.mobility(agreement, person))
    await gateway.hears("visit", library.visit(old, agreement, person))
    await gateway.hears("paper", library.paper(old, agreement, None))
    await gateway.hears("joint_project", library.project(old, agreement, letter, person))

    told = await gateway.asks("""{
        letters { nodes { correspondents { organisation { code } } links { organisation { code } } } }
        mobilities { nodes { receiver { code } } }
        visits { nodes { organisations { code } members { organisation { code } } } }
        papers { nodes { parties { organisation { code } } } }
        jointProjects { nodes { partners { organisation { code } } } }
    }""")

    named = set(re.findall('"ORG-[0-9-]+"', orjson.dumps(told).decode()))
    assert named == {f'"{new["code"]}"'}
