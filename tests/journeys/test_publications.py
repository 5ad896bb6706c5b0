"""A publication through the portal: three editions, a changed source, blind reviews, and copies for a partner."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.documents.samples import PDF
from tests.journeys.departments import Department, bare
from tests.journeys.office import PHILOLOGY, Office, Thing
from tests.journeys.patience import eventually

pytestmark = pytest.mark.journey

TOPIC = "partners.publications.v1"
SHOWN = """query($id: ID!) { publication(id: $id) {
    status outdated editions { language status outdated printings { isbn } }
    manuscripts { id language blind revision } openFiles { id title }
    reviewRounds { round asked accepted } peerReviews { id round reviewerId text verdict }
} }"""
GIVEN = "distributions { id }"
ASKED = "{ reviewsAskedOfMe { publicationId title { text } round due copies { id blind } } }"
DRAFTS = "query($id: ID!) { publication(id: $id) { drafts { language reason } manuscripts { id language } } }"
MAY = "query($id: ID!) { publication(id: $id) { availableActions } }"
FOUND = "query($filter: PublicationFilter) { publications(filter: $filter) { nodes { id } } }"


def shown(portal: Any, book: Thing) -> Any:
    """The publication as this caller sees it."""
    return portal.asks(SHOWN, id=book["id"])["publication"]


def isbn() -> str:
    """A number that nothing else has."""
    first = f"978{uuid4().int % 10**9:09d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first))
    return f"{first}{-total % 10}"


def planned(office: Office, author: str, **about: Any) -> Thing:
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
        **about,
    )


def accepted(office: Office, book: Thing) -> None:
    """All open reviews come in."""
    for each in shown(office.officer, book)["peerReviews"]:
        if each["verdict"] is None:
            said = {"review_id": each["id"], "verdict": "accept", "text": f"Sound {office.mark}"}
            office.officer.does("RecordPeerReview", id=book["id"], **said)


def attached(office: Office, book: Thing, command: str, content: bytes = PDF, **given: Any) -> Thing:
    """An edition has a file more."""
    file = {"language": "az", "file": office.officer.brings("partners", content, "application/pdf"), "title": "Text"}
    return office.officer.does(command, id=book["id"], **{**file, **given})


def approved(office: Office, book: Thing, partner: Thing) -> None:
    """Two rounds of reviews, the language and the council."""
    about, asked = {"id": book["id"]}, {"due": office.days.day(14)}
    attached(office, book, "AttachManuscript")
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
    book = planned(office, author, open_access=True)
    approved(office, book, partner)
    translated(office, book, "en", 1)
    translated(office, book, "de", 1)

    office.officer.does("ReviseSource", id=book["id"], changed="A new chapter")

    told = department.hears(TOPIC, book, "publication.source_revised").change
    assert (told["outdated"], told["council_behind"]) == (["en", "de"], True)
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
    attached(office, book, "AttachPrintFile", open_to_all=True)
    unseen = office.officer.refuses("PublishPublication", id=book["id"], on=office.days.today)
    decided: Thing = {"number": f"8/{office.mark}", "on": office.days.today}
    office.officer.does("RecordCouncilDecision", id=book["id"], **decided)
    office.officer.does("PublishPublication", id=book["id"], on=office.days.today)
    gift: Thing = {"organisation_id": partner["id"], "language": "de", "copies": 2, "on": office.days.today}
    more = office.officer.refuses("GiveCopies", id=book["id"], **{**gift, "copies": 51})
    [given_away] = office.officer.does("GiveCopies", more=GIVEN, id=book["id"], **gift)["distributions"]
    right = {"distribution_id": given_away["id"], "copies": 20, "reason": "A zero was missing"}
    office.officer.does("CorrectCopies", id=book["id"], **right)
    office.officer.does("CompleteDistribution", id=book["id"])

    public = eventually(lambda: shown(office.anybody, book), lambda it: it and it["status"] == "DISTRIBUTED")
    assert (unseen, more) == ("publication-council-on-older-text", "publication-not-enough-copies")
    assert (len(public["editions"]), public["outdated"], public["reviewRounds"]) == (3, False, None)
    [open_file] = public["openFiles"]
    assert public["manuscripts"] is None
    assert fetched(office, None, book["id"], open_file) == PDF
    given_to = {"search": office.mark, "organisation": partner["id"], "year": office.days.today.year}
    assert office.officer.asks(FOUND, filter=given_to)["publications"]["nodes"] == [{"id": book["id"]}]
    facts = department.facts(TOPIC, book, until="publication.distributed")
    assert (facts[0], facts[-3:]) == (
        "publication.planned",
        ["publication.copies_given", "publication.copies_corrected", "publication.distributed"],
    )


def fetched(office: Office, role: str | None, book: str, file: Thing, **who: Any) -> bytes | int:
    """The file as somebody gets it, or the status of a no."""
    url, token = office.entrance(role, **who)
    asked = {"kind": "publication", "id": book.rpartition(":")[2], "attachment_id": file["id"]}
    with httpx.Client(base_url=url, headers={"authorization": f"Bearer {token}"} if token else {}) as client:
        link = client.post("/partners/files/links", json=asked)
        return client.get(link.json()["url"]).content if link.is_success else link.status_code


def test_a_reviewer_finds_the_blind_copy_and_neither_manuscript_nor_authors(office: Office) -> None:
    author, reviewer = str(uuid4()), {"person_id": str(uuid4()), "subject": f"reviewer-{office.mark}"}
    book = planned(office, author)
    writer = office.as_role("staff", person_id=author, subject=f"author-{office.mark}")
    portal = office.as_role("staff", **reviewer)
    attached(office, book, "AttachManuscript")
    office.officer.does("SubmitPublication", id=book["id"])
    attached(office, book, "AttachBlindCopy", PDF + b"\n")
    due = {"person_id": reviewer["person_id"], "due": office.days.day(14)}
    office.officer.does("BeginInternalReview", id=book["id"], reviewers=[due])

    [owed] = portal.asks(ASKED)["reviewsAskedOfMe"]
    [copy] = owed["copies"]
    draft = shown(writer, book)["manuscripts"][0]

    assert (owed["round"], owed["due"], copy["blind"]) == ("INTERNAL", str(office.days.day(14)), True)
    assert shown(portal, book) is None
    assert fetched(office, "staff", owed["publicationId"], copy, **reviewer) == PDF + b"\n"
    assert fetched(office, "staff", owed["publicationId"], draft, **reviewer) == 404
    assert fetched(office, None, owed["publicationId"], copy) == 401
    assert shown(office.as_role("rectorate"), book)["manuscripts"] is None
    assert office.anybody.asks(ASKED)["reviewsAskedOfMe"] is None


def test_a_translator_finds_the_source_brings_the_edition_and_reads_why_it_came_back(office: Office) -> None:
    who = {"person_id": str(uuid4()), "subject": f"translator-{office.mark}"}
    portal, book = office.as_role("staff", **who), planned(office, str(uuid4()))
    attached(office, book, "AttachManuscript")
    edition: Thing = {"id": book["id"], "language": "en"}
    office.officer.does("AssignTranslator", **edition, translator_id=who["person_id"], due=office.days.day(30))

    [draft] = eventually(lambda: portal.asks(DRAFTS, id=book["id"])["publication"])["manuscripts"]
    done = portal.asks(MAY, id=book["id"])["publication"]["availableActions"]
    file = portal.brings("partners", PDF, "application/pdf")
    portal.does("AttachManuscript", **edition, file=file, title="In English")
    portal.does("DeliverTranslation", **edition, follows=1)
    office.officer.does("ReturnTranslation", **edition, reviewer_id=str(uuid4()), reason="Chapter 3 is missing")
    seen = portal.asks(DRAFTS, id=book["id"])["publication"]

    assert set(done) == {"attachManuscript", "deliverTranslation"}
    assert fetched(office, "staff", book["id"], draft, **who) == PDF
    assert {each["language"]: each["reason"] for each in seen["drafts"]}["EN"] == "Chapter 3 is missing"
    assert [each["language"] for each in seen["manuscripts"]].count("en") == 1
    other = portal.refuses("AttachManuscript", **{**edition, "language": "de"}, file=file, title="In German")
    assert other == "publication-edition-of-another"
    assert office.as_role("staff", subject="somebody").asks(DRAFTS, id=book["id"])["publication"] is None


def test_who_reviews_is_on_no_topic(office: Office, department: Department) -> None:
    book = planned(office, str(uuid4()))
    approved(office, book, office.partner())

    department.hears(TOPIC, book, "publication.approved")

    secrets = [each["reviewerId"] for each in shown(office.officer, book)["peerReviews"]]
    said = b"".join(each.raw for each in department.reads(TOPIC) if each.key == bare(book["id"]))
    assert len(secrets) == 2
    assert [each for each in secrets if each.encode() in said] == []
    assert f"Sound {office.mark}".encode() not in said
