"""Those who apply to an opportunity in a journey, and what they tell in confidence."""

from typing import Any

from korpu_local.portal import Portal
from tests.journeys.departments import bare
from tests.journeys.office import Office, Thing


def applied(office: Office, person: Thing | None = None, offered: Thing | None = None, **about: Any) -> Thing:
    """Somebody begins to apply to a scholarship, by the officer's hand."""
    known = {"person_id": (person or office.person())["id"], "opportunity_id": (offered or office.published())["id"]}
    given = {"motivation": office.named("Arxivlər"), **known, **about}
    return office.officer.does("BeginApplication", more="code", **given)


CRITERIA = [
    {"title": {"az": "Orta bal", "en": "Grades"}, "weight": 60},
    {"title": {"az": "Məktub", "en": "Letter"}, "weight": 40},
]


def compared(office: Office, **about: Any) -> Thing:
    """A published opportunity whose applicants are compared by grades and letter."""
    return office.published(**{"criteria": CRITERIA, **about})


def committee(office: Office, member_ids: list[str] | None = None, **about: Any) -> Thing:
    """What is said of a committee: three of the staff, of whom two score everybody."""
    members = member_ids or [office.person("law", kind="staff")["id"] for _ in range(3)]
    given = {"member_ids": members, "quorum": 2, "tie_rule": "lot", "score_by": office.days.day(40)}
    return {**given, **about}


def convened(office: Office, offered: Thing | None = None, **about: Any) -> Thing:
    """A committee is named."""
    call = (offered or compared(office))["id"]
    return office.officer.does("ConveneSelection", more="code", opportunity_id=call, **committee(office, **about))


def scored(
    office: Office,
    call: Thing,
    member: Thing,
    application: Thing,
    points: int = 80,
    *,
    command: str = "ScoreApplication",
    **about: Any,
) -> Thing:
    """A member of the committee gives so many points for each criterion, or gives others."""
    asked = office.officer.asks("query($id: ID!) { opportunity(id: $id) { criteria { id } } }", id=call["id"])
    given = [{"criterion_id": each["id"], "points": points} for each in asked["opportunity"]["criteria"]]
    return seat_of(office, member).does(command, id=application["id"], scores=given, **about)


def seat_of(office: Office, member: Thing) -> Portal:
    """A member of the committee at the portal."""
    return office.as_role("staff", person_id=bare(member["id"]), subject=f"member-{member['id']}")


def ranked(office: Office, call: Thing, *applications: Thing) -> Thing:
    """Nobody applies any more, two members score everybody, the first one best, and places are given."""
    for each in applications:
        office.officer.does("SubmitApplication", id=each["id"])
        office.officer.does("ReviewApplication", id=each["id"])
    office.officer.does("CloseOpportunity", id=call["id"], reason="Time is over")
    members = [office.person("law", kind="staff") for _ in range(3)]
    selection = convened(office, call, member_ids=[each["id"] for each in members])
    office.officer.does("OpenScoring", id=selection["id"])
    for place, each in enumerate(applications):
        for member in members[:2]:
            scored(office, call, member, each, 90 - place)
    office.officer.does("CloseScoring", id=selection["id"])
    office.officer.does("AllocatePlaces", id=selection["id"])
    return selection | {"members": members}


def compared_and_ranked(office: Office) -> Thing:
    """A selection whose places are given."""
    call = compared(office, places=1)
    return ranked(office, call, applied(office, offered=call))


def compared_anew(confidant: Any, call: Thing, selection: Thing, application: Thing) -> None:
    """The head takes the ranking back, a member puts right what they gave, and it is made again."""
    office, member = confidant.office, selection["members"][0]
    office.head.does("ReopenScoring", id=selection["id"], score_by=office.days.day(50), reason="Wrong criterion")
    scored(office, call, member, application, 70, command="CorrectScores", reason=confidant.secret())
    confidant.told.add("CorrectScores")
    for command in ("CloseScoring", "AllocatePlaces"):
        office.officer.does(command, id=selection["id"])


def of_applications(confidant: Any) -> None:
    """Why somebody applies, and what the office answers."""
    office = confidant.office
    offered, known = compared(office, places=1), []
    for _ in range(2):
        about = {"person_id": office.person()["id"], "opportunity_id": offered["id"]}
        begun = confidant.tells("BeginApplication", **about, motivation=confidant.secret())
        known.append({"id": begun["id"]})
        office.officer.does("SubmitApplication", **known[-1])
    back: Thing = {"until": office.days.day(3), "reason": confidant.secret()}
    confidant.tells("ReturnApplication", **known[0], **back)
    confidant.tells("ChangeApplication", **known[0], motivation=confidant.secret())
    confidant.tells("WithdrawApplication", **known[0], reason=confidant.secret())
    confidant.tells("RejectApplication", **known[1], reason=confidant.secret())
    last = applied(office, offered=offered)
    selection = ranked(office, offered, last)
    compared_anew(confidant, offered, selection, last)
    office.head.does("OfferPlaces", id=selection["id"])
    confidant.tells("DeclineOffer", id=last["id"], reason=confidant.secret())
