"""What follows when agreements change under people who have, want or wait for a seat."""

from typing import Any
from uuid import UUID, uuid4

from korpu_mobility.consumers.tables import KnownAgreement, KnownOrganisation
from tests.mobility.conftest import Agreement, Mobility


async def risks(office: Mobility, stays: list[Any]) -> list[str | None]:
    return [(await office.stay(stay))["risk"] for stay in stays]


async def test_new_seats_are_offered_to_the_first_in_line(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    _, first, second = await office.fills(agreement, 3)

    await office.tells(agreement, "amended", people_per_year=2)

    assert (await office.stay(first))["status"] == "offered"
    assert (await office.stay(second))["waiting"] == 1
    assert await office.said_about(second["id"]) == ["waitlisted", "moved_up"]


async def test_the_same_message_twice_has_one_effect(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    _, first, second = await office.fills(agreement, 3)
    await office.tells(agreement, "amended", people_per_year=2)

    agreement.version -= 1
    await office.tells(agreement, "amended")

    assert await office.said_about(first["id"]) == ["waitlisted", "offered"]
    assert await office.said_about(second["id"]) == ["waitlisted", "moved_up"]


async def test_an_old_message_that_comes_late_changes_nothing(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    await office.tells(agreement, "amended", people_per_year=3)
    await office.fills(agreement, 3)

    agreement.version = 1
    await office.tells(agreement, "signed", people_per_year=1)

    assert (await office.nominates(agreement))["state"]["waiting"] == 1


async def test_one_who_hears_only_the_last_word_knows_the_same(office: Mobility) -> None:
    agreement = Agreement(version=17, condition={"people_per_year": 2})
    await office.tells(agreement, "in_force")

    assert (await office.nominates(agreement))["status"] == "nominated"


async def test_a_seat_promised_twice_puts_the_last_comer_at_risk_and_cancels_nobody(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=3)
    stays = await office.fills(agreement, 3)

    await office.tells(agreement, "amended", people_per_year=2)

    assert await risks(office, stays) == [None, None, "seat_withdrawn"]
    assert (await office.stay(stays[2]))["status"] == "nominated"
    assert await office.said_about(stays[2]["id"]) == ["nominated", "put_at_risk"]


async def test_an_overfull_condition_offers_nothing_until_fewer_have_a_seat_than_it_gives(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=2)
    first, second, waiting = await office.fills(agreement, 3)
    await office.tells(agreement, "amended", people_per_year=1)
    leaving: dict[str, Any] = {"cause": "sender", "reason": "The seat was withdrawn"}

    await office.does("officer", "CancelMobility", id=second["id"], **leaving)
    still = await office.stay(waiting)
    await office.does("officer", "CancelMobility", id=first["id"], **leaving)

    assert still["status"] == "waitlisted"
    assert (await office.stay(waiting))["status"] == "offered"


async def test_those_already_abroad_are_not_at_risk_when_seats_are_cut(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=2)
    first, second = await office.fills(agreement, 2)
    await office.brings(second, "arrived")

    await office.tells(agreement, "amended", people_per_year=1)

    assert await risks(office, [first, second]) == ["seat_withdrawn", None]


async def test_a_condition_that_is_dropped_gives_no_seat_and_threatens_those_who_have_one(office: Mobility) -> None:
    agreement = await office.agreement()
    nominated = await office.nominates(agreement)

    await office.tells(agreement, "amended", dropped=True)

    assert await risks(office, [nominated]) == ["seat_withdrawn"]
    assert (await office.refuses_nomination(agreement, wait=False)) == "mobility-no-seat-left"


async def test_a_terminated_agreement_threatens_open_nominations_aloud(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=2)
    abroad, nominated, waiting = await office.fills(agreement, 3)
    await office.brings(abroad, "arrived")

    await office.tells(agreement, "terminated", status="terminated")

    assert await risks(office, [abroad, nominated, waiting]) == [None, *["agreement_terminated"] * 2]
    assert (await office.messages_about(nominated["id"]))[-1]["change"] == {"risk": "agreement_terminated"}


async def test_a_suspension_rests_and_the_line_goes_on_when_it_is_lifted(office: Mobility) -> None:
    agreement = await office.agreement(people_per_year=1)
    nominated, waiting = await office.fills(agreement, 2)
    await office.tells(agreement, "suspended", status="suspended")
    await office.does("officer", "CancelMobility", id=nominated["id"], cause="agreement", reason="It is suspended")
    resting = await office.stay(waiting)

    await office.tells(agreement, "resumed", status="in_force")

    assert (resting["status"], resting["risk"]) == ("waitlisted", "agreement_suspended")
    assert (await office.stay(waiting))["status"] == "offered"
    assert await office.said_about(waiting["id"]) == ["waitlisted", "put_at_risk", "risk_lifted", "offered"]


async def test_an_agreement_that_runs_out_threatens_who_has_not_begun_and_cancels_nobody(office: Mobility) -> None:
    agreement = await office.agreement()
    abroad, nominated = await office.fills(agreement, 2)
    await office.brings(abroad, "arrived")

    await office.tells(agreement, "expired", status="expired")

    assert await risks(office, [abroad, nominated]) == [None, "agreement_expired"]
    assert (await office.does("officer", "AcceptNomination", id=nominated["id"], on="2026-11-20"))["status"]
    assert await office.refuses_nomination(agreement) == "mobility-agreement-not-in-force"


async def test_a_message_of_another_kind_of_agreement_without_seats_is_taken_in(office: Mobility) -> None:
    memorandum = Agreement(dropped=True)

    await office.tells(memorandum, "signed")

    assert await office.refuses_nomination(memorandum) == "mobility-condition-unknown"


async def test_partners_that_were_restored_are_believed(office: Mobility) -> None:
    agreement = await office.agreement()
    partner = agreement.state()["conditions"][0]["to"]["organisation_id"]
    await office.hears("partners.organisations.v1", "organisation.suspended",
                       {"id": partner, "version": 4, "status": "suspended"})  # fmt: skip

    await office.hears("partners.organisations.v1", "organisation.activated",
                       {"id": partner, "version": 3, "status": "active"}, epoch=1)  # fmt: skip
    agreement.version = 9
    await office.tells(agreement, "amended")
    agreement.version = 8
    await office.tells(agreement, "terminated", status="terminated", epoch=1)

    async with office.database.transaction() as session:
        organisation = await session.get(KnownOrganisation, UUID(str(partner)))
        known = await session.get(KnownAgreement, agreement.id)
    assert organisation is not None
    assert organisation.status == "active"
    assert known is not None
    assert known.status == "terminated"


async def test_an_organisation_heard_of_late_and_out_of_order_stands_as_its_newest_version(office: Mobility) -> None:
    agreement = await office.agreement()
    partner = agreement.state()["conditions"][0]["to"]["organisation_id"]
    await office.hears("partners.organisations.v1", "organisation.activated",
                       {"id": partner, "version": 4, "status": "active"})  # fmt: skip

    await office.hears("partners.organisations.v1", "organisation.suspended",
                       {"id": partner, "version": 3, "status": "suspended"})  # fmt: skip

    assert (await office.nominates(agreement))["status"] == "nominated"
    assert (await office.nominates(await office.agreement(to={"organisation_id": str(uuid4())})))["version"] == 1
