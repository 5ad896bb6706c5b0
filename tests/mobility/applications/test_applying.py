"""A student applies: what is asked, what the rules say before, until when, and who reads what was written."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.mobility.applications.conftest import STATED, Applications, themselves


async def test_a_student_applies_with_what_is_asked_and_hears_every_rule_before(office: Applications) -> None:
    call = await office.call()
    application = await office.begun(call, stated={"level": 6, "mean": "61"}, motivation=None)
    by = themselves(application["state"]["person_id"])

    async def refused() -> str:
        return await office.refuses_act(application, "SubmitApplication")

    [read] = await office.reads("student", application, "checks", **by)
    unwritten = await refused()
    await office.acts(application, "ChangeApplication", motivation="The archives")
    unbrought = await refused()
    await office.hands_in(application)
    too_low = await refused()
    await office.acts(application, "ChangeApplication", stated={"level": 6})
    unsaid = await refused()
    await office.acts(application, "ChangeApplication", stated=STATED)
    submitted = await office.acts(application, "SubmitApplication")

    assert [(each["rule"], each["verdict"], each["code"]) for each in read["checks"]] == [
        ("audience", "met", None),
        ("level", "met", None),
        ("mean", "failed", "opportunity-mean-too-low"),
    ]
    assert (unwritten, unbrought, too_low, unsaid) == (
        "application-motivation-missing",
        "application-documents-missing",
        "opportunity-mean-too-low",
        "application-facts-missing",
    )
    assert (submitted["status"], submitted["requirements"], submitted["code"]) == ("submitted", 1, "APL-2026-00001")
    assert [each["state"] for each in submitted["documents"]] == ["brought", "asked"]
    said = await office.messages_about(application["id"])
    assert "archives" not in str(said)


async def test_one_person_applies_once_and_keeps_what_was_asked_when_they_began(office: Applications) -> None:
    call = await office.call()
    application = await office.begun(call)
    person = application["state"]["person_id"]

    await office.changes(call, "SetOpportunityRequirements", requirements={"audience": ["student"], "eqf": [8]})
    again = await office.refuses(
        "student", "BeginApplication", by=themselves(person), person_id=person, opportunity_id=call["id"]
    )
    await office.hands_in(application)

    assert again == "application-already-there"
    assert (await office.acts(application, "SubmitApplication"))["requirements"] == 1


async def test_the_last_moment_is_2359_in_the_zone_of_the_call(office: Applications) -> None:
    call = await office.call(requirements={"audience": ["student"]})
    early, late = await office.begun(call), await office.begun(call)
    last = datetime(2027, 1, 31, 22, 59, 59, tzinfo=UTC)

    office.clock.move_to(last)
    submitted = await office.acts(early, "SubmitApplication")
    office.clock.move_to(last + timedelta(seconds=1))
    code = await office.refuses_act(late, "SubmitApplication")
    await office.waits_until(last + timedelta(days=1))

    assert submitted["status"] == "submitted"
    assert code == await office.refuses_act(late, "SubmitApplication") == "application-deadline-passed"


async def test_nobody_applies_before_the_call_opens_to_a_draft_or_to_what_is_closed(office: Applications) -> None:
    person = await office.person()

    async def refused(call: Any) -> str:
        about = {"person_id": person, "opportunity_id": call["id"]}
        return await office.refuses("officer", "BeginApplication", **about)

    closed = await office.call()
    begun = await office.begun(closed)
    await office.hands_in(begun)
    await office.changes(closed, "CloseOpportunity", reason="The programme has ended")

    assert await refused(await office.call(opens="2026-12-01")) == "application-call-not-yet-open"
    assert await refused(await office.draft()) == "not-found"
    assert await refused(closed) == "application-call-not-open"
    assert await office.refuses_act(begun, "SubmitApplication") == "application-call-not-open"


async def test_what_is_returned_is_mended_by_its_day_also_after_the_deadline(office: Applications) -> None:
    call = await office.call()
    application = await office.submitted(call)
    document = application["state"]["documents"][0]["document_id"]
    office.clock.move_to(datetime(2027, 2, 1, 5, 0, tzinfo=UTC))
    about = {"id": application["id"], "reason": "The scan is cut off", "document_ids": [document]}

    past = await office.refuses("officer", "ReturnApplication", until="2027-01-31", **about)
    returned = (await office.does("officer", "ReturnApplication", until="2027-02-05", **about))["state"]
    unmended = await office.refuses_act(application, "SubmitApplication")
    [why] = await office.reads("student", application, "reason", **themselves(application["state"]["person_id"]))
    office.clock.move_to(datetime(2027, 2, 6, 5, 0, tzinfo=UTC))
    await office.hands_in(application)
    late = await office.refuses_act(application, "SubmitApplication")
    about.pop("document_ids")
    await office.does("officer", "ReturnApplication", until="2027-02-08", **about)
    mended = await office.acts(application, "SubmitApplication")

    assert (past, late) == ("application-repair-day-passed", "application-repair-too-late")
    assert unmended == "application-documents-missing"
    assert returned["documents"][0] == {"document_id": document, "state": "returned", "until": "2027-02-05"}
    assert why == {"reason": "The scan is cut off"}
    assert (mended["status"], mended["repair_until"]) == ("submitted", None)


async def test_the_office_accepts_documents_and_passes_the_application_on_or_rejects_it(office: Applications) -> None:
    call = await office.call()
    application, other = await office.submitted(call), await office.submitted(call)
    documents = [each["document_id"] for each in application["state"]["documents"]]

    async def refused(command: str, **given: Any) -> str:
        return await office.refuses("officer", command, id=application["id"], **given)

    unseen = await refused("ReviewApplication")
    absent = await refused("AcceptApplicationDocuments", document_ids=documents)
    unknown = await refused("AcceptApplicationDocuments", document_ids=[call["id"]])
    await office.does("officer", "AcceptApplicationDocuments", id=application["id"], document_ids=documents[:1])
    passed = (await office.does("officer", "ReviewApplication", id=application["id"]))["state"]
    rejected = (await office.does("officer", "RejectApplication", id=other["id"], reason="Not enrolled"))["state"]

    assert (unseen, absent) == ("application-documents-not-accepted", "application-document-not-brought")
    assert unknown == "application-document-not-asked"
    assert passed["status"] == "in_review"
    assert (rejected["status"], rejected["cause"]) == ("rejected", "formal")


async def test_a_withdrawal_is_taken_back_within_a_quarter_of_an_hour_by_who_withdrew(office: Applications) -> None:
    call = await office.call()
    first, second = await office.submitted(call), await office.submitted(call)
    for each in (first, second):
        await office.acts(each, "WithdrawApplication", reason="Another plan")

    other = await office.refuses("officer", "RestoreApplication", id=first["id"])
    restored = await office.acts(first, "RestoreApplication")
    office.clock.move_to(office.clock.now() + timedelta(minutes=16))
    late = await office.refuses_act(second, "RestoreApplication")
    person = second["state"]["person_id"]
    anew = await office.begun(call, person)

    assert (other, late) == ("application-withdrawn-by-another", "application-restored-too-late")
    assert restored["status"] == "submitted"
    assert anew["state"]["status"] == "draft"


async def test_choices_are_ranked_among_what_the_call_offers(office: Applications) -> None:
    agreement, partner = await office.agreement(), await office.provider()
    call = await office.call()
    wanted = [{"condition_id": str(agreement.condition_id)}, {"organisation_id": partner}]
    twice = await office.refuses_change(call, "SetOpportunityDestinations", destinations=[*wanted, wanted[1]])
    offered = await office.changes(call, "SetOpportunityDestinations", destinations=wanted, most_choices=1)
    ids = [each["id"] for each in offered["destinations"]]
    application = await office.begun(call)
    await office.hands_in(application)

    unchosen = await office.refuses_act(application, "SubmitApplication")
    refused = [
        await office.refuses_act(application, "ChangeApplication", choices=each)
        for each in (ids, [ids[0], ids[0]], [call["id"]])
    ]
    chosen = await office.acts(application, "ChangeApplication", choices=[ids[1]])

    assert twice == "opportunity-destination-unclear"
    assert unchosen == "application-choice-missing"
    assert refused == ["application-too-many-choices", "application-choice-twice", "application-choice-unknown"]
    assert chosen["choices"] == [{"destination_id": ids[1], "organisation_id": partner, "condition_id": None}]
    assert offered["destinations"][0]["organisation_id"] is not None


async def test_only_the_applicant_the_own_unit_and_the_office_read_what_was_written(office: Applications) -> None:
    call = await office.call()
    application = await office.submitted(call)
    other = themselves(await office.person())
    own = themselves(application["state"]["person_id"])

    read = [
        await office.reads("student", application, "motivation", **own),
        await office.reads("officer", application, "motivation"),
        await office.reads("faculty_coordinator", application, "motivation", units=["philology"]),
        await office.reads("faculty_coordinator", application, "motivation", units=["history"]),
        await office.reads("student", application, "motivation", **other),
    ]
    stranger = await office.refuses("student", "WithdrawApplication", by=other, id=application["id"], reason="No")

    assert [len(each) for each in read] == [1, 1, 1, 0, 0]
    assert stranger == "not-found"


async def test_nothing_is_left_of_what_a_forgotten_person_wrote(office: Applications) -> None:
    call = await office.call()
    application = await office.submitted(call)
    done = await office.submitted(call)
    await office.does("officer", "RejectApplication", id=done["id"], reason="Not enrolled")
    for each in (application, done):
        person = each["state"]["person_id"]
        await office.does("officer", "ErasePerson", id=person, basis="own_request")

    fields = ("motivation", "stated", "handed", "reason")
    read = [(await office.reads("officer", each, *fields))[0] for each in (application, done)]

    assert [(await office.stands(each))["cause"] for each in (application, done)] == ["erased", "formal"]
    for each in read:
        assert (each["motivation"], each["stated"], each["reason"]) == (None, None, None)
        assert [document["file"] for document in each["handed"]] == [None, None]
