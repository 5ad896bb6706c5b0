"""Papers of visits: the invitation, the programme in the time of Baku, the briefing; and why one is not made."""

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from korpu_chassis.identity.access_tokens import Principal
from korpu_documents import typeset
from korpu_documents.papers.refusals import SubjectChanged
from korpu_documents.store import Objects
from korpu_events.files import files
from korpu_events.generated_documents.aggregate import paper_service
from korpu_events.generated_documents.inputs import MakeVisitProgramme
from korpu_events.generated_documents.policies.visits import visit_programme
from tests.events.delegations import KONSTANZ, a_visit, booked, with_members
from tests.events.stopping import stops
from tests.office import Office
from tests.papers import FullStore, file_of, link_to, words

NAMES = [
    {"language": "de", "kind": "native", "text": "Universität Konstanz"},
    {"language": "en", "kind": "label", "text": "University of Konstanz"},
]
SIGNS: dict[str, Any] = {"signatory": "Leyla Həsənova", "signatory_function": {"az": "Şöbə müdiri", "en": "Head"}}
TITLE = {"az": "Rektorla görüş", "en": "Meeting with the rector"}


async def prepared(office: Office, members: int = 2) -> Any:
    """A delegation of Konstanz whose visit is planned: two days with a meeting each, and an invitation."""
    state = {"id": str(KONSTANZ), "version": 1, "status": "active", "merged_into": None, "names": NAMES}
    await office.hears("partners.organisations.v1", "organisation.registered", state)
    visit = await with_members(office, await a_visit(office), members)
    await booked(office, visit, title=TITLE, room="Green hall", car="90-AA-001")
    later = {"starts": "2026-10-06T14:00", "ends": "2026-10-06T15:30"}
    await booked(office, visit, title={"az": "Mühazirə", "en": "Lecture"}, place="Library", kind="lecture", **later)
    invited = [each["id"] for each in visit["state"]["members"]]
    return await office.does(
        "officer", "IssueInvitation", id=visit["id"], number="INV-7", on="2026-09-07", member_ids=invited
    )


async def made(office: Office, command: str, visit: Any, **given: Any) -> tuple[Any, str]:
    """A paper of the visit, and what is written on it."""
    paper = (await office.does("officer", command, visit_id=visit["id"], **given))["state"]
    return paper, words(await file_of(office, paper))


async def test_an_invitation_is_printed_under_its_number_with_those_whom_it_invites(office: Office) -> None:
    visit = await prepared(office)

    paper, told = await made(office, "MakeVisitInvitation", visit, number="INV-7", **SIGNS)

    for said in ("Jörg Weiß 0 (head of the delegation)", "Jörg Weiß 1", "University of Konstanz", "7 September 2026"):
        assert said in told
    for said in ("from 5 October 2026 to 7 October 2026", "Leyla Həsənova", "Şöbə müdiri"):
        assert said in told
    assert "w0@uni-konstanz.de" not in told
    assert (paper["number"], paper["visit_id"]) == ("INV-7", visit["id"])
    assert "Jörg" not in str(await office.messages_about(paper["id"]))
    assert [log for log in await looks(office, paper["person_ids"][0]) if f"file:{paper['file']['id']}" in log]


async def test_the_programme_for_the_delegation_is_in_the_time_of_baku_and_names_nobody(office: Office) -> None:
    visit = await prepared(office)

    _, told = await made(office, "MakeVisitProgramme", visit)

    for said in ("Rektorla görüş", "Meeting with the rector", "10:00–11:00", "14:00–15:30", "05.10.2026", "Green hall"):
        assert said in told
    assert "All times are those of Baku (UTC+4)." in told
    assert ("Jörg" in told, "90-AA-001" in told) == (False, False)


async def test_the_briefing_tells_our_side_who_comes_and_stays_inside(office: Office) -> None:
    visit = await prepared(office)
    await office.does("officer", "WriteBriefing", id=visit["id"], briefing="They ask for ten seats.\nWe offer five.")

    paper, told = await made(office, "MakeVisitBriefing", visit, languages=["en"])

    for said in ("not to be passed on", "They ask for ten seats.", "Jörg Weiß 1", "90-AA-001", "Number of members 2"):
        assert said in told
    assert (await link_to(office, paper, "finance")).status_code == 404
    assert (await link_to(office, paper, "rectorate")).status_code == 200


async def test_papers_that_name_members_go_when_their_names_go(office: Office) -> None:
    visit = await prepared(office)
    invitation, _ = await made(office, "MakeVisitInvitation", visit, number="INV-7")
    programme, _ = await made(office, "MakeVisitProgramme", visit)

    await stops(office, "CancelVisit", visit, reason="Snow")
    await office.waits_until(office.clock.now() + timedelta(days=3 * 365 + 60))

    assert (await link_to(office, invitation, "officer")).status_code == 404
    assert (await link_to(office, programme, "officer")).status_code == 200


async def looks(office: Office, about: str) -> list[str]:
    async with office.database.transaction() as session:
        rows = await session.execute(text("select fields::text from read_log where about = :about"), {"about": about})
        return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("command", "given", "code"),
    [
        ("MakeVisitInvitation", {"number": "INV-8"}, "paper-invitation-unknown"),
        ("MakeVisitBriefing", {}, "paper-briefing-missing"),
        ("MakeVisitProgramme", {"languages": ["az", "az"]}, "paper-languages-wrong"),
        ("MakeVisitProgramme", {"languages": ["az", "ru"]}, "paper-language-missing"),
        ("MakeVisitProgramme", {"template_version": 99}, "paper-template-unknown"),
        ("MakeVisitInvitation", {"number": "INV-7", "signatory": "𓀀𓀁"}, "paper-cannot-be-printed"),
    ],
)
async def test_why_a_paper_of_a_visit_is_not_made(
    office: Office, command: str, given: dict[str, Any], code: str
) -> None:
    visit = await prepared(office)

    assert await office.refuses("officer", command, visit_id=visit["id"], **given) == code


async def test_a_programme_without_hours_and_a_visit_that_is_not_held_are_not_printed(office: Office) -> None:
    empty = await a_visit(office)
    assert await office.refuses("officer", "MakeVisitProgramme", visit_id=empty["id"]) == "paper-programme-empty"

    await office.does("officer", "CancelVisit", id=empty["id"], reason="Snow")

    assert await office.refuses("officer", "MakeVisitProgramme", visit_id=empty["id"]) == "paper-visit-not-held"


async def test_a_delegation_of_nobody_we_know_by_name_and_members_without_names_are_not_printed(
    office: Office,
) -> None:
    unnamed = await booked(office, await a_visit(office), title=TITLE)
    assert await office.refuses("officer", "MakeVisitProgramme", visit_id=unnamed["id"]) == "paper-organisation-unnamed"

    visit = await prepared(office)
    async with office.database.transaction() as session:
        await session.execute(text("delete from visit_member where visit_id = :id"), {"id": visit["id"]})

    code = await office.refuses("officer", "MakeVisitInvitation", visit_id=visit["id"], number="INV-7")
    assert code == "paper-person-forgotten"


async def test_nothing_is_entered_while_files_cannot_be_kept(office: Office, tmp_path: Path) -> None:
    visit = await prepared(office)
    nowhere = tmp_path / "away"
    nowhere.mkdir()
    (nowhere / "incoming").write_text("in the way")

    with files.on(Objects.at(nowhere.as_uri())):
        away = await office.refuses("officer", "MakeVisitProgramme", visit_id=visit["id"])
    with files.on(FullStore.below(tmp_path)):
        full = await office.refuses("officer", "MakeVisitProgramme", visit_id=visit["id"])

    assert (away, full) == ("files-away", "files-full")


async def test_so_many_papers_are_set_at_once_and_a_few_wait(office: Office) -> None:
    visit, press = await prepared(office), typeset._PRESS  # noqa: SLF001 -- what else would fill it is slow
    done = asyncio.Event()

    async def occupied() -> None:
        async with press.turn():
            await done.wait()

    async with AsyncExitStack() as stack:
        held = [asyncio.create_task(occupied()) for _ in range(typeset.AT_ONCE + typeset.WAITING)]
        stack.callback(done.set)
        await asyncio.sleep(0)
        code = await office.refuses("officer", "MakeVisitProgramme", visit_id=visit["id"])
    await asyncio.gather(*held)

    assert code == "paper-press-busy"


async def test_a_programme_that_changed_while_it_was_set_is_made_again(office: Office) -> None:
    visit = await prepared(office)

    async with office.database.transaction() as session:
        who = Principal("officer-1", frozenset({"officer"}))
        uow = office.runtime.unit_of_work(session, who, "MakeVisitProgramme")
        manuscript = await visit_programme(MakeVisitProgramme(visit_id=UUID(visit["id"])), uow)
        await booked(office, visit, title=TITLE, starts="2026-10-07T09:00", ends="2026-10-07T09:30")
        with pytest.raises(SubjectChanged) as changed:
            await paper_service.make(manuscript, uow)

    assert changed.value.code == "paper-subject-changed"
