"""States of what the office writes: letters, projects, publications, papers, admissions, registers, opportunities.

Most are the owner's published example with other values in it, so a value that an owner adds is here by itself.
"""

from functools import cache
from typing import Any

import orjson

from korpu_gateway.mutations.contracts import SERVICES
from tests.gateway.catalogue import Catalogue
from tests.gateway.shelves import ADMISSION, APPLICATION, MONEY, OPPORTUNITY, SELECTION, State, text

SOMEBODY = "00000000-0000-4000-8000-000000000001"
"""The person whom some callers are."""


@cache
def _told(fact: str, owner: str) -> bytes:
    return (SERVICES / f"{owner}/contract/messages/{fact}.v1.example.json").read_bytes()


def example(fact: str, owner: str = "partners") -> State:
    """The state in the published example of a fact; ids and what every thing has are given anew."""
    state: State = orjson.loads(_told(fact, owner))["state"]
    common = ("id", "version", "code", "status", "unit", "author", "correlation_id", "created_at", "changed_at")
    return {name: value for name, value in state.items() if name not in common}


class Writings(Catalogue):
    """Makes what is written to partners, with them and about them, and who is admitted."""

    def letter(self, organisation: State, agreement: State, **given: Any) -> State:
        subject = self.any(text("Dəvət", "az", "en"), None)
        told = example("letter.registered")
        links = [{"kind": "agreement", "id": agreement["id"]}, {"kind": "organisation", "id": organisation["id"]}]
        state = told | {
            "direction": self.any("incoming", "outgoing", "internal"),
            "subject": subject,
            "confidential": subject is None,
            "correspondents": [{"organisation_id": organisation["id"], "office": self.any("Rektorat", None)}],
            "languages": ["az", "de"],
            "their_number": self.any("0042/7", None),
            "due": self.any("2026-12-01", None),
            "answering_time": self.any(told["answering_time"], None),
            "answer_ids": [],
            "links": self.any(links, []),
            "scans": self.any(told["scans"], []),
            "assignee": self.any("officer-1", None),
            "read_by_unit": self.any("philology", "physics", None),
        }
        return self._keep("letter", "IN", self.any("registered", "assigned", "closed"), state, given)

    def project(self, organisation: State, agreement: State, letter: State, person: State, **given: Any) -> State:
        told = example("joint_project.proposed")
        share = {"us": False, "role": "beneficiary", "unit": None, "share": MONEY}
        state = told | {
            "title": text("Birgə layihə", "az", "en"),
            "summary": self.any(text("Nə üçün"), None),
            "partners": [
                {**share, "organisation_id": organisation["id"]},
                {**share, "organisation_id": None, "us": True, "share": None},
            ],
            "funder": self.any({"organisation_id": None, "name": "Erasmus+"}, None),
            "grant_number": self.any("000123456789012345678", None),
            "budget": self.any(MONEY, None),
            "principal_investigator_id": person["id"],
            "members": [{**told["members"][0], "person_id": person["id"]}] if told["members"] else [],
            "outputs": self.any([], [{**told["outputs"][0], "title": text("Məqalə", "az")}]),
            "agreement_id": self.any(agreement["id"], None),
            "origin": {"kind": "letter", "id": letter["id"]},
            "ends": self.any("2029-08-31", None),
        }
        return self._keep("joint_project", "PRJ", self.any("proposed", "active", "closed"), state, given)

    def publication(self, organisation: State, project: State, person: State, **given: Any) -> State:
        told = example("publication.planned")
        printing = {
            "medium": "print",
            "isbn": "9789952370553",
            "pages": 120,
            "copies": 300,
            "printer": None,
            "url": None,
        }
        edition = told["editions"][0] | {
            "language": "az",
            "printings": self.any([printing], []),
            "translator_id": self.any(person["id"], None),
            "waiver": self.any(told["editions"][0]["waiver"], None),
        }
        state = told | {
            "title": text("Lüğət", "az", "de"),
            "annotation": self.any(text("Annotasiya", "az"), None),
            "author_ids": [person["id"]],
            "agreement_id": None,
            "project_id": self.any(project["id"], None),
            "editions": [edition, {**edition, "language": "en", "status": "in_translation", "printings": []}],
            "languages": ["az", "en"],
            "distributions": self.any([], [{**told["distributions"][0], "organisation_id": organisation["id"]}]),
            "returned_from": self.any("submitted", None),
        }
        return self._keep("publication", "PUB", self.any("planned", "published", "distributed"), state, given)

    def paper(self, organisation: State, agreement: State, letter: State | None, **given: Any) -> State:
        state = example("paper.made") | {
            "title": text("Məktub", "az", "en"),
            "agreement_id": None if letter else agreement["id"],
            "letter_id": letter["id"] if letter else None,
            "parties": [{"organisation_id": organisation["id"], "names": text("Kassel", "de", "en")}],
        }
        return self._keep("paper", "DOC", self.any("issued", "revoked"), state, given)

    def enquiry(self, organisation: State, opportunity: State, person: State, **given: Any) -> State:
        state = example("enquiry.received", "mobility") | {
            "organisation_id": self.any(organisation["id"], None),
            "opportunity_id": self.any(opportunity["id"], None),
            "person_id": self.any(person["id"], None),
            "overdue": self.any(True, False),  # noqa: FBT003 -- one of two values
            "topic": self.any("exchange", "event"),
        }
        return self._keep("enquiry", "ENQ", self.any("received", "answered", "closed"), state, given)

    def proposal(self, point: State, person: State, **given: Any) -> State:
        unnamed = self.any(True, False)  # noqa: FBT003 -- one of two values
        state = example("proposal.submitted", "events") | {
            "title": text("Təklif", "az", "en"),
            "description": text("Nə üçün", "az"),
            "expected_effect": self.any(text("Nəticə", "az"), None),
            "unnamed": unnamed,
            "proposer_id": None if unnamed else person["id"],
            "supporters": self.any(0, 2, 11),
            "action_points": self.any([], [point["id"]]),
            "merged_into": None,
        }
        return self._keep("proposal", "PRP", self.any("submitted", "in_action", "declined"), state, given)

    def report(self, **given: Any) -> State:
        """A report with its template and the part of a unit."""
        template = example("report_template.added", "events") | {
            "title": text("Hesabat", "az", "en"),
            "questions": [{"id": "plans", "words": text("Nə olacaq?", "az"), "required": True}],
        }
        asked = self._keep("report_template", "RTM", self.any("active", "retired"), template, {})
        published = self.any("2026-11-20", None)
        state = example("report.requested", "events") | {
            "title": text("Hesabat", "az", "en"),
            "summary": self.any(text("Yaxşı il", "az"), None),
            "template_id": asked["id"],
            "published_on": published,
        }
        report = self._keep("report", "REP", "published" if published else "consolidated", state, given)
        part = example("unit_report.requested", "events") | {"report_id": report["id"], "template_id": asked["id"]}
        self._keep("unit_report", "REP", self.any("draft", "accepted"), part | {"earlier_id": None}, {})
        return report

    def frequent_answer(self, opportunity: State, **given: Any) -> State:
        state = example("frequent_answer.drafted", "mobility") | {
            "question": text("Nə vaxt?", *self.any(("az", "en"), ("az",))),
            "answer": text("Mayda", "az", "en"),
            "opportunity_id": self.any(opportunity["id"], None),
        }
        return self._keep("frequent_answer", "FAQ", self.any("draft", "published", "withdrawn"), state, given)

    def advice_slot(self, person: State, **given: Any) -> State:
        state = example("advice_slot.offered", "mobility") | {"person_id": self.any(person["id"], None)}
        return self._keep("advice_slot", "ADV", self.any("offered", "booked", "cancelled"), state, given)

    def answer_template(self, **given: Any) -> State:
        state = example("answer_template.written", "mobility") | {"text": text("Salam", "az", "en")}
        return self._keep("answer_template", "TXT", self.any("active", "retired"), state, given)

    def mobility_paper(self, stay: State | None, trip: State | None, **given: Any) -> State:
        of = stay or trip or {}
        state = example("mobility_paper.made", "mobility") | {
            "template": "stay_certificate" if stay else "trip_order",
            "title": text("Arayış", "az", "en"),
            "mobility_id": stay["id"] if stay else None,
            "learning_agreement_id": None,
            "trip_id": trip["id"] if trip else None,
            "person_id": of["person_id"],
            "person_ids": [of["person_id"]],
            "parties": [],
        }
        return self._keep("mobility_paper", "MDOC", self.any("issued", "revoked"), state, given)

    def event_paper(self, visit: State, organisation: State, **given: Any) -> State:
        state = example("event_paper.made", "events") | {
            "title": text("Proqram", "az", "en"),
            "visit_id": visit["id"],
            "parties": [{"organisation_id": organisation["id"], "names": text("Kassel", "de", "en")}],
        }
        return self._keep("event_paper", "EDOC", self.any("issued", "revoked"), state, given)

    def deputyship(self, **given: Any) -> State:
        state = example("deputyship.named") | {"ended_on": self.any("2026-11-25", None)}
        return self._keep("deputyship", "DEP", self.any("planned", "in_force", "over", "ended"), state, given)

    def register_import(self, **given: Any) -> State:
        state = example("register_import.advanced") | {
            "kind": self.any("organisations", "agreements", "letters"),
            "file": self.any("reyestr 2012.xlsx", "old.csv"),
        }
        return self._keep("register_import", "IMP", self.any("mapped", "done", "undone"), state, given)

    def admission(self, organisation: State, agreement: State, person: State, **given: Any) -> State:
        state = {
            **ADMISSION,
            "person_id": person["id"],
            "organisation_id": self.any(organisation["id"], None),
            "agreement_id": agreement["id"],
            "funding": self.any("state", "own"),
            "migration": self.any("arrived", "permit_valid"),
            "cause": self.any(None, "visa_refused"),
        }
        return self._keep("admission", "ADM", self.any("applied", "accepted", "enrolled"), state, given)

    def opportunity(self, organisation: State, agreement: State, **given: Any) -> State:
        shown = bool(self.any(1, 1, 0))
        state = {
            **OPPORTUNITY,
            "title": text("Berlində təqaüd", *self.any(("az", "en"), ("en", "az", "de"))),
            "description": self.any(text("Bir il Berlində"), None),
            "organisation_id": organisation["id"],
            "agreement_id": self.any(agreement["id"], None),
            "provider": self.any("Berlin Fund", None),
            "front_page": shown,
            "published_on": "2026-11-23" if shown else None,
        }
        status = self.any("published", "closing_soon") if shown else "draft"
        return self._keep("opportunity", "OPP", status, state, given)

    def application(self, opportunity: State, person: State, **given: Any) -> State:
        state = {
            **APPLICATION,
            "opportunity_id": opportunity["id"],
            "person_id": self.any(person["id"], SOMEBODY),
            "submitted_at": self.any("2026-11-24T08:00:00Z", None),
            "repair_until": self.any("2026-12-24", None),
            "scorer_ids": self.any([], [SOMEBODY]),
        }
        return self._keep("application", "APL", self.any("draft", "submitted", "returned"), state, given)

    def selection(self, opportunity: State, person: State, **given: Any) -> State:
        state = {**SELECTION, "opportunity_id": opportunity["id"], "member_ids": [person["id"]]}
        return self._keep("selection", "SEL", self.any("convened", "scoring", "ranked"), state, given)
