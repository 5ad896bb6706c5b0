"""The office in a journey: its people at the portal, and the histories that tests begin from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any
from uuid import uuid4

from korpu_local.portal import Portal
from korpu_local.stack import Stack
from tests.journeys.days import Calendar
from tests.journeys.patience import does_when_heard

Thing = dict[str, Any]

LETTER = {"reference": "IN-2026/118"}
STEPS = {
    "faculty": "faculty_coordinator",
    "department": "head",
    "legal": "legal",
    "finance": "finance",
    "rectorate": "rectorate",
}
PHILOLOGY, HISTORY = "philology", "history"
REVIEWED = "termsVersion conditions { id } reviews { step stage } parties { us organisation { id } }"


@dataclass(frozen=True)
class Reception:
    """Where people come in; each has a portal of their own, opened once."""

    product: Stack
    portals: dict[tuple[object, ...], Portal] = field(default_factory=dict)

    def portal(self, role: str | None, language: str = "en", **who: Any) -> Portal:
        """The portal of somebody: `unit=`, `person_id=`, `subject=` say who; nobody's role is nobody's token."""
        name = (role, language, *sorted(who.items()))
        if name not in self.portals:
            token = self.product.token(role, **who) if role else None
            self.portals[name] = Portal(self.product.gateway_url, token, language=language)
        return self.portals[name]

    def close(self) -> None:
        """Everybody goes home."""
        for portal in self.portals.values():
            portal.close()


@dataclass(frozen=True)
class Office:
    """The department, with partners, people and agreements that belong to one test alone."""

    reception: Reception
    days: Calendar
    mark: str = field(default_factory=lambda: uuid4().hex[:8])
    _numbers: Any = field(default_factory=lambda: count(1))

    def as_role(self, role: str | None, language: str = "en", **who: Any) -> Portal:
        """Somebody of this role at the portal."""
        return self.reception.portal(role, language, **who)

    def entrance(self, role: str | None, **who: Any) -> tuple[str, str | None]:
        """Where to come in, and the token of somebody of this role."""
        product = self.reception.product
        return product.gateway_url, product.token(role, **who) if role else None

    @property
    def officer(self) -> Portal:
        """The officer, who does most of it."""
        return self.as_role("officer")

    @property
    def head(self) -> Portal:
        """The head of the department."""
        return self.as_role("head")

    @property
    def anybody(self) -> Portal:
        """Somebody from the street."""
        return self.as_role(None)

    def coordinator(self, unit: str) -> Portal:
        """The coordinator of a faculty."""
        return self.as_role("faculty_coordinator", unit=unit, subject=f"coordinator-{unit}")

    def named(self, word: str) -> str:
        """A name that only this test gives."""
        return f"{word} {self.mark}{next(self._numbers)}"

    def partner(self, name: str = "University", *, country: str = "DE", active: bool = True, **about: Any) -> Thing:
        """A partner whom the office knows and can reach."""
        label = self.named(name)
        given = {
            "names": [{"language": "en", "kind": "label", "text": label}],
            "kinds": ["university"],
            "scope": "foreign",
            "country": country,
            **about,
        }
        known = self.officer.does("RegisterOrganisation", **given)
        mailbox = f"office@{label.split()[-1]}.edu"
        self.officer.does("AddContact", id=known["id"], role="coordinator", mailbox=mailbox)
        return self.officer.does("ActivateOrganisation", id=known["id"]) if active else known

    def seats(self, partner: Thing, people: int = 5, **other: Any) -> Thing:
        """A condition: our students go to the partner."""
        return {
            "from": {},
            "to": {"organisation_id": partner["id"]},
            "kind": "study",
            "first_year": self.days.academic_year(),
            "last_year": self.days.academic_year(3),
            "people_per_year": people,
            "eqf": [6, 7],
            **other,
        }

    def draft(self, partner: Thing, portal: Portal | None = None, **terms: Any) -> Thing:
        """A memorandum that was written today, with five seats."""
        given = {
            "kind": "memorandum",
            "title": {"az": self.named("Anlaşma memorandumu"), "en": self.named("Memorandum of understanding")},
            "parties": [{"us": True}, {"organisation_id": partner["id"], "us": False}],
            "unit": PHILOLOGY,
            "starts": self.days.today,
            "ends": self.days.day(3 * 365),
            "conditions": [self.seats(partner)],
            **terms,
        }
        return (portal or self.officer).does("DraftAgreement", more=REVIEWED, **given) | {"unit": given["unit"]}

    def in_review(self, agreement: Thing, *approved_by: str) -> Thing:
        """The agreement goes round, and these have said yes already."""
        sent = agreement | self.officer.does("SubmitAgreement", id=agreement["id"], more=REVIEWED)
        for step in approved_by:
            sent |= self.says_yes(sent, step)
        return sent

    def says_yes(self, agreement: Thing, step: str) -> Thing:
        """One office or the partner approves."""
        about = {"id": agreement["id"], "terms_version": agreement["termsVersion"]}
        if step == "partner":
            known = {"organisation_id": partner_of(agreement), "on": self.days.today, "evidence": LETTER}
            return self.officer.does("RecordPartnerApproval", more=REVIEWED, **about, **known)
        unit = agreement["unit"]
        who = self.coordinator(unit) if step == "faculty" else self.as_role(STEPS[step])
        return who.does("ApproveAgreement", more=REVIEWED, step=step, **about)

    def approved(self, partner: Thing, **terms: Any) -> Thing:
        """An agreement that all have approved."""
        agreement = self.in_review(self.draft(partner, **terms))
        for step in route(agreement):
            agreement |= self.says_yes(agreement, step)
        return agreement

    def signatures(self, agreement: Thing, on: date | None = None) -> list[Thing]:
        """Both sides sign."""
        day = on or self.days.today
        return [{"on": day}, {"organisation_id": partner_of(agreement), "on": day}]

    def signs(self, agreement: Thing, on: date | None = None, **about: Any) -> Thing:
        """The officer records both signatures."""
        given = {"id": agreement["id"], "signatures": self.signatures(agreement, on), **about}
        return agreement | self.officer.does("SignAgreement", more=REVIEWED, **given)

    def signed(self, partner: Thing, **terms: Any) -> Thing:
        """An agreement that all have approved and signed today."""
        return self.signs(self.approved(partner, **terms))

    def person(self, unit: str = PHILOLOGY, **about: Any) -> Thing:
        """Somebody whom the office has registered; invented, like everybody here."""
        given = {"kind": "student", "given_name": "Aysel", "family_name": self.named("Məmmədova"), "unit": unit}
        return self.officer.does("RegisterPerson", **{**given, **about})

    def nomination(self, agreement: Thing, person: Thing, **about: Any) -> Thing:
        """What a nomination says that every rule lets through."""
        return {
            "person_id": person["id"],
            "condition_id": agreement["conditions"][0]["id"],
            "academic_year": self.days.academic_year(),
            "planned_from": self.days.today,
            "planned_to": self.days.day(100),
            "level": 6,
            "field": "0231",
            **about,
        }

    def nominated(self, agreement: Thing, person: Thing | None = None, **about: Any) -> Thing:
        """Somebody is nominated to a seat, as soon as the seat is known there."""
        given = self.nomination(agreement, person or self.person(), **about)
        return does_when_heard(self.officer, "NominatePerson", more="waiting offerUntil", **given)

    def arrived(self, stay: Thing) -> Thing:
        """The host takes the nominee, who arrives today."""
        for command in ("AcceptNomination", "AgreeMobility", "RecordArrival"):
            stay = self.officer.does(command, id=stay["id"], on=self.days.today)
        return stay

    def studies(self, stay: Thing, **about: Any) -> Thing:
        """What is to be studied on a stay, drafted."""
        novel = {"table": "host", "code": "GER-7", "title": self.named("The modern novel"), "ects": 6}
        counted = {"table": "home", "title": "World literature", "ects": 6}
        given = {"mobility_id": stay["id"], "components": [novel, counted], "language": "de", **about}
        return self.officer.does("DraftLearningAgreement", more="number hash correlationId", **given)

    def visit(self, *organisations: Thing, in_days: int = 7, length: int = 2, **about: Any) -> Thing:
        """A delegation asks to come."""
        given = {
            "direction": "incoming",
            "title": {"az": self.named("Nümayəndə heyəti"), "en": self.named("Delegation")},
            "purpose": "Student exchange in philology",
            "organisations": [each["id"] for each in organisations],
            "head_level": "rector",
            "starts": self.days.day(in_days),
            "ends": self.days.day(in_days + length),
            "letter": "Letter No. 214",
            "unit": PHILOLOGY,
            **about,
        }
        return self.officer.does("RequestVisit", more="correlationId starts ends", **given)

    def planned(self, visit: Thing) -> Thing:
        """The visit was looked at, approved, and somebody is responsible."""
        self.officer.does("BeginScreening", id=visit["id"])
        self.officer.does("RecordCheck", id=visit["id"], kind="security", clear=True)
        self.head.does("ApproveVisit", id=visit["id"])
        responsible = self.person(kind="staff")
        return visit | self.officer.does("PlanVisit", id=visit["id"], responsible_id=responsible["id"])

    def begun(self, visit: Thing) -> Thing:
        """The delegation is here; its first day has come."""
        self.head.does("ConfirmVisit", id=visit["id"], despite="The programme follows by telephone")
        first = date.fromisoformat(visit["starts"])
        if first > self.days.today:
            self.days.becomes(first)
        return visit | self.officer.does("StartVisit", id=visit["id"])

    def letter(self, *senders: Thing, **about: Any) -> Thing:
        """A letter has come in."""
        given = {
            "direction": "incoming",
            "correspondents": [{"organisation_id": each["id"]} for each in senders] or [{"office": "The Ministry"}],
            "subject": {"az": self.named("Səfər haqqında"), "en": self.named("On a visit")},
            "unit": PHILOLOGY,
            **about,
        }
        return self.officer.does("RegisterLetter", more="correlationId due", **given)

    def trip(self, person: Thing, **about: Any) -> Thing:
        """A trip of somebody of the staff, drafted."""
        return does_when_heard(
            self.officer, "DraftTrip", more="starts ends correlationId", **self.journey(person, **about)
        )

    def journey(self, person: Thing, *, in_days: int = 10, length: int = 4, country: str = "DE", **about: Any) -> Thing:
        """Somebody of the staff is to go to Kassel and come back."""
        home, kassel = {"country": "AZ", "city": "Gəncə"}, {"country": country, "city": "Kassel"}
        ways = [(self.days.day(in_days), home, kassel), (self.days.day(in_days + length), kassel, home)]
        legs = [
            {"departs": on, "arrives": on}
            | {f"from_{name}": value for name, value in came.items()}
            | {f"to_{name}": value for name, value in goes.items()}
            for on, came, goes in ways
        ]
        return {
            "person_id": person["id"],
            "purpose_kind": "talks",
            "purpose": self.named("Talks on a joint programme"),
            "legs": legs,
            **about,
        }

    def offered(self, **about: Any) -> Thing:
        """A scholarship of which the office has learned."""
        words = {"title": {"az": self.named("Təqaüd"), "en": self.named("Scholarship")}, "provider": "Berlin Fund"}
        given = {"kind": "scholarship", "description": {"az": "Bir il", "en": "A year"}, "countries": ["DE"], **words}
        asked = {"requirements": {"audience": ["student"]}, "deadline": self.days.day(60)}
        return does_when_heard(self.officer, "DraftOpportunity", more="code", **{**given, **asked, **about})

    def published(self, **about: Any) -> Thing:
        """A scholarship that everybody reads."""
        self.officer.does("VerifyOpportunity", id=(offered := self.offered(**about))["id"])
        return offered | self.officer.does("PublishOpportunity", id=offered["id"])

    def promised(self) -> Thing:
        """Somebody has promised something."""
        title = {"az": self.named("Elan vermək"), "en": self.named("Call for nominees")}
        return self.officer.does("OpenActionPoint", title=title, due=self.days.day(30), unit=PHILOLOGY)


def partner_of(agreement: Thing) -> str:
    """The partner's id."""
    return str(next(each["organisation"]["id"] for each in agreement["parties"] if not each["us"]))


def route(agreement: Thing) -> Sequence[str]:
    """The offices that the agreement waits for, in their order."""
    waiting: list[Mapping[str, Any]] = sorted(agreement["reviews"], key=lambda each: each["stage"])
    return list(dict.fromkeys(each["step"].lower() for each in waiting))
