"""A year after a visit it is asked what came of it, once, and the answer stands with the visit."""

from typing import Any

from tests.events.delegations import OFFICER, a_visit, local
from tests.office import Office


async def shown(office: Office, visit: Any) -> Any:
    """The visit as its readers see it."""
    return (await office.asks("officer", "GET", f"/visit/{visit['id']}")).json()


async def test_a_year_later_whoever_is_responsible_says_what_came_of_it(office: Office) -> None:
    visit = await a_visit(office, "closed")

    await office.waits_until(local("2027-10-06T23:00"))
    before = await office.said_about(visit["id"])
    await office.waits_until(local("2027-10-07T09:00"))
    asked = await shown(office, visit)
    [task] = asked["tasks"]
    done = await office.does("officer", "RecordSequel", id=visit["id"], kinds=["agreement"], text="A memorandum")
    await office.waits_until(local("2028-10-08T09:00"))

    assert "sequel_asked" not in before
    assert (await office.said_about(visit["id"]))[-2:] == ["sequel_asked", "sequel_recorded"]
    assert (asked["led_to_something"], asked["sequel_asked_on"]) == (None, "2027-10-07")
    assert {tuple(each["what"]) for each in task["waits_for"]} == {("RecordSequel",)}
    assert (task["due"], {each["person_id"] for each in task["waits_for"]}) == ("2027-11-06", {str(OFFICER)})
    assert done["state"]["sequel"] == {"on": "2027-10-07", "kinds": ["agreement"], "text": "A memorandum"}
    assert (done["state"]["led_to_something"], done["state"]["tasks"]) == (True, [])


async def test_nobody_is_asked_what_was_said_before_and_a_mistake_is_put_right(office: Office) -> None:
    visit, off = (
        await a_visit(office, "completed"),
        await a_visit(office, "requested", starts="2027-02-01", ends="2027-02-02"),
    )
    await office.does("head", "RecordSequel", id=visit["id"], text="They did not write again")
    nothing = await shown(office, visit)
    await office.does("head", "RecordSequel", id=visit["id"], kinds=["project", "project"], text="A project after all")
    await office.does("officer", "CancelVisit", id=off["id"], reason="Snow")
    await office.waits_until(local("2028-03-01T09:00"))

    for each in (visit, off):
        assert "sequel_asked" not in await office.said_about(each["id"])
    assert (nothing["led_to_something"], nothing["sequel"]["kinds"]) == (False, [])
    assert (await shown(office, visit))["sequel"]["kinds"] == ["project"]
    given: dict[str, Any] = {"id": off["id"], "text": "Nothing"}
    assert await office.refuses("officer", "RecordSequel", **given) == "wrong-status"
    assert await office.refuses("finance", "RecordSequel", **{**given, "id": visit["id"]}) == "forbidden"
