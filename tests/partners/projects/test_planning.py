"""An idea takes shape: a consortium, a budget that adds up, and words in several languages."""

from typing import Any
from uuid import uuid4

import pytest

from tests.office import Office, Refused
from tests.partners.agreements import history
from tests.partners.projects import research

EUR_40, EUR_30, AZN_5 = (
    {"amount": "40000", "currency": "EUR"},
    {"amount": "30000", "currency": "EUR"},
    {"amount": "5000", "currency": "AZN"},
)


async def test_an_idea_has_a_number_and_whoever_wrote_it_is_responsible(office: Office) -> None:
    first, second = await research.idea(office), await research.idea(office)

    assert (first["code"], second["code"]) == ("PRJ-2026-001", "PRJ-2026-002")
    assert (first["status"], first["responsible"]) == ("idea", "officer-1")
    assert await office.said_about(first["id"]) == ["planned"]


async def test_a_coordinator_plans_for_the_own_faculty_alone(office: Office) -> None:
    own = {"units": ["philology"]}
    known = await research.idea(office, "faculty_coordinator", by=own, unit="philology")

    other = await research.shape(office)
    code = await office.refuses(
        "faculty_coordinator", "PlanProject", by=own, title={"az": "x"}, unit="history", **other
    )

    assert (known["unit"], code) == ("philology", "forbidden")


@pytest.mark.parametrize(
    "partners",
    [
        [{"us": True, "role": "beneficiary"}, {"us": True, "role": "associated"}],
        [{"organisation_id": "known", "role": "coordinator"}],
        [{"us": True, "role": "coordinator"}, {"organisation_id": "known", "role": "coordinator"}],
        [{"us": True, "role": "beneficiary"}, {"role": "associated"}],
        [
            {"us": True, "role": "coordinator"},
            {"organisation_id": "known", "role": "beneficiary"},
            {"organisation_id": "known", "role": "associated"},
        ],
    ],
    ids=["us twice", "not us", "two coordinators", "nobody", "one twice"],
)
async def test_a_consortium_has_us_once_each_partner_once_and_one_coordinator(
    office: Office, partners: list[dict[str, Any]]
) -> None:
    known = await research.partner(office)
    named = [{**each, **({"organisation_id": known} if "organisation_id" in each else {})} for each in partners]

    code = await office.refuses("officer", "PlanProject", title={"az": "x"}, partners=named)

    assert code == "project-consortium-wrong"


@pytest.mark.parametrize("shares", [(EUR_40, EUR_30), (EUR_30, AZN_5)], ids=["too much", "two currencies"])
async def test_shares_are_part_of_the_budget(office: Office, shares: Any) -> None:
    given = await research.shape(office, shares=shares)

    assert (
        await office.refuses("officer", "PlanProject", title={"az": "x"}, **given) == "project-budget-does-not-add-up"
    )


async def test_shares_that_fill_the_budget_are_right(office: Office) -> None:
    known = await research.idea(office, **await research.shape(office, shares=(EUR_30, EUR_30)))

    assert known["partners"][0]["share"]["amount"] == "30000"


async def test_a_project_ends_after_it_starts(office: Office) -> None:
    given = await research.shape(office, ends="2026-09-01")

    assert await office.refuses("officer", "PlanProject", title={"az": "x"}, **given) == "project-ends-before-it-starts"


@pytest.mark.parametrize("funder", [{}, {"name": "Fund", "organisation_id": str(uuid4())}])
async def test_a_funder_is_registered_or_named(office: Office, funder: dict[str, str]) -> None:
    given = await research.shape(office, funder=funder)

    assert await office.refuses("officer", "PlanProject", title={"az": "x"}, **given) == "project-funder-unclear"


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("partners", "partners.1.organisation_id"),
        ("funder", "funder.organisation_id"),
        ("agreement_id", "agreement_id"),
        ("origin", "origin.id"),
    ],
)
async def test_what_a_project_names_is_there(office: Office, field: str, path: str) -> None:
    nobody = str(uuid4())
    wrong: dict[str, Any] = {
        "partners": [{"us": True, "role": "beneficiary"}, {"organisation_id": nobody, "role": "coordinator"}],
        "funder": {"organisation_id": nobody},
        "agreement_id": nobody,
        "origin": {"kind": "letter", "id": nobody},
    }
    given = await research.shape(office)

    with pytest.raises(Refused) as refused:
        await office.does("officer", "PlanProject", title={"az": "x"}, **{**given, field: wrong[field]})

    assert (refused.value.code, refused.value.problem["path"]) == ("not-found", path)


async def test_a_merged_partner_goes_on_as_its_successor(office: Office) -> None:
    old, kept = await research.partner(office), await research.partner(office)
    await office.does("officer", "MergeOrganisation", id=old, into=kept, reason="The same university")

    known = await research.idea(office, **await research.shape(office, organisation=old))

    assert known["partners"][1]["organisation_id"] == str(kept)


@pytest.mark.parametrize("text", ["title", "summary"])
async def test_an_edited_original_leaves_translations_outdated_until_they_follow(office: Office, text: str) -> None:
    words: Any = {text: {"az": "a", "en": "b", "ru": "c", "de": "d", "fr": "e"}}
    known = await research.idea(office, **words)

    edited = await research.step(office, "officer", "CorrectProject", known, **{text: {"az": "yeni"}})
    translated = await research.step(office, "officer", "CorrectProject", known, **{text: {"ru": "новое"}})

    def behind(project: dict[str, Any]) -> set[str]:
        held = project[text]
        return {language for language, each in held["texts"].items() if each["revision"] < held["revision"]}

    assert behind(edited) == {"en", "ru", "de", "fr"}
    assert behind(translated) == {"en", "de", "fr"}


async def test_a_summary_can_follow_later(office: Office) -> None:
    known = await research.idea(office, summary=None)

    summary = {"az": "Nə haqqında"}
    later = await research.step(office, "officer", "CorrectProject", known, summary=summary, unit="history")

    assert (later["summary"]["original"], later["unit"]) == ("az", "history")


async def test_a_wrong_agreement_leader_or_faculty_is_forgotten(office: Office) -> None:
    agreement = await history.draft(office)
    known = await research.idea(office, agreement_id=agreement["id"], unit="history")
    wrong = ["agreement_id", "principal_investigator_id", "unit"]

    after = await research.step(office, "officer", "CorrectProject", known, forget=wrong)

    assert [after[name] for name in (*wrong, "responsible")] == [None, None, None, "officer-1"]


async def test_an_idea_is_given_up_with_a_reason(office: Office) -> None:
    known = await research.idea(office)

    left = await research.step(office, "officer", "WithdrawProject", known, reason="No partner for it")

    assert (left["status"], left["reason"]) == ("withdrawn", "No partner for it")
    assert await research.refused(office, "officer", "WithdrawProject", known, reason="again") == "wrong-status"
