"""Evidence that is there: a termination names its notice, and a signature the scan on which it stands."""

from typing import Any
from uuid import uuid4

import pytest

from tests.office import Office
from tests.partners.agreements import history
from tests.partners.agreements.history import LETTER

REASON = {"az": "Səbəb", "en": "Reason"}
DAYS: dict[str, Any] = {"effective": "2026-12-06", "given_on": "2026-09-07"}


async def running(office: Office) -> dict[str, Any]:
    return await history.signed(office, starts=None, conditions=[])


async def notice(office: Office, agreement: dict[str, Any], effective: str = DAYS["effective"]) -> dict[str, Any]:
    """A notice of termination that was made today."""
    given = {"agreement_id": agreement["id"], "effective": effective, "reason": REASON, "languages": ["en"]}
    state: dict[str, Any] = (await office.does("officer", "MakeTerminationPaper", **given))["state"]
    return state


def terms(document: dict[str, Any]) -> dict[str, Any]:
    return {**DAYS, "wished_by": "us", "reason": "No use.", "document": {**LETTER, **document}}


async def test_an_agreement_ends_by_the_notice_that_was_made(office: Office) -> None:
    agreement = await running(office)
    paper = await notice(office, agreement)

    answer = await office.does("head", "TerminateAgreement", id=agreement["id"], **terms({"paper_id": paper["id"]}))

    assert answer["state"]["termination"]["document"]["paper_id"] == paper["id"]


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({}, "agreement-termination-without-document"),
        ({"attachment_id": str(uuid4())}, "agreement-evidence-file-unknown"),
        ({"paper_id": str(uuid4())}, "agreement-evidence-paper-unknown"),
    ],
)
async def test_a_termination_without_a_document_that_is_there_is_refused(
    office: Office, document: dict[str, Any], code: str
) -> None:
    agreement = await running(office)

    assert await office.refuses("head", "TerminateAgreement", id=agreement["id"], **terms(document)) == code


async def test_a_notice_is_of_this_agreement_for_this_day_and_stands(office: Office) -> None:
    agreement, other = await running(office), await running(office)
    given = {
        "of another": await notice(office, other),
        "of another day": await notice(office, agreement, "2026-12-31"),
        "revoked": await notice(office, agreement),
    }
    await office.does("officer", "RevokePaper", id=given["revoked"]["id"], reason="misspelt")

    codes = {
        name: await office.refuses("head", "TerminateAgreement", id=agreement["id"], **terms({"paper_id": each["id"]}))
        for name, each in given.items()
    }

    assert codes == {
        "of another": "agreement-evidence-paper-unknown",
        "of another day": "agreement-termination-paper-differs",
        "revoked": "agreement-evidence-paper-revoked",
    }


async def test_a_signature_names_the_scan_on_which_it_stands(office: Office) -> None:
    agreement = await history.approved(office)
    scan = await history.filed(office, agreement)
    wrong = [{**each, "evidence": {**LETTER, "attachment_id": str(uuid4())}} for each in history.signatures(agreement)]
    right = [{**each, "evidence": scan} for each in history.signatures(agreement)]

    code = await office.refuses("officer", "SignAgreement", id=agreement["id"], signatures=wrong)
    after = await history.sign(office, agreement, signatures=right)

    assert code == "agreement-evidence-file-unknown"
    assert after["signatures"][0]["evidence"]["attachment_id"] == scan["attachment_id"]


@pytest.mark.parametrize(
    ("role", "command", "given"),
    [
        ("head", "SuspendAgreement", {"reason": "Pause"}),
        ("officer", "DeclineRenewal", {"wished_by": "us", "on": "2026-09-07", "reason": "No use."}),
    ],
)
async def test_other_endings_name_what_is_there_or_nothing(
    office: Office, role: str, command: str, given: dict[str, Any]
) -> None:
    agreement = await running(office)
    unknown = {**LETTER, "attachment_id": str(uuid4())}

    code = await office.refuses(role, command, id=agreement["id"], document=unknown, **given)

    assert code == "agreement-evidence-file-unknown"
    await office.does(role, command, id=agreement["id"], document=LETTER, **given)


async def test_a_wrong_paper_is_taken_away_with_a_reason_and_its_file_goes(office: Office) -> None:
    agreement = await running(office)
    wrong = (await history.filed(office, agreement))["attachment_id"]
    await office.does("officer", "AddDocument", id=agreement["id"], document={"title": "Minutes", "reference": "M-4"})
    reference = (await history.reload(office, agreement))["documents"][0]["reference"]
    given = {"id": agreement["id"], "reason": "It is another agreement's."}

    nothing = await office.refuses("officer", "RemoveDocument", **given, reference="never")
    after = await office.does("officer", "RemoveDocument", **given, reference=reference, attachment_id=wrong)

    asked = {"kind": "agreement", "id": agreement["id"], "attachment_id": wrong}
    assert nothing == "agreement-document-unknown"
    assert [each["reference"] for each in after["state"]["documents"]] == ["M-4"]
    assert (await office.asks("officer", "POST", "/files/links", json=asked)).status_code == 404
    assert (await office.messages_about(agreement["id"]))[-1]["change"]["reason"] == "It is another agreement's."


async def test_a_file_on_which_something_stands_stays(office: Office) -> None:
    agreement = await running(office)
    file = await history.filed(office, agreement)
    await office.does("head", "TerminateAgreement", id=agreement["id"], **terms(file))
    reference = (await history.reload(office, agreement))["documents"][0]["reference"]

    code = await office.refuses("officer", "RemoveDocument", id=agreement["id"], reference=reference, reason="Wrong")

    assert code == "agreement-document-is-evidence"
