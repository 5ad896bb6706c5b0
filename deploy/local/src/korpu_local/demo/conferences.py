"""Who comes to the events of the demonstration year: delegates from abroad, a waiting line, and who was there."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from korpu_local.demo.office import Office, Thing, bare

DELEGATES = [
    ("Anna Weber", "DE", "anna.weber@example.org", "Universität Konstanz", "de"),
    ("Elif Demir", "TR", "elif.demir@example.org", "Ankara Üniversitesi", "en"),
    ("Tomas Jankauskas", "LT", "tomas.jankauskas@example.org", "Vilniaus universitetas", "en"),
    ("Nino Kapanadze", "GE", "nino.kapanadze@example.org", "Tbilisi State University", "ru"),
]
WAITS = ("Marta Nowak", "PL", "marta.nowak@example.org", "Uniwersytet Warszawski", "en")
UNCONFIRMED = ("Pierre Laurent", "FR", "pierre.laurent@example.org", "Université de Lyon", "fr")
GUESTS = """query($event: ID!) {
    registrations(filter: {event: $event, guest: true}, first: 100) { nodes { id status email } }
}"""
TICKET = "query($id: ID!) { registration(id: $id) { ticket } }"
REPORT = {
    "az": "Konfransda üç ölkədən qonaq iştirak etdi, məruzələr toplu şəklində çap olunacaq.",
    "en": "Guests from three countries took part; the papers will be printed.",
}


def held(office: Office, partners: Sequence[Thing], people: Sequence[Thing]) -> None:
    """A conference with six places: seven want to come, one calls it off, one does not come, and a report is made."""
    office.it_is(315)
    event = announced(
        office, 340, kind="CONFERENCE", capacity=6, organisations=[each["id"] for each in partners],
        title={"az": "Tərcümə və mədəniyyət: beynəlxalq konfrans", "en": "Translation and culture: a conference"},
        summary={"az": "Türk və Baltik dillərindən tərcümə", "en": "Translating from Turkic and Baltic languages"},
    )  # fmt: skip
    office.it_is(320)
    ours = [registered(office, event, person) for person in people[:3]]
    theirs = [guest(office, event, who) for who in DELEGATES]
    office.it_is(330)
    office.as_person(people[2]).does("CancelRegistration", id=ours[2]["id"])
    office.it_is(340)
    ticket = office.as_person(people[0]).asks(TICKET, id=ours[0]["id"])["registration"]["ticket"]
    if ticket:
        office.officer.does("CheckIn", id=ours[0]["id"], event_id=event["id"], ticket=ticket)
    there = [each["id"] for each in (ours[1], theirs[0], theirs[1], theirs[3])]
    office.officer.does("RecordAttendance", id=event["id"], registration_ids=there)
    office.it_is(343)
    office.eventually(partial(office.officer.does, "ReportEvent", id=event["id"], report=REPORT))


def unreported(office: Office, people: Sequence[Thing]) -> None:
    """A seminar took place the other day; its report is still to be made."""
    office.it_is(344)
    event = announced(
        office, 352, kind="SEMINAR", capacity=30,
        title={"az": "Erasmus+ layihəsi necə yazılır", "en": "How to write an Erasmus+ project"},
        summary={"az": "Müəllimlər və magistrantlar üçün", "en": "For teachers and master's students"},
    )  # fmt: skip
    came = [registered(office, event, person) for person in people]
    office.it_is(352)
    office.officer.does("RecordAttendance", id=event["id"], registration_ids=[each["id"] for each in came])


def coming(office: Office, people: Sequence[Thing]) -> None:
    """A seminar with two places is full: two wait, one has called it off, and one has not confirmed the address."""
    event = announced(
        office, 365 + 10, kind="SEMINAR", capacity=2,
        title={"az": "Motivasiya məktubu necə yazılır", "en": "How to write a letter of motivation"},
        summary={"az": "Xaricdə təhsil üçün müraciət edənlərə", "en": "For those who apply abroad"},
    )  # fmt: skip
    first, *_ = [registered(office, event, person) for person in people]
    office.as_person(people[0]).does("CancelRegistration", id=first["id"])
    guest(office, event, WAITS)
    guest(office, event, UNCONFIRMED, confirms=False)


def announced(office: Office, day: int, **about: Any) -> Thing:
    """An event is planned, announced to everybody, and opened for registration."""
    event = office.officer.does(
        "DraftEvent", starts=office.at(day, 10), ends=office.at(day, 17), place="Akt zalı", unit="philology", **about
    )
    office.head.does("PublishEvent", id=event["id"])
    office.officer.does("OpenRegistration", id=event["id"])
    return event


def registered(office: Office, event: Thing, person: Thing) -> Thing:
    """Somebody registers with an account of their own."""
    return office.as_person(person).does("RegisterForEvent", event_id=event["id"])


def guest(office: Office, event: Thing, who: tuple[str, ...], *, confirms: bool = True) -> Thing:
    """Somebody from abroad asks to come, and confirms the address by the link that is sent there."""
    name, country, email, affiliation, language = who
    row = guest_row(office, event, email)
    if row is None:
        office.anybody.posts(
            "/events/guest-registrations", event_id=bare(event["id"]), name=name, email=email, country=country,
            affiliation=affiliation, language=language,
        )  # fmt: skip
        row = office.eventually(partial(_known, office, event, email))
    if confirms and row["status"] == "PENDING":
        office.by_link("events", "registration", row, "guest")
    return {"id": row["id"]}


def guest_row(office: Office, event: Thing, email: str) -> Thing | None:
    """How the office sees a guest, if they have asked already."""
    rows: list[Thing] = office.officer.asks(GUESTS, event=event["id"])["registrations"]["nodes"]
    return next((each for each in rows if each["email"] == email), None)


def _known(office: Office, event: Thing, email: str) -> Thing:
    if (row := guest_row(office, event, email)) is None:
        raise LookupError(email)
    return row
