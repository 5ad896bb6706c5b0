"""Proposals: somebody at the university has one, and the office weighs it."""

from typing import Any

from korpu_local.portal import Portal
from tests.journeys.departments import bare
from tests.journeys.office import PHILOLOGY, Office, Thing


def somebody(office: Office, role: str = "staff") -> Portal:
    """A person of this role, whom nobody else in the test is."""
    person = bare(office.person(kind="staff")["id"])
    subject = {} if role in {"officer", "head"} else {"subject": f"{role}-{person[-12:]}"}
    return office.as_role(role, person_id=person, **subject)


def saying(office: Office, **about: Any) -> Thing:
    """What is to be better; words of this test alone, so that it is like no other."""
    word = office.named("Companions").replace(" ", "")
    words: Thing = {"title": {"az": f"{word} {office.mark}"}, "description": {"az": f"Hər qonağa {word} {office.mark}"}}
    return {**words, "theme": "mobility", "unit": PHILOLOGY, **about}


def proposed(office: Office, role: str = "staff", **about: Any) -> Thing:
    """Somebody has proposed something."""
    return somebody(office, role).does("SubmitProposal", more="code correlationId", **saying(office, **about))


def weighed(office: Office) -> Thing:
    """A proposal that is under review."""
    known = {"id": proposed(office)["id"]}
    office.officer.does("TriageProposal", **known)
    return office.officer.does("BeginProposalReview", **known)


def accepted(office: Office) -> Thing:
    """A proposal to which the head has said yes; what follows from it is not decided yet."""
    return office.head.does("AcceptProposal", id=weighed(office)["id"])
