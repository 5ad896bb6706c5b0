"""What stands in somebody's calendar, read by a parser that is not ours."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import icalendar

from korpu_chassis.i18n.text import visible
from tests.calendars import MINE, entries, link, proves, read
from tests.office import Office
from tests.partners.agreements import history
from tests.partners.letters import post
from tests.partners.publications import press

RIGHT_TO_LEFT, SCHOLAR = "\u202e\u05e2\u05d1\u05e8 \u200f\u0639\u0631\u0628", "\U0001f469\u200d\U0001f393"
LONG = "Gəncə Dövlət Universitetinin beynəlxalq əlaqələr üzrə çoxtərəfli əməkdaşlıq çərçivəsində " * 3


async def test_letters_stand_there_until_they_are_done_or_belong_to_another(office: Office) -> None:
    path = await link(office)
    mine = await post.came_in(office, assignee="officer-2", due="2026-09-16")
    covered = await post.came_in(office, assignee="officer-9", backup="officer-2", due="2026-09-17")
    await post.came_in(office, assignee="officer-9", due="2026-09-18")
    await post.went_out(office, assignee="officer-2")

    before = await entries(office, path)
    await office.does("officer", "AssignLetter", id=mine["id"], assignee="officer-9")
    await office.does("officer", "AnnulLetter", id=covered["id"], reason="Not ours")

    keys = [f"letter-{each['id']}-due" for each in (mine, covered)]
    assert sorted(before) == sorted(keys)
    event = before[keys[0]]
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 9, 16), date(2026, 9, 17))
    assert event.summary.value == "Məktubun icra müddəti · IN-2026-0001 · Tələbə mübadiləsi haqqında"
    assert await entries(office, path) == {}


async def test_a_moved_day_is_the_same_entry_in_a_later_version(office: Office) -> None:
    path = await link(office)
    letter = await post.came_in(office, assignee="officer-2", due="2026-09-16")
    before = await entries(office, path)

    office.clock.move_to(office.clock.now() + timedelta(hours=1))
    await office.does("officer", "PostponeLetter", id=letter["id"], due="2026-09-20", reason="They asked")
    after = await entries(office, path)

    [key] = before
    assert list(after) == [key]
    assert after[key].dtstart.value == date(2026, 9, 20)
    assert int(after[key].sequence.value) > int(before[key].sequence.value)
    assert after[key].last_modified.value > before[key].last_modified.value
    assert after[key].dtstamp.value.tzinfo is not None


async def test_an_agreement_says_its_end_its_notice_date_and_its_obligations(office: Office) -> None:
    path = await link(office, language="en")
    agreement = await history.signed(
        office,
        owner="officer-2",
        renewal={"mode": "automatic", "notice_days": 60, "period_months": 36},
        obligations=[{"text": {"en": "Lends books"}, "due": "2027-01-31"}],
    )
    name = f"{agreement['code']} · Student exchange"

    told = {event.summary.value: event.dtstart.value for event in (await entries(office, path)).values()}

    assert told == {
        f"Agreement ends · {name}": date(2029, 9, 30),
        f"Last day to decline the renewal · {name}": date(2029, 8, 1),
        f"Obligation due · {agreement['code']} · Lends books": date(2027, 1, 31),
    }


async def test_an_agreement_without_end_says_when_it_is_looked_at_again(office: Office) -> None:
    path = await link(office, language="de", by={"subject": "officer-3"})
    await history.signed(
        office, backup="officer-3", starts=None, ends=None, renewal={"mode": "evergreen", "review_months": 12}
    )

    [event] = (await entries(office, path)).values()

    assert event.summary.value.startswith("Abkommen ist zu überprüfen · ")
    assert event.dtstart.value == date(2027, 9, 7)


async def test_what_is_over_or_never_signed_vanishes(office: Office) -> None:
    path = await link(office)
    await history.draft(office, owner="officer-2")
    await history.signed(office, owner="officer-2", starts=None, ends="2026-12-31")
    assert len(await entries(office, path)) == 1

    await post.day(office, "2027-01-02")
    await proves(office)

    assert await entries(office, path) == {}


async def test_of_a_confidential_letter_the_calendar_says_the_number_alone(office: Office) -> None:
    path = await link(office)
    await post.came_in(office, assignee="officer-2", confidential=True, person="Erika Muster")

    [event] = (await entries(office, path)).values()

    assert event.summary.value == "Məktubun icra müddəti · IN-2026-0001"


async def test_days_long_past_and_far_ahead_are_left_out(office: Office) -> None:
    path = await link(office)
    await post.came_in(office, assignee="officer-2", due="2026-09-08")
    await post.came_in(office, assignee="officer-2", due="2099-01-01")
    assert len(await entries(office, path)) == 1

    await post.day(office, "2026-10-10")
    await proves(office)

    assert await entries(office, path) == {}


async def test_lines_are_folded_by_octets_and_end_as_the_standard_says(office: Office) -> None:
    path = await link(office)
    await post.came_in(office, assignee="officer-2", due="2026-09-16", subject={"az": f"{LONG}; vergül, \\ və\nsətir"})

    answer = await read(office, path)
    [event] = (await entries(office, path)).values()

    body: bytes = answer.content
    assert body.count(b"\n") == body.count(b"\r\n")
    assert body.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert all(line.decode() for line in body.split(b"\r\n") if line)
    assert event.summary.value.endswith("; vergül, \\ və\nsətir")
    assert LONG.strip() in event.summary.value


async def test_hostile_words_arrive_as_words(office: Office) -> None:
    path = await link(office)
    words = f'{RIGHT_TO_LEFT}; BEGIN:VALARM{{}}END:VCALENDAR{{}}[31m{{}}yeni, "sətir" \\n {SCHOLAR}'
    await post.came_in(
        office, assignee="officer-2", due="2026-09-16", subject={"az": words.format("\r\n", "\x07\x1b", "\u2028")}
    )

    body = (await read(office, path)).content
    [event] = (await entries(office, path)).values()
    other: Any = icalendar.Calendar.from_ical(body)

    [same] = other.walk("VEVENT")
    shown = visible(words.format("\n", "", "\n"))
    assert event.summary.value.partition(" · ")[2].partition(" · ")[2] == shown
    assert str(same["SUMMARY"]) == event.summary.value
    assert len(other.walk("VALARM")) == 1
    assert (other["REFRESH-INTERVAL"].dt, other["REFRESH-INTERVAL"].params["VALUE"]) == (timedelta(hours=6), "DURATION")


async def test_reviews_and_translations_are_due_for_the_planner_and_for_who_writes_them(office: Office) -> None:
    writer, reviewer = (str(uuid4()) for _ in range(2))
    links = {
        who: await link(office, "staff", language="en", by={"subject": who, "person_id": UUID(who)})
        for who in (writer, reviewer)
    }
    mine = await link(office, language="en", by={"subject": "officer-1"})
    work = await press.submitted(office)
    asked = [{"person_id": reviewer, "due": "2026-09-20"}, {"person_id": str(uuid4()), "due": "2026-09-21"}]
    await office.does("officer", "BeginInternalReview", id=work["id"], reviewers=asked)
    given: dict[str, Any] = {"language": "en", "translator_id": writer, "due": "2026-09-30"}
    await office.does("officer", "AssignTranslator", id=work["id"], **given)

    async def days(path: str) -> list[tuple[str, date]]:
        found = (await entries(office, path)).values()
        return sorted((each.summary.value.partition(" · ")[0], each.dtstart.value) for each in found)

    review, translation = ("Review due", date(2026, 9, 20)), ("Translation due", date(2026, 9, 30))
    assert await days(links[reviewer]) == [review]
    assert await days(links[writer]) == [translation]
    assert await days(mine) == [review, ("Review due", date(2026, 9, 21)), translation]
    await office.does("officer", "DeliverTranslation", id=work["id"], language="en", follows=1)
    assert await days(links[writer]) == []


async def test_every_entry_reminds_at_nine_the_day_before(office: Office) -> None:
    path = await link(office)
    await post.came_in(office, assignee="officer-2", due="2026-09-16")

    [event] = (await entries(office, path)).values()

    alarm: Any = event.valarm
    assert (alarm.action.value, alarm.trigger.value) == ("DISPLAY", timedelta(hours=-15))


async def test_an_empty_calendar_is_one(office: Office) -> None:
    answer = await read(office, await link(office, by=MINE))

    assert answer.text.startswith("BEGIN:VCALENDAR\r\n")
    assert "BEGIN:VEVENT" not in answer.text
