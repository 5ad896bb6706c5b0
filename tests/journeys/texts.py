"""Every multilingual text of the office: how a thing comes to have it, and how its original is edited."""

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

from korpu_local.portal import camel
from tests.journeys.conferences import a_conference, asking
from tests.journeys.office import PHILOLOGY, Office, Thing
from tests.journeys.patience import eventually
from tests.journeys.proposing import proposed
from tests.journeys.questions import frequent, kept
from tests.journeys.reporting import REPORT_TEXTS
from tests.journeys.wording import Edit, Make, Text, Words, corrected


def agreeing(part: str) -> Make:
    """A draft with one promise, or one article."""

    def make(office: Office, words: Words) -> Thing:
        given: Thing = {part: [{"text": words}]}
        parties = [{"us": True}, {"organisation_id": office.partner()["id"], "us": False}]
        about: Thing = {"kind": "cooperation", "title": {"az": office.named("Əməkdaşlıq")}, "parties": parties}
        draft = office.officer.does("DraftAgreement", more=f"{part} {{ id }}", **about, **given)
        return draft | {"part": draft[part][0]["id"]}

    return make


def agrees_otherwise(part: str) -> Edit:
    """The promise or the article is worded anew."""

    def edit(office: Office, draft: Thing, words: Words) -> object:
        given: Thing = {part: [{"id": draft["part"], "text": words}]}
        return office.officer.does("ChangeTerms", id=draft["id"], **given)

    return edit


def amended(office: Office, words: Words) -> Thing:
    """A signed agreement with an amendment that waits."""
    agreement = office.signed(office.partner())
    changed: Thing = {"title": words, "ends": office.days.day(4 * 365)}
    return office.officer.does("ProposeAmendment", id=agreement["id"], **changed)


def planned(office: Office, **words: object) -> Thing:
    """A project of ours alone."""
    given: Thing = {"title": {"az": office.named("Arxivlər")}, "partners": [{"us": True, "role": "COORDINATOR"}]}
    return office.officer.does("PlanProject", **given | {"unit": PHILOLOGY} | words)


def brought_forth(office: Office, words: Words) -> Thing:
    """A funded project with one book."""
    partners = [
        {"us": True, "role": "BENEFICIARY"},
        {"organisation_id": office.partner()["id"], "role": "COORDINATOR"},
    ]
    project = planned(
        office,
        summary={"az": "Birlikdə"},
        partners=partners,
        call="KA171",
        funder={"name": "Erasmus+"},
        budget={"amount": "60000.00", "currency": "EUR"},
        starts=office.days.day(-10),
        ends=office.days.day(700),
        principal_investigator_id=str(uuid4()),
    )
    about = {"id": project["id"]}
    office.head.does("ProposeProject", **about)
    reports = [{"kind": "FINAL", "due": office.days.day(720)}]
    office.officer.does("FundProject", **about, grant_number=uuid4().hex[:8], on=office.days.today, reports=reports)
    office.officer.does("StartProject", **about, on=office.days.today)
    return office.officer.does("RecordProjectOutput", **about, kind="BOOK", title=words, on=office.days.today)


def book(office: Office, **words: object) -> Thing:
    """A textbook that shall be written."""
    given: Thing = {"title": {"az": office.named("Dərslik")}, "kind": "textbook", "discipline": "0231"}
    written: Thing = {"source_language": "az", "languages": [], "author_ids": [str(uuid4())], "unit": PHILOLOGY}
    return office.officer.does("PlanPublication", **given | written | words)


def meeting(office: Office, visit: Thing, words: Words) -> Thing:
    """A meeting on the first day of a visit."""
    first = date.fromisoformat(visit["starts"])
    times = {"starts": office.days.at(first, 10), "ends": office.days.at(first, 11)}
    return {"id": visit["id"], "kind": "meeting", "title": words, **times}


def scheduled(office: Office, words: Words) -> Thing:
    """A visit with one meeting."""
    visit = office.planned(office.visit(office.partner()))
    added = office.officer.does("AddProgrammeItem", more="programme { id }", **meeting(office, visit, words))
    return visit | {"part": added["programme"][0]["id"]}


def is_scheduled_otherwise(office: Office, visit: Thing, words: Words) -> None:
    """The meeting is called otherwise."""
    office.officer.does("ChangeProgrammeItem", item_id=visit["part"], **meeting(office, visit, words))


def reported(office: Office, words: Words) -> Thing:
    """A visit that is over, with its report."""
    visit = office.begun(office.planned(office.visit(office.partner(), in_days=0)))
    office.officer.does("CompleteVisit", id=visit["id"])
    return office.officer.does("ReportVisit", id=visit["id"], report=words)


def is_reported_otherwise(office: Office, visit: Thing, words: Words) -> None:
    """The head gives the report back, and it is written anew."""
    office.head.does("ReturnReport", id=visit["id"], reason="Who was there?")
    office.officer.does("ReportVisit", id=visit["id"], report=words)


def commitment(office: Office, words: Words) -> Thing:
    """Somebody has promised something."""
    return office.officer.does("OpenActionPoint", title=words, due=office.days.day(30), unit=PHILOLOGY)


def proposing(field: str) -> Text:
    """A proposal with these words, which the office words anew."""
    edit = corrected("CorrectProposal", field, reason="Clearer")
    return Text(lambda office, words: proposed(office, "staff", **{field: words}), camel(field), edit)


def opening(office: Office, words: Words) -> Thing:
    """A conference with one session."""
    event = a_conference(office)
    more = "sessions { id }"
    added = office.officer.does("AddEventSession", more=more, id=event["id"], title=words, **session_hour(event))
    return event | {"part": added["sessions"][0]["id"]}


def session_hour(event: Thing) -> Thing:
    """The first hour of an event."""
    return {"starts": event["starts"], "ends": event["starts"].replace("T05:", "T06:").replace("T09:", "T10:")}


def is_opened_otherwise(office: Office, event: Thing, words: Words) -> None:
    """The session is called otherwise."""
    given: Thing = {"session_id": event["part"], "title": words, **session_hour(event)}
    office.officer.does("ChangeEventSession", id=event["id"], **given)


def held(office: Office, words: Words) -> Thing:
    """A conference that is over, with its report."""
    event = a_conference(office, announced=True, in_days=1)
    office.days.becomes(office.days.day(2))
    asked = "query($id: ID!) { event(id: $id) { status } }"
    eventually(lambda: office.officer.asks(asked, id=event["id"])["event"]["status"] == "HELD")
    return office.officer.does("ReportEvent", id=event["id"], report=words)


def offers(part: str) -> Make:
    """An opportunity with one document, criterion or obligation of these words."""

    def make(office: Office, words: Words) -> Thing:
        offered = office.offered(**one_of(part, words))
        asked = f"query($id: ID!) {{ opportunity(id: $id) {{ {part} {{ id }} }} }}"
        shown = office.officer.asks(asked, id=offered["id"])["opportunity"]
        return offered | {"part": shown[part][0]["id"]}

    return make


def one_of(part: str, words: Words, id: str | None = None) -> Thing:
    """One document, criterion or obligation, as a command takes it."""
    known = {"id": id} if id else {}
    match part:
        case "documents":
            return {"requirements": {"audience": ["student"], "documents": [{**known, "title": words}]}}
        case "criteria":
            return {"criteria": [{**known, "title": words, "weight": 100}]}
        case _:
            return {"obligations": [{**known, "kind": "report", "text": words}]}


def offers_otherwise(command: str, part: str) -> Edit:
    """The document, criterion or obligation is worded anew."""

    def edit(office: Office, offered: Thing, words: Words) -> object:
        return office.officer.does(command, id=offered["id"], **one_of(part, words, offered["part"]))

    return edit


TEXTS: Mapping[str, Mapping[str, Text]] = {
    "Agreement": {
        "title": Text(
            lambda office, words: office.draft(office.partner(), title=words),
            "title",
            corrected("RetitleAgreement", "title"),
        ),
        "obligations": Text(agreeing("obligations"), "obligations.text", agrees_otherwise("obligations")),
        "articles": Text(agreeing("articles"), "articles.text", agrees_otherwise("articles")),
        "amendments": Text(amended, "amendments.title"),
    },
    "Letter": {
        "subject": Text(
            lambda office, words: office.letter(subject=words), "subject", corrected("CorrectLetter", "subject")
        )
    },
    "JointProject": {
        "title": Text(
            lambda office, words: planned(office, title=words), "title", corrected("CorrectProject", "title")
        ),
        "summary": Text(
            lambda office, words: planned(office, summary=words), "summary", corrected("CorrectProject", "summary")
        ),
        "outputs": Text(brought_forth, "outputs.title"),
    },
    "Publication": {
        "title": Text(
            lambda office, words: book(office, title=words), "title", corrected("CorrectPublication", "title")
        ),
        "annotation": Text(
            lambda office, words: book(office, annotation=words),
            "annotation",
            corrected("CorrectPublication", "annotation"),
        ),
    },
    "Opportunity": {
        "title": Text(
            lambda office, words: office.offered(title=words), "title", corrected("ChangeOpportunity", "title")
        ),
        "description": Text(
            lambda office, words: office.offered(description=words),
            "description",
            corrected("ChangeOpportunity", "description"),
        ),
        "documents": Text(
            offers("documents"), "documents.title", offers_otherwise("SetOpportunityRequirements", "documents")
        ),
        "criteria": Text(offers("criteria"), "criteria.title", offers_otherwise("SetOpportunityCriteria", "criteria")),
        "obligations": Text(
            offers("obligations"), "obligations.text", offers_otherwise("ChangeOpportunity", "obligations")
        ),
    },
    "AnswerTemplate": {
        "text": Text(lambda office, words: kept(office, text=words), "text", corrected("ChangeAnswerTemplate", "text"))
    },
    "FrequentAnswer": {
        "question": Text(
            lambda office, words: frequent(office, question=words),
            "question",
            corrected("ChangeFrequentAnswer", "question"),
        ),
        "answer": Text(
            lambda office, words: frequent(office, answer=words), "answer", corrected("ChangeFrequentAnswer", "answer")
        ),
    },
    "Visit": {
        "title": Text(
            lambda office, words: office.visit(office.partner(), title=words),
            "title",
            corrected("CorrectVisit", "title"),
        ),
        "report": Text(reported, "report", is_reported_otherwise),
        "programme": Text(scheduled, "programme.title", is_scheduled_otherwise),
    },
    "Event": {
        "title": Text(
            lambda office, words: a_conference(office, title=words), "title", corrected("ChangeEvent", "title")
        ),
        "summary": Text(
            lambda office, words: a_conference(office, summary=words), "summary", corrected("ChangeEvent", "summary")
        ),
        "sessions": Text(opening, "sessions.title", is_opened_otherwise),
        "feedback_questions": Text(asking, "feedbackQuestions.text"),
        "report": Text(held, "report"),
    },
    "ActionPoint": {"title": Text(commitment, "title")},
    **REPORT_TEXTS,
    "Proposal": {each: proposing(each) for each in ("title", "description", "expected_effect")},
}
