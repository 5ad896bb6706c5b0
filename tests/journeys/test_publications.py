"""A publication through the portal: three editions, a changed source, blind reviews, and copies for a partner."""

from typing import Any
from uuid import uuid4

import pytest

from tests.journeys.departments import Department, bare
from tests.journeys.office import PHILOLOGY, Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

TOPIC = "partners.publications.v1"
SHOWN = """query($id: ID!) { publication(id: $id) {
    status outdated editions { language status outdated printings { isbn } }
    reviewRounds { round asked accepted } peerReviews { id round reviewerId text verdict }
} }"""
FOUND = "query($filter: PublicationFilter) { publications(filter: $filter) { nodes { id } } }"


def shown(portal: Any, book: Thing) -> Any:
    """The publication as this caller sees it."""
    return portal.asks(SHOWN, id=book["id"])["publication"]


def isbn() -> str:
    """A number that nothing else has."""
    first = f"978{uuid4().int % 10**9:09d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first))
    return f"{first}{-total % 10}"


def planned(office: Office, author: str) -> Thing:
    """A textbook that shall come out in three languages."""
    return office.officer.does(
        "PlanPublication",
        kind="textbook",
        title={"az": office.named("Dərslik"), "en": office.named("Textbook")},
        discipline="0231",
        source_language="az",
        languages=["en", "de"],
        author_ids=[author],
        unit=PHILOLOGY,
    )


def accepted(office: Office, book: Thing) -> None:
    """All open reviews come in."""
    for each in shown(office.officer, book)["peerReviews"]:
        if each["verdict"] is None:
            said = {"review_id": each["id"], "verdict": "accept", "text": f"Sound {office.mark}"}
            office.officer.does("RecordPeerReview", id=book["id"], **said)


def approved(office: Office, book: Thing, partner: Thing) -> None:
    """Two rounds of reviews, the language and the council."""
    about, asked = {"id": book["id"]}, {"due": office.days.day(14)}
    office.officer.does("SubmitPublication", **about)
    office.officer.does("BeginInternalReview", **about, reviewers=[{"person_id": str(uuid4()), **asked}])
    accepted(office, book)
    outside = {"person_id": str(uuid4()), "organisation_id": partner["id"], **asked}
    office.officer.does("BeginExternalReview", **about, reviewers=[outside])
    accepted(office, book)
    office.officer.does("BeginLanguageEdit", **about)
    number = f"7/{office.mark}"
    office.officer.does("RecordCouncilDecision", **about, number=number, on=office.days.today)


def translated(office: Office, book: Thing, language: str, follows: int) -> None:
    """A translation is delivered and approved."""
    about = {"id": book["id"], "language": language}
    office.officer.does("AssignTranslator", **about, translator_id=str(uuid4()))
    office.officer.does("DeliverTranslation", **about, follows=follows)
    office.officer.does("ApproveTranslation", **about, reviewer_id=str(uuid4()))


def test_a_book_in_three_languages_reaches_the_partner(office: Office, department: Department) -> None:
    partner, author = office.partner(), str(uuid4())
    writer = office.as_role("staff", person_id=author, subject=f"author-{office.mark}")
    book = planned(office, author)
    approved(office, book, partner)
    translated(office, book, "en", 1)
    translated(office, book, "de", 1)

    office.officer.does("ReviseSource", id=book["id"], changed="A new chapter")

    assert department.hears(TOPIC, book, "publication.source_revised").change["outdated"] == ["en", "de"]
    outdated = {"search": office.mark, "outdated": True, "language": ["DE"]}
    assert office.officer.asks(FOUND, filter=outdated)["publications"]["nodes"] == [{"id": book["id"]}]
    for language in ("en", "de"):
        translated(office, book, language, 2)
    assert shown(office.anybody, book) is None
    own = shown(writer, book)
    assert (own["status"], own["peerReviews"]) == ("APPROVED", None)
    assert [each["accepted"] for each in own["reviewRounds"]] == [1, 1]

    office.officer.does("BeginProduction", id=book["id"])
    for language in ("az", "en", "de"):
        given: Thing = {"language": language, "medium": "print", "isbn": isbn(), "pages": 200, "copies": 50}
        office.officer.does("RecordPrinting", id=book["id"], **given)
    office.officer.does("PublishPublication", id=book["id"], on=office.days.today)
    gift: Thing = {"organisation_id": partner["id"], "language": "de", "copies": 20, "on": office.days.today}
    more = office.officer.refuses("GiveCopies", id=book["id"], **{**gift, "copies": 51})
    office.officer.does("GiveCopies", id=book["id"], **gift)
    office.officer.does("CompleteDistribution", id=book["id"])

    public = eventually(lambda: shown(office.anybody, book), lambda it: it and it["status"] == "DISTRIBUTED")
    assert more == "publication-not-enough-copies"
    assert (len(public["editions"]), public["outdated"], public["reviewRounds"]) == (3, False, None)
    given_to = {"search": office.mark, "organisation": partner["id"], "year": office.days.today.year}
    assert office.officer.asks(FOUND, filter=given_to)["publications"]["nodes"] == [{"id": book["id"]}]
    facts = department.facts(TOPIC, book, until="publication.distributed")
    assert (facts[0], facts[-3:]) == (
        "publication.planned",
        ["publication.published", "publication.copies_given", "publication.distributed"],
    )


def test_who_reviews_is_on_no_topic(office: Office, department: Department) -> None:
    book = planned(office, str(uuid4()))
    approved(office, book, office.partner())

    department.hears(TOPIC, book, "publication.approved")

    secrets = [each["reviewerId"] for each in shown(office.officer, book)["peerReviews"]]
    said = b"".join(each.raw for each in department.reads(TOPIC) if each.key == bare(book["id"]))
    assert len(secrets) == 2
    assert [each for each in secrets if each.encode() in said] == []
    assert f"Sound {office.mark}".encode() not in said
