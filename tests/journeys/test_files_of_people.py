"""A student's own files at the portal: who reads which, and that all of it goes when the student is forgotten."""

from typing import Any

import httpx
import pytest

from korpu_local.portal import Portal
from tests.documents.samples import PAGE, PDF, pdf
from tests.journeys.departments import Department, bare
from tests.journeys.office import PHILOLOGY, Office, Thing

pytestmark = pytest.mark.journey

CONTRACT = pdf(*PAGE, b"<</Note(contract)>>")
MINE = "query($id: ID!) { person(id: $id) { files { kind expires keepUntil file { id title } } availableActions } }"
PAPERS = "query($id: ID!) { mobility(id: $id) { files { kind file { id title } } availableActions } }"


def read(portal: Portal, stay: Thing) -> list[str] | None:
    """Which papers of a stay somebody reads; nothing where not even that is said."""
    papers = portal.asks(PAPERS, id=stay["id"])["mobility"]["files"]
    return None if papers is None else [each["kind"] for each in papers]


def link(office: Office, kind: str, thing: Thing, file: Thing, role: str, **who: Any) -> httpx.Response:
    """A link to a file, asked for at the gateway."""
    url, token = office.entrance(role, **who)
    asked = {"kind": kind, "id": bare(thing["id"]), "attachment_id": file["file"]["id"], "purpose": "Visa"}
    return httpx.post(f"{url}/mobility/files/links", json=asked, headers={"authorization": f"Bearer {token}"})


def test_a_student_brings_papers_that_some_read_and_nobody_once_the_student_is_forgotten(
    office: Office, department: Department
) -> None:
    student = office.person()
    stay = office.arrived(office.nominated(office.signed(office.partner()), student))
    who = {"person_id": bare(student["id"])}
    myself, coordinator = office.as_role("student", **who), office.coordinator(PHILOLOGY)
    copy, contract = (myself.brings("mobility", each, "application/pdf") for each in (PDF, CONTRACT))

    myself.does("AttachPersonFile", id=student["id"], kind="passport_copy", file=copy, expires=office.days.day(700))
    myself.does("AttachMobilityFile", id=stay["id"], kind="confirmation_of_arrival", file=copy)
    twice = myself.refuses("AttachMobilityFile", id=stay["id"], kind="other", file=copy)
    added = myself.does("AttachMobilityFile", id=stay["id"], kind="grant_contract", file=contract)

    seen = myself.asks(MINE, id=student["id"])["person"]
    [passport] = seen["files"]
    assert (passport["kind"], passport["keepUntil"]) == ("PASSPORT_COPY", office.days.day(700 + 365).isoformat())
    assert {"attachPersonFile", "removePersonFile"} <= set(seen["availableActions"])
    assert twice == "file-attached-already"
    assert [
        read(each, stay) for each in (myself, coordinator, office.as_role("finance"), office.as_role("rectorate"))
    ] == [["CONFIRMATION_OF_ARRIVAL", "GRANT_CONTRACT"], ["CONFIRMATION_OF_ARRIVAL"], ["GRANT_CONTRACT"], None]
    assert coordinator.asks(MINE, id=student["id"])["person"]["files"] is None
    hidden = link(office, "person", student, passport, "faculty_coordinator", unit=PHILOLOGY)
    given = link(office, "person", student, passport, "officer")
    assert (hidden.status_code, given.status_code) == (404, 200)
    assert httpx.get(f"{office.entrance(None)[0]}{given.json()['url']}").content == PDF
    said = department.hears("mobility.mobilities.v1", added, "mobility.files_changed")
    assert said.change["kind"] in {"confirmation_of_arrival", "grant_contract"}
    assert copy.encode() not in said.raw

    office.officer.does("ErasePerson", id=student["id"], basis="own_request")

    assert office.officer.asks(MINE, id=student["id"])["person"]["files"] == []
    assert office.officer.asks(PAPERS, id=stay["id"])["mobility"]["files"] == []
    assert link(office, "person", student, passport, "officer").status_code == 404
    late = office.officer.refuses("AttachMobilityFile", id=stay["id"], kind="other", file=copy)
    assert late in {"person-erased", "unknown-file"}
