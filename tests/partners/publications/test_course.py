"""The course of a publication, from the plan to the last copy, and every way in which it stops."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from tests.office import Office
from tests.partners.publications import press

Begin = Callable[[Office], Awaitable[press.Work]]


async def test_a_book_goes_the_whole_way_and_says_every_step(office: Office) -> None:
    work = await press.in_production(office)
    await press.translated(office, work)
    await press.printed(office, work)
    await press.printed(office, work, "en", press.ISBNS[1])
    await office.does("officer", "PublishPublication", id=work["id"], on="2026-09-07")
    gift: press.Work = {
        "organisation_id": await press.partner(office),
        "language": "en",
        "copies": 40,
        "on": "2026-09-07",
    }
    await office.does("officer", "GiveCopies", id=work["id"], **gift)

    done = await office.does("officer", "CompleteDistribution", id=work["id"])

    assert done["status"] == "distributed"
    assert done["state"]["languages"] == ["az", "en", "de"]
    assert done["state"]["year"] == 2026
    assert await office.said_about(work["id"]) == [
        "planned", "files_changed", "submitted", "review_begun", "reviewed", "review_begun", "reviewed",
        "language_edit_begun", "approved", "production_begun", "edition_changed", "edition_changed", "edition_changed",
        "printing_recorded", "printing_recorded", "published", "copies_given", "distributed",
    ]  # fmt: skip


async def test_nobody_hears_who_reviews_or_what_they_wrote(office: Office) -> None:
    work = await press.reviewed(office, await press.outside(office))
    held = await press.reviews(office, work)

    said = str(await office.messages_about(work["id"])) + str(await office.audit_of(work["id"]))

    secrets = [each[name] for each in held for name in ("reviewer_id", "text")]
    assert len(secrets) == 4
    assert [each for each in secrets if each in said] == []
    assert held[1]["organisation_id"] not in str(await office.messages_about(work["id"]))


@pytest.mark.parametrize(
    ("role", "by", "seen"),
    [
        ("officer", {}, 1),
        ("auditor", {}, 1),
        ("head", {"person_id": press.AUTHOR}, 0),
        ("rectorate", {}, 0),
        ("faculty_coordinator", {"units": ["philology"]}, 0),
        ("staff", {"person_id": press.AUTHOR}, 0),
    ],
)
async def test_only_the_department_reads_reviews_and_never_those_of_an_own_text(
    office: Office, role: str, by: dict[str, object], seen: int
) -> None:
    work = await press.in_house(office)
    who = {name: UUID(str(value)) if name == "person_id" else value for name, value in by.items()}

    told = await office.asks(role, "POST", "/publications/reviews/read", json={"ids": [work["id"]]}, **who)

    assert len(told.json()["publications"]) == seen


async def test_nobody_unknown_reads_reviews(office: Office) -> None:
    told = await office.asks(None, "POST", "/publications/reviews/read", json={"ids": [str(uuid4())]})

    assert told.status_code == 401


async def test_an_author_hands_in_and_others_do_not(office: Office) -> None:
    work = await press.planned(office)
    await press.attached(office, work, "AttachManuscript")

    other = await office.refuses("staff", "SubmitPublication", id=work["id"], by={"person_id": uuid4()})
    own = await office.does("staff", "SubmitPublication", id=work["id"], by={"person_id": UUID(press.AUTHOR)})

    assert other in {"forbidden", "not-found"}
    assert own["status"] == "submitted"


@pytest.mark.parametrize(("begin", "name"), [(press.submitted, "submitted"), (press.in_house, "internal_review"),
    (press.outside, "external_review"), (press.polished, "language_edit")])  # fmt: skip
async def test_a_returned_text_goes_on_where_it_was_returned_from(office: Office, begin: Begin, name: str) -> None:
    work = await begin(office)

    returned = await office.does("officer", "ReturnPublication", id=work["id"], reason="The third chapter is missing")
    again = await office.does("officer", "ResubmitPublication", id=work["id"])

    assert (returned["status"], returned["state"]["returned_from"]) == ("returned", name)
    assert (again["status"], again["state"]["returned_from"]) == (name, None)


async def test_who_wanted_changes_is_asked_again_and_who_accepted_is_not(office: Office) -> None:
    work = await press.submitted(office)
    asked = [{"person_id": uuid4(), "due": "2026-09-20"} for _ in range(2)]
    await office.does("officer", "BeginInternalReview", id=work["id"], reviewers=asked)
    for held, verdict in zip(await press.reviews(office, work), ("accept", "reject"), strict=True):
        given = {"review_id": held["id"], "verdict": verdict, "text": "As it is"}
        await office.does("officer", "RecordPeerReview", id=work["id"], **given)
    await office.does("officer", "ReturnPublication", id=work["id"], reason="One rejects it")

    again = await office.does("officer", "ResubmitPublication", id=work["id"])

    round_ = {"round": "internal", "asked": 2, "accepted": 1, "changes": 0, "rejected": 0}
    assert again["state"]["review_rounds"] == [round_]


async def test_the_head_declines_and_the_author_withdraws(office: Office) -> None:
    declined, withdrawn = await press.submitted(office), await press.planned(office)

    no = await office.does("head", "DeclinePublication", id=declined["id"], reason="Not for us")
    back = await office.does("officer", "WithdrawPublication", id=withdrawn["id"], reason="The authors wish it")

    assert (no["status"], no["state"]["reason"]) == ("declined", "Not for us")
    assert (back["status"], back["state"]["reason"]) == ("withdrawn", "The authors wish it")
    assert await office.refuses("officer", "SubmitPublication", id=back["id"]) == "wrong-status"


async def test_late_reviews_are_said_once_and_more_time_takes_that_back(office: Office) -> None:
    work = await press.in_house(office)
    await office.waits_until(datetime(2026, 9, 20, 19, tzinfo=UTC))
    in_time = await press.state(office, work)

    await office.waits_until(datetime(2026, 9, 22, 5, tzinfo=UTC))
    late = await press.state(office, work)
    held = (await press.reviews(office, work))[0]
    given = {"person_id": held["reviewer_id"], "due": "2026-10-01"}
    later = await office.does("officer", "ReplaceReviewer", id=work["id"], review_id=held["id"], reviewer=given)

    assert (in_time["overdue"], late["overdue"], later["state"]["overdue"]) == (False, True, False)
    assert (await office.said_about(work["id"])).count("reviews_overdue") == 1


async def test_what_was_written_down_wrongly_is_put_right_or_forgotten(office: Office) -> None:
    work = await press.planned(office, programme="Erasmus+", funding="Our own", annotation={"az": "Yanlış"})
    wrong: press.Work = {"kind": "dictionary", "discipline": "0232", "unit": "history", "eqf": [7, 6, 7]}

    after = await office.does("officer", "CorrectPublication", id=work["id"], **wrong, forget=["funding", "annotation"])
    after = await office.does("officer", "CorrectPublication", id=work["id"], **wrong, forget=["funding", "annotation"])

    told = after["state"]
    assert {name: told[name] for name in wrong} == {**wrong, "eqf": [7, 6]}
    assert (told["programme"], told["funding"], told["annotation"]) == ("Erasmus+", None, None)


@pytest.mark.parametrize(("role", "command"), [("officer", "WithdrawPublication"), ("head", "DeclinePublication")])
async def test_nobody_waits_for_late_reviews_of_what_will_not_come_out(office: Office, role: str, command: str) -> None:
    work = await press.in_house(office)
    await office.waits_until(datetime(2026, 9, 22, 5, tzinfo=UTC))

    over = await office.does(role, command, id=work["id"], reason="Not any more")

    assert over["state"]["overdue"] is False


async def test_an_edited_title_leaves_its_translation_outdated(office: Office) -> None:
    work = await press.planned(office)

    edited = await office.does("officer", "CorrectPublication", id=work["id"], title={"az": "Ana dili"})

    message = (await office.messages_about(work["id"]))[-1]
    assert message["change"] == {"outdated": ["en"]}
    assert edited["state"]["title"]["revision"] == 2
