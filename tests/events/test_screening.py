"""From the first letter to the decision."""

from typing import Any
from uuid import uuid4

import pytest

from tests.events.delegations import KONSTANZ, LAST_DAY, a_visit
from tests.office import Office


async def test_a_requested_visit_has_a_code_and_says_so(office: Office) -> None:
    visit = await a_visit(office, "requested")

    assert visit["status"] == "requested"
    assert visit["state"]["code"] == "VIS-2026-001"
    assert await office.said_about(visit["id"]) == ["requested"]


async def test_a_visit_does_not_end_before_it_starts(office: Office) -> None:
    given: dict[str, Any] = {"direction": "incoming", "title": {"en": "T"}, "purpose": "P", "head_level": "dean"}

    code = await office.refuses("officer", "RequestVisit", **given, starts="2026-10-07", ends="2026-10-05")

    assert code == "visit-ends-before-it-starts"


async def test_a_visit_of_an_unknown_or_archived_organisation_is_registered_with_a_warning(office: Office) -> None:
    archived = {"id": KONSTANZ, "version": 4, "status": "archived"}
    await office.hears("partners.organisations.v1", "organisation.archived", archived)

    visit = await a_visit(office, "requested", organisations=[KONSTANZ, uuid4()])

    assert [each["code"] for each in visit["warnings"]] == ["organisation-gone", "organisation-not-heard"]


async def test_a_visit_of_the_past_is_registered_with_a_warning(office: Office) -> None:
    visit = await a_visit(office, "requested", starts="2026-09-01", ends="2026-09-02", organisations=[])

    assert [each["code"] for each in visit["warnings"]] == ["visit-already-past"]


async def test_a_corrected_visit_keeps_what_was_not_given_and_its_translation_is_outdated(office: Office) -> None:
    visit = await a_visit(office, "requested")

    after = await office.does(
        "officer", "CorrectVisit", id=visit["id"], title={"az": "Konstanz heyəti"}, letter="No. 18"
    )

    assert after["state"]["purpose"] == visit["state"]["purpose"]
    assert after["state"]["letter"] == "No. 18"
    assert after["state"]["title"]["revision"] == 2
    assert after["state"]["title"]["texts"]["en"]["revision"] == 1


async def test_whoever_asked_for_a_visit_neither_approves_nor_declines_it(office: Office) -> None:
    visit = await a_visit(office, "screening")
    author = {"subject": "officer-1"}

    assert await office.refuses("head", "ApproveVisit", id=visit["id"], by=author) == "visit-approver-is-author"
    code = await office.refuses("head", "DeclineVisit", id=visit["id"], reason="No", by=author)
    assert code == "visit-approver-is-author"


async def test_a_visit_is_approved_only_after_a_check(office: Office) -> None:
    visit = await a_visit(office, "requested")
    await office.does("officer", "BeginScreening", id=visit["id"])

    assert await office.refuses("head", "ApproveVisit", id=visit["id"]) == "visit-not-screened"


async def test_a_concern_is_cleared_or_overruled_with_a_reason_that_stands_in_the_audit(office: Office) -> None:
    visit = await a_visit(office, "screening")
    await office.does("officer", "RecordCheck", id=visit["id"], kind="budget", clear=False, note="No money left")

    assert await office.refuses("head", "ApproveVisit", id=visit["id"]) == "visit-screening-concern"

    approved = await office.does("head", "ApproveVisit", id=visit["id"], despite="The partner pays")
    assert approved["status"] == "approved"
    assert (await office.audit_of(visit["id"]))[-1]["why"] == "The partner pays"


async def test_a_later_check_of_the_same_kind_takes_the_place_of_the_concern(office: Office) -> None:
    visit = await a_visit(office, "screening")
    await office.does("officer", "RecordCheck", id=visit["id"], kind="security", clear=False)
    await office.does("officer", "RecordCheck", id=visit["id"], kind="security", clear=True)

    assert (await office.does("head", "ApproveVisit", id=visit["id"]))["status"] == "approved"


async def test_a_declined_visit_says_why_and_can_not_be_planned(office: Office) -> None:
    visit = await a_visit(office, "requested")

    declined = await office.does("head", "DeclineVisit", id=visit["id"], reason="The rector is abroad")

    assert (declined["status"], declined["state"]["reason"]) == ("declined", "The rector is abroad")
    assert await office.refuses("officer", "PlanVisit", id=visit["id"], responsible_id=uuid4()) == "wrong-status"


@pytest.mark.parametrize("role", ["officer", "faculty_coordinator", "auditor", "staff", "student", "legal", "finance"])
async def test_only_the_head_and_the_rectorate_approve(office: Office, role: str) -> None:
    visit = await a_visit(office, "screening")

    assert await office.refuses(role, "ApproveVisit", id=visit["id"], by={"subject": "another"}) == "forbidden"


async def test_a_coordinator_asks_for_visits_of_the_own_unit_and_reads_no_other(office: Office) -> None:
    given: dict[str, Any] = {"direction": "incoming", "title": {"en": "T"}, "purpose": "P", "head_level": "dean"}
    days: dict[str, Any] = {"starts": LAST_DAY, "ends": LAST_DAY}
    philology = {"units": ("philology",)}

    own = await office.does("faculty_coordinator", "RequestVisit", **given, **days, unit="philology", by=philology)
    foreign = await a_visit(office, "requested", unit="physics")

    code = await office.refuses("faculty_coordinator", "RequestVisit", **given, **days, unit="physics", by=philology)
    assert code == "forbidden"
    read = [
        await office.asks("faculty_coordinator", "GET", f"/visit/{each['id']}", **philology) for each in (own, foreign)
    ]
    assert [each.status_code for each in read] == [200, 404]
