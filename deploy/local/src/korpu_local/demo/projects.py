"""The joint project of the demonstration year: an idea of the delegation's, a grant, two reports and what came out."""

from typing import Any

from korpu_local.demo.office import Office, Thing

MORE = "reports { id kind }"


def begun(office: Office, partner: Thing, memorandum: Thing) -> Thing:
    """The memorandum leads to an idea, and the idea to a grant."""
    office.it_is(80)
    leader = office.person("Sevinc", "Rzayeva", "staff", "philology")
    project = idea(
        office, partner, "Azərbaycan-litva lüğəti", "An Azerbaijani-Lithuanian dictionary", 105,
        agreement_id=memorandum["id"], origin={"kind": "AGREEMENT", "id": memorandum["id"]},
        principal_investigator_id=leader["id"], call="KA220-HED",
    )  # fmt: skip
    known: dict[str, Any] = {"id": project["id"]}
    office.it_is(88)
    office.head.does("ProposeProject", **known)
    office.it_is(104)
    wanted = [{"kind": "INTERIM", "due": office.day(320)}, {"kind": "FINAL", "due": office.day(362)}]
    office.officer.does("FundProject", **known, grant_number="2026-1-LT01-004", on=office.day(103), reports=wanted)
    office.it_is(105)
    return office.officer.does("StartProject", **known, on=office.day(105), more=MORE)


def ended(office: Office, project: Thing) -> None:
    """Both reports are accepted, a dictionary has come out, and the file is closed."""
    due = {each["kind"].lower(): each["id"] for each in project["reports"]}
    office.it_is(310)
    sent(office, project, due["interim"])
    office.it_is(340)
    office.officer.does(
        "RecordProjectOutput", id=project["id"], kind="BOOK", on=office.day(339), doi="10.5555/korpu.2026.1",
        title={"az": "Azərbaycan-litva lüğəti", "en": "Azerbaijani-Lithuanian dictionary"},
    )  # fmt: skip
    office.it_is(355)
    sent(office, project, due["final"])
    office.it_is(364)
    office.officer.does("CloseProject", id=project["id"])


def sent(office: Office, project: Thing, report: str) -> None:
    """A report goes to the funder, who accepts it."""
    for command in ("SubmitProjectReport", "AcceptProjectReport"):
        office.officer.does(command, id=project["id"], report_id=report)


def idea(office: Office, partner: Thing, az: str, en: str, starts: int, **about: Any) -> Thing:
    """An idea for a joint project, with its budget and both shares."""
    given = {
        "title": {"az": az, "en": en},
        "summary": {"az": "Tərəfdaşla birgə iş.", "en": "Work that is done together with the partner."},
        "partners": [
            {"us": True, "role": "BENEFICIARY", "share": euros(24_000)},
            {"organisation_id": partner["id"], "role": "COORDINATOR", "share": euros(36_000)},
        ],
        "funder": {"name": "Erasmus+"},
        "budget": euros(60_000),
        "starts": office.day(starts),
        "ends": office.day(starts + 245),
        "unit": "philology",
        **about,
    }
    return office.officer.does("PlanProject", **given)


def euros(amount: int) -> Thing:
    """So many euros."""
    return {"amount": f"{amount}.00", "currency": "EUR"}
