"""A partner that was merged stands as its successor does, and as itself again when that was undone."""

from uuid import uuid4

from tests.mobility.conftest import PARTNER, Mobility


async def says(office: Mobility, id: str, version: int, status: str, merged_into: str | None = None) -> None:
    state = {"id": id, "version": version, "status": status, "merged_into": merged_into}
    await office.hears("partners.organisations.v1", "organisation.corrected", state)


async def test_seats_of_a_merged_partner_rest_while_its_successor_is_suspended(office: Mobility) -> None:
    successor = str(uuid4())
    agreement = await office.agreement()
    await says(office, str(PARTNER), 2, "merged", successor)
    await says(office, successor, 3, "suspended")

    assert await office.refuses_nomination(agreement) == "mobility-partner-not-active"

    await says(office, str(PARTNER), 3, "active")
    assert (await office.nominates(agreement))["status"] == "nominated"


async def test_an_old_word_about_a_merge_changes_nothing(office: Mobility) -> None:
    successor = str(uuid4())
    agreement = await office.agreement()
    await says(office, successor, 3, "suspended")
    await says(office, str(PARTNER), 3, "active")

    await says(office, str(PARTNER), 2, "merged", successor)

    assert (await office.nominates(agreement))["status"] == "nominated"
