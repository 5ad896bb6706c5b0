"""The files of a work: who hands in, who reads a draft, what a blind reviewer gets, and what all may fetch."""

from typing import Any
from uuid import UUID, uuid4

from tests.documents import samples
from tests.office import Office
from tests.partners.publications import press

READER = "33333333-3333-4333-8333-333333333333"
AUTHOR: dict[str, Any] = {"person_id": UUID(press.AUTHOR)}
BLIND = samples.PDF + b"\n"


async def link(office: Office, work: press.Work, file: press.Work, role: str | None, **who: Any) -> Any:
    """The answer to somebody who asks for a file."""
    asked = {"kind": "publication", "id": work["id"], "attachment_id": file["id"]}
    return await office.asks(role, "POST", "/files/links", json=asked, **who)


async def lent(office: Office) -> tuple[press.Work, press.Work, press.Work, press.Work]:
    """A work that a reader reviews, its manuscript, its blind copy, and the review that is owed."""
    work = await press.submitted(office)
    blind = await press.attached(office, work, "AttachBlindCopy", file=await press.brought(office, content=BLIND))
    asked = [{"person_id": READER, "due": "2026-09-20"}]
    state = (await office.does("officer", "BeginInternalReview", id=work["id"], reviewers=asked))["state"]
    [review] = await press.reviews(office, work)
    return work, state["manuscripts"][0], blind, review


async def owed(office: Office, role: str = "staff", **who: Any) -> Any:
    """The reviews that somebody is asked for."""
    told = await office.asks(role, "POST", "/publications/reviews/asked", json={}, **who)
    return told.json()["reviews"]


async def test_nothing_is_handed_in_without_its_manuscript(office: Office) -> None:
    work = await press.planned(office)
    await press.attached(office, work, "AttachManuscript", "en")

    without = await office.refuses("officer", "SubmitPublication", id=work["id"])
    file = await press.attached(office, work, "AttachManuscript")
    handed_in = await office.does("officer", "SubmitPublication", id=work["id"])

    assert (without, handed_in["status"]) == ("publication-manuscript-missing", "submitted")
    assert (file["revision"], file["blind"], file["size"]) == (1, False, len(samples.PDF))


async def test_authors_bring_their_own_text_and_nobody_elses(office: Office) -> None:
    work = await press.planned(office)
    file = await press.brought(office, "staff", **AUTHOR)
    given = {"id": work["id"], "language": "az", "file": file, "title": "The text"}

    other = await office.refuses("staff", "AttachManuscript", **given, by={"person_id": uuid4()})
    blind = await office.refuses("staff", "AttachBlindCopy", **given, by=AUTHOR)
    own = await office.does("staff", "AttachManuscript", **given, by=AUTHOR)

    assert other in {"forbidden", "not-found"}
    assert blind == "forbidden"
    assert len(own["state"]["manuscripts"]) == 1


async def test_a_draft_stays_with_the_department_its_authors_and_their_faculty(office: Office) -> None:
    work, manuscript, _, _ = await lent(office)
    asking: list[tuple[str | None, dict[str, Any], int]] = [
        ("officer", {}, 200),
        ("auditor", {}, 200),
        ("staff", AUTHOR, 200),
        ("faculty_coordinator", {"units": ["philology"]}, 200),
        ("faculty_coordinator", {"units": ["physics"]}, 404),
        ("rectorate", {}, 404),
        ("staff", {"person_id": UUID(READER)}, 404),
        (None, {}, 401),
    ]

    told = [(await link(office, work, manuscript, role, **who)).status_code for role, who, _ in asking]

    assert told == [status for _, _, status in asking]


async def test_a_reviewer_gets_the_copy_without_authors_until_the_review_is_in(office: Office) -> None:
    work, _, blind, review = await lent(office)
    reader: dict[str, Any] = {"person_id": UUID(READER)}

    [told] = await owed(office, **reader)
    given = (await link(office, work, blind, "staff", **reader)).json()
    fetched = await office.asks(None, "GET", given["url"].removeprefix("/partners"))
    said = {"review_id": review["id"], "verdict": "accept", "text": "Sound"}
    await office.does("officer", "RecordPeerReview", id=work["id"], **said)

    assert fetched.content == BLIND
    assert (told["publication_id"], told["review_id"], told["copies"]) == (work["id"], review["id"], [blind])
    assert press.AUTHOR not in str(told)
    assert await owed(office, **reader) == []
    assert (await link(office, work, blind, "staff", **reader)).status_code == 404


async def test_nobody_else_is_told_what_is_reviewed(office: Office) -> None:
    await lent(office)

    nobody = await office.asks(None, "POST", "/publications/reviews/asked", json={})

    assert await owed(office, **AUTHOR) == []
    assert await owed(office, "officer") == []
    assert nobody.status_code == 401


async def test_the_office_is_warned_when_reviewers_can_fetch_nothing(office: Office) -> None:
    work, other = await press.submitted(office), await press.submitted(office)
    asked = [{"person_id": READER, "due": "2026-09-20"}]
    await press.attached(office, other, "AttachBlindCopy")

    without = await office.does("officer", "BeginInternalReview", id=work["id"], reviewers=asked)
    having = await office.does("officer", "BeginInternalReview", id=other["id"], reviewers=asked)

    assert [each["code"] for each in without["warnings"]] == ["publication-blind-copy-missing"]
    assert having["warnings"] == []


async def test_all_may_fetch_what_is_open_once_it_is_out_and_while_it_is_open(office: Office) -> None:
    work = await press.printed(office, await press.in_production(office, open_access=True))
    file = await press.attached(office, work, "AttachPrintFile", open_to_all=True)
    early = await link(office, work, file, None)
    out = await office.does("officer", "PublishPublication", id=work["id"], on="2026-09-07")

    given = await link(office, work, file, None)
    mark = {"id": work["id"], "attachment_id": file["id"]}
    closed = await office.does("officer", "MarkPrintFile", **mark, open_to_all=False)
    late = await link(office, work, file, None)
    inside = await link(office, work, file, "rectorate")
    await office.does("officer", "MarkPrintFile", **mark, open_to_all=True)
    sold = await office.does("officer", "CorrectPublication", id=work["id"], open_access=False)

    assert (early.status_code, given.status_code, late.status_code, inside.status_code) == (401, 200, 401, 200)
    assert out["state"]["open_files"] == [file]
    assert closed["state"]["open_files"] == sold["state"]["open_files"] == []
    assert (await link(office, work, file, None)).status_code == 401


async def test_only_what_came_out_openly_is_opened(office: Office) -> None:
    work = await press.in_production(office)
    file = await press.attached(office, work, "AttachPrintFile")
    draft = (await press.state(office, work))["manuscripts"][0]
    given = {"id": work["id"], "language": "az", "file": file["sha256"], "title": "Book", "open_to_all": True}

    new = await office.refuses("officer", "AttachPrintFile", **given)
    old = await office.refuses("officer", "MarkPrintFile", id=work["id"], attachment_id=file["id"], open_to_all=True)
    text = await office.refuses("officer", "MarkPrintFile", id=work["id"], attachment_id=draft["id"], open_to_all=True)
    foreign = await office.refuses("officer", "AttachPrintFile", **{**given, "language": "fr"})
    unknown = await office.refuses("officer", "AttachPrintFile", **{**given, "file": "0" * 64, "open_to_all": False})

    assert (new, old) == ("publication-not-open-access", "publication-not-open-access")
    assert (text, foreign, unknown) == ("publication-no-such-file", "publication-no-such-edition", "unknown-file")


async def test_a_wrong_file_is_taken_away_even_when_the_work_is_withdrawn(office: Office) -> None:
    work = await press.submitted(office)
    [held] = (await press.state(office, work))["manuscripts"]
    await office.does("officer", "WithdrawPublication", id=work["id"], reason="The authors wish it")
    wrong: press.Work = {"id": work["id"], "attachment_id": held["id"], "reason": "The authors wish it"}

    less = await office.does("officer", "RemoveEditionFile", **wrong)
    gone = await office.refuses("officer", "RemoveEditionFile", **wrong)

    assert less["state"]["manuscripts"] == []
    message = (await office.messages_about(work["id"]))[-1]["change"]
    assert (message["what"], message["how"]) == ("manuscript", "removed")
    assert gone == "publication-no-such-file"
    assert (await link(office, work, held, "officer")).status_code == 404
