"""What papers of stays, trips and visits are made of, and two of them."""

from typing import Any

from tests.journeys.office import Office, Thing
from tests.journeys.patience import does_when_heard

ITEM = {"az": "Rektorla görüş", "en": "Meeting with the rector"}


def returned(office: Office) -> Thing:
    """Somebody was abroad, and is back today."""
    agreement = office.signed(office.partner())
    person = office.person()
    stay = office.nominated(agreement, person)
    office.arrived(stay)
    return stay | office.officer.does("RecordReturn", id=stay["id"], on=office.days.today, as_planned=True)


def sent(office: Office) -> Thing:
    """A trip that the head has approved by an order."""
    trip = office.trip(office.person(kind="staff"))
    trip |= office.officer.does("SubmitTrip", id=trip["id"])
    order: dict[str, Any] = {"order_number": office.named("Ə"), "order_date": office.days.today}
    return trip | office.head.does("ApproveTrip", id=trip["id"], **order)


def scheduled(office: Office) -> Thing:
    """A visit with an hour on its programme."""
    visit = office.planned(office.visit(office.partner(), in_days=14))
    hours = {"starts": f"{visit['starts']}T10:00:00+04:00", "ends": f"{visit['starts']}T11:00:00+04:00"}
    return visit | office.officer.does("AddProgrammeItem", id=visit["id"], kind="meeting", title=ITEM, **hours)


def invited(office: Office) -> Thing:
    """A visit for whose one member an invitation was issued."""
    visit = office.planned(office.visit(office.partner(), in_days=14))
    members: Thing = {"add": [{"name": office.named("Jörg Weiß"), "head": True}]}
    listed: Thing = office.officer.does("ChangeMembers", id=visit["id"], more="members { id }", **members)
    invited = [each["id"] for each in listed["members"]]
    issued: Thing = {"number": "INV-1", "on": office.days.today, "member_ids": invited}
    return visit | office.officer.does("IssueInvitation", id=visit["id"], **issued)


def briefed(office: Office) -> Thing:
    """A visit for which our side knows what it should know."""
    visit = office.planned(office.visit(office.partner(), in_days=14))
    return visit | office.officer.does("WriteBriefing", id=visit["id"], briefing=office.named("Ten seats"))


def certificate(office: Office) -> Thing:
    """The certificate of a stay."""
    stay = returned(office)
    return does_when_heard(office.officer, "MakeStayCertificate", mobility_id=stay["id"], languages=["en"])


def programme(office: Office) -> Thing:
    """The programme of a visit on paper."""
    visit = scheduled(office)
    return does_when_heard(office.officer, "MakeVisitProgramme", visit_id=visit["id"], languages=["az", "en"])
