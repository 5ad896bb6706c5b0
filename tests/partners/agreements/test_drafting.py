"""How an agreement is written, and which terms make no sense."""

import json
from typing import Any
from uuid import uuid4

import pytest

from tests.office import Office
from tests.partners.agreements import history


async def test_a_draft_has_the_next_number_of_its_kind_and_year(office: Office) -> None:
    codes = [(await history.draft(office, kind=kind))["code"] for kind in ("memorandum", "memorandum", "research")]

    assert codes == ["MOU-2026-001", "MOU-2026-002", "RES-2026-001"]


async def test_a_draft_remembers_what_it_came_out_of(office: Office) -> None:
    origin: dict[str, Any] = {"kind": "visit", "id": str(uuid4())}

    agreement = await history.draft(office, origin=origin)

    assert agreement["origin"] == origin
    assert await office.said_about(agreement["id"]) == ["drafted"]


STRANGER = "0199c3f0-0000-7000-8000-000000000001"
US, THEM = {"us": True}, {"organisation_id": "the partner"}


def to_them(**other: Any) -> dict[str, Any]:
    return {"conditions": [history.seats("the partner", **other)]}


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({"parties": [THEM, {**US, **THEM}]}, "agreement-parties-unclear", "parties.1"),
        ({"parties": [US, US]}, "agreement-parties-unclear", "parties"),
        ({"parties": [US, {"us": True, "unit": "physics"}]}, "agreement-parties-unclear", "parties"),
        ({"parties": [US, {}]}, "agreement-parties-unclear", "parties.1"),
        ({"parties": [US]}, "invalid-input", "parties"),
        ({"parties": [US, {"organisation_id": STRANGER}]}, "agreement-partner-unknown", "parties"),
        ({"ends": "2026-10-01"}, "agreement-ends-before-start", "ends"),
        ({"renewal": {"mode": "evergreen"}}, "agreement-evergreen-has-end", "ends"),
        (
            {"kind": "memorandum", "obligations": [{"text": {"en": "Pays"}}]},
            "agreement-memorandum-binds-nothing",
            "obligations",
        ),
        (to_them(to={"organisation_id": STRANGER}), "agreement-condition-unclear", "conditions.0"),
        (to_them(to={}), "agreement-condition-unclear", "conditions.0"),
        (to_them(last_year="2025/2026"), "agreement-condition-unclear", "conditions.0"),
        (to_them(months_per_year=5, days_per_year=5), "agreement-condition-unclear", "conditions.0"),
        (to_them(months_per_year=0.5, days_per_year=5), "agreement-condition-unclear", "conditions.0"),
        (to_them(months_per_year=0.125), "invalid-input", "conditions.0.months_per_year"),
        (to_them(cefr="B2"), "agreement-condition-unclear", "conditions.0"),
        (to_them(id=STRANGER), "agreement-condition-unclear", "conditions.0.id"),
        (to_them(people_per_year=-1), "invalid-input", "conditions.0.people_per_year"),
        (to_them(first_year="2026/2028"), "invalid-input", "conditions.0.first_year"),
        (to_them(isced=["23"]), "invalid-input", "conditions.0.isced.0"),
    ],
)
async def test_terms_that_make_no_sense_are_refused_at_their_place(
    office: Office, given: dict[str, Any], code: str, path: str
) -> None:
    partner_id = await history.partner(office)
    draft: dict[str, Any] = {"kind": "student_exchange", "title": {"en": "Exchange"}, "parties": [US, THEM]}
    dates: dict[str, Any] = {"starts": "2026-10-01", "ends": "2029-09-30"}
    body = json.dumps({**draft, **dates, **given}).replace("the partner", partner_id)

    answer = await office.asks("officer", "POST", "/commands/draft-agreement", json=json.loads(body))

    assert (answer.json()["code"], answer.json()["path"]) == (code, path)


@pytest.mark.parametrize(
    ("given", "months", "days"),
    [(4.5, None, 135), ("0.75", None, 23), (0.01, None, 1), (5, 5, None), ("5.00", 5, None)],
)
async def test_parts_of_a_month_are_kept_as_days(
    office: Office, given: float | str, months: int | None, days: int | None
) -> None:
    partner_id = await history.partner(office)
    draft = {"kind": "student_exchange", "title": {"en": "Exchange"}, "parties": [US, THEM]}
    body = json.dumps({**draft, **to_them(months_per_year=given)}).replace("the partner", partner_id)

    answer = await office.asks("officer", "POST", "/commands/draft-agreement", json=json.loads(body))

    (condition,) = answer.json()["state"]["conditions"]
    assert (condition["months_per_year"], condition["days_per_year"]) == (months, days)


async def test_nothing_is_drafted_with_a_suspended_partner(office: Office) -> None:
    partner_id = await history.partner(office)
    await office.does("officer", "AddContact", id=partner_id, role="coordinator", mailbox="io@uni-konstanz.de")
    await office.does("officer", "ActivateOrganisation", id=partner_id)
    await office.does("head", "SuspendOrganisation", id=partner_id, reason="Sanctions are examined.")
    draft: dict[str, Any] = {
        "kind": "research",
        "title": {"en": "Lasers"},
        "parties": [{"us": True}, {"organisation_id": partner_id}],
    }

    assert await office.refuses("officer", "DraftAgreement", **draft) == "agreement-partner-closed"


async def test_a_changed_condition_keeps_its_identity_and_a_new_one_gets_its_own(office: Office) -> None:
    agreement = await history.draft(office)
    held, partner_id = agreement["conditions"][0], agreement["parties"][1]["organisation_id"]
    wanted = [history.seats(partner_id, id=held["id"], people=8), history.seats(partner_id, kind="teaching")]

    after = (await office.does("officer", "ChangeTerms", id=agreement["id"], conditions=wanted))["state"]

    assert after["conditions"][0] == {**held, "people_per_year": 8}
    assert after["conditions"][1]["id"] != held["id"]
    assert after["status"] == "draft"


async def test_an_edited_obligation_shows_that_its_translation_is_old(office: Office) -> None:
    agreement = await history.draft(office, obligations=[{"text": {"en": "Lends books", "de": "Leiht Bücher"}}])
    held = agreement["obligations"][0]
    wanted = [{"id": held["id"], "text": {"en": "Lends one hundred books"}}]

    after = (await office.does("officer", "ChangeTerms", id=agreement["id"], obligations=wanted))["state"]

    texts = after["obligations"][0]["text"]
    assert after["obligations"][0]["id"] == held["id"]
    assert (texts["revision"], texts["texts"]["de"]["revision"]) == (2, 1)


async def test_a_change_that_changes_nothing_is_refused(office: Office) -> None:
    agreement = await history.draft(office)
    seats: dict[str, Any] = {"condition_id": agreement["conditions"][0]["id"], "people_per_year": 5}

    assert await office.refuses("officer", "ChangeSeats", id=agreement["id"], **seats) == "agreement-terms-unchanged"


async def test_seats_are_changed_in_a_condition_of_the_agreement(office: Office) -> None:
    agreement = await history.draft(office)
    seats: dict[str, Any] = {"condition_id": str(uuid4()), "people_per_year": 5}

    assert await office.refuses("officer", "ChangeSeats", id=agreement["id"], **seats) == "agreement-no-such-condition"


async def test_evergreen_drops_the_last_day(office: Office) -> None:
    agreement = await history.draft(office)

    after = (await office.does("officer", "ChangeTerms", id=agreement["id"], renewal={"mode": "evergreen"}))["state"]

    assert (after["ends"], after["evergreen"]) == (None, True)


async def test_another_kind_and_other_parties_are_other_terms(office: Office) -> None:
    agreement, other = await history.draft(office), await history.partner(office)
    wanted: dict[str, Any] = {
        "kind": "research",
        "parties": [{"us": True}, {"organisation_id": other}],
        "conditions": [],
    }

    after = (await office.does("officer", "ChangeTerms", id=agreement["id"], **wanted))["state"]

    assert (after["kind"], after["parties"][1]["organisation_id"]) == ("research", other)
    assert after["terms_hash"] != agreement["terms_hash"]


async def test_title_papers_and_people_are_no_terms(office: Office) -> None:
    agreement = await history.in_review(office, "department")
    paper: dict[str, Any] = {"title": "Cover letter", "reference": "OUT-2026/77", "url": "https://archive.example/77"}

    await office.does("officer", "RetitleAgreement", id=agreement["id"], title={"az": "Tələbələrin mübadiləsi"})
    await office.does("officer", "AddDocument", id=agreement["id"], document=paper)
    answer = await office.does("officer", "AssignAgreement", id=agreement["id"], owner="officer-2", backup="officer-3")

    after = answer["state"]
    assert await history.said_since(office, agreement) == ["corrected", "document_added", "assigned"]
    assert [approval["by"] for approval in after["approvals"]] == ["department"]
    assert after["terms_hash"] == agreement["terms_hash"]
    assert (after["owner"], after["backup"]) == ("officer-2", "officer-3")
    assert after["title"]["texts"]["en"]["revision"] < after["title"]["revision"]


async def test_only_the_head_waives_a_rule(office: Office) -> None:
    agreement = await history.draft(office)

    assert await office.refuses("officer", "WaiveRule", id=agreement["id"], rule="long", reason="So") == "forbidden"


async def test_the_same_request_twice_makes_one_draft(office: Office) -> None:
    partner_id = await history.partner(office)

    one = await history.draft(office, partner_id, idempotency_key="letter-118")
    again = await history.draft(office, partner_id, idempotency_key="letter-118")

    assert one == again


async def test_a_stale_version_loses_nothing(office: Office) -> None:
    agreement = await history.draft(office)
    await office.does("officer", "ChangeTerms", id=agreement["id"], seen=1, ends="2028-09-30")

    code = await office.refuses("officer", "ChangeTerms", id=agreement["id"], seen=1, ends="2027-09-30")

    assert code == "stale-version"
    assert (await history.reload(office, agreement))["ends"] == "2028-09-30"
