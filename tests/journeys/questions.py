"""Questions to the office: by telephone, through the door for guests, and answered."""

from typing import Any

import httpx

from tests.journeys.office import Office, Thing

BY_PHONE: Thing = {
    "topic": "scholarship", "channel": "phone", "question": "Yer varmı?",
    "asker_name": "Leyla", "asker_email": "leyla@example.org",
}  # fmt: skip


def asked(office: Office, **about: Any) -> Thing:
    """Somebody has called, and an officer wrote it down."""
    return office.officer.does("RegisterEnquiry", more="code", **{**BY_PHONE, **about})


def answered(office: Office) -> Thing:
    """An officer has answered."""
    known = {"id": asked(office)["id"]}
    office.officer.does("AssignEnquiry", **known)
    return office.officer.does("AnswerEnquiry", **known, text="Bəli, üç yer.")


FREQUENT: Thing = {
    "topic": "exchange",
    "question": {"az": "Nə vaxt?", "en": "When?"},
    "answer": {"az": "Mayda.", "en": "In May."},
}


def frequent(office: Office, **about: Any) -> Thing:
    """What is asked often, written down with its answer."""
    return office.officer.does("DraftFrequentAnswer", more="code", **{**FREQUENT, **about})


def appointment(office: Office, starts_at: str | None = None) -> Thing:
    """An officer of this test alone has time tomorrow."""
    at = starts_at or f"{office.days.day(1)}T10:00:00+04:00"
    given: Thing = {"starts_at": at, "place": "Otaq 214", "advisor": office.named("advisor").replace(" ", "-")}
    return office.officer.does("OfferAdviceSlot", more="code", **given)


def kept(office: Office, **about: Any) -> Thing:
    """A text from which answers are made."""
    given = {
        "title": office.named("Salamlama"),
        "topic": "exchange",
        "text": {"az": "Salam, {name}!", "en": "Dear {name}!"},
    }
    return office.officer.does("WriteAnswerTemplate", **{**given, **about})


def knocks(office: Office, **given: Any) -> httpx.Response:
    """Somebody without an account asks at the gateway."""
    url, _ = office.entrance(None)
    said = {"name": "Leyla", "email": "leyla@example.org", "topic": "scholarship", "question": "Yer varmı?"}
    return httpx.post(f"{url}/mobility/guest-enquiries", json={**said, **given})


def as_guest(office: Office, what: str, secret: str, **more: str) -> httpx.Response:
    """Whoever holds the secret of a link, at the gateway."""
    url, _ = office.entrance(None)
    return httpx.post(f"{url}/mobility/guest-links/{what}", json={"secret": secret, **more})


def of_enquiries(confidant: Any) -> None:
    """Who asks what, what is answered, and why nothing is."""
    office, who = confidant.office, {"name": confidant.secret(), "email": confidant.mail()}
    by_phone = {"asker_name": confidant.secret(), "asker_email": confidant.mail(), "question": confidant.secret()}
    known = {"id": confidant.tells("RegisterEnquiry", **{**BY_PHONE, **by_phone})["id"]}
    office.officer.does("AssignEnquiry", **known)
    confidant.tells("AnswerEnquiry", **known, text=confidant.secret())
    confidant.tells("ReopenEnquiry", **known, question=confidant.secret())
    confidant.tells("CloseEnquiry", **known, cause="not_ours", reason=confidant.secret())
    knocks(office, **who, question=confidant.secret())
