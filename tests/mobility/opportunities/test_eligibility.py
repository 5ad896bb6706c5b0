"""Am I eligible: asked by anybody, answered by what the office knows before what is said, and never kept."""

from sqlalchemy import select

from korpu_chassis.persistence import store
from tests.mobility.opportunities.conftest import Opportunities, themselves

ASKED = {"audience": ["student"], "eqf": [6], "citizenships": ["AZ"], "ages": [{"under": 30}]}


async def test_anybody_asks_without_an_account_and_hears_which_rule_fails(office: Opportunities) -> None:
    opportunity = await office.published(requirements=ASKED)
    await office.draft(requirements=ASKED)

    (told,) = await office.found(
        given={"audience": "student", "level": 7, "citizenship": "AZ"}, by={"headers": {"accept-language": "en"}}
    )

    assert (told["id"], told["verdict"], told["requirements"]) == (opportunity["id"], "failed", 1)
    assert {each["rule"]: (each["verdict"], each["code"], each["message"]) for each in told["rules"]} == {
        "audience": ("met", None, None),
        "level": ("failed", "opportunity-level-outside", "The level of study (EQF) does not fit; it asks for 6."),
        "citizenship": ("met", None, None),
        "age": ("unknown", None, None),
    }


async def test_who_is_signed_in_is_judged_by_what_the_office_knows_and_each_look_is_written_down(
    office: Opportunities,
) -> None:
    await office.published(requirements=ASKED)
    person = await office.person(citizenship="TR", birth_date="2004-05-06")
    lies = {"audience": "teacher", "citizenship": "AZ", "birth_date": "1950-01-01", "level": 6}

    (told,) = await office.found("student", by=themselves(person), given=lies)

    verdicts = {each["rule"]: each["verdict"] for each in told["rules"]}
    assert verdicts == {"audience": "met", "level": "met", "citizenship": "failed", "age": "met"}
    async with office.database.transaction() as session:
        looks = (await session.execute(select(store.read_log.c.about, store.read_log.c.fields))).all()
    assert [(str(each.about), each.fields) for each in looks] == [(person, ["kind", "citizenship", "birth_date"])]


async def test_staff_apply_as_teachers_or_staff_and_doctoral_students_as_such(office: Opportunities) -> None:
    for audience in ("teacher", "staff", "student", "doctoral_student"):
        await office.published(requirements={"audience": [audience]}, deadline=None)
    lecturer, student = await office.person(kind="staff"), await office.person()

    async def fits(person: str, **given: object) -> list[str]:
        told = await office.found("staff", by=themselves(person), given=given)
        shown = [await office.shown(each) for each in told if each["verdict"] == "met"]
        return sorted(each["audience"][0] for each in shown)

    assert await fits(lecturer) == ["staff", "teacher"]
    assert await fits(lecturer, audience="teacher") == ["teacher"]
    assert await fits(student) == ["doctoral_student", "student"]
    assert await fits(student, level=8) == ["doctoral_student"]
    assert await fits(student, level=7) == ["student"]


async def test_drafts_are_asked_about_by_the_office_alone_and_nobody_is_told_that_there_are_any(
    office: Opportunities,
) -> None:
    drafted, closed = await office.draft(), await office.published()
    await office.changes(closed, "CloseOpportunity", reason="All places are given")
    ids = [drafted["id"], closed["id"]]

    assert {each["id"] for each in await office.found("officer", ids=ids)} == set(ids)
    assert [each["id"] for each in await office.found(ids=ids)] == [closed["id"]]
    assert await office.found() == []


async def test_what_is_said_of_oneself_has_the_right_form(office: Opportunities) -> None:
    response = await office.asks(
        None, "POST", "/opportunities/eligibility", json={"given": {"level": 9, "citizenship": "XX", "name": "Aysel"}}
    )

    assert response.status_code == 422
    assert {each["path"] for each in response.json()["errors"]} == {"given.level", "given.citizenship", "given.name"}
