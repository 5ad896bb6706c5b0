"""On what somebody is admitted, and which documents prove what."""

from typing import Any
from uuid import uuid4

import pytest

from tests.mobility.admissions.conftest import IN_ORDER, STEPS, Admissions
from tests.office import Refused

OWN = {"units": ["philology"]}


@pytest.mark.parametrize(
    ("given", "code"),
    [({"basis": "agreement"}, "admission-basis-incomplete"), ({"basis": "legal_person"}, "admission-basis-incomplete"),
     ({"basis": "agreement", "agreement_id": str(uuid4())}, "admission-basis-unknown"),
     ({"basis": "legal_person", "organisation_id": str(uuid4())}, "admission-basis-unknown")],
)  # fmt: skip
async def test_a_basis_names_with_whom_it_is(office: Admissions, given: dict[str, Any], code: str) -> None:
    person = await office.kofi()

    assert await office.refuses("officer", "OpenAdmission", **office.wanted(person, **given)) == code


async def test_a_merged_organisation_stands_as_its_successor_does(office: Admissions) -> None:
    successor = await office.organisation()
    merged = await office.organisation("merged", merged=successor)
    resting = await office.organisation("suspended")
    by = {"basis": "legal_person"}

    admission = await office.lead(**by, organisation_id=merged)
    person = await office.kofi()
    code = await office.refuses("officer", "OpenAdmission", **office.wanted(person, **by, organisation_id=resting))

    assert (admission["state"]["organisation_id"], code) == (successor, "admission-basis-resting")


async def test_nothing_is_offered_on_an_agreement_that_binds_no_more(office: Admissions) -> None:
    agreement = await office.agreement()
    admission = await office.at("recognised", basis="agreement", agreement_id=str(agreement.id))
    await office.tells(agreement, "terminated", status="terminated")

    code = await office.refuses("officer", "OfferAdmission", id=admission["id"], **STEPS["offered"][1])

    assert code == "admission-basis-resting"
    assert (await office.shown(admission))["correlation_id"] == str(agreement.correlation_id)


async def test_documents_are_all_there_in_form_and_valid(office: Admissions) -> None:
    admission = await office.at("applied")
    check: tuple[str, str] = "officer", "CheckAdmissionDocuments"

    missing = await office.refuses(*check, id=admission["id"])
    await office.hands_in(admission, diploma={"apostille": False})
    unfit = await office.refuses(*check, id=admission["id"])
    await office.hands_in(admission, medical_certificate={"valid_to": "2026-11-22"})
    expired = await office.refuses(*check, id=admission["id"])
    await office.hands_in(admission)
    done = await office.does("faculty_coordinator", "CheckAdmissionDocuments", by=OWN, id=admission["id"])

    codes = [missing, unfit, expired]
    assert codes == [f"admission-documents-{each}" for each in ("missing", "unfit", "expired")]
    assert done["status"] == "documents_checked"


async def test_the_refusal_of_documents_names_them(office: Admissions) -> None:
    admission = await office.at("applied")
    entry = {"kind": "diploma", **IN_ORDER}
    await office.does("officer", "RecordAdmissionDocument", id=admission["id"], entry=entry)

    with pytest.raises(Refused) as refused:
        await office.does("officer", "CheckAdmissionDocuments", id=admission["id"])

    assert "passport_copy, transcript, medical_certificate" in refused.value.problem["detail"]
