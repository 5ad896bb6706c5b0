"""The correspondence of the demonstration year: the letter that a visit came out of, and what waits for an answer."""

from typing import Any

from korpu_local.demo.office import Office, Thing

DESK = "demo-officer"


def announced(office: Office, partner: Thing) -> Thing:
    """The letter in which a partner announces its delegation."""
    return letter_from(
        office, partner, "Nümayəndə heyətinin səfəri haqqında", "On the visit of a delegation",
        their_number="VU-214/2", their_date=office.day(36), languages=["en"], assignee=DESK, unit="philology",
    )  # fmt: skip


def answered(office: Office, letter: Thing, partner: Thing) -> None:
    """Our answer goes out, and the letter is done."""
    letter_from(
        office, partner, "Səfərin təsdiqi", "The visit is welcome",
        direction="OUTGOING", answers_id=letter["id"], languages=["en"], delivery="EMAIL",
    )  # fmt: skip
    office.officer.does("CloseLetter", id=letter["id"])


def waiting(office: Office, partners: dict[str, Thing]) -> None:
    """Spring post: one letter that nobody has answered in time, and one that needs no answer."""
    letter_from(office, partners["porto"], "Birgə yay məktəbi", "On a joint summer school", assignee=DESK)
    thanks = letter_from(office, partners["bologna"], "Təşəkkür məktubu", "A letter of thanks", delivery="POST")
    office.officer.does("CloseLetter", id=thanks["id"], no_answer="It thanks us for the visit")


def on_the_desk(office: Office, partners: dict[str, Thing]) -> None:
    """The post of this morning."""
    letter_from(office, partners["tashkent"], "Səfər təklifi", "A visit is proposed", assignee=DESK, priority="HIGH")
    letter_from(
        office, None, "Xaricdə təhsil haqqında müraciət", "An application about study abroad",
        nature="APPLICATION", correspondents=[{"office": "A citizen"}], delivery="EDMS",
    )  # fmt: skip


def letter_from(office: Office, partner: Thing | None, az: str, en: str, **about: Any) -> Thing:
    """A letter of or to a partner is entered into the register."""
    theirs = [{"organisation_id": partner["id"], "office": "International office"}] if partner else []
    given = {"direction": "INCOMING", "correspondents": theirs, "subject": {"az": az, "en": en}, **about}
    return office.officer.does("RegisterLetter", **given)
