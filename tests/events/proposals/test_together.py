"""Others want it too: support, similar ones, merging, discussion."""

from typing import Any
from uuid import uuid4

from tests.events.proposals.conftest import AYSEL, HEAD, LEYLA, TURAL, Proposals, as_person

CATERING: dict[str, Any] = {
    "title": {"en": "Warm meals at conferences"},
    "description": {"en": "Guests of long meetings should eat something warm."},
    "theme": "visits_and_events",
}


async def test_everybody_supports_once_and_nobody_their_own(office: Proposals) -> None:
    proposal = await office.proposed()
    known, leyla = {"id": proposal["id"]}, as_person(LEYLA)

    none = await office.refuses("student", "WithdrawSupport", **known, by=leyla)
    await office.supports(proposal, LEYLA)
    twice = await office.refuses("student", "SupportProposal", **known, by=leyla)
    two = await office.supports(proposal, TURAL)
    own = await office.refuses("staff", "SupportProposal", **known, by=as_person(AYSEL))
    nobody = [await office.refuses("officer", each, **known) for each in ("SupportProposal", "WithdrawSupport")]
    one = await office.supports(proposal, LEYLA, "WithdrawSupport")

    assert (none, twice, own) == (
        "proposal-not-supported", "proposal-supported-already", "proposal-supported-by-proposer",
    )  # fmt: skip
    assert nobody == ["proposal-person-unknown"] * 2
    assert (two["state"]["supporters"], one["state"]["supporters"]) == (2, 1)
    assert [(await office.reads(proposal, "student", "supported", **as_person(each)))["supported"] for each in (
        LEYLA, TURAL,
    )] == [False, True]  # fmt: skip


async def test_what_says_the_same_goes_on_in_one_with_all_who_want_it(office: Proposals) -> None:
    first, second = await office.proposed(), await office.proposed(HEAD)
    for proposal, person in ((first, LEYLA), (second, LEYLA), (second, TURAL), (second, AYSEL)):
        await office.supports(proposal, person)

    merged = await office.does("officer", "MergeProposal", id=second["id"], into=first["id"])

    into = await office.shown(first)
    assert (merged["status"], merged["state"]["merged_into"]) == ("merged", first["id"])
    assert into["supporters"] == 2, "Leyla counts once, and Aysel wants her own anyway"
    assert (await office.said_about(first["id"]))[-1] == "joined"
    assert await office.refuses("student", "WithdrawSupport", id=second["id"], by=as_person(TURAL)) == "wrong-status"
    assert (await office.supports(first, TURAL, "WithdrawSupport"))["state"]["supporters"] == 1


async def test_a_proposal_goes_on_in_another_one_that_does(office: Proposals) -> None:
    triaged, ended, weighed = await office.proposed(), await office.proposed(), await office.reviewed()
    await office.does("officer", "TriageProposal", id=triaged["id"])
    await office.does("staff", "WithdrawProposal", id=ended["id"], reason="Done", by=as_person(AYSEL))

    codes = [
        await office.refuses("officer", "MergeProposal", id=triaged["id"], into=into)
        for into in (triaged["id"], ended["id"], uuid4())
    ]
    for proposal in (triaged, weighed):
        target = await office.proposed()
        assert (await office.does("head", "MergeProposal", id=proposal["id"], into=target["id"]))["status"] == "merged"

    assert codes == ["proposal-merged-into-itself", "proposal-merge-into-ended", "not-found"]


async def test_what_others_have_said_in_like_words_is_offered_and_warned_of(office: Proposals) -> None:
    first = await office.proposed()
    other = await office.proposed(**CATERING, expected_effect=None)
    asked = "A companion from our students for every exchange student who comes from abroad"
    in_russian = "Переводчик для студентов mübadilə tələbələri"

    second = await office.proposed(LEYLA, title={"en": "Companions for exchange students"})
    found = await office.finds("similar", {"text": asked}, **as_person(LEYLA))

    assert [each["code"] for each in second["warnings"]] == ["proposal-similar"]
    assert first["state"]["code"] in second["warnings"][0]["message"]
    assert other["warnings"] == []
    assert {first["state"]["code"], second["state"]["code"]} == set(found)
    assert first["state"]["code"] in await office.finds("similar", {"text": in_russian}, **as_person(LEYLA))
    assert await office.finds("similar", {"text": "Meals"}, **as_person(LEYLA)) == [other["state"]["code"]]
    assert (await office.asks(None, "POST", "/proposals/similar", json={"text": asked})).status_code == 401


async def test_what_was_taken_back_is_not_offered(office: Proposals) -> None:
    first = await office.proposed()
    await office.does("staff", "WithdrawProposal", id=first["id"], reason="Done", by=as_person(AYSEL))

    assert (await office.proposed(LEYLA))["warnings"] == []


async def test_a_discussion_is_read_by_whoever_is_signed_in_and_stays_with_the_owner(office: Proposals) -> None:
    proposal = await office.proposed()
    said: list[tuple[str, str, Any]] = [
        ("student", "Ask Anna, +994501234567", as_person(LEYLA)),
        ("officer", "We shall", {}),
        ("staff", "Thank you", as_person(AYSEL)),
    ]

    for role, text, by in said:
        await office.does(role, "DiscussProposal", id=proposal["id"], text=text, by=by)

    told = (await office.reads(proposal, "student", "discussion", **as_person(TURAL)))["discussion"]
    assert [(each["side"], each["text"], each["person_id"]) for each in told] == [
        ("university", "Ask Anna, +994501234567", str(LEYLA)),
        ("office", "We shall", None),
        ("proposer", "Thank you", str(AYSEL)),
    ]
    assert (await office.shown(proposal))["remarks"] == 3
    assert "994501234567" not in str(
        [*await office.messages_about(proposal["id"]), await office.audit_of(proposal["id"])]
    )


async def test_people_are_forgotten_when_the_time_is_over_and_counts_stay(office: Proposals) -> None:
    proposal = await office.proposed(unnamed=True)
    await office.supports(proposal, LEYLA)
    await office.does("student", "DiscussProposal", id=proposal["id"], text="Yes", by=as_person(LEYLA))
    await office.does("staff", "WithdrawProposal", id=proposal["id"], reason="Done", by=as_person(AYSEL))

    await office.waits_until(office.clock.now().replace(year=2030))

    now = await office.shown(proposal)
    assert (await office.said_about(proposal["id"]))[-1] == "forgotten"
    assert (now["supporters"], now["remarks"], now["unnamed"]) == (1, 1, True)
    assert await office.reads(proposal, "head", "discussion", "unnamed_proposer_id") == {
        "discussion": [], "unnamed_proposer_id": None,
    }  # fmt: skip


async def test_who_is_erased_is_forgotten_in_every_proposal(office: Proposals) -> None:
    theirs, others = await office.proposed(unnamed=True), await office.proposed(LEYLA)
    await office.supports(others, AYSEL)
    await office.does("staff", "DiscussProposal", id=others["id"], text="Good", by=as_person(AYSEL))
    await office.does("student", "DiscussProposal", id=others["id"], text="Thanks", by=as_person(LEYLA))

    await office.hears(
        "mobility.people.v1",
        "person.erased",
        {"id": AYSEL, "version": 2, "status": "erased", "erased_on": "2026-09-07"},
    )

    assert await office.reads(theirs, "head", "unnamed_proposer_id") == {"unnamed_proposer_id": None}
    left = await office.reads(others, "staff", "discussion", "supported", **as_person(AYSEL))
    assert ([each["text"] for each in left["discussion"]], left["supported"]) == (["Thanks"], False)
    assert (await office.shown(others))["supporters"] == 1
