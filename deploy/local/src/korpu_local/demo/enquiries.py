"""Questions of the demonstration year: one that was answered long ago, one that waits, and one that is late."""

from typing import Any

from korpu_local.demo.office import Office, Thing

ASKERS = {"asker_name": "Leyla Nağıyeva", "asker_email": "leyla@example.org"}


def answered(office: Office, opportunity: Thing) -> None:
    """Somebody asks about the call for Vilnius, and an officer answers on the same day."""
    known = _asked(
        office, "exchange", "Vilnüs üçün hansı dil səviyyəsi lazımdır?", opportunity_id=opportunity["id"], language="AZ"
    )
    office.officer.does("AssignEnquiry", id=known["id"])
    office.officer.does("AnswerEnquiry", id=known["id"], text="İngilis dili, ən azı B1.")


def waiting(office: Office) -> None:
    """Somebody has asked today, and somebody asked a week ago and still waits."""
    office.it_is(365 - 7)
    late = _asked(office, "recognition", "Где признают диплом Тбилисского университета?", language="RU")
    office.it_is_now()
    office.officer.does("AssignEnquiry", id=late["id"])
    _asked(office, "scholarship", "Bis wann kann ich mich bewerben?", language="DE")


def _asked(office: Office, topic: str, question: str, **about: Any) -> Thing:
    given: Thing = {"topic": topic.upper(), "channel": "EMAIL", "question": question, **ASKERS, **about}
    return office.officer.does("RegisterEnquiry", **given)
