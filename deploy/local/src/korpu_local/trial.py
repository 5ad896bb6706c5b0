"""One real chain through a running system, to see that it stands: a partner, a memorandum, its seats, a student."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from korpu_chassis.clock import BAKU
from korpu_local.demo.office import Office, Thing

WAIT = 90.0
SHOWN = """query($id: ID!) {
  mobility(id: $id) { code status correlationId agreement { code status correlationId } receiver { code } }
}"""


def trial(office: Office, tell: Callable[[str], None]) -> None:
    """Let a new partner sign a memorandum today, and nominate a student on it; then ask the portal for all of it."""
    now = datetime.now(BAKU)
    mark = f"{now:%Y%m%d%H%M%S}"
    partner = new_partner(office, mark)
    tell(f"partner {partner['code']} is {partner['status'].lower()}")
    memorandum = signed_memorandum(office, partner, now.date())
    tell(f"memorandum {memorandum['code']} is {memorandum['status'].lower()}")
    student = office.person("Aysel", f"Sınaqova {mark}", "student")
    stay = office.eventually(partial(nominated, office, student, memorandum, now.date()), WAIT)
    tell(f"student's stay {stay['code']} is {stay['status'].lower()}")
    shown = office.eventually(partial(shown_together, office, stay, partner), WAIT)
    tell(f"the portal shows {partner['code']}, {shown['agreement']['code']} and {shown['code']} as one story")


def new_partner(office: Office, mark: str) -> Thing:
    """Register a partner that nobody has heard of."""
    name = {"language": "en", "kind": "LABEL", "text": f"Trial University {mark}"}
    known = office.officer.does(
        "RegisterOrganisation", names=[name], kinds=["UNIVERSITY"], scope="FOREIGN", country="LT",
        domains=[f"trial-{mark}.example"],
    )  # fmt: skip
    office.officer.does("AddContact", id=known["id"], role="COORDINATOR", mailbox=f"office@trial-{mark}.example")
    return office.officer.does("ActivateOrganisation", id=known["id"])


def signed_memorandum(office: Office, partner: Thing, today: date) -> Thing:
    """Agree on five seats a year, and sign today."""
    condition = {
        "from": {"unit": "philology"}, "to": {"organisation_id": partner["id"]}, "kind": "STUDY",
        "first_year": year_of(today, 0), "last_year": year_of(today, 2), "people_per_year": 5, "months_per_year": 25,
        "eqf": [6, 7],
    }  # fmt: skip
    draft = office.agreement(
        partner, "memorandum", "Sınaq memorandumu", "Memorandum on trial",
        starts=today, ends=today + timedelta(days=700), conditions=[condition],
    )  # fmt: skip
    reviewed = office.reviewed(draft, partner, today)
    return office.signed(reviewed, partner, today) | {"condition": draft["conditions"][0]["id"]}


def nominated(office: Office, student: Thing, memorandum: Thing, today: date) -> Thing:
    """Nominate a student; mobility has to have heard of the seats."""
    return office.officer.does(
        "NominatePerson", person_id=student["id"], condition_id=memorandum["condition"], unit="philology",
        academic_year=year_of(today, 0), planned_from=today + timedelta(days=30),
        planned_to=today + timedelta(days=120), level=6, field="0231", funding="PROGRAMME",
    )  # fmt: skip


def shown_together(office: Office, stay: Thing, partner: Thing) -> Thing:
    """Ask the gateway for the stay with what it came out of."""
    shown: Thing = office.officer.asks(SHOWN, id=stay["id"])["mobility"]
    if shown["receiver"]["code"] != partner["code"] or shown["correlationId"] != shown["agreement"]["correlationId"]:
        raise LookupError(f"the gateway does not know where {stay['code']} comes from")
    return shown


def year_of(day: date, later: int) -> str:
    """Name the academic year of a day, or one so many years later."""
    first = day.year - (day.month < 9) + later  # noqa: PLR2004 -- September
    return f"{first}/{first + 1}"
