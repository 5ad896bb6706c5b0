"""The ways of a joint project that are rare."""

from tests.office import Office
from tests.partners import wording
from tests.partners.projects import research


async def test_a_proposal_is_taken_back_from_the_funder(office: Office) -> None:
    known = await research.proposed(office)

    back = await research.step(office, "officer", "WithdrawProject", known, reason="The partner has left")

    assert (back["status"], back["reason"]) == ("withdrawn", "The partner has left")


async def test_a_proposal_is_reworked_before_the_funder_has_spoken(office: Office) -> None:
    known = await research.proposed(office)

    back = await research.step(office, "officer", "ReturnProject", known, reason="The budget lacks travel")
    again = await research.step(office, "head", "ProposeProject", back)

    assert (back["status"], back["proposed_on"], back["reason"]) == ("idea", None, "The budget lacks travel")
    assert (again["status"], again["proposed_on"], again["reason"]) == ("proposed", known["proposed_on"], None)


async def test_a_grant_ends_before_the_work_has_begun_and_its_reports_stay_due(office: Office) -> None:
    known = await research.funded(office)

    ended = await research.step(office, "head", "EndProjectEarly", known, on="2026-09-05", reason="The fund is closed")

    assert (ended["status"], ended["started_on"], ended["ended_early_on"]) == ("active", None, "2026-09-05")
    assert [each["submitted_on"] for each in ended["reports"]] == [None, None]


async def test_an_interim_report_is_mended_while_the_work_goes_on(office: Office) -> None:
    known = await research.active(office)
    interim = {"report_id": known["reports"][0]["id"]}
    await research.step(office, "officer", "SubmitProjectReport", known, **interim)

    back = await research.step(
        office, "officer", "ReturnProjectReport", known, **interim, reason="A table is missing", due="2026-10-01"
    )

    assert (back["status"], back["reports"][0]["returned"]) == ("active", "A table is missing")


async def test_a_wrong_translation_of_its_title_is_refused(office: Office) -> None:
    known = await research.idea(office)

    assert await wording.translated_wrongly(office, "TranslateJointProject", known) == wording.REFUSED
