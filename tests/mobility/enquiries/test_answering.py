"""The officer's way: assigned, answered in three working days, taken up again, closed and forgotten."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from korpu_chassis.persistence import store
from korpu_mobility.enquiries.tables import Enquiry
from tests.mobility.conftest import baku
from tests.mobility.enquiries.conftest import Enquiries, themselves

ASKED: dict[str, Any] = {"topic": "exchange", "question": "Hansı sənədlər lazımdır?"}
Step = tuple[str, dict[str, Any]]
BY_PHONE: dict[str, Any] = {"topic": "event", "channel": "phone", "question": "Nə vaxt?", "unit": "philology"}
NAMED: dict[str, Any] = {"asker_name": "Rauf Səfərov", "asker_email": "rauf@example.org"}


async def test_a_student_asks_and_reads_the_answer_and_nobody_else_does(office: Enquiries) -> None:
    student, other = await office.person(), await office.person(given_name="Tural")
    asked = (await office.does("student", "AskOffice", by=themselves(student), **ASKED))["state"]
    await office.answered(asked)

    mine = await office.reads(asked, "student", "exchange", **themselves(student))
    theirs = await office.reads(asked, "student", "exchange", **themselves(other))
    elsewhere = await office.reads(asked, "faculty_coordinator", "exchange", units=["history"])

    assert [said["text"] for said in mine[0]["exchange"]] == [ASKED["question"], "Bəli, üç yer."]
    assert (theirs, elsewhere) == ([], [])
    assert (asked["unit"], asked["channel"], asked["due"]) == ("philology", "portal", "2026-12-01")
    told = str(await office.messages_about(asked["id"])) + str(await office.audit_of(asked["id"]))
    assert "sənədlər" not in told
    assert "üç yer" not in told
    unknown = await office.refuses("officer", "AskOffice", **ASKED)
    assert unknown == "enquiry-asker-unknown"


async def test_who_asks_is_a_known_person_or_has_a_name_and_an_address(office: Enquiries) -> None:
    person = await office.person()
    erased = await office.person()
    await office.does("head", "ErasePerson", id=erased, basis="own_request")

    codes = [
        await office.refuses("officer", "RegisterEnquiry", **BY_PHONE, **who)
        for who in ({}, {"asker_name": "Rauf"}, {**NAMED, "person_id": person}, {"person_id": erased})
    ]
    elsewhere = await office.refuses(
        "faculty_coordinator", "RegisterEnquiry", **BY_PHONE, **NAMED, by={"units": ["history"]}
    )
    known = await office.does(
        "faculty_coordinator", "RegisterEnquiry", **BY_PHONE, **NAMED, by={"units": ["philology"]}
    )

    assert codes == [*["enquiry-asker-unnamed"] * 3, "person-erased"]
    assert elsewhere == "forbidden"
    assert known["state"]["status"] == "received"


async def test_an_unknown_opportunity_is_refused_and_a_hidden_one_is_unknown_to_who_asks(office: Enquiries) -> None:
    student = themselves(await office.person())
    title = {"az": "Təqaüd", "en": "Scholarship"}
    draft = await office.does("officer", "DraftOpportunity", kind="scholarship", title=title)
    hidden = await office.refuses("student", "AskOffice", by=student, **ASKED, opportunity_id=draft["id"])
    nobody = await office.refuses("officer", "RegisterEnquiry", **BY_PHONE, **NAMED, organisation_id=draft["id"])
    written = await office.does("officer", "RegisterEnquiry", **BY_PHONE, **NAMED, opportunity_id=draft["id"])
    corrected = await office.refuses("officer", "CorrectEnquiry", id=written["id"], organisation_id=draft["id"])

    assert (hidden, nobody, corrected) == ("enquiry-link-unknown",) * 3
    assert written["state"]["correlation_id"] == draft["state"]["correlation_id"]


async def test_a_late_answer_is_told_of_once_and_counts_as_late(office: Enquiries) -> None:
    enquiry, _ = await office.guest_asks()
    await office.waits_until(baku(2026, 12, 2, 8))
    late = await office.shown(enquiry)
    await office.does("officer", "AssignEnquiry", id=enquiry["id"], assignee="officer-2")
    waiting = await office.shown(enquiry)
    answered = (await office.does("officer", "AnswerEnquiry", id=enquiry["id"], text="Bəli."))["state"]

    assert (await office.said_about(enquiry["id"])).count("overdue") == 1
    assert (late["overdue"], answered["overdue"], answered["in_time"]) == (True, False, False)
    assert {whom["role"] for task in waiting["tasks"] for whom in task["waits_for"] if whom["subject"] is None} == {
        "head"
    }


async def test_the_asker_takes_it_up_again_for_two_weeks_and_then_the_clock_closes_it(office: Enquiries) -> None:
    student = themselves(await office.person())
    asked = (await office.does("student", "AskOffice", by=student, **ASKED))["state"]
    await office.answered(asked)
    again = (await office.does("student", "ReopenEnquiry", by=student, id=asked["id"], question="Hansı?"))["state"]
    await office.does("officer", "AnswerEnquiry", id=asked["id"], text="Transkript.")
    await office.waits_until(baku(2026, 12, 11, 8))
    closed = await office.shown(asked)
    too_late = await office.refuses("student", "ReopenEnquiry", by=student, id=asked["id"], question="Yenə?")

    assert (again["status"], again["reopened"], again["answered_on"]) == ("assigned", 1, None)
    assert (closed["status"], closed["cause"], closed["reopen_until"]) == ("closed", "silence", "2026-12-10")
    assert too_late == "enquiry-too-late-to-reopen"


async def test_what_is_closed_without_an_answer_says_why(office: Enquiries) -> None:
    enquiry, secret = await office.guest_asks()
    silent = await office.refuses("officer", "CloseEnquiry", id=enquiry["id"], cause="abuse")
    settled = await office.refuses("officer", "CloseEnquiry", id=enquiry["id"], cause="settled", reason="Oldu")
    await office.does("officer", "CloseEnquiry", id=enquiry["id"], cause="not_ours", reason="Dekanlığa yazın")
    seen = (await office.as_guest("see", secret)).json()["shown"]

    assert (silent, settled) == ("enquiry-reason-missing",) * 2
    assert (seen["status"], seen["cause"], seen["reason"]) == ("closed", "not_ours", "Dekanlığa yazın")


async def test_after_twelve_months_nobody_knows_who_asked_what(office: Enquiries) -> None:
    enquiry, secret = await office.guest_asks()
    unseen, _ = await office.guest_asks(question="Heç kim baxmadı")
    await office.reads(enquiry, "officer", "asker_email")
    await office.answered(enquiry)
    await office.waits_until(baku(2027, 11, 27, 1))
    kept = await office.known(Enquiry, UUID(enquiry["id"]))

    assert kept is not None
    assert (kept.asker_name, kept.asker_email, kept.exchange, kept.answered_on) == (None, None, (), kept.asked_on)
    assert (await office.shown(unseen))["cause"] == "lapsed"
    assert (await office.as_guest("see", secret)).status_code == 404
    refused = await office.refuses("head", "ForgetEnquiry", id=enquiry["id"])
    again = await office.refuses("officer", "ReopenEnquiry", id=enquiry["id"], question="?")
    assert (refused, again) == ("enquiry-forgotten",) * 2
    async with office.database.transaction() as session:
        purposes = (await session.scalars(select(store.read_log.c.purpose))).all()
    assert set(purposes) == {None}


async def test_whoever_is_erased_or_asks_to_be_forgotten_is_not_in_the_enquiry_any_more(office: Enquiries) -> None:
    person = await office.person()
    asked = (await office.does("student", "AskOffice", by=themselves(person), **ASKED))["state"]
    guest, _ = await office.guest_asks()
    await office.does("officer", "AssignEnquiry", id=asked["id"])
    await office.does("head", "ErasePerson", id=person, basis="own_request")
    await office.does("head", "ForgetEnquiry", id=guest["id"])
    rows = [await office.known(Enquiry, UUID(each["id"])) for each in (asked, guest)]

    assert [(row.exchange, row.asker_email, row.cause) for row in rows if row] == [((), None, "lapsed")] * 2


async def test_it_is_closed_forgotten_and_taken_up_again_wherever_it_stands(office: Enquiries) -> None:
    async def asked(n: int, *steps: Step) -> Any:
        enquiry, _ = await office.guest_asks(question=f"Sual {n}")
        for step, given in steps:
            await office.does("officer", step, id=enquiry["id"], **given)
        return enquiry

    taken: Step = ("AssignEnquiry", {})
    answered: Step = ("AnswerEnquiry", {"text": "Bəli."})
    closed: Step = ("CloseEnquiry", {"cause": "duplicate", "reason": "Artıq soruşulub"})
    again: Step = ("ReopenEnquiry", {"question": "Yenə"})
    stood: list[tuple[Step, ...]] = [
        (),
        (taken,),
        (taken, taken, answered),
        (taken, closed),
        (closed, again),
        (taken, closed, again),
    ]
    stood += [(taken, answered, again, answered, closed, again), (taken, answered, closed)]
    for number, steps in enumerate(stood):
        enquiry = await asked(number, *steps)
        forgotten = (await office.does("head", "ForgetEnquiry", id=enquiry["id"]))["state"]

        assert (forgotten["status"], forgotten["forgotten_on"]) == ("closed", "2026-11-26")


async def test_no_answer_is_made_of_nothing(office: Enquiries) -> None:
    enquiry, _ = await office.guest_asks()
    await office.does("officer", "AssignEnquiry", id=enquiry["id"])
    text: dict[str, Any] = {"title": "Son gün", "topic": "scholarship", "text": {"az": "Son gün: {last_day}"}}
    kept = await office.does("officer", "WriteAnswerTemplate", **text)
    nothing = await office.refuses("officer", "AnswerEnquiry", id=enquiry["id"])
    empty = await office.refuses("officer", "AnswerEnquiry", id=enquiry["id"], template_id=kept["id"])
    await office.does("officer", "CorrectEnquiry", id=enquiry["id"], language="fr")
    french = await office.refuses("officer", "AnswerEnquiry", id=enquiry["id"], template_id=kept["id"])

    assert (nothing, empty) == ("enquiry-answer-empty", "answer-template-placeholder-empty")
    assert french == "answer-template-unusable"
