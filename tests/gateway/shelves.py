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
