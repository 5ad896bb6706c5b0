"""Opportunities of the demonstration year: a call for the seats of a memorandum, and what is open today."""

from functools import partial
from typing import Any

from korpu_local.demo.office import Office, Thing

GRADES = {"title": {"az": "Orta bal", "en": "Grades"}, "weight": 60}
LETTER = {"title": {"az": "Motivasiya məktubu", "en": "Letter of motivation"}, "weight": 40}
TRANSCRIPT = {"title": {"az": "Transkript", "en": "Transcript of records"}}


def called(office: Office, partner: Thing, memorandum: Thing) -> Thing:
    """The seats that the memorandum opens are offered to students, and the call ends by itself."""
    office.it_is(106)
    shown = "query($id: ID!) { agreement(id: $id) { conditions { id } } }"
    condition = office.officer.asks(shown, id=memorandum["id"])["agreement"]["conditions"][0]["id"]
    given: Thing = {
        "kind": "EXCHANGE",
        "title": {"az": "Vilnüsdə bir semestr", "en": "A term in Vilnius"},
        "description": {"az": "Beş tələbə üçün mübadilə yeri.", "en": "Exchange places for five students."},
        "organisation_id": partner["id"], "condition_id": condition, "countries": ["LT"], "places": 5,
        "requirements": {
            "audience": ["STUDENT"], "eqf": [6, 7], "isced": ["0230"], "documents": [TRANSCRIPT],
            "languages": [{"language": "en", "cefr": "B1"}],
        },
        "criteria": [GRADES, LETTER], "deadline": office.day(109), "nomination_needed": True, "unit": "philology",
    }  # fmt: skip
    return published(office, **given)


def open_today(office: Office, partner: Thing) -> Thing:
    """A scholarship that students can apply for now, and one that the office still writes down; gives the first."""
    money: Thing = {"covers": "LIVING", "amount": {"amount": "934", "currency": "EUR"}, "per": "MONTH"}
    scholarship = published(
        office, kind="SCHOLARSHIP", provider="DAAD", countries=["DE"], organisation_id=partner["id"],
        title={"az": "Almaniyada magistratura təqaüdü", "en": "Scholarship for a master's degree in Germany"},
        description={"az": "İki ilə qədər tam təqaüd.", "en": "A full scholarship for up to two years."},
        requirements={
            "audience": ["STUDENT"], "eqf": [7], "citizenships": ["AZ"], "ages": [{"under": 35}],
            "languages": [{"language": "de", "cefr": "B2"}], "mean": {"minimum": "70", "scale": "100"},
            "documents": [TRANSCRIPT],
        },
        funding="FULL", covers=["LIVING", "INSURANCE", "TRAVEL"], amounts=[money],
        deadline=office.day(365 + 45), internal_deadline=office.day(365 + 30), time_zone="Europe/Berlin",
        source="https://www.daad.de/",
    )  # fmt: skip
    office.officer.does(
        "DraftOpportunity", kind="TRAINING_COURSE", countries=["PL"], provider="Erasmus+",
        title={"az": "Müəllimlər üçün yay kursu"}, requirements={"audience": ["TEACHER"]},
    )  # fmt: skip
    return scholarship


def published(office: Office, **given: Any) -> Thing:
    """It is written down, looked up at its source, and shown to everybody."""
    offered = office.eventually(partial(office.officer.does, "DraftOpportunity", **given))
    office.officer.does("VerifyOpportunity", id=offered["id"])
    office.officer.does("PublishOpportunity", id=offered["id"])
    return offered
