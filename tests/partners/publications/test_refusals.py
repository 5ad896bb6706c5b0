"""Every reason why a step of a publication is refused."""

from datetime import date
from uuid import uuid4

import pytest

from tests.office import Office
from tests.partners.publications import press

NOBODY = "22222222-2222-4222-8222-222222222222"


@pytest.mark.parametrize(
    ("reviewers", "code"),
    [
        ([(press.AUTHOR, "2026-09-20")], "publication-reviewer-is-author"),
        ([(NOBODY, "2026-09-20"), (NOBODY, "2026-09-21")], "publication-reviewer-named-twice"),
        ([(NOBODY, "2026-09-06")], "publication-review-due-in-the-past"),
    ],
)
async def test_reviewers_are_others_each_once_and_have_time(
    office: Office, reviewers: list[tuple[str, str]], code: str
) -> None:
    work = await press.submitted(office)
    asked = [{"person_id": person, "due": due} for person, due in reviewers]

    assert await office.refuses("officer", "BeginInternalReview", id=work["id"], reviewers=asked) == code


async def test_a_reviewer_does_not_become_an_author(office: Office) -> None:
    work = await press.in_house(office)
    reviewer = (await press.reviews(office, work))[0]["reviewer_id"]

    code = await office.refuses("officer", "CorrectPublication", id=work["id"], author_ids=[reviewer])

    assert code == "publication-reviewer-is-author"


async def test_a_round_ends_when_all_reviews_are_in_and_none_rejects(office: Office) -> None:
    work = await press.outside(office)

    missing = await office.refuses("officer", "BeginLanguageEdit", id=work["id"])
    await press.reviewed(office, work, "reject")
    rejected = await office.refuses("officer", "BeginLanguageEdit", id=work["id"])

    assert (missing, rejected) == ("publication-reviews-missing", "publication-text-rejected")


async def test_an_external_reviewer_comes_from_an_institution_that_is_known(office: Office) -> None:
    work = await press.reviewed(office, await press.in_house(office))
    asked = [{"person_id": uuid4(), "due": "2026-09-20", "organisation_id": uuid4()}]

    assert await office.refuses("officer", "BeginExternalReview", id=work["id"], reviewers=asked) == "not-found"


async def test_a_review_is_given_once_and_must_be_there(office: Office) -> None:
    work = await press.in_house(office)
    held = (await press.reviews(office, work))[0]["id"]
    await press.reviewed(office, work)
    said = {"id": work["id"], "verdict": "accept", "text": "Good"}

    again = await office.refuses("officer", "RecordPeerReview", **said, review_id=held)
    unknown = await office.refuses("officer", "RecordPeerReview", **said, review_id=uuid4())

    assert (again, unknown) == ("publication-review-given", "publication-no-such-review")


@pytest.mark.parametrize(
    ("on", "code"),
    [("2026-09-08", "publication-council-in-the-future"), ("2026-09-06", "publication-council-before-reviews")],
)
async def test_the_council_decides_after_the_reviews_and_not_tomorrow(office: Office, on: str, code: str) -> None:
    work = await press.polished(office)

    assert await office.refuses("officer", "RecordCouncilDecision", id=work["id"], number="7/3", on=on) == code


async def test_one_decision_approves_several_works_on_one_day_only(office: Office) -> None:
    same = await press.approved(office, "7/3")
    assert (await press.approved(office, "7/3"))["status"] == same["status"]
    other = await press.polished(office)
    office.clock.move_to(office.clock.now().replace(day=9))

    taken = {"id": other["id"], "number": "7/3", "on": date(2026, 9, 8)}

    assert await office.refuses("officer", "RecordCouncilDecision", **taken) == "publication-council-number-elsewhere"


async def test_an_isbn_belongs_to_one_medium_of_one_edition_anywhere(office: Office) -> None:
    await press.printed(office, await press.in_production(office))
    work = await press.in_production(office)
    given = {"id": work["id"], "language": "az", "pages": 10}
    isbn = press.ISBNS[1]

    taken = await office.refuses("officer", "RecordPrinting", **given, medium="online", isbn=press.ISBNS[0])
    wrong = await office.refuses("officer", "RecordPrinting", **given, medium="online", isbn="9783161484101")
    none = await office.refuses("officer", "RecordPrinting", **given, medium="print", isbn=isbn)
    await office.does("officer", "RecordPrinting", **given, medium="online", isbn=isbn)
    twice = await office.refuses("officer", "RecordPrinting", **given, medium="online", isbn=press.ISBNS[2])

    assert (taken, wrong, none, twice) == (
        "publication-isbn-taken", "invalid-input", "publication-copies-of-nothing", "publication-medium-twice",
    )  # fmt: skip


async def test_nothing_comes_out_without_isbn_before_the_council_or_tomorrow(office: Office) -> None:
    work = await press.in_production(office)
    about = {"id": work["id"]}

    assert await office.refuses("officer", "PublishPublication", **about, on="2026-09-07") == "publication-isbn-missing"
    await press.printed(office, work)
    early = await office.refuses("officer", "PublishPublication", **about, on="2026-09-06")
    late = await office.refuses("officer", "PublishPublication", **about, on="2026-09-08")

    assert (early, late) == ("publication-published-before-council", "publication-published-in-the-future")


async def test_an_edition_that_is_not_approved_does_not_come_out(office: Office) -> None:
    work = await press.printed(office, await press.in_production(office), "en")

    code = await office.refuses("officer", "PublishPublication", id=work["id"], on="2026-09-07")

    assert code == "publication-edition-not-approved"


async def test_nobody_is_given_more_than_was_printed(office: Office) -> None:
    work = await press.published(office)
    gift = {"id": work["id"], "organisation_id": await press.partner(office), "language": "az", "on": "2026-09-07"}
    nobody = await office.refuses("officer", "CompleteDistribution", id=work["id"])
    await office.does("officer", "GiveCopies", **gift, copies=60)

    more = await office.refuses("officer", "GiveCopies", **gift, copies=41)
    wrong_day = await office.refuses("officer", "GiveCopies", **{**gift, "on": "2026-09-08"}, copies=1)
    stranger = await office.refuses("officer", "GiveCopies", **{**gift, "organisation_id": uuid4()}, copies=1)

    assert nobody == "publication-nothing-distributed"
    assert (more, wrong_day, stranger) == (
        "publication-not-enough-copies",
        "publication-given-on-wrong-day",
        "not-found",
    )
    assert (await office.does("officer", "GiveCopies", **gift, copies=40))["version"] == work["version"] + 2
