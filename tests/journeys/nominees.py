"""Nominees who may be named to the partner, papers that somebody signs, and files that are taken away again."""

from typing import Any

from tests.documents.samples import PDF
from tests.journeys.causes import came
from tests.journeys.office import Office, Thing, partner_of
from tests.journeys.patience import does_when_heard

SIGNED = (
    ("MakeStayCertificate", "mobility_id", "mobility"),
    ("MakeTripOrder", "trip_id", "trip"),
    ("MakeVisaLetter", "trip_id", "trip"),
    ("MakeStudyInvitation", "admission_id", "admission"),
    ("MakeSelectionMinutes", "selection_id", "selection"),
    ("MakeVisitInvitation", "visit_id", "visit"),
    ("MakeAttendanceCertificate", "registration_id", "registration"),
)


def nominees(office: Office, name: str) -> Thing:
    """Somebody of this name is nominated and has agreed to be named; what a list of them is asked with."""
    agreement = office.signed(office.partner())
    person = office.person(given_name=name)
    consent: Thing = {
        "purpose": "share_with_host",
        "data": ["names"],
        "valid_from": office.days.today,
        "evidence": "Form 3",
    }
    office.officer.does("RecordConsent", id=person["id"], **consent)
    office.nominated(agreement, person)
    year = office.nomination(agreement, person)["academic_year"]
    return {"organisation_id": partner_of(agreement), "academic_year": year}


def of_papers(confidant: Any) -> None:
    """Who signs what is printed of stays, trips and visits, and who is named there."""
    office = confidant.office
    for command, field, kind in SIGNED:
        came(office, command, field, kind, signatory=confidant.secret())
        confidant.told.add(command)
    asked = nominees(office, confidant.secret())
    does_when_heard(office.officer, "MakeNominationList", **asked, signatory=confidant.secret())
    confidant.told.add("MakeNominationList")
    of_parties(confidant)
    of_files(confidant)


def of_parties(confidant: Any) -> None:
    """Who acts for us and on what, and our bank, on the papers that all parties sign; who signs a notice."""
    office = confidant.office
    agreement = office.signed(office.partner())
    office.officer.does(
        "ProposeAmendment", id=agreement["id"], title={"az": "Dəyişiklik"}, ends=office.days.day(4 * 365)
    )
    acts: Thing = {"name": confidant.secret(), "function": {"az": "rektor"}, "mandate": {"az": confidant.secret()}}
    sides = [{"representative": acts, "requisites": [confidant.secret()]}]
    about: Thing = {"agreement_id": agreement["id"], "languages": ["az"]}
    confidant.tells("MakeAgreementPaper", **about, parties=sides)
    confidant.tells("MakeAmendmentPaper", **about, number=1, draft=True, parties=sides)
    ending: Thing = {"effective": office.days.day(200), "reason": {"az": "Ehtiyac yoxdur"}}
    confidant.tells("MakeTerminationPaper", **about, **ending, signatory=confidant.secret())


FILES = "query($id: ID!) { mobility(id: $id) { files { file { id } } } }"


def of_files(confidant: Any) -> None:
    """Why a paper does not belong to a stay."""
    office = confidant.office
    stay = office.nominated(office.signed(office.partner()))
    file = office.officer.brings("mobility", PDF, "application/pdf")
    office.officer.does("AttachMobilityFile", id=stay["id"], kind="other", file=file)
    [paper] = office.officer.asks(FILES, id=stay["id"])["mobility"]["files"]
    away = {"attachment_id": paper["file"]["id"], "reason": confidant.secret()}
    confidant.tells("RemoveMobilityFile", id=stay["id"], **away)
