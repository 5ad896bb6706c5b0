"""What is studied abroad in the demonstration year: signed by all three, counted at home, late, or begun."""

from collections.abc import Sequence
from typing import Any

from korpu_local.demo.office import Office, Thing

HOST = [
    ("LIT-301", "Baltic literatures"), ("LIN-210", "General linguistics"), ("ENG-115", "Academic writing"),
    ("HIS-140", "History of the Baltic states"), ("LTU-101", "Lithuanian for beginners"),
]  # fmt: skip
HOME = [("Dünya ədəbiyyatı", 12), ("Ümumi dilçilik", 12), ("Seçmə fənn", 6)]
ELECTIVE, BEGINNERS = HOME[-1][0], HOST[-1][0]
TRANSCRIPT = b"Vilniaus universitetas\nTranscript of records\n30 ECTS\n"
STATUS = "query($id: ID!) { learningAgreement(id: $id) { status } }"


def agreed(office: Office, stays: Sequence[Thing], people: Sequence[Thing]) -> list[Thing]:
    """Before anybody travels, student, sender and host sign what is studied."""
    office.it_is(125)
    signed = []
    for stay, person in zip(stays, people, strict=True):
        agreement = signed_by_student(office, written(office, stay), person)
        office.officer.does("CountersignLearningAgreement", id=agreement["id"], hash=agreement["hash"])
        if office.officer.asks(STATUS, id=agreement["id"])["learningAgreement"]["status"] == "SIGNED_BY_SENDER":
            office.by_link("mobility", "learning_agreement", agreement, "receiver")
        signed.append(agreement)
    return signed


def counted(office: Office, agreements: Sequence[Thing]) -> None:
    """The host sends three transcripts of four; two are recognised, one of them without the course for beginners."""
    for agreement in agreements[:3]:
        transcript(office, agreement)
    recognised(office, agreements[0], [*HOME])
    why = {"component": BEGINNERS, "why": "Başlanğıc səviyyəli dil kursu proqramda nəzərdə tutulmayıb."}
    recognised(office, agreements[1], [each for each in HOME if each[0] != ELECTIVE], not_recognised=[why])


def begun(office: Office, stays: Sequence[Thing], people: Sequence[Thing]) -> None:
    """Those who go next: one writes, one has signed, one waits for the host, and one is to choose other courses."""
    office.it_is(361)
    new = [written(office, stay) for stay in stays]
    for agreement, person in zip(new[1:], people[1:], strict=True):
        signed_by_student(office, agreement, person)
    at_the_host, returned = ({"id": each["id"], "hash": each["hash"]} for each in new[2:])
    office.officer.does("CountersignLearningAgreement", **at_the_host)
    comment = "Tarix kursu proqramda yoxdur, əvəzinə üslubiyyat seçin."
    office.officer.does("RejectLearningAgreement", **returned, comment=comment)


def written(office: Office, stay: Thing) -> Thing:
    """What is to be studied, thirty credits on both sides."""
    host = [{"table": "HOST", "code": code, "title": title, "ects": 6, "language": "en"} for code, title in HOST]
    home = [{"table": "HOME", "title": title, "ects": ects} for title, ects in HOME]
    given: Thing = {"mobility_id": stay["id"], "components": host + home, "language": "en", "language_level": "B2"}
    return office.officer.does("DraftLearningAgreement", more="hash", **given)


def signed_by_student(office: Office, agreement: Thing, person: Thing) -> Thing:
    """The student signs what the office has written."""
    office.as_person(person).does("SignLearningAgreement", id=agreement["id"], hash=agreement["hash"])
    return agreement


def transcript(office: Office, agreement: Thing) -> None:
    """The host says what was achieved, by its own scale."""
    results = [{"component": code, "ects": 6, "grade": grade} for (code, _), grade in zip(HOST, "98976", strict=True)]
    office.officer.does(
        "RecordTranscript", id=agreement["id"], on=office.day(281), scale="1–10", results=results,
        file=paper(office),
    )  # fmt: skip


def recognised(office: Office, agreement: Thing, home: Sequence[tuple[str, int]], **about: Any) -> None:
    """The faculty says what counts at home."""
    results = [{"component": title, "ects": ects, "grade": "91"} for title, ects in home]
    office.officer.does(
        "RecogniseLearningAgreement", id=agreement["id"], on=office.day(281), results=results, file=paper(office),
        **about,
    )  # fmt: skip


def paper(office: Office) -> str:
    """The paper itself, as it came from the host."""
    return office.officer.brings("mobility", TRANSCRIPT, "text/plain")
