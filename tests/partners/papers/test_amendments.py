"""Papers of amendments: what changes, from what and to what, in both languages."""

from typing import Any

import pytest

from tests.office import Office
from tests.partners.agreements.history import LETTER, partner, seats, signatures, signed
from tests.partners.papers.pages import file_of, made, words

TITLE = {"az": "Daha çox yer", "en": "More seats"}


async def amended(office: Office, **changed: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A signed agreement for five students, and the same with an amendment that is proposed."""
    partner_id = await partner(office)
    agreement = await signed(office, partner_id=partner_id, starts=None, conditions=[seats(partner_id)])
    held = agreement["conditions"][0]
    more = {**held, "people_per_year": 12}
    given = {"title": TITLE, "conditions": [more], "ends": "2030-08-31", **changed}
    answer = await office.does("officer", "ProposeAmendment", by={"subject": "writer"}, id=agreement["id"], **given)
    return agreement, answer["state"]


async def agreed(office: Office, agreement: dict[str, Any]) -> dict[str, Any]:
    """All approve the amendment and sign it today."""
    known = {"id": agreement["id"], "number": 1}
    steps = {each["step"]: each["organisation_id"] for each in agreement["amendments"][0]["review"]["steps"]}
    for step, organisation_id in steps.items():
        if step == "partner":
            yes = {"organisation_id": organisation_id, "on": "2026-09-07", "evidence": LETTER}
            await office.does("officer", "RecordAmendmentApproval", by={"subject": "writer"}, **known, **yes)
        else:
            who = {"faculty": "faculty_coordinator", "department": "head"}.get(step, step)
            await office.does(who, "ApproveAmendment", by={"units": [agreement["unit"]]}, step=step, **known)
    answer = await office.does("officer", "SignAmendment", **known, signatures=signatures(agreement))
    state: dict[str, Any] = answer["state"]
    return state


async def test_an_amendment_says_what_was_and_what_is_to_be(office: Office) -> None:
    agreement, proposed = await amended(office)
    known = {"agreement_id": agreement["id"], "number": 1}

    code = await office.refuses("officer", "MakeAmendmentPaper", **known)
    paper = await made(office, "MakeAmendmentPaper", **known, draft=True)

    assert code == "paper-terms-not-approved"
    told = words(await file_of(office, paper))
    assert (paper["number"], paper["amendment"]) == (f"{agreement['code']}/1", 1)
    assert paper["terms_hash"] == proposed["amendments"][0]["terms_hash"]
    for expected in (
        "DRAFT",
        "Daha çox yer",
        "Son gün",
        "31 avqust 2030",
        "From: Ganja State University; To: University of Konstanz",
        "People/year: 5",
        "People/year: 12",
        "7 September 2026",
    ):
        assert expected in told


async def test_an_amendment_in_effect_still_says_what_it_changed(office: Office) -> None:
    agreement, proposed = await amended(office)
    after = await agreed(office, proposed)
    assert after["amendments"][0]["status"] == "in_effect"

    paper = await made(office, "MakeAmendmentPaper", agreement_id=agreement["id"], number=1)

    told = words(await file_of(office, paper))
    changed = ("People/year: 5", "People/year: 12", "31 August 2030")
    assert all(each in told for each in (*changed, "in force from 7 September 2026"))
    assert not paper["draft"]


@pytest.mark.parametrize("number", [1, 2])
async def test_an_amendment_that_was_dropped_or_never_was_is_not_printed(office: Office, number: int) -> None:
    agreement, _ = await amended(office)
    await office.does("officer", "DropAmendment", id=agreement["id"], number=1, reason="No")

    code = await office.refuses("officer", "MakeAmendmentPaper", agreement_id=agreement["id"], number=number)

    assert code == "paper-amendment-unknown"
