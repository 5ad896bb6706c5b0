"""What the states of the library have in common: texts, papers, and everything that is not told yet."""

from typing import Any

State = dict[str, Any]
YES_OR_NO = (True, False)
THEN = "2026-11-23T06:00:00Z"


def text(words: str, *languages: str) -> State:
    """A localized text; German and French only when they are asked for."""
    spoken = languages or ("az", "en", "ru")
    texts = {language: {"text": f"{words} ({language})", "revision": 1} for language in spoken}
    return {"original": spoken[0], "revision": 1 + (len(words) % 2), "texts": texts}


MONEY = {"amount": "250", "currency": "AZN"}
MINUTES = {"reference": "minutes 4/12", "url": None}
STEP = {"step": "legal", "organisation_id": None, "stage": 3, "due": "2026-10-15", "decided_on": None}
UNTOLD = (
    *("in_force_on", "expired_on", "terminated_on", "predecessor_id", "successor_id", "renews_on", "renewed_on"),
    *("non_renewal", "suspension", "termination", "backup", "origin", "visit_id", "reason"),
)
AGREEMENT: State = {
    **dict.fromkeys(UNTOLD),
    "amendments": [],
    "approved_on": "2026-10-20",
    "signed_on": "2026-10-25",
    "owner": "officer-1",
    "documents": [{"title": "Scan", "reference": "A-17", "url": None, "language": "en", "attachment": None}],
    "waivers": [],
}

TRIP: State = {
    **dict.fromkeys(("visit_id", "project_id", "letter_id")),
    "level": "employee",
    "purpose_kind": "talks",
    "purpose": "Danışıqlar",
    "legs": [
        {"departs": "2026-12-07", "arrives": "2026-12-07", "from_country": "AZ", "from_city": "Gəncə", "mode": "air"}
        | {"to_country": "DE", "to_city": "Kassel"}
    ],
    "countries": ["DE"],
    "starts": "2026-12-07",
    "ends": "2026-12-07",
    "submitted_on": "2026-11-23",
    "approvals": [{"by": "head", "on": "2026-11-23"}],
    "order_date": None,
    **dict.fromkeys(("advance_paid_on", "report_due", "reported_on", "accepted_on", "settled_on")),
    "overdue": False,
    "waived": False,
    "risk": "high",
    "risks": [{"country": "DE", "since": "2026-01-01", "level": "high", "source": "MFA"}],
}

ADMISSION: State = {
    **dict.fromkeys(
        ("recognition_asked_on", "recognised_on", "offered_on", "offer_until", "accepted_on", "leave_until")
    ),
    **dict.fromkeys(("ended_on", "departed_on", "visa_until", "registered_until", "permit_until", "permit_due")),
    "basis": "agreement",
    "programme": "Azərbaycan filologiyası",
    "level": 7,
    "language": "az",
    "academic_year": "2026/2027",
    "education_country": "GH",
    "applied_on": "2026-07-01",
    "order_number": None,
    "order_date": None,
    "letter_number": "BM-17",
    "letter_on": "2026-09-01",
    "arrived_on": "2026-11-23",
    "registration_due": "2026-12-08",
    "registration_overdue": False,
    "permit_overdue": False,
    "arrangements": "waiting",
    "requests": [
        {
            "id": "0198a5c0-0000-7000-8000-000000000bed",
            "help": "bed",
            "department": "dormitory",
            "due": "2026-12-01",
            "status": "pending",
            "answered_on": None,
            "reason": None,
            "late": False,
            "asked_at": THEN,
            "answer_version": None,
        }
    ],
}

NOVEL = {"table": "host", "code": "GER-7", "title": "Der moderne Roman", "ects": "6", "language": "de"}
CLASSICS = {"table": "home", "code": None, "title": "Dünya ədəbiyyatı", "ects": "4.5", "language": None}
LEARNING: State = {
    "direction": "outgoing",
    "academic_year": "2026/2027",
    "number": 1,
    "hash": 64 * "a",
    "host_ects": "6",
    "home_ects": "4.5",
    "ects_difference": "1.5",
    "decision_due": "2026-12-29",
    "overdue": False,
    **dict.fromkeys(("transcript_due", "transcribed_on", "earned_ects", "recognised_on", "recognised_ects")),
    "versions": [
        {
            "number": 1,
            "changes": [{"table": "host", "component": "GER-8", "reason": "timetable_conflict"}],
            "components": [{**NOVEL, "term": "2026/2027-1"}, {**CLASSICS, "term": None}],
            "language": "de",
            "hash": 64 * "a",
            "made_on": "2026-11-23",
            "signatures": [{"party": "person", "on": "2026-11-24", "hash": 64 * "a"}],
            "rejected_by": None,
            "rejected_on": None,
        }
    ],
}

DOCUMENT = "0198a5c0-0000-7000-8000-00000000d0c1"
ASKED: State = {
    "number": 1,
    "since": "2026-11-23",
    "audience": ["student"],
    "eqf": [6, 7],
    "isced": ["0230"],
    "citizenships": ["AZ"],
    "barred_citizenships": [],
    "ages": [{"level": 7, "under": 40}],
    "mean": {"minimum": "70", "scale": "100"},
    "languages": [{"language": "de", "cefr": "B1"}],
    "documents": [DOCUMENT],
}
OPPORTUNITY: State = {
    **dict.fromkeys(("condition_id", "letter_id", "predecessor_id", "opens", "internal_deadline", "opens_at")),
    **dict.fromkeys(("closed_on", "suspended_for", "reason")),
    "kind": "scholarship",
    "academic_year": "2026/2027",
    "countries": ["DE"],
    "audience": ["student"],
    "eqf": [6, 7],
    "isced": ["0230"],
    "requirements": [ASKED],
    "documents": [{"id": DOCUMENT, "title": text("Məktub"), "optional": False}],
    "criteria": [{"id": DOCUMENT, "title": text("Bal"), "weight": 100}],
    "obligations": [{"id": DOCUMENT, "kind": "return_and_work", "text": text("Qayıtmaq"), "years": 5}],
    "destinations": [
        {"id": DOCUMENT, "organisation_id": None, "condition_id": None, "term": "2026/2027-1"}
        | {"starts": "2027-02-01", "ends": None}
    ],
    "most_choices": 2,
    "funding": "partial",
    "covers": ["living"],
    "amounts": [{"covers": "living", "amount": MONEY, "per": "month"}],
    "deadline": "2027-01-31",
    "last_day": "2027-01-31",
    "time_zone": "Europe/Berlin",
    "closes_at": "2027-01-31T22:59:59.999999Z",
    "places": 3,
    "apply_link": "https://example.org/apply",
    "source": "https://example.org/call",
    "nomination_needed": True,
    "verified_on": "2026-11-23",
    "verification": "fresh",
}

APPLICATION: State = {
    **dict.fromkeys(("submitted_at", "repair_until", "cause")),
    "requirements": 1,
    "choices": [{"destination_id": DOCUMENT, "organisation_id": None, "condition_id": None}],
    "documents": [{"document_id": DOCUMENT, "state": "brought", "until": None}],
    **dict.fromkeys(("score_by", "place", "offer_until", "confirmed_on", "mobility_id", "nomination_problem")),
    "scores_given": 0,
    "scorer_ids": [],
}
SELECTION: State = {
    **dict.fromkeys(("lot_seed", "compared", "ranked_on", "allocated_on", "offered_on")),
    "member_ids": [],
    "quorum": 2,
    "tie_rule": "lot",
    "pass_mark": "50",
    "score_by": "2027-02-10",
    "weights": [{"criterion_id": DOCUMENT, "weight": 100}],
    "seats": [{"destination_id": DOCUMENT, "places": 2}],
}

BUS = {"department": "transport", "what": "a bus", "due": "2026-11-20", "status": "accepted"} | {
    "late": False,
    "answered_on": None,
}
FLIGHT = {"leaving": False, "mode": "air", "number": "J2 8", "place": "GYD", "at": THEN, "people": 2, "payer": "us"}
ROOMS = {"place": "Hotel", "first_night": "2026-11-23", "last_night": "2026-11-26", "rooms": 2, "payer": "partner"}
VISIT: State = {
    **dict.fromkeys(("letter", "letter_id", "reason", "press_consent", "completed_on", "report_due", "follow_up")),
    "direction": "incoming",
    "purpose": "to sign",
    "head_level": "rector",
    "starts": "2026-11-24",
    "ends": "2026-11-26",
    "member_count": 2,
    "transport": [FLIGHT],
    "lodging": [ROOMS],
    "budget": [{"purpose": "dinner", "planned": MONEY, "actual": None, "payer": "us"}],
    "gifts": [{"received": True, "what": "a book", "value": MONEY, "on": "2026-11-24"}],
    "ready": True,
    "overdue": False,
    "action_points": [],
}

LECTURE: State = {
    "title": text("Açılış", "az", "en"),
    "starts": "2026-11-24T06:00:00Z",
    "ends": "2026-11-24T07:30:00Z",
    "interpreters": [],
    "room": "Akt zalı",
    "room_id": None,
}
EVENT: State = {
    "kind": "conference",
    "title": text("Beynəlxalq konfrans", "az", "en"),
    "summary": text("Mübadilə haqqında", "az", "en"),
    "starts": "2026-11-24T05:00:00Z",
    "ends": "2026-11-25T14:00:00Z",
    "time_zone": "Asia/Baku",
    "starts_on": "2026-11-24",
    "ends_on": "2026-11-25",
    "place": "Akt zalı",
    "online": True,
    "closes": "2026-11-23T19:00:00Z",
    "budget": [{"purpose": "tea", "planned": MONEY, "actual": None, "payer": "sponsor"}],
    "delegates": [{"country": "TR", "people": 4}],
    "delegate_count": 4,
    "published_on": "2026-11-01",
    "report_due": "2026-12-09",
    "overdue": False,
}
