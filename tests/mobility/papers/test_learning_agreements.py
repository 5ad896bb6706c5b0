"""A learning agreement on paper: its tables, its signatures and its hash, of the version that was asked for."""

from typing import Any
from uuid import UUID

from tests.mobility.aysel import AYSEL
from tests.mobility.learning_agreements.conftest import DIALECTS, LITERATURE, NOVEL
from tests.mobility.papers.conftest import Papers, named_partner
from tests.papers import file_of, link_to, words


async def printed(office: Papers, agreement: Any, **given: Any) -> tuple[Any, str]:
    """The paper of a learning agreement, and what is written on it."""
    about = {"learning_agreement_id": agreement["id"], **given}
    paper = (await office.does("officer", "MakeLearningAgreementPaper", **about))["state"]
    return paper, words(await file_of(office, paper))


async def drafted(office: Papers) -> Any:
    """What Aysel is to study in Kassel, before anybody has signed it."""
    await named_partner(office)
    stay = await office.accepted(await office.person(**AYSEL))
    return await office.draft(stay, components=[NOVEL, DIALECTS, LITERATURE])


async def test_a_signed_version_shows_its_tables_its_signatures_and_its_hash(office: Papers) -> None:
    agreement = await drafted(office)
    await office.signed(agreement, "person", "office")
    signed = await office.signed_by_link(agreement)

    paper, told = await printed(office, agreement)

    for said in (
        "Aysel Əliyeva",
        "A. At the host",
        "B. Recognised by the sender",
        "GER-7",
        "Dialects",
        "World literature",
    ):
        assert said in told
    assert ("10,5 AKTS" in told, "10.5 ECTS" in told, "German B2" in told) == (True, True, True)
    assert ("AKTS kreditləri" in told, "ECTS credits" in told) == (True, True)
    assert told.count("23.11.2026") == 3
    assert signed["hash"] in told.replace(" ", "")
    assert (paper["draft"], paper["content_hash"], paper["number"]) == (False, signed["hash"], f"{signed['code']}/1")
    assert (await link_to(office, paper, "student", person_id=UUID(paper["person_id"]))).status_code == 200


async def test_a_version_that_not_all_have_signed_is_a_draft_and_says_who_is_missing(office: Papers) -> None:
    agreement = await drafted(office)
    await office.signed(agreement, "person")

    paper, told = await printed(office, agreement, languages=["en"])

    assert paper["draft"]
    assert (told.count("not signed yet"), "DRAFT" in told) == (2, True)


async def test_a_change_stands_with_its_reason_and_the_version_before_can_still_be_printed(office: Papers) -> None:
    agreement = await drafted(office)
    await office.signed(agreement, "person", "office")
    await office.signed_by_link(agreement)
    changes = [{"table": "host", "component": "Dialects", "reason": "not_available"}]
    await office.revised(agreement, NOVEL, LITERATURE, changes=changes)

    second, told = await printed(office, agreement, languages=["en"])
    first, before = await printed(office, agreement, languages=["en"], number=1)

    assert (second["number"][-2:], first["number"][-2:]) == ("/2", "/1")
    assert ("Changes" in told, "not available" in told) == (True, True)
    assert "Changes" not in before


async def test_there_is_no_paper_of_a_version_that_was_never_written(office: Papers) -> None:
    agreement = await drafted(office)

    code = await office.refuses(
        "officer", "MakeLearningAgreementPaper", learning_agreement_id=agreement["id"], number=7
    )

    assert code == "paper-version-unknown"
