"""Two committees of the demonstration year: one has filled the seats of a memorandum, the other is still scoring."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from korpu_local.demo import opportunities
from korpu_local.demo.office import Office, Thing, academic_year

COMMITTEE = [("Kamran", "Vəliyev", "history"), ("Lalə", "Hüseynova", "law"), ("Rauf", "Əhmədov", "economics")]
NEWCOMERS = [
    ("Fidan", "Rəhimova", "AZ"), ("Murad", "Abbasov", "AZ"), ("Zəhra", "Kərimova", "AZ"),
    ("Giorgi", "Beridze", "GE"), ("Samir", "Mustafayev", "AZ"),
]  # fmt: skip
WHY = [
    "Baltik ədəbiyyatını orijinaldan oxumaq istəyirəm.",
    "Diplom işimi litva dilindən tərcümə haqqında yazıram.",
    "Vilnüsdə türkologiya üzrə seminarlar var.",
    "Gələcəkdə tərcüməçi kimi işləmək istəyirəm.",
    "Başqa universitetin dərs üsulunu görmək istəyirəm.",
    "I would like to compare Georgian and Lithuanian folklore.",
    "Dostlarım da müraciət edir.",
]
STATED: Thing = {"level": 6, "field": "0231", "languages": [{"language": "en", "cefr": "B2"}]}
ASKED: Thing = {"audience": ["STUDENT"], "eqf": [6, 7], "languages": [{"language": "en", "cefr": "B1"}]}
CALL: Thing = {
    "requirements": ASKED,
    "criteria": [opportunities.GRADES, opportunities.LETTER],
    "unit": "philology",
}
NEXT = 150 + 366
"""A year after the first exchange began: the day lies in the academic year after that one, whenever the year began."""

CONDITION = "query($id: ID!) { agreement(id: $id) { conditions { id } } }"
SHOWN = "query($id: ID!) { opportunity(id: $id) { criteria { id } destinations { id } } }"
STAY = "query($id: ID!) { application(id: $id) { mobility { id } } }"


def filled(office: Office, partner: Thing, memorandum: Thing, people: Sequence[Thing]) -> list[Thing]:
    """Seven apply for five seats: four go, one is asked, one waits and one is refused; gives the four stays."""
    office.it_is(330)
    call = next_year(office, partner, memorandum)
    office.it_is(335)
    shown = office.officer.asks(SHOWN, id=call["id"])["opportunity"]
    wanted = {"choices": [shown["destinations"][0]["id"]]}
    applied = [
        submitted(office, call, person, why, **wanted)
        for person, why in zip(people, WHY, strict=True)
    ]  # fmt: skip
    office.it_is(346)
    copied = applied.pop()
    office.officer.does("RejectApplication", id=copied["id"], reason="Motivasiya başqa müraciətdən köçürülüb.")
    members = committee(office)
    selection = scoring(office, call, members, applied, 355)
    office.it_is(350)
    office.as_person(members[2], "staff").does("DeclareConflict", id=applied[4]["id"], kind="RELATIVE")
    for place, application in enumerate(applied):
        scored(office, shown["criteria"], members[0], application, 95 - 4 * place)
        scored(office, shown["criteria"], members[1], application, 92 - 3 * place)
    mended = {"command": "CorrectScores", "reason": "İki məktub dəyişik oxunmuşdu."}
    scored(office, shown["criteria"], members[1], applied[5], 76, **mended)
    office.it_is(352)
    office.officer.does("CloseScoring", id=selection["id"])
    office.officer.does("AllocatePlaces", id=selection["id"])
    office.officer.does("MakeSelectionMinutes", selection_id=selection["id"])
    office.it_is(358)
    office.head.does("OfferPlaces", id=selection["id"])
    office.it_is(360)
    return [taken(office, *each) for each in zip(applied[:4], people[:4], strict=True)]


def newcomers(office: Office) -> list[Thing]:
    """Students who have come to the office for the first time, one of them from Georgia."""
    return [office.person(given, family, "student", citizenship=country) for given, family, country in NEWCOMERS]


def next_year(office: Office, partner: Thing, memorandum: Thing) -> Thing:
    """The seats of the memorandum in the next academic year are offered."""
    condition = office.officer.asks(CONDITION, id=memorandum["id"])["agreement"]["conditions"][0]["id"]
    call = opportunities.published(
        office, kind="EXCHANGE", condition_id=condition, organisation_id=partner["id"], countries=["LT"],
        title={"az": "Növbəti ildə Vilnüsdə bir semestr", "en": "A term in Vilnius next year"},
        description={"az": "Memorandum üzrə beş yer.", "en": "Five seats of the memorandum."},
        deadline=office.day(345), academic_year=academic_year(office.day(NEXT)), **CALL,
    )  # fmt: skip
    place = {"condition_id": condition, "starts": office.day(NEXT), "ends": office.day(NEXT + 120)}
    office.officer.does("SetOpportunityDestinations", id=call["id"], destinations=[place])
    return call


def going_on(office: Office, partner: Thing, people: Sequence[Thing]) -> None:
    """A summer school: three were put to the committee, and one member has begun to score."""
    office.it_is(340)
    call = opportunities.published(
        office, kind="TRAINING_COURSE", organisation_id=partner["id"], countries=["DE"], places=2,
        title={"az": "Konstansda yay məktəbi", "en": "Summer school in Konstanz"},
        description={"az": "İki həftəlik kurs.", "en": "A course of two weeks."},
        deadline=office.day(360), **CALL,
    )  # fmt: skip
    office.it_is(350)
    guest = office.person("Aida", "Serikova", "student", citizenship="KZ")
    applied = [
        submitted(office, call, person, why) for person, why in zip((*people, guest), WHY[2:5], strict=True)
    ]  # fmt: skip
    office.it_is(362)
    members = committee(office)
    office.introduces(members[0], "staff")
    scoring(office, call, members, applied, 370)
    office.it_is(363)
    shown = office.officer.asks(SHOWN, id=call["id"])["opportunity"]
    scored(office, shown["criteria"], members[1], applied[0], 84)


def committee(office: Office) -> list[Thing]:
    """Three of the staff, of other faculties than the applicants."""
    return [office.person(given, family, "staff", unit) for given, family, unit in COMMITTEE]


def submitted(office: Office, call: Thing, person: Thing, why: str, **about: Any) -> Thing:
    """Somebody applies with an account of their own."""
    given: Thing = {"person_id": person["id"], "opportunity_id": call["id"], "motivation": why}
    applicant = office.as_person(person)
    begun = applicant.does("BeginApplication", **{**given, "stated": STATED, **about})
    return applicant.does("SubmitApplication", id=begun["id"])


def scoring(office: Office, call: Thing, members: Sequence[Thing], applied: Sequence[Thing], last: int) -> Thing:
    """The office has looked at each application, and puts them to a committee, which scores until a day."""
    for application in applied:
        office.officer.does("ReviewApplication", id=application["id"])
    selection = office.officer.does(
        "ConveneSelection", opportunity_id=call["id"], member_ids=[each["id"] for each in members], quorum=2,
        tie_rule="LOT", score_by=office.day(last),
    )  # fmt: skip
    office.officer.does("OpenScoring", id=selection["id"])
    return selection


def scored(
    office: Office,
    criteria: Sequence[Thing],
    member: Thing,
    application: Thing,
    points: int,
    command: str = "ScoreApplication",
    **about: Any,
) -> None:
    """A member gives points for each criterion, and sees nobody else's before; or gives others."""
    scores = [{"criterion_id": each["id"], "points": points - place} for place, each in enumerate(criteria)]
    office.as_person(member, "staff").does(command, id=application["id"], scores=scores, **about)


def taken(office: Office, application: Thing, person: Thing) -> Thing:
    """The applicant says yes, and is nominated; gives the stay."""
    office.as_person(person).does("ConfirmOffer", id=application["id"])
    return office.eventually(partial(_stay_of, office, application))


def _stay_of(office: Office, application: Thing) -> Thing:
    stay: Thing = office.officer.asks(STAY, id=application["id"])["application"]["mobility"]
    return {"id": stay["id"]}
