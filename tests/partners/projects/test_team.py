"""Who is on the team of a project reads it before the public does, and no longer than they are on it."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from korpu_documents import attaching
from tests.office import Office
from tests.partners.bringing import brings
from tests.partners.projects import research

RESEARCHER: dict[str, Any] = {"person_id": UUID("44444444-4444-4444-8444-444444444444")}


async def reads(office: Office, project: research.Project, role: str = "staff", **who: Any) -> bool:
    """Whether somebody may read the project."""
    return (await office.asks(role, "GET", f"/joint-project/{project['id']}", **who)).status_code == 200


async def member(office: Office, project: research.Project, **given: Any) -> research.Project:
    """The project with one member more."""
    joins = {"person_id": RESEARCHER["person_id"], "role": "researcher", **given}
    return await research.step(office, "officer", "AddProjectMember", project, **joins)


async def test_the_team_and_its_head_read_an_idea_and_others_do_not(office: Office) -> None:
    leads = uuid4()
    project = await member(office, await research.idea(office, principal_investigator_id=str(leads)))

    seen = [await reads(office, project, **RESEARCHER), await reads(office, project, "teacher", person_id=leads)]
    hidden = [await reads(office, project, person_id=uuid4()), await reads(office, project)]

    assert (seen, hidden) == ([True, True], [False, False])
    assert project["team_ids"] == [str(leads), str(RESEARCHER["person_id"])]


async def test_whoever_is_on_the_team_still_commands_nothing(office: Office) -> None:
    project = await member(office, await research.idea(office))

    code = await office.refuses("staff", "WithdrawProject", id=project["id"], reason="Mine", by=RESEARCHER)

    assert code == "forbidden"


async def test_after_the_last_day_it_is_not_read_any_more_and_everybody_hears_it_once(office: Office) -> None:
    project = await member(office, await research.idea(office), until="2026-09-10")
    known = project["members"][0]["id"]
    await office.waits_until(datetime(2026, 9, 10, 19, tzinfo=UTC))
    last_day = await reads(office, project, **RESEARCHER)

    await office.waits_until(datetime(2026, 9, 10, 21, tzinfo=UTC))

    said = (await office.messages_about(project["id"]))[-1]
    assert (last_day, await reads(office, project, **RESEARCHER)) == (True, False)
    assert said["type"].endswith("joint_project.memberships_over.v1")
    assert said["change"] == {"member_ids": [known]}
    assert str(RESEARCHER["person_id"]) not in said["state"]["team_ids"]
    await office.waits_until(datetime(2026, 9, 20, 6, tzinfo=UTC))
    assert (await office.said_about(project["id"])).count("memberships_over") == 1


async def test_who_is_taken_off_for_yesterday_is_off_at_once(office: Office) -> None:
    project = await member(office, await research.idea(office), since="2026-09-01")
    gone: dict[str, Any] = {"member_id": project["members"][0]["id"], "on": "2026-09-06"}

    after = await research.step(office, "officer", "EndProjectMembership", project, **gone)

    assert str(RESEARCHER["person_id"]) not in after["team_ids"]
    assert not await reads(office, project, **RESEARCHER)


async def test_the_team_fetches_the_files_of_its_project_before_the_public_does(office: Office) -> None:
    project = await member(office, await research.idea(office))
    brought = (await brings(office)).json()["sha256"]
    given: dict[str, Any] = {"id": project["id"], "file": brought, "title": "The call"}

    state = (await office.does("officer", "AttachJointProjectFile", **given))["state"]

    asked = {"kind": "joint_project", "id": project["id"], "attachment_id": state["files"][0]["id"]}
    links = [await office.asks("staff", "POST", "/files/links", json=asked, **who) for who in (RESEARCHER, {})]
    assert [each.status_code for each in links] == [200, 404]
    away: dict[str, Any] = {"id": project["id"], "attachment_id": state["files"][0]["id"], "reason": "Wrong"}
    assert (await office.does("officer", "RemoveJointProjectFile", **away))["state"]["files"] == []
    assert await office.refuses("officer", "RemoveJointProjectFile", **away) == "attachment-unknown"


async def test_a_file_that_nobody_brought_and_one_too_many_are_refused(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = await research.idea(office)
    monkeypatch.setattr(attaching, "MOST_FILES", 1)
    given: dict[str, Any] = {"id": project["id"], "title": "The call"}
    brought = (await brings(office)).json()["sha256"]

    unknown = await office.refuses("officer", "AttachJointProjectFile", **given, file="0" * 64)
    await office.does("officer", "AttachJointProjectFile", **given, file=brought)

    assert unknown == "unknown-file"
    assert await office.refuses("officer", "AttachJointProjectFile", **given, file=brought) == "too-many-files"
