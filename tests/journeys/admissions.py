"""Somebody from abroad comes to study: an admission, and how far it goes."""

from typing import Any

from tests.journeys.office import PHILOLOGY, Office, Thing
from tests.journeys.patience import does_when_heard

ABROAD = {"kind": "applicant", "citizenship": "GH", "education_country": "GH"}


def admission_of(office: Office, person: Thing | None = None, **about: Any) -> Thing:
    """Somebody from abroad may come to study."""
    foreigner = person or office.person(**ABROAD)
    return does_when_heard(
        office.officer, "OpenAdmission", more="correlationId", **programme_of(office, foreigner, **about)
    )


def programme_of(office: Office, person: Thing, **about: Any) -> Thing:
    """To which programme somebody from abroad may come, and on what basis."""
    return {
        "person_id": person["id"],
        "unit": PHILOLOGY,
        "basis": "exam",
        "programme": office.named("Azərbaycan filologiyası"),
        "level": 7,
        "language": "az",
        "funding": "own",
        "academic_year": "2026/2027",
        **about,
    }


def goes(office: Office, admission: Thing, *, until: str = "RecordVisaApplication") -> Thing:
    """The admission goes its ordinary way until this step."""
    today = office.days.today
    year = {"valid_from": today, "valid_to": office.days.day(364)}
    form = {"original": True, "translated": True, "notarised": True, "apostille": True, "received": today}
    for kind in ("passport_copy", "diploma", "transcript", "medical_certificate"):
        office.officer.does("RecordAdmissionDocument", id=admission["id"], entry={"kind": kind, **form})
    steps: dict[str, Thing] = {
        "RecordPortalApplication": {"portal_number": office.named("SIA"), "on": today},
        "CheckAdmissionDocuments": {},
        "SendForRecognition": {"on": today},
        "RecordRecognition": {"on": today},
        "OfferAdmission": {"answer_until": office.days.day(14)},
        "AcceptAdmission": {},
        "RecordInvitationLetter": {"number": "BM-17", "on": today},
        "RecordVisaApplication": {"on": today},
        "RecordVisa": {"visa": {"kind": "single_entry", "number": office.named("V"), **year}},
        "RecordStudentArrival": {"on": today},
        "RegisterPlaceOfStay": {"place": {"address": office.named("Heydər Əliyev 187"), **year}},
    }
    for command, given in steps.items():
        admission = admission | office.officer.does(command, id=admission["id"], **given)
        if command == until:
            break
    return admission
