"""Files of people and papers of stays: who brings them, who reads which, and that they go with the person."""

from typing import Any
from uuid import UUID

import pytest

from korpu_documents import attaching
from korpu_mobility.files import files
from tests.documents import samples
from tests.mobility.conftest import Mobility, baku

CERTIFICATE: dict[str, Any] = {"kind": "language_certificate"}
COPY: dict[str, Any] = {"kind": "passport_copy"}
NAMED = 'attachment; filename="Aysel_Aliyeva_passport.pdf"'


def themselves(person: str) -> dict[str, Any]:
    """How somebody asks in their own name."""
    return {"person_id": UUID(person), "subject": f"person-{person}"}


async def brought(office: Mobility, role: str = "officer", content: bytes = samples.PDF, **who: Any) -> str:
    """The hash of a file that somebody has brought, under a name that names somebody."""
    headers = {"content-type": "application/pdf", "content-disposition": NAMED}
    answer = await office.asks(role, "POST", "/files", content=content, headers=headers, **who)
    return str(answer.json()["sha256"])


async def held(office: Mobility, role: str, kind: str, id: str, **who: Any) -> Any:
    """What this caller reads of the files of a person or a stay; nothing where that is not said at all."""
    path, answered = {"person": ("/people/read", "people"), "mobility": ("/mobilities/read", "mobilities")}[kind]
    question = {"ids": [id], "fields": ["files"], "purpose": "Visa"}
    response = await office.asks(role, "POST", path, json=question, **who)
    return next((each["files"] for each in response.json()[answered] if "files" in each), None)


async def link(office: Mobility, role: str | None, kind: str, id: str, attachment: str, **who: Any) -> Any:
    """A link to a file, or why not."""
    asked = {"kind": kind, "id": id, "attachment_id": attachment, "purpose": "Visa"}
    return await office.asks(role, "POST", "/files/links", json=asked, **who)


async def kept(office: Mobility) -> list[Any]:
    """The hashes that still hang somewhere."""
    async with office.database.transaction() as session:
        return [row.sha256 for row in (await session.execute(files.tables.attached.select())).all()]


async def a_stay(office: Mobility, person: str, status: str = "accepted") -> Any:
    """A stay of this person."""
    return await office.brings(await office.nominates(await office.agreement(), person_id=person), status)


async def test_a_person_brings_a_file_that_the_office_the_auditor_and_nobody_else_reads(office: Mobility) -> None:
    person = await office.person()
    file = await brought(office, "student", **themselves(person))

    await office.does("student", "AttachPersonFile", by=themselves(person), id=person, **COPY, file=file)

    [copy] = await held(office, "officer", "person", person)
    coordinator: dict[str, Any] = {"units": ["philology"]}
    readers = {role: await held(office, role, "person", person) for role in ("auditor", "rectorate")}
    assert (copy["kind"], copy["keep_until"]) == ("passport_copy", "2027-11-23")
    assert readers == {"auditor": [copy], "rectorate": None}
    assert await held(office, "student", "person", person, **themselves(person)) == [copy]
    assert await held(office, "faculty_coordinator", "person", person, **coordinator) is None
    id = copy["file"]["id"]
    assert (await link(office, "faculty_coordinator", "person", person, id, **coordinator)).status_code == 404
    given = await link(office, "officer", "person", person, id)
    fetched = await office.asks(None, "GET", given.json()["url"].removeprefix("/mobility"))
    assert fetched.content == samples.PDF
    assert "Aysel" not in fetched.headers["content-disposition"]
    log = (await office.asks("head", "GET", f"/person/{person}/access-log")).json()
    assert [each["fields"] for each in log if each["subject"] == "officer-1"] == [["files"], [f"file:{id}"]]


async def test_what_is_in_the_files_is_neither_said_nor_audited(office: Mobility) -> None:
    person = await office.person()
    stay = await a_stay(office, person)

    await office.does("officer", "AttachPersonFile", id=person, **COPY, file=await brought(office))
    paper = await brought(office, content=samples.pdf(*samples.PAGE, b"<</Note(contract)>>"))
    await office.does("officer", "AttachMobilityFile", id=stay["id"], kind="grant_contract", file=paper)

    books = str(await office.messages_about(person)) + str(await office.audit_of(person))
    assert not [word for word in ("passport", "Aysel_", paper, samples.PDF.hex()[:12]) if word in books]
    [*_, said] = await office.messages_about(stay["id"])
    assert {**said["change"], "attachment_id": ""} == {"attachment_id": "", "kind": "grant_contract", "how": "added"}
    assert "files" not in said["state"]
    assert paper not in str(await office.audit_of(stay["id"]))


async def test_a_grant_contract_is_for_those_who_see_money_and_other_papers_for_those_who_arrange(
    office: Mobility,
) -> None:
    person = await office.person()
    stay = await a_stay(office, person, "arrived")
    about: dict[str, Any] = {"id": stay["id"]}
    arrival = await brought(office, "student", **themselves(person))
    contract = await brought(office, content=samples.pdf(*samples.PAGE, b"<</Note(contract)>>"))

    given: dict[str, Any] = {**about, "kind": "confirmation_of_arrival", "file": arrival}
    await office.does("student", "AttachMobilityFile", by=themselves(person), **given)
    await office.does("officer", "AttachMobilityFile", **about, kind="grant_contract", file=contract)

    readers: dict[str, dict[str, Any]] = {
        "officer": {},
        "finance": {},
        "faculty_coordinator": {"units": ["philology"]},
        "student": themselves(person),
        "rectorate": {},
    }
    shown = {role: await held(office, role, "mobility", stay["id"], **who) for role, who in readers.items()}
    kinds = {role: papers and [each["kind"] for each in papers] for role, papers in shown.items()}
    both = ["confirmation_of_arrival", "grant_contract"]
    assert kinds == {
        "officer": both,
        "finance": both[1:],
        "faculty_coordinator": both[:1],
        "student": both,
        "rectorate": None,
    }
    ids = [each["file"]["id"] for each in shown["officer"]]
    links = {
        role: [(await link(office, role, "mobility", stay["id"], id, **readers[role])).status_code for id in ids]
        for role in ("finance", "faculty_coordinator", "rectorate")
    }
    assert links == {"finance": [404, 200], "faculty_coordinator": [200, 404], "rectorate": [404, 404]}
    log = (await office.asks("head", "GET", f"/person/{person}/access-log")).json()
    assert [each["fields"] for each in log if each["subject"] == "finance-1"] == [["files"], [f"file:{ids[1]}"]]


async def test_a_file_is_there_once_and_was_brought_by_who_attaches_it(
    office: Mobility, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await office.person()
    stay = await a_stay(office, person)
    file, other = await brought(office), await brought(office, content=samples.pdf(*samples.PAGE, b"<</A 1>>"))
    things: dict[str, dict[str, Any]] = {
        "AttachPersonFile": {"id": person, "kind": "cv"},
        "AttachMobilityFile": {"id": stay["id"], "kind": "other"},
    }

    for command, given in things.items():
        assert await office.refuses("officer", command, **given, file="0" * 64) == "unknown-file"
        await office.does("officer", command, **given, file=file)
        assert await office.refuses("officer", command, **given, file=file) == "file-attached-already"
        monkeypatch.setattr(attaching, "MOST_FILES", 1)
        assert await office.refuses("officer", command, **given, file=other) == "too-many-files"
        monkeypatch.undo()


async def test_a_wrong_file_is_taken_away_and_why_is_told_to_the_person_alone(office: Mobility) -> None:
    person = await office.person()
    stay = await a_stay(office, person)
    file = await brought(office)
    await office.does("officer", "AttachPersonFile", id=person, **CERTIFICATE, file=file)
    await office.does("officer", "AttachMobilityFile", id=stay["id"], kind="other", file=file)

    reasons: dict[str, Any] = {"RemovePersonFile": {}, "RemoveMobilityFile": {"reason": "It is her brother's"}}
    for command, kind, id in (("RemovePersonFile", "person", person), ("RemoveMobilityFile", "mobility", stay["id"])):
        [one] = await held(office, "officer", kind, id)
        away: dict[str, Any] = {"id": id, "attachment_id": one["file"]["id"], **reasons[command]}
        assert await office.refuses("rectorate", command, **away) in {"forbidden", "not-found"}
        await office.does("officer", command, **away)
        assert await held(office, "officer", kind, id) == []
        assert await office.refuses("officer", command, **away) == "attachment-unknown"
        assert "brother" not in str(await office.messages_about(id)) + str(await office.audit_of(id))
    assert await kept(office) == []


async def test_a_student_removes_the_own_file_and_no_paper_of_the_stay(office: Mobility) -> None:
    person = await office.person()
    stay = await a_stay(office, person)
    me = themselves(person)
    file = await brought(office, "student", **me)
    await office.does("student", "AttachPersonFile", by=me, id=person, kind="cv", file=file)
    await office.does("student", "AttachMobilityFile", by=me, id=stay["id"], kind="other", file=file)
    [mine], [paper] = (
        await held(office, "student", "person", person, **me),
        await held(office, "student", "mobility", stay["id"], **me),
    )

    away: dict[str, Any] = {"id": stay["id"], "attachment_id": paper["file"]["id"], "reason": "Mistake"}
    assert await office.refuses("student", "RemoveMobilityFile", by=me, **away) == "forbidden"
    gone: dict[str, Any] = {"id": person, "attachment_id": mine["file"]["id"]}
    await office.does("student", "RemovePersonFile", by=me, **gone)

    assert await held(office, "student", "person", person, **me) == []


async def test_a_closed_stay_takes_no_paper_and_neither_does_one_of_somebody_forgotten(office: Mobility) -> None:
    gone, person = await office.person(), await office.person()
    over = await a_stay(office, gone, "returned")
    await office.does("officer", "ErasePerson", id=gone, basis="own_request")
    office.clock.move_to(baku(2026, 11, 23, 9))
    closed = await a_stay(office, person, "closed")
    file = await brought(office)

    codes = [
        await office.refuses("officer", "AttachMobilityFile", id=closed["id"], kind="other", file=file),
        await office.refuses("officer", "AttachMobilityFile", id=over["id"], kind="other", file=file),
        await office.refuses("officer", "AttachPersonFile", id=gone, kind="cv", file=file),
    ]

    assert codes == ["wrong-status", "person-erased", "wrong-status"]


async def test_files_are_deleted_with_the_person(office: Mobility) -> None:
    person = await office.person()
    stay = await a_stay(office, person, "recognised")
    other = await office.person()
    contract, shared = await brought(office), await brought(office, content=samples.pdf(*samples.PAGE, b"<</B 1>>"))
    await office.does("officer", "AttachMobilityFile", id=stay["id"], kind="grant_contract", file=contract)
    await office.does("officer", "AttachPersonFile", id=person, kind="diploma", file=shared)
    await office.does("officer", "AttachPersonFile", id=other, kind="diploma", file=shared)

    await office.does("officer", "ErasePerson", id=person, basis="own_request")
    office.clock.move_to(baku(2027, 7, 13, 9))
    await files.sweep(office.database)

    assert await kept(office) == [shared]
    assert not await files.objects.holds(contract)
    assert await files.objects.holds(shared)
    assert (await held(office, "officer", "person", person), await held(office, "officer", "mobility", stay["id"])) == (
        [],
        [],
    )


async def test_what_expires_goes_a_year_later_and_the_rest_with_the_person(office: Mobility) -> None:
    person = await office.person()
    certificate, diploma = await brought(office), await brought(office, content=samples.pdf(*samples.PAGE, b"<</C 1>>"))
    await office.does("officer", "AttachPersonFile", id=person, **CERTIFICATE, file=certificate, expires="2027-03-01")
    await office.does("officer", "AttachPersonFile", id=person, kind="diploma", file=diploma)

    await office.waits_until(baku(2028, 2, 29, 23))
    before = await held(office, "officer", "person", person)
    await office.waits_until(baku(2028, 3, 1, 9))
    after = await held(office, "officer", "person", person)

    assert [each["kind"] for each in before] == ["language_certificate", "diploma"]
    assert ([each["kind"] for each in after], await kept(office)) == (["diploma"], [diploma])
