"""States of the office's things as their owners publish them: complete, made to order, the same in every run."""

from datetime import UTC, datetime
from typing import Any

from tests.gateway.shelves import (
    AGREEMENT,
    BUS,
    EVENT,
    LEARNING,
    LECTURE,
    MINUTES,
    STEP,
    THEN,
    TRIP,
    VISIT,
    YES_OR_NO,
    State,
    text,
)
from tests.gateway.writings import Writings

POSTING: State = {"on": "2027-03-01", "academic_year": "2026/2027", "unit": "person_months", "amount": "3.97"}


class Library(Writings):
    """Makes states that refer to each other."""

    def organisation(self, name: str = "Universität Kassel", **given: Any) -> State:
        state = {
            "names": [
                {"language": "de", "kind": "native", "text": name},
                {"language": "en", "kind": "label", "text": f'{name} "in" English\n'},
                {"language": "az", "kind": "label", "text": f"{name} Əİ"},
            ],
            "kinds": self.any(["university"], ["school", "network"], []),
            "scope": "foreign",
            "country": self.any("DE", "TR", "FR"),
            "region": None,
            "city": self.any("Gəncə", "Kassel", None),
            "address": self.any("Str. 1, 34127", None),
            "website": "https://example.org/",
            "domains": ["example.org"],
            "ror": self.any("https://ror.org/04zc7p361", None),
            "pic": None,
            "erasmus_code": None,
            "voen": "1234567890",
            "parent_id": None,
            "tags": self.any([], ["erasmus+", 'a "quoted", one', "tab\there \\ \u2028 \x7f"]),
            "risk": self.any(None, {"rating": "low", "until": "2027-01-01"}),
            "contacts": [self.contact()],
            "aliases": [],
            "merged_into": None,
            "source": None,
            "confirmed_on": self.any(None, "2026-01-31"),
        }
        return self._keep("organisation", "ORG", self.any("active", "active", "prospect", "archived"), state, given)

    def contact(self) -> State:
        return {
            "id": self.id(),
            "role": "nominations",
            "languages": ["en", "az"],
            "valid_from": None,
            "valid_to": None,
            "mailbox": "office@example.org",
        }

    def condition(self, organisation_id: str, **given: Any) -> State:
        return {
            "id": self.id(),
            "from": {"organisation_id": None, "unit": "philology"},
            "to": {"organisation_id": organisation_id, "unit": None},
            "kind": "study",
            "first_year": "2026/2027",
            "last_year": "2028/2029",
            "people_per_year": self.any(1, 2, 5),
            "months_per_year": self.any(5, None),
            "days_per_year": None,
            "isced": ["0231", "0511"],
            "eqf": [6, 7],
            "language": "en",
            "cefr": "B2",
            "blended": bool(self.any(1, 0)),
            **given,
        }

    def agreement(self, organisation: State, title: str = "Anlaşma memorandumu", **given: Any) -> State:
        parties = [
            {"organisation_id": None, "unit": None, "us": True},
            {"organisation_id": organisation["id"], "unit": "Fachbereich 02", "us": False},
        ]
        conditions = [self.condition(organisation["id"]) for _ in range(self.any(0, 1, 2))]
        promise = {
            "id": self.id(),
            "text": text("Hər il hesabat", "az", "de"),
            "ours": True,
            "due": self.any(None, "2027-06-30"),
            "amount": self.any(None, {"amount": "1000.50", "currency": "EUR"}),
        }
        renewal = {"mode": "fixed", "notice_days": 90, "period_months": 12, "review_months": 12}
        terms = {
            "kind": "memorandum",
            "parties": parties,
            "starts": "2026-11-01",
            "ends": self.any("2030-10-31", None),
            "renewal": renewal,
            "conditions": conditions,
            "obligations": [promise],
        }
        version = {"version": 1, "hash": "a" * 64, "terms": terms, "on": "2026-10-20"}
        partner = {"organisation_id": organisation["id"]}
        bound = {"terms_version": 1, "terms_hash": "a" * 64}
        state = {
            **AGREEMENT,
            **terms,
            **bound,
            "title": text(title),
            "evergreen": terms["ends"] is None,
            "approved_terms": self.any(version, None),
            "signed_terms": version,
            "reviews": [{**STEP, "decided": self.any("approved", None)}],
            "approvals": [
                {"by": "partner", **partner, **bound, "on": "2026-10-18", "subject": "x", "evidence": MINUTES}
            ],
            "ball_with": self.any("us", "partner", None),
            "signatures": self.any([{**partner, "unit": None, "on": "2026-10-25", "evidence": MINUTES}], []),
        }
        return self._keep("agreement", "MOU", self.any("in_force", "in_force", "draft", "expiring"), state, given)

    def person(self, **given: Any) -> State:
        return self._keep("person", "PER", "registered", {"kind": "student", "erased_on": None}, given)

    def mobility(self, agreement: State, person: State, **given: Any) -> State:
        conditions = agreement["conditions"]
        state = {
            "person_id": person["id"],
            "direction": "outgoing",
            "audience": "student",
            "kind": "study",
            "sender_id": None,
            "sender_unit": "philology",
            "receiver_id": agreement["parties"][1]["organisation_id"],
            "receiver_unit": None,
            "agreement_id": agreement["id"],
            "condition_id": conditions[0]["id"] if conditions else self.id(),
            "academic_year": "2026/2027",
            "term": self.any("2026/2027-1", None),
            "planned_from": "2026-11-01",
            "planned_to": "2027-02-28",
            "actual_from": None,
            "actual_to": None,
            "level": 6,
            "field": "0231",
            "funding": "programme",
            "waiting": self.any(None, 1),
            "offer_until": None,
            "risk": None,
            "cause": None,
            "force_majeure": self.any(None, *YES_OR_NO),
            "ects": self.any(None, "30", "7.50"),
            "decision_due": self.any(None, "2026-12-28"),
            "courses_wanted": self.any([], ["Phonetics"]),
            "housing_wanted": self.any(None, *YES_OR_NO),
            "insured_until": self.any(None, "2027-03-31"),
            "postings": self.any([], [POSTING]),
        }
        return self._keep("mobility", "MOB", self.any("nominated", "arrived", "waitlisted"), state, given)

    def learning_agreement(self, mobility: State, **given: Any) -> State:
        sides = {name: mobility[name] for name in ("person_id", "sender_id", "receiver_id", "unit")}
        waits = {"waits_for": self.any("sender", None), "agreed": self.any(None, 1)}
        state = {**LEARNING, **sides, **waits, "mobility_id": mobility["id"]}
        return self._keep("learning_agreement", "LA", self.any("draft", "signed"), state, given)

    def trip(self, organisation: State, agreement: State, person: State, **given: Any) -> State:
        state = {
            **TRIP,
            "person_id": person["id"],
            "companion_ids": self.any([], [self.id()]),
            "organisation_id": organisation["id"],
            "agreement_id": self.any(agreement["id"], None),
            "cover_id": self.any(None, person["id"]),
            "insured_until": self.any(None, "2026-12-31"),
            "order_number": self.any(None, "18-E"),
            "cause": self.any(None, "host"),
        }
        return self._keep("trip", "TRP", self.any("draft", "submitted", "approved"), state, given)

    def resource(self, **given: Any) -> State:
        state = {
            "kind": self.any("room", "car"),
            "name": self.any("Akt zalı", "10-AA-123"),
            "spellings": self.any([], ["Böyük zal"]),
            "capacity": self.any(200, None),
            "place": self.any("1-ci bina", None),
            "reason": None,
        }
        return self._keep("resource", "RES", self.any("active", "retired"), state, given)

    def item(self, agreement: State, person: State) -> State:
        return {
            "id": self.id(),
            "kind": "signing",
            "title": text("İmzalanma", "az"),
            "starts": "2026-11-24T06:00:00Z",
            "ends": "2026-11-24T07:30:00Z",
            "place": "Rektorluq",
            "host_id": person["id"],
            "people": [person["id"]],
            "interpreters": [],
            "room": "101",
            "room_id": None,
            "car": None,
            "car_id": None,
            "agreement_id": agreement["id"],
            "warning": self.any(None, "agreement-not-approved"),
            "signed_on": None,
        }

    def visit(self, organisation: State, agreement: State, person: State, **given: Any) -> State:
        state = {
            **VISIT,
            "title": text("Kassel nümayəndə heyəti", "en", "fr"),
            "organisations": [organisation["id"], self.id()],
            "responsible_id": person["id"],
            "members": [{"id": self.id(), "organisation_id": organisation["id"], "head": True}],
            "hosts": [{"person_id": person["id"], "rank": "vice_rector"}],
            "escort": [person["id"]],
            "interpreters": [{"person_id": person["id"], "from_language": "az", "to_language": "de"}],
            "programme": self.any([self.item(agreement, person)], []),
            "requests": [{"id": self.id(), **BUS}],
            "signed": self.any([], [{"agreement_id": agreement["id"], "on": "2026-11-24"}]),
            "outcomes": [{"kind": "agreement", "text": "signed", "agreement_id": agreement["id"]}],
            "report": self.any(None, text("Hesabat")),
        }
        return self._keep("visit", "VIS", self.any("confirmed", "completed", "closed"), state, given)

    def event(self, organisation: State, person: State, **given: Any) -> State:
        state = {
            **EVENT,
            "organisations": self.any([organisation["id"]], []),
            "responsible_id": self.any(person["id"], None),
            "sessions": [{**LECTURE, "id": self.id(), "speakers": [person["id"]]}],
            "visibility": self.any("public", "office"),
            "capacity": self.any(200, None),
            "report": self.any(None, text("Hesabat")),
            "reason": self.any(None, "Qar"),
        }
        return self._keep("event", "EVT", self.any("draft", "registration_open", "held"), state, given)

    def action_point(self, visit: State, person: State, **given: Any) -> State:
        state = {
            "title": text("Göndərmək", "az", "en"),
            "owner_id": person["id"],
            "due": "2026-12-31",
            "priority": "normal",
            "verifier_id": None,
            "origin_kind": "visit",
            "origin_id": visit["id"],
            "done_on": None,
            "verified_on": None,
        }
        return self._keep("action_point", "ACT", "open", state, given)


def moment(text: str = THEN) -> datetime:
    """The instant that a text names."""
    return datetime.fromisoformat(text).astimezone(UTC)
