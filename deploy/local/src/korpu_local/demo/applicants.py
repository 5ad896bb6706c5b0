"""Who applies for the scholarship that is open today: one writes, one has applied, one mends, one is gone."""

from collections.abc import Sequence
from typing import Any

from korpu_local.demo.office import Office, Thing

ASKED = "query($id: ID!) { application(id: $id) { documents { documentId } } }"
TRANSCRIPT = "Gəncə Dövlət Universiteti\nTranskript\n".encode()


def apply(office: Office, scholarship: Thing, writing: Thing, graduates: Sequence[Thing]) -> None:
    """Each of them by the own hand, and the office looks at what came."""
    begun(office, scholarship, writing, "Berlində müqayisəli ədəbiyyat oxumaq istəyirəm.")
    whole, lacking, gone = (
        begun(office, scholarship, person, why)
        for person, why in zip(
            graduates, ("Konstansda magistratura", "Almaniyada təhsil", "Hələ dəqiq deyil"), strict=True
        )
    )
    for application, person in zip((whole, lacking), graduates[:2], strict=True):
        handed_in(office, application, person)
    office.officer.does(
        "ReturnApplication", id=lacking["id"], until=office.day(365 + 5), reason="Transkriptdə imza yoxdur.",
        document_ids=[_document(office, lacking)],
    )  # fmt: skip
    office.as_person(graduates[2]).does("WithdrawApplication", id=gone["id"], reason="İşə düzəlmişəm.")


def begun(office: Office, scholarship: Thing, person: Thing, why: str) -> Thing:
    """Somebody begins to apply, and says what the rules ask."""
    stated: dict[str, Any] = {
        "level": 7, "field": "0231", "birth_date": office.day(-22 * 365), "mean": "91", "mean_scale": "100",
        "languages": [{"language": "de", "cefr": "B2"}],
    }  # fmt: skip
    given = {"person_id": person["id"], "opportunity_id": scholarship["id"], "motivation": why, "stated": stated}
    return office.as_person(person).does("BeginApplication", **given)


def handed_in(office: Office, application: Thing, person: Thing) -> None:
    """The transcript is brought, and the application submitted."""
    applicant, known = office.as_person(person), {"id": application["id"]}
    file = applicant.brings("mobility", TRANSCRIPT, "text/plain")
    applicant.does("BringApplicationDocument", **known, document_id=_document(office, application), file=file)
    applicant.does("SubmitApplication", **known)


def _document(office: Office, application: Thing) -> str:
    return str(office.officer.asks(ASKED, id=application["id"])["application"]["documents"][0]["documentId"])
