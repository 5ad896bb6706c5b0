"""Without a name: the head alone learns who it was, each look is kept, and they find what is theirs."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from korpu_chassis.persistence import store
from tests.events.proposals.conftest import AYSEL, DRAFT, HEAD, LEYLA, Proposals, as_person


async def test_nothing_that_leaves_the_owner_tells_who_proposed_it(office: Proposals) -> None:
    proposal = await office.proposed(unnamed=True)
    known, by = {"id": proposal["id"]}, as_person(AYSEL)
    await office.does("staff", "CorrectProposal", **known, unit="history", reason="Typo", by=by)
    await office.does("staff", "DiscussProposal", **known, text="I mean all of them", by=by)
    await office.does("staff", "WithdrawProposal", **known, reason="It is done", by=by)

    told = [proposal, await office.shown(proposal), *await office.messages_about(proposal["id"])]
    told += await office.audit_of(proposal["id"])
    told.append(await office.reads(proposal, "officer", "discussion", "unnamed_proposer_id", "mine"))
    trail = (await office.asks("auditor", "GET", f"/proposal/{proposal['id']}/audit")).text
    for secret in (by["subject"], str(AYSEL), AYSEL.hex):
        assert secret not in str(told)
        assert secret not in trail
    assert {each["subject"] for each in await office.audit_of(proposal["id"])} == {"anonymous"}
    assert (proposal["state"]["author"], proposal["state"]["proposer_id"]) == ("anonymous", None)
    assert told[-1]["discussion"][0]["side"] == "proposer"
    assert told[-1]["discussion"][0]["person_id"] is None


async def test_the_head_alone_reads_who_it_was_and_each_look_is_kept(office: Proposals) -> None:
    proposal, named = await office.proposed(unnamed=True), await office.proposed(LEYLA)

    told = {
        role: await office.reads(proposal, role, "unnamed_proposer_id")
        for role in ("officer", "rectorate", "auditor", "faculty_coordinator", "staff", "head")
    }
    await office.reads(named, "head", "unnamed_proposer_id")

    head = told.pop("head")
    assert head == {"unnamed_proposer_id": str(AYSEL)}
    assert set(map(len, told.values())) == {0}
    async with office.database.transaction() as session:
        looks = (await session.execute(select(store.read_log))).mappings().all()
    assert [(each["subject"], each["about"], each["fields"], each["purpose"]) for each in looks] == [
        ("head-1", UUID(proposal["id"]), ["unnamed_proposer_id"], "To thank them")
    ]


async def test_whoever_proposed_it_finds_it_among_their_own(office: Proposals) -> None:
    unnamed, named = await office.proposed(unnamed=True), await office.proposed()
    codes = {unnamed["state"]["code"], named["state"]["code"]}

    assert set(await office.finds("mine", {}, "staff", **as_person(AYSEL))) == codes
    assert await office.finds("mine", {}, "staff", **as_person(LEYLA)) == []
    assert await office.finds("mine", {}, "officer") == []
    mine = [(await office.reads(unnamed, "staff", "mine", **as_person(each)))["mine"] for each in (AYSEL, LEYLA)]
    assert mine == [True, False]


async def test_an_unnamed_head_decides_nothing_of_their_own_and_no_task_tells_it(office: Proposals) -> None:
    proposal = await office.reviewed(HEAD, "head", unnamed=True)
    known, by = {"id": proposal["id"]}, as_person(HEAD)
    refused = [
        await office.refuses("head", "AcceptProposal", **known, by=by),
        await office.refuses("head", "DeclineProposal", **known, reason="No", by=by),
        await office.refuses("head", "SupportProposal", **known, by=by),
    ]
    accepted = await office.does("rectorate", "AcceptProposal", **known, commitments=[DRAFT])
    [point] = accepted["state"]["action_points"]
    await office.does("officer", "FinishActionPoint", id=point, evidence="List 7")
    refused.append(await office.refuses("head", "VerifyProposal", **known, outcome="It works", by=by))

    now = await office.shown(proposal)
    decides, own = "proposal-is-own-unnamed", "proposal-supported-by-proposer"
    assert refused == [decides, decides, own, decides]
    never: list[Any] = [each["never"] for task in now["tasks"] for each in task["waits_for"]]
    assert str(HEAD) not in str(never)
    assert by["subject"] not in str(never)


async def test_what_somebody_without_a_person_proposes_is_refused(office: Proposals) -> None:
    given: dict[str, Any] = {"title": {"en": "T"}, "description": {"en": "D"}, "theme": "other", "unnamed": True}

    assert await office.refuses("officer", "SubmitProposal", **given) == "proposal-person-unknown"


async def test_a_strangers_key_sent_again_gives_the_same_proposal(office: Proposals) -> None:
    first = await office.proposed(unnamed=True, idempotency_key="k-1")
    again = await office.proposed(unnamed=True, idempotency_key="k-1")

    assert first == again
