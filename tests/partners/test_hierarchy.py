"""Organisations and their units, and what they are told apart by."""

from typing import Any
from uuid import uuid4

import pytest

from tests.office import Office
from tests.partners.test_merging import organisation, state


async def refused(office: Office, known: dict[str, Any], **change: Any) -> str:
    return await office.refuses("officer", "CorrectOrganisation", id=known["id"], **change)


async def line(office: Office, levels: int) -> list[dict[str, Any]]:
    """Organisations, each under the one before."""
    made: list[dict[str, Any]] = []
    for level in range(levels):
        parent = {"parent_id": made[-1]["id"]} if made else {}
        made.append(await organisation(office, f"Level {level}", **parent))
    return made


async def test_a_faculty_stands_under_its_university(office: Office) -> None:
    university = await organisation(office, "Konstanz")

    faculty = await organisation(office, "Faculty of Law", kinds=["faculty"], parent_id=university["id"])

    assert faculty["parent_id"] == university["id"]


async def test_a_faculty_alone_is_refused(office: Office) -> None:
    given: dict[str, Any] = {"kinds": ["faculty"], "scope": "foreign", "country": "DE"}
    names = [{"language": "en", "kind": "label", "text": "Faculty of Law"}]

    code = await office.refuses("officer", "RegisterOrganisation", names=names, **given)

    assert code == "organisation-unit-without-parent"


async def test_an_unknown_parent_is_refused(office: Office) -> None:
    assert await refused(office, await organisation(office, "A"), parent_id=uuid4()) == "organisation-parent-unknown"


async def test_nothing_is_put_under_an_archived_organisation(office: Office) -> None:
    gone, known = await organisation(office, "Gone"), await organisation(office, "Known")
    await office.does("officer", "ArchiveOrganisation", id=gone["id"], reason="Closed down.")

    assert await refused(office, known, parent_id=gone["id"]) == "organisation-parent-archived"


async def test_nothing_stands_under_itself(office: Office) -> None:
    top, middle, low = await line(office, 3)

    assert await refused(office, top, parent_id=top["id"]) == "organisation-hierarchy-cycle"
    assert await refused(office, top, parent_id=low["id"]) == "organisation-hierarchy-cycle"
    assert await refused(office, middle, parent_id=low["id"]) == "organisation-hierarchy-cycle"


async def test_units_stand_five_levels_deep_and_no_deeper(office: Office) -> None:
    *_, lowest = await line(office, 5)
    other, its_unit = await organisation(office, "Other"), None
    its_unit = await organisation(office, "Its unit", parent_id=other["id"])

    assert await refused(office, its_unit, parent_id=lowest["id"]) == "organisation-hierarchy-too-deep"
    await office.does("officer", "CorrectOrganisation", id=its_unit["id"], forget=["parent_id"])
    assert (await state(office, its_unit["id"]))["parent_id"] is None


async def test_the_units_of_a_duplicate_go_under_the_one_that_stays_if_there_is_room(office: Office) -> None:
    *_, lowest = await line(office, 5)
    top, _ = await organisation(office, "Other"), None
    await organisation(office, "Its unit", parent_id=top["id"])

    code = await office.refuses("officer", "MergeOrganisation", id=top["id"], into=lowest["id"], reason="?")

    assert code == "organisation-hierarchy-too-deep"


async def test_a_parent_that_was_merged_is_its_successor(office: Office) -> None:
    old, kept = await organisation(office, "Old"), await organisation(office, "Kept")
    await office.does("officer", "MergeOrganisation", id=old["id"], into=kept["id"], reason="The same one.")

    unit = await organisation(office, "Unit", parent_id=old["id"])

    assert unit["parent_id"] == kept["id"]


async def test_two_universities_may_each_have_a_faculty_of_law(office: Office) -> None:
    one = await organisation(office, "One", domains=["one.example"])
    other = await organisation(office, "Other")
    law = {"kinds": ["faculty"], "domains": ["one.example"]}
    await organisation(office, "Faculty of Law", parent_id=one["id"], **law)

    second = await organisation(office, "Faculty of Law", kinds=["faculty"], parent_id=other["id"])
    beside = await organisation(office, "Faculty of Arts", parent_id=one["id"], **law)

    assert second["parent_id"] == other["id"]
    assert beside["domains"] == ["one.example"]


async def test_one_university_has_one_faculty_of_law(office: Office) -> None:
    one = await organisation(office, "One")
    await organisation(office, "Faculty of Law", kinds=["faculty"], parent_id=one["id"])
    names = [{"language": "en", "kind": "label", "text": "Faculty of LAW"}]
    given: dict[str, Any] = {"kinds": ["faculty"], "scope": "foreign", "country": "DE", "parent_id": one["id"]}

    assert await office.refuses("officer", "RegisterOrganisation", names=names, **given) == "possible-duplicate"


@pytest.mark.parametrize("spelled", ["Gence Universiteti", "Gəncə Universiteti", "Гянджа Universiteti"])
async def test_one_name_in_three_spellings_is_one_name_and_so_is_an_alias(office: Office, spelled: str) -> None:
    old = await organisation(office, "Gəncə Universiteti", country="AZ", scope="domestic")
    kept = await organisation(office, "Ganja State", country="AZ", scope="domestic")
    await office.does("officer", "MergeOrganisation", id=old["id"], into=kept["id"], reason="The same one.")
    names = [{"language": "az", "kind": "label", "text": spelled}]
    given: dict[str, Any] = {"kinds": ["university"], "scope": "domestic", "country": "AZ"}

    assert await office.refuses("officer", "RegisterOrganisation", names=names, **given) == "possible-duplicate"


async def test_a_corrected_name_or_ror_is_compared_too(office: Office) -> None:
    await organisation(office, "Konstanz", ror="0546hnb39")
    other = await organisation(office, "Bonn")

    assert await refused(office, other, ror="0546hnb39") == "possible-duplicate"
    names = [{"language": "en", "kind": "label", "text": "konstanz"}]
    assert await refused(office, other, names=names) == "possible-duplicate"


async def test_a_domestic_organisation_is_at_home_and_only_it_has_a_tax_number(office: Office) -> None:
    names = [{"language": "en", "kind": "label", "text": "British Council"}]
    given: dict[str, Any] = {"kinds": ["agency"], "names": names}

    for scope, country, voen, code in (
        ("domestic", "GB", None, "organisation-domestic-abroad"),
        ("foreign", "AZ", "1401555071", "voen-is-domestic"),
    ):
        more: dict[str, Any] = {"scope": scope, "country": country, "voen": voen}
        assert await office.refuses("officer", "RegisterOrganisation", **given, **more) == code
    known = await organisation(office, "British Council", scope="foreign", country="AZ")
    await office.does("officer", "CorrectOrganisation", id=known["id"], scope="domestic", voen="1401555071")
    assert (await state(office, known["id"]))["voen"] == "1401555071"


async def test_tags_that_read_alike_are_one_tag(office: Office) -> None:
    known = await organisation(office, "Konstanz", tags=["Bodensee ", "BODENSEE", "İKT  şəbəkəsi"])

    assert known["tags"] == ["bodensee", "ikt şəbəkəsi"]


async def test_another_unit_looks_after_it(office: Office) -> None:
    known = await organisation(office, "Konstanz")

    told = await office.does("head", "AssignOrganisation", id=known["id"], unit="philology")

    assert told["state"]["unit"] == "philology"
    assert (await office.said_about(known["id"]))[-1] == "assigned"


async def test_a_rating_holds_until_a_day_to_come_and_says_when_it_is_too_old(office: Office) -> None:
    known = await organisation(office, "Konstanz")
    past = {"rating": "high", "until": "2026-09-06"}
    assert await office.refuses("officer", "RateOrganisation", id=known["id"], risk=past) == (
        "organisation-risk-until-past"
    )

    await office.does("officer", "RateOrganisation", id=known["id"], risk={"rating": "high", "until": "2026-09-07"})
    assert (await state(office, known["id"]))["risk_expired"] is False
    await office.waits_until(office.clock.now().replace(day=8))

    assert (await state(office, known["id"]))["risk_expired"] is True
