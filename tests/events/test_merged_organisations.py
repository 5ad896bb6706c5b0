"""Whoever names a merged organisation at a visit names its successor."""

from uuid import uuid4

from tests.events.delegations import KONSTANZ, a_visit
from tests.office import Office


async def says(office: Office, id: object, version: int, status: str, merged_into: object = None) -> None:
    state = {"id": id, "version": version, "status": status, "merged_into": merged_into}
    await office.hears("partners.organisations.v1", "organisation.corrected", state)


async def test_a_visit_of_a_merged_organisation_is_one_of_its_successor(office: Office) -> None:
    successor = uuid4()
    await says(office, KONSTANZ, 2, "merged", successor)
    await says(office, successor, 5, "active")

    visit = await a_visit(office, "requested", organisations=[KONSTANZ, successor])

    assert visit["state"]["organisations"] == [str(successor)]
    assert visit["warnings"] == []


async def test_after_a_separation_it_is_named_by_itself_again(office: Office) -> None:
    successor = uuid4()
    await says(office, successor, 5, "active")
    await says(office, KONSTANZ, 2, "merged", successor)
    visit = await a_visit(office, "requested", organisations=[successor])
    await says(office, KONSTANZ, 3, "active")
    await says(office, KONSTANZ, 2, "merged", successor)

    told = await office.does("officer", "CorrectVisit", id=visit["id"], organisations=[KONSTANZ])

    assert told["state"]["organisations"] == [str(KONSTANZ)]


async def test_a_merged_organisation_whose_successor_is_archived_is_pointed_out(office: Office) -> None:
    successor = uuid4()
    await says(office, KONSTANZ, 2, "merged", successor)
    await says(office, successor, 5, "archived")

    visit = await a_visit(office, "requested", organisations=[KONSTANZ])

    assert [each["code"] for each in visit["warnings"]] == ["organisation-gone"]
