"""Names, papers and private words stay with their owner: nothing that leaves it carries any of them."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import uuid4

import httpx
import pytest

from korpu_local.portal import camel, commands
from korpu_local.stack import Stack
from tests.journeys.admissions import admission_of, goes
from tests.journeys.applicants import of_applications
from tests.journeys.books import Books
from tests.journeys.conferences import of_guests
from tests.journeys.days import Calendar
from tests.journeys.departments import Department, bare
from tests.journeys.nominees import of_papers
from tests.journeys.office import LETTER, Office, Thing, partner_of
from tests.journeys.questions import of_enquiries

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

PERSONAL = frozenset(
    {
        "asker_email", "asker_name", "details", "email", "family_name", "given_name", "name", "native_name",
        "needs", "person", "phone", "position", "signatory", "university_number",
    }
)  # fmt: skip


STUDENT = "query($id: ID!) { learningAgreement(id: $id) { person { id } } }"
NO_PERSON = "Funder"
"""Its name is that of a fund."""
OF_ROOMS = "Resource"
"""The name of a room or a car is nobody's."""

OF_STAYS = ("Admission", "Application", "Enquiry", "Mobility", "LearningAgreement")
"""What is said of them in words is for the person alone."""
TO_DEPARTMENTS = frozenset({"RecordArrangementAnswer", "WithdrawArrangement"})
"""What is said with a request, departments read."""


def fields(schema: Any) -> Iterator[str]:
    """Every field that a command's input has, however deep."""
    if isinstance(schema, Mapping) and schema.get("title") != NO_PERSON:
        yield from schema.get("properties", {})
        for each in schema.values():
            yield from fields(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from fields(each)


def takers() -> set[str]:
    """The commands that take personal data: by the names of their fields, and the private words on stays."""
    return {
        name
        for name, each in commands().items()
        if (PERSONAL & set(fields(each.input)) and each.type != OF_ROOMS)
        or (each.type in OF_STAYS and name not in TO_DEPARTMENTS and {"reason", "comment"} & set(fields(each.input)))
    }


class Confidant:
    """Tells the office secrets, and remembers them and to whom they were told."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.secrets: list[str] = []
        self.told: set[str] = set()

    def secret(self) -> str:
        """A word that stands nowhere else; digits, so that no spelling hides it."""
        self.secrets.append(str(uuid4().int)[:12])
        return f"S{self.secrets[-1]}"

    def mail(self) -> str:
        """A private address."""
        return f"{self.secret()}@gdu.edu.az"

    def phone(self) -> str:
        """A private number."""
        number = f"+99450{str(uuid4().int)[:7]}"
        self.secrets.append(number[1:])
        return number

    def tells(self, command: str, more: str = "", **given: Any) -> Thing:
        """Say it with a command."""
        self.told.add(command)
        return self.office.officer.does(command, more=more, **given)

    def lets_the_head_tell(self, command: str, **given: Any) -> Thing:
        """Let the head say it with a command."""
        self.told.add(command)
        return self.office.head.does(command, **given)


def of_partners(confidant: Confidant) -> None:
    """Contacts, and who held the pen."""
    office = confidant.office
    partner = office.partner()
    contact = {"name": confidant.secret(), "email": confidant.mail(), "phone": confidant.phone(), "ground": "office"}
    confidant.tells("AddContact", id=partner["id"], role="signatory", evidence="Letter", **contact)
    agreement = office.approved(partner)
    confidant.tells("SignAgreement", id=agreement["id"], signatures=signed_by_name(confidant, agreement))
    about: Thing = {"id": agreement["id"], "number": 1}
    proposed = office.officer.does(
        "ProposeAmendment", id=agreement["id"], title={"az": "Dəyişiklik"}, ends=office.days.day(4 * 365)
    )
    for role, step in (("faculty", "faculty"), ("head", "department"), ("legal", "legal"), ("rectorate", "rectorate")):
        who = office.coordinator(agreement["unit"]) if role == "faculty" else office.as_role(role)
        who.does("ApproveAmendment", step=step, remark=confidant.secret(), **about)
    letter: Thing = {"organisation_id": partner_of(agreement), "on": office.days.today, "evidence": LETTER}
    office.officer.does("RecordAmendmentApproval", **letter, **about)
    confidant.tells("SignAmendment", signatures=signed_by_name(confidant, agreement), **about)
    assert proposed["version"]


def of_letters(confidant: Confidant) -> None:
    """Who signed on the other side, what the office remembers, and what a confidential letter is about."""
    aside: Thing = {"person": confidant.secret(), "note": confidant.secret()}
    about: Thing = {"direction": "incoming", "correspondents": [{"office": "Ministry"}], "confidential": True}
    letter = confidant.tells("RegisterLetter", **about, **aside, subject={"en": confidant.secret()})
    old: Thing = {"number": 1, "registered_on": "2019-03-04", "subject": {"en": "On a visit"}}
    about.pop("confidential")
    confidant.tells("EnterOldLetter", **about, **aside, **old)
    again: Thing = {"person": confidant.secret(), "note": confidant.secret(), "subject": {"az": confidant.secret()}}
    confidant.tells("CorrectLetter", id=letter["id"], **again)
    out = confidant.office.letter(direction="outgoing")
    printed: Thing = {"body": {"az": confidant.secret(), "en": confidant.secret()}, "signatory": confidant.secret()}
    confidant.tells("MakeLetterPaper", letter_id=out["id"], languages=["az", "en"], **printed)


def signed_by_name(confidant: Confidant, agreement: Thing) -> list[Thing]:
    """Signatures with the names of those who signed."""
    return [{**each, "signatory": confidant.secret()} for each in confidant.office.signatures(agreement)]


def of_people(confidant: Confidant) -> Thing:
    """Everything about one person."""
    names = ("given_name", "family_name", "native_name", "university_number")
    whole: Thing = {name: confidant.secret() for name in names}
    contact: Thing = {"email": confidant.mail(), "phone": confidant.phone(), "birth_date": "1973-02-17"}
    person = confidant.tells("RegisterPerson", kind="student", unit="philology", **whole, **contact)
    known = {"id": person["id"]}
    confidant.tells("CorrectPerson", **known, **{name: confidant.secret() for name in names}, email=confidant.mail())
    paper = {"number": confidant.secret(), "details": confidant.secret(), "country": "AZ"}
    confidant.tells("RecordDocument", **known, kind="passport", **paper)
    given: Thing = {"purpose": "photo", "data": [confidant.secret()], "evidence": confidant.secret()}
    confidant.tells("RecordConsent", **known, **given, valid_from=confidant.office.days.today)
    return person


def of_stays(confidant: Confidant, days: Calendar) -> None:
    """Why somebody does not go, or comes home."""
    office = confidant.office
    partner = office.partner()
    agreement = office.signed(partner, conditions=[office.seats(partner, people=4)])
    no_show, rejected, cancelled, back, waiting = (office.nominated(agreement) for _ in range(5))
    today = days.today
    office.officer.does("AcceptNomination", id=no_show["id"], on=today)
    confidant.tells("RejectNomination", id=rejected["id"], on=today, reason=confidant.secret())
    confidant.tells("DeclinePlace", id=waiting["id"], reason=confidant.secret())
    confidant.tells("CancelMobility", id=cancelled["id"], cause="own_wish", reason=confidant.secret())
    confidant.tells("NameStayContact", id=back["id"], contact={"name": confidant.secret(), "phone": confidant.phone()})
    insurance: Thing = {"company": "PAŞA", "number": confidant.secret(), "valid_to": days.day(200)}
    confidant.tells("RecordStayInsurance", id=back["id"], insurance=insurance)
    office.arrived(back)
    days.becomes(days.day(3))
    confidant.tells("RecordNoShow", id=no_show["id"], reason=confidant.secret())
    early: Thing = {"on": days.today, "force_majeure": False, "reason": confidant.secret()}
    confidant.tells("RecordEarlyReturn", id=back["id"], **early)
    confidant.tells("CorrectMobility", id=back["id"], level=7, reason=confidant.secret())


def of_studies(confidant: Confidant) -> None:
    """Why what somebody wants to study is not signed, and why nobody studies it."""
    office = confidant.office
    agreement = office.studies(office.nominated(office.signed(office.partner())), language_level="B2")
    person = office.officer.asks(STUDENT, id=agreement["id"])["learningAgreement"]["person"]
    known = {"id": agreement["id"], "hash": agreement["hash"]}
    office.as_role("student", person_id=bare(person["id"])).does("SignLearningAgreement", **known)
    confidant.tells("RejectLearningAgreement", **known, comment=confidant.secret())
    dialects = [{"table": "host", "title": "Dialects", "ects": 6}]
    confidant.tells("ReviseLearningAgreement", id=agreement["id"], components=dialects, language_level="C1")
    confidant.tells("WithdrawLearningAgreement", id=agreement["id"], reason=confidant.secret())


def of_trips(confidant: Confidant) -> None:
    """Whom to call, how somebody is insured, and why nobody goes."""
    office = confidant.office
    trip = office.trip(office.person(kind="staff"))
    known = {"id": trip["id"]}
    confidant.tells("NameEmergencyContact", **known, contact={"name": confidant.secret(), "phone": confidant.phone()})
    insurance: Thing = {"company": "PAŞA", "number": confidant.secret(), "valid_to": trip["ends"]}
    confidant.tells("RecordTripInsurance", **known, insurance=insurance)
    confidant.tells("CancelTrip", **known, cause="own_wish", reason=confidant.secret())


def of_admissions(confidant: Confidant) -> None:
    """With which visa somebody comes, where they live, and why a step is not taken."""
    office = confidant.office
    first, second, third, fourth = (admission_of(office) for _ in range(4))
    known: Thing = {"id": first["id"]}
    today, year = office.days.today, office.days.day(364)
    valid = {"valid_from": today, "valid_to": year}
    goes(office, first)
    visa = {"kind": "single_entry", "number": confidant.secret(), **valid}
    confidant.tells("RecordVisa", **known, visa=visa)
    office.officer.does("RecordStudentArrival", **known, on=today)
    confidant.tells("RegisterPlaceOfStay", **known, place={"address": confidant.secret(), **valid})
    office.officer.does("EnrolStudent", **known, order_number="44-T", order_date=today)
    confidant.tells("BeginAcademicLeave", **known, until=year, reason=confidant.secret())
    confidant.tells("EndStudies", **known, ending="left", on=today, reason=confidant.secret())
    goes(office, second)
    confidant.tells("RecordVisaRefusal", id=second["id"], on=today, reason=confidant.secret())
    confidant.lets_the_head_tell("ReopenAdmission", id=second["id"], reason=confidant.secret())
    confidant.tells("CancelAdmission", id=second["id"], cause="own_wish", reason=confidant.secret())
    confidant.tells("RecordPortalApplication", id=third["id"], portal_number=confidant.secret(), on=today)
    confidant.tells("RejectAdmission", id=third["id"], reason=confidant.secret())
    goes(office, fourth, until="RecordRecognition")
    confidant.tells("WaitlistAdmission", id=fourth["id"], reason=confidant.secret())


def of_visits(confidant: Confidant) -> None:
    """Who comes, with which passport and needs, and what was said."""
    office = confidant.office
    visit = office.planned(office.visit(in_days=1))
    known = {"id": visit["id"]}
    member = {name: confidant.secret() for name in ("name", "native_name", "position")}
    new = {**member, "email": confidant.mail(), "phone": confidant.phone(), "head": True}
    joined = confidant.tells("ChangeMembers", "members { id }", **known, add=[new])
    one = {**known, "member_id": joined["members"][0]["id"]}
    confidant.tells("CorrectMember", **one, particulars={**member, "name": confidant.secret()})
    papers = {"number": confidant.secret(), "needs": confidant.secret(), "country": "DE", "born_on": "1973-02-17"}
    confidant.tells("RecordPassport", **one, **papers, expires=office.days.day(900))
    office.begun(visit)
    confidant.tells("RecordOutcomes", **known, minutes=confidant.secret())


def test_no_topic_log_or_metric_holds_what_somebody_told_in_confidence(
    product: Stack, office: Office, days: Calendar, department: Department
) -> None:
    confidant, books = Confidant(office), Books(product, department)

    of_partners(confidant)
    of_letters(confidant)
    person = of_people(confidant)
    of_stays(confidant, days)
    of_studies(confidant)
    of_trips(confidant)
    of_admissions(confidant)
    of_applications(confidant)
    of_enquiries(confidant)
    of_visits(confidant)
    of_papers(confidant)
    of_guests(confidant)

    last = department.hears("mobility.people.v1", person, "person.consented")
    assert last.key == bare(person["id"])
    assert takers() <= confidant.told
    for owner in ("partners", "mobility", "events"):
        assert books.in_database(owner, confidant.secrets) != set()
    assert {"partners.agreements.v1", "events.visits.v1", "mobility-serve.log"} <= books.published(
        [office.mark, "command"]
    )
    assert books.in_database("gateway", confidant.secrets) == set()
    assert books.published([*confidant.secrets, "1973-02-17"]) == set()


def test_no_error_quotes_what_was_told_in_confidence(product: Stack, office: Office, department: Department) -> None:
    confidant, books = Confidant(office), Books(product, department)
    owner = f"{product.url('mobility')}/commands/register-person"
    headers = {"authorization": f"Bearer {product.token('officer')}"}
    wrong: list[dict[str, Any]] = [
        {"email": f"not an address {confidant.secret()}"},
        {"birth_date": confidant.secret()},
        {"given_name": confidant.secret() + "\0"},
        {"family_name": {"nested": confidant.secret()}},
        {"citizenship": confidant.secret()},
        {"no_such_field": confidant.secret()},
        {"university_number": confidant.secret() * 50},
    ]

    told = []
    for each in wrong:
        given = {"kind": "student", "given_name": "A", "family_name": "B", **each}
        told.append(httpx.post(owner, json=given, headers=headers))
        through: Thing = {"kind": "STUDENT", "givenName": "A", "familyName": "B"} | {
            camel(name): it for name, it in each.items()
        }
        query = "mutation($input: RegisterPersonInput!) { registerPerson(input: $input) { __typename } }"
        body = {"query": query, "variables": {"input": through}}
        told.append(httpx.post(f"{product.gateway_url}/graphql", json=body, headers=headers))

    assert {each.status_code < 500 for each in told} == {True}
    quoting = [each.text for each in told if any(word in each.text for word in confidant.secrets)]
    assert quoting == []
    assert books.published(confidant.secrets) == set()
