"""The book of the demonstration year: a dictionary, reviewed twice, translated, printed and sent to the partner."""

from typing import Any

from korpu_local.demo.office import Office, Thing

REVIEWS = "query($id: ID!) { publication(id: $id) { peerReviews { id } } }"
TEXT = "körpü – tiltas\nkitab – knyga\n".encode()
ISBN = {"az": "9789952810004", "en": "9789952810011"}


def written(office: Office, project: Thing, partner: Thing) -> Thing:
    """The manuscript of the project is reviewed here and there, and the council approves it."""
    office.it_is(302)
    author, reader = (
        office.person(*name, "staff", "philology") for name in (("Aynur", "Babayeva"), ("Ramil", "Qasımov"))
    )
    book = office.officer.does(
        "PlanPublication", kind="DICTIONARY", discipline="0231", source_language="AZ", languages=["EN"],
        title={"az": "Azərbaycan-litva lüğəti", "en": "Azerbaijani-Lithuanian dictionary"},
        author_ids=[author["id"]], unit="philology", project_id=project["id"],
    )  # fmt: skip
    known: dict[str, Any] = {"id": book["id"]}
    text: dict[str, Any] = {**known, "language": "AZ", "file": office.officer.brings("partners", TEXT, "text/plain")}
    office.officer.does("AttachManuscript", **text, title="Lüğətin əlyazması")
    office.officer.does("SubmitPublication", **known)
    office.officer.does("AttachBlindCopy", **text, title="Rəy üçün nüsxə")
    review = {"person_id": reader["id"], "due": office.day(309)}
    office.officer.does("BeginInternalReview", **known, reviewers=[review])
    guest = office.person("Jūratė", "Vaitkutė", "staff", "philology")
    outside = {"person_id": guest["id"], "organisation_id": partner["id"], "due": office.day(319)}
    office.it_is(305)
    accepted(office, book, 0)
    office.officer.does("BeginExternalReview", **known, reviewers=[outside])
    office.it_is(308)
    accepted(office, book, 1)
    office.officer.does("BeginLanguageEdit", **known)
    office.officer.does("RecordCouncilDecision", **known, number="7/3", on=office.day(308))
    translation = {**known, "language": "EN"}
    office.officer.does("AssignTranslator", **translation, translator_id=reader["id"])
    office.officer.does("DeliverTranslation", **translation, follows=1)
    office.officer.does("ApproveTranslation", **translation, reviewer_id=author["id"])
    return book


def accepted(office: Office, book: Thing, place: int) -> None:
    """Whoever was asked as the first, or the second, likes it."""
    review = office.eventually(lambda: asked(office, book, place))
    given: dict[str, Any] = {"review_id": review["id"], "verdict": "ACCEPT", "text": "The entries are sound."}
    office.officer.does("RecordPeerReview", id=book["id"], **given)


def asked(office: Office, book: Thing, place: int) -> Thing:
    """One of the reviews, by its place, which it keeps when a year that was interrupted goes on."""
    found: list[Thing] = office.officer.asks(REVIEWS, id=book["id"])["publication"]["peerReviews"]
    return found[place]


def out(office: Office, book: Thing, partner: Thing) -> None:
    """Both editions are printed, and the partner gets its copies."""
    known: dict[str, Any] = {"id": book["id"]}
    office.officer.does("BeginProduction", **known)
    for language, isbn in ISBN.items():
        printing: dict[str, Any] = {
            "language": language.upper(),
            "medium": "PRINT",
            "isbn": isbn,
            "pages": 312,
            "copies": 100,
        }
        office.officer.does("RecordPrinting", **known, **printing)
    office.officer.does("PublishPublication", **known, on=office.day(364))
    copies = {"organisation_id": partner["id"], "language": "EN", "copies": 20, "on": office.day(364)}
    office.officer.does("GiveCopies", **known, **copies)
    office.officer.does("CompleteDistribution", **known)
