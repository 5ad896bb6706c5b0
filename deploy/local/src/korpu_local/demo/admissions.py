"""Students from abroad in the demonstration year, each as far as they have come between letter and permit."""

from typing import Any

from korpu_local.demo.office import Office, Thing, academic_year
from korpu_local.portal import Portal

DOCUMENTS = ("PASSPORT_COPY", "DIPLOMA", "TRANSCRIPT", "MEDICAL_CERTIFICATE")
FORM = {"original": True, "translated": True, "notarised": True, "apostille": True}
ARRIVES = 60
WAY = {
    "RecordPortalApplication": 1,
    "CheckAdmissionDocuments": 3,
    "SendForRecognition": 4,
    "RecordRecognition": 18,
    "OfferAdmission": 20,
    "AcceptAdmission": 25,
    "RecordInvitationLetter": 27,
    "RecordVisaApplication": 34,
    "RecordVisa": 45,
    "RecordStudentArrival": ARRIVES,
    "RegisterPlaceOfStay": 63,
    "EnrolStudent": 66,
    "ApplyForPermit": 70,
    "RecordPermit": 84,
}
"""The steps of an admission, and how many days after its beginning each of them is taken."""
BY_LIAISON = {"RecordVisa", "RegisterPlaceOfStay", "ApplyForPermit", "RecordPermit"}
WITHOUT_VISA = {"RecordInvitationLetter", "RecordVisaApplication", "RecordVisa"}
LETTERS = {"programme": "Azərbaycan filologiyası", "level": 7, "language": "az"}
HISTORY = {"programme": "Ümumi tarix", "level": 8, "language": "en", "unit": "history"}


def enrolled_last_year(office: Office) -> None:
    """Kwame came a year ago; his permit ends soon, and the next one is to be asked for."""
    goes(office, known(office, "Kwame", "Mensah", "GH", 12, **LETTERS, basis="QUOTA", funding="STATE"), permit_to=410)


def under_way(office: Office) -> None:
    """Seven others, each at another step; the last of them has only written."""
    goes(office, known(office, "Oybek", "Karimov", "UZ", 250, **LETTERS), permit_to=365 + 250)
    goes(office, known(office, "Ayesha", "Khan", "PK", 356, **HISTORY), until="RecordPortalApplication", brings=2)
    goes(office, known(office, "Priya", "Sharma", "IN", 335, **HISTORY), until="SendForRecognition")
    goes(office, known(office, "Aigerim", "Nurlanova", "KZ", 341, **LETTERS), until="OfferAdmission")
    waiting = known(office, "Chidi", "Okafor", "NG", 325, **HISTORY, basis="NATURAL_PERSON", funding="SPONSOR")
    goes(office, waiting, until="RecordVisaApplication")
    for kind, due in (("BED", 372), ("INSURANCE", 380)):
        office.officer.does("AskForArrangement", id=waiting["id"], help=kind, due=office.day(due))
    late = known(office, "Mehmet", "Yılmaz", "TR", 285, **LETTERS)
    goes(office, late, until="RecordStudentArrival", visa=False)
    office.it_is(364)
    known(office, "Reza", "Ahmadi", "IR", 364, **HISTORY)


def known(office: Office, given: str, family: str, country: str, day: int, **about: Any) -> Thing:
    """Somebody from abroad writes that they would like to study here."""
    office.it_is(day)
    unit = about.pop("unit", "philology")
    person = office.person(given, family, "applicant", unit, citizenship=country, education_country=country)
    year = academic_year(office.day(day + ARRIVES))
    wanted: Thing = {"person_id": person["id"], "unit": unit, "basis": "EXAM", "funding": "OWN", "academic_year": year}
    return office.officer.does("OpenAdmission", **{**wanted, **about}) | {"person": person, "day": day}


def goes(
    office: Office, admission: Thing, *, until: str = "", brings: int = 4, visa: bool = True, permit_to: int = 0
) -> None:
    """The admission goes its way, step by step on its days, until one of them."""
    for kind in DOCUMENTS[:brings]:
        entry = {"kind": kind, **FORM, "received": office.day(admission["day"])}
        office.officer.does("RecordAdmissionDocument", id=admission["id"], entry=entry)
    for command, after in WAY.items():
        if visa or command not in WITHOUT_VISA:
            day = admission["day"] + after
            office.it_is(day)
            who = _who(office, command, admission["person"])
            who.does(command, id=admission["id"], **_given(office, command, day, visa=visa, permit_to=permit_to))
        if command == "EnrolStudent":
            passport: Thing = {"kind": "PASSPORT", "expires": office.day(6 * 365)}
            office.officer.does("RecordDocument", id=admission["person"]["id"], **passport)
        if command == until:
            return


def _who(office: Office, command: str, person: Thing) -> Portal:
    if command == "AcceptAdmission":
        return office.as_person(person)
    return office.as_role("migration_liaison") if command in BY_LIAISON else office.officer


def _given(office: Office, command: str, day: int, *, visa: bool, permit_to: int) -> Thing:
    """What is said with a step that is taken on this day; with most of them only the day."""
    on, number = office.day(day), f"{day:04}"
    entry: Thing = {"kind": "SINGLE_ENTRY", "number": f"AZE{number}71"}
    address = "Gəncə, Heydər Əliyev prospekti 187"
    given: dict[str, Thing] = {
        "RecordPortalApplication": {"portal_number": f"SIA-{number}", "on": on},
        "CheckAdmissionDocuments": {},
        "OfferAdmission": {"answer_until": office.day(day + 14)},
        "AcceptAdmission": {},
        "RecordInvitationLetter": {"number": f"BM-{number}", "on": on},
        "RecordVisa": {"visa": {**entry, "valid_from": on, "valid_to": office.day(day + 90)}},
        "RecordStudentArrival": {"on": on, "without_visa": not visa},
        "RegisterPlaceOfStay": {"place": {"address": address, "valid_from": on, "valid_to": office.day(day + 350)}},
        "EnrolStudent": {"order_number": f"T-{number}", "order_date": on},
        "ApplyForPermit": {"on": on, "until": office.day(permit_to)},
        "RecordPermit": {
            "permit": {"number": f"MVI{number}38", "valid_from": on, "valid_to": office.day(permit_to)},
        },
    }
    return given.get(command, {"on": on})
