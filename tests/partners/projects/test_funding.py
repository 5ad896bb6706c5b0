"""From the proposal to the grant, and to the work."""

from typing import Any

import pytest

from tests.office import Office, Refused
from tests.partners.projects import research
from tests.partners.projects.research import REPORTS

NEEDED = ("call", "funder", "budget", "starts", "ends", "summary", "principal_investigator_id")


async def test_the_head_lets_a_whole_proposal_go(office: Office) -> None:
    known = await research.idea(office)

    sent = await research.step(office, "head", "ProposeProject", known)

    assert (sent["status"], sent["proposed_on"]) == ("proposed", "2026-09-07")
    assert await office.said_about(known["id"]) == ["planned", "proposed"]


async def test_nobody_approves_the_proposal_they_wrote(office: Office) -> None:
    known = await research.idea(office, "head")

    assert await research.refused(office, "head", "ProposeProject", known) == "project-proposer-is-author"


async def test_an_officer_proposes_what_another_has_written(office: Office) -> None:
    known = await research.idea(office, "head")

    sent = await research.step(office, "officer", "ProposeProject", known)

    assert sent["status"] == "proposed"


async def test_a_head_who_gave_it_another_shape_wrote_it_too(office: Office) -> None:
    known = await research.idea(office)
    organisation = known["partners"][1]["organisation_id"]
    shaped = await research.shape(office, organisation=organisation, call="KA220 2026")
    await research.step(office, "head", "ShapeProject", known, **shaped)

    assert await research.refused(office, "head", "ProposeProject", known) == "project-proposer-is-author"
    other = await office.does("head", "ProposeProject", id=known["id"], by={"subject": "head-2"})
    assert other["status"] == "proposed"


@pytest.mark.parametrize("lacking", NEEDED)
async def test_a_proposal_is_whole(office: Office, lacking: str) -> None:
    less: Any = {lacking: None}
    known = await research.idea(office, **less)

    assert await research.refused(office, "head", "ProposeProject", known) == "project-proposal-incomplete"


async def test_a_proposal_without_partners_is_not_joint(office: Office) -> None:
    known = await research.idea(office, partners=[{"us": True, "role": "coordinator"}])

    assert await research.refused(office, "head", "ProposeProject", known) == "project-proposal-incomplete"


async def test_what_the_funder_reads_is_not_changed_behind_it(office: Office) -> None:
    known = await research.proposed(office)

    code = await research.refused(office, "officer", "ShapeProject", known, **await research.shape(office))

    assert code == "wrong-status"


async def test_a_grant_has_a_number_and_reports(office: Office) -> None:
    known = await research.funded(office)

    assert (known["status"], known["grant_number"], known["funded_on"]) == ("funded", "101177", "2026-09-01")
    assert [(each["kind"], each["due"]) for each in known["reports"]] == [
        ("interim", "2027-03-01"),
        ("final", "2028-10-31"),
    ]


async def test_a_funder_gives_a_number_once(office: Office) -> None:
    first = await research.funded(office)
    second = await research.proposed(office, funder={"name": "ERASMUS+ ka171"})
    elsewhere = await research.proposed(office, funder={"name": "Horizon"})
    grant: dict[str, Any] = {"grant_number": "101177", "on": "2026-09-01", "reports": REPORTS}

    with pytest.raises(Refused) as refused:
        await office.does("officer", "FundProject", id=second["id"], **grant)

    assert (refused.value.code, refused.value.problem["path"]) == ("project-grant-number-taken", "grant_number")
    assert first["code"] in refused.value.problem["detail"]
    assert (await research.step(office, "officer", "FundProject", elsewhere, **grant))["status"] == "funded"


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"on": "2026-09-08"}, "project-dated-in-the-future"),
        ({"reports": [{"kind": "interim", "due": "2027-01-01"}]}, "project-final-report-once"),
        ({"reports": [{"kind": "final", "due": "2026-09-06"}]}, "project-report-due-in-the-past"),
        ({"ends": "2026-08-01"}, "project-ends-before-it-starts"),
    ],
)
async def test_a_wrong_grant_changes_nothing(office: Office, other: dict[str, object], code: str) -> None:
    known = await research.proposed(office)
    grant = {"grant_number": "7", "on": "2026-09-01", "reports": REPORTS, **other}

    assert await research.refused(office, "officer", "FundProject", known, **grant) == code
    assert await office.said_about(known["id"]) == ["planned", "proposed"]


async def test_a_smaller_grant_must_hold_the_shares(office: Office) -> None:
    half = {"amount": "30000", "currency": "EUR"}
    known = await research.proposed(office, **await research.shape(office, shares=(half, half)))
    less = {"amount": "50000", "currency": "EUR"}
    grant = {"grant_number": "7", "on": "2026-09-01", "reports": REPORTS, "budget": less}

    assert await research.refused(office, "officer", "FundProject", known, **grant) == "project-budget-does-not-add-up"


async def test_a_funder_says_no_with_a_reason(office: Office) -> None:
    known = await research.proposed(office)
    early = await research.refused(office, "officer", "RejectProject", known, on="2027-01-01", reason="Not yet")

    left = await research.step(office, "officer", "RejectProject", known, on="2026-09-05", reason="Below the threshold")

    assert early == "project-dated-in-the-future"
    assert (left["status"], left["reason"]) == ("rejected", "Below the threshold")


@pytest.mark.parametrize(
    ("on", "code"), [("2026-09-08", "project-dated-in-the-future"), ("2026-08-31", "project-outside-the-grant")]
)
async def test_work_begins_within_the_grant(office: Office, on: str, code: str) -> None:
    known = await research.funded(office)

    assert await research.refused(office, "officer", "StartProject", known, on=on) == code


async def test_work_that_has_begun_stays_inside_a_changed_grant(office: Office) -> None:
    known = await research.active(office)
    later = await research.shape(office, starts="2026-10-01")

    assert await research.refused(office, "officer", "ShapeProject", known, **later) == "project-outside-the-grant"
    longer = await research.shape(office, ends="2029-08-31", reason="The funder's letter of September")
    assert (await research.step(office, "officer", "ShapeProject", known, **longer))["ends"] == "2029-08-31"


async def test_work_can_end_early_and_is_reported_all_the_same(office: Office) -> None:
    known = await research.active(office)
    outside = await research.refused(office, "head", "EndProjectEarly", known, on="2026-08-01", reason="x")
    tomorrow = await research.refused(office, "head", "EndProjectEarly", known, on="2026-09-08", reason="x")

    ended = await research.step(office, "head", "EndProjectEarly", known, on="2026-09-05", reason="The partner left")

    assert (outside, tomorrow) == ("project-outside-the-grant", "project-dated-in-the-future")
    assert (ended["status"], ended["ended_early_on"], ended["reason"]) == ("active", "2026-09-05", "The partner left")
    assert [each["submitted_on"] for each in ended["reports"]] == [None, None]
