"""Conferences, seminars and information days: announced in two languages, held by the clock, done with a report."""

from typing import Any

import pytest
from icalendar import Calendar

from korpu_events.app import service
from korpu_events.events.domain.vocabulary import EventStatus
from tests.events.conferences import ENDS, STARTS, TEXTS, an_event
from tests.events.delegations import DEAN, RECTOR, local
from tests.events.test_declarations import least
from tests.office import Office, Refused

EVENT_COMMANDS = [each for each in service.commands() if each.definition.name == "event" and not each.creates]


async def test_an_event_goes_from_its_draft_to_its_report(office: Office) -> None:
    event = await an_event(office, "reported")

    assert event["status"] == "reported"
    assert await office.said_about(event["id"]) == [
        "drafted",
        "published",
        "registration_opened",
        "registration_closed",
        "held",
        "reported",
    ]


async def test_every_command_is_refused_in_every_status_in_which_it_is_not_offered(office: Office) -> None:
    places = {status: (await an_event(office, status))["id"] for status in ("draft", "published", "registration_open")}
    for status in ("closed", "cancelled"):
        places[status] = (await an_event(office, "registration_open"))["id"]
    await office.does("officer", "CloseRegistration", id=places["closed"])
    await office.does("officer", "CancelEvent", id=places["cancelled"], reason="Snow")

    wrong = {
        (declared.name, status): await office.refuses("officer+head", declared.name, id=event, **least(declared))
        for declared in EVENT_COMMANDS
        for status, event in places.items()
        if declared.when is not None and status not in declared.when
    }

    assert {cell: code for cell, code in wrong.items() if code != "wrong-status"} == {}
    assert set(EventStatus) - set(places) == {"full", "held", "reported"}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"ends": STARTS.isoformat()}, "event-backwards"),
        ({"registration_closes": local("2026-10-07T00:00").isoformat()}, "event-registration-ends-too-late"),
        (
            {"starts": local("2026-09-01T09:00").isoformat(), "ends": local("2026-09-01T10:00").isoformat()},
            "event-is-over",
        ),
        ({"time_zone": "Asia/Gence"}, "invalid-input"),
        ({"capacity": 0}, "invalid-input"),
        ({"online_link": "javascript:alert(1)"}, "invalid-input"),
    ],
)
async def test_what_cannot_take_place_is_not_planned(office: Office, given: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        await an_event(office, **given)

    assert refused.value.code == code


async def test_an_event_is_announced_in_both_languages_and_with_its_place(office: Office) -> None:
    event = await an_event(office, summary={"az": "Mübadilə haqqında"}, place=None)
    known = {"id": event["id"]}

    first = await office.refuses("officer", "PublishEvent", **known)
    english: dict[str, Any] = {"field": "summary", "language": "en", "words": "On exchange", "follows": 1}
    await office.does("officer", "TranslateEvent", **known, **english)
    second = await office.refuses("officer", "PublishEvent", **known)
    link = "https://meet.example.org/secret"
    changed = await office.does("officer", "ChangeEvent", **known, online_link=link)
    await office.does("officer", "ChangeEvent", **known, summary={"az": "Mübadilə və təqaüdlər"})
    outdated = await office.refuses("officer", "PublishEvent", **known)
    await office.does("officer", "TranslateEvent", **known, **{**english, "follows": 2})
    published = await office.does("officer", "PublishEvent", **known)

    assert (first, second, outdated) == ("event-texts-missing", "event-place-missing", "event-texts-missing")
    assert changed["state"]["online"] is True
    assert (published["state"]["status"], published["state"]["visibility"]) == ("published", "public")
    assert link not in str(await office.messages_about(event["id"]))


async def test_what_lies_behind_is_not_announced_and_opens_no_registration(office: Office) -> None:
    late, open_late = await an_event(office), await an_event(office, "published")

    office.clock.move_to(local("2026-10-05T12:00"))
    over = await office.refuses("officer", "OpenRegistration", id=open_late["id"])
    office.clock.move_to(local("2026-10-07T12:00"))

    assert over == "event-registration-time-over"
    assert await office.refuses("officer", "PublishEvent", id=late["id"]) == "event-is-over"


async def test_registration_closes_by_the_clock_and_the_event_is_held_and_its_report_falls_due(office: Office) -> None:
    event = await an_event(office, "registration_open", registration_closes=local("2026-10-01T20:00").isoformat())

    await office.waits_until(local("2026-10-01T20:00"))
    again = await office.refuses("officer", "OpenRegistration", id=event["id"])
    later = local("2026-10-03T20:00").isoformat()
    await office.does("officer", "ChangeEvent", id=event["id"], registration_closes=later)
    await office.does("officer", "OpenRegistration", id=event["id"])
    await office.waits_until(ENDS)
    await office.waits_until(local("2026-10-21T12:00"))

    told = await office.messages_about(event["id"])
    assert again == "event-registration-time-over"
    assert [each["type"].rsplit(".", 2)[1] for each in told[-5:]] == [
        "changed",
        "registration_opened",
        "registration_closed",
        "held",
        "report_overdue",
    ]
    assert told[-1]["change"] == {"due": "2026-10-20", "tell": ["responsible", "head"]}
    assert told[-1]["state"]["overdue"] is True
    done = await office.does("officer", "ReportEvent", id=event["id"], report={"en": "Forty people came."})
    assert (done["state"]["status"], done["state"]["overdue"]) == ("reported", False)


async def test_foreign_delegates_are_counted_by_country(office: Office) -> None:
    event = await an_event(office, "held")
    turkey = {"country": "TR", "people": 4}

    twice = await office.refuses("officer", "CountDelegates", id=event["id"], delegates=[turkey, turkey])
    german = {"country": "DE", "people": 2}
    counted = await office.does("officer", "CountDelegates", id=event["id"], delegates=[turkey, german])

    assert twice == "event-country-counted-twice"
    assert counted["state"]["delegate_count"] == 6


async def test_what_was_written_down_is_written_differently(office: Office) -> None:
    event = await an_event(office, "published")

    changed = await office.does(
        "officer",
        "ChangeEvent",
        id=event["id"],
        kind="seminar",
        title={"az": "Seminar", "en": "Seminar"},
        responsible_id=DEAN,
        capacity=50,
        organisations=[RECTOR],
        budget=[{"purpose": "Tea", "planned": {"amount": "40", "currency": "AZN"}, "payer": "sponsor"}],
    )

    assert changed["state"]["kind"] == "seminar"
    assert changed["state"]["title"]["revision"] == 2
    assert changed["state"]["budget"][0]["payer"] == "sponsor"
    assert [each["code"] for each in changed["warnings"]] == ["organisation-not-heard"]


async def test_a_coordinator_plans_events_of_the_own_faculty_and_does_not_announce_them(office: Office) -> None:
    event = await an_event(office)
    ours, theirs = {"units": ("philology",)}, {"units": ("history",)}

    await office.does("faculty_coordinator", "ChangeEvent", by=ours, id=event["id"], summary=TEXTS)
    other = await office.refuses("faculty_coordinator", "ChangeEvent", by=theirs, id=event["id"], summary=TEXTS)
    announced = await office.refuses("faculty_coordinator", "PublishEvent", by=ours, id=event["id"])

    assert (other, announced) == ("not-found", "forbidden")


async def test_the_programme_is_kept_in_any_calendar_by_its_hours(office: Office) -> None:
    link = "https://meet.example.org/secret"
    draft = await an_event(office)
    open_, off = [await an_event(office, "registration_open", online_link=link) for _ in range(2)]
    await office.does("officer", "CancelEvent", id=off["id"], reason="Snow")

    told = await office.asks(None, "GET", "/board/events.ics?language=en")
    one = await office.asks(None, "GET", f"/board/events/{off['id']}.ics?language=de")

    found = {str(each["uid"]).partition("@")[0]: each for each in Calendar.from_ical(told.content).walk("VEVENT")}
    assert set(found) == {f"event-{each['id']}" for each in (open_, off)}
    entry = found[f"event-{open_['id']}"]
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (STARTS, ENDS)
    assert (str(entry["location"]), "International conference" in str(entry["summary"])) == ("Akt zalı", True)
    assert str(found[f"event-{off['id']}"]["status"]) == "CANCELLED"
    assert "Abgesagt" in one.text
    assert link not in told.text.replace("\r\n ", "")
    assert (await office.asks(None, "GET", f"/board/events/{draft['id']}.ics")).status_code == 404
    again = {"if-none-match": told.headers["etag"]}
    assert (await office.asks(None, "GET", "/board/events.ics?language=en", headers=again)).status_code == 304
