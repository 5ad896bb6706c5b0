"""What the office does with organisations, and what it is refused."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.office import Office

KONSTANZ: dict[str, Any] = {
    "names": [{"language": "en", "kind": "label", "text": "University of Konstanz"}],
    "kinds": ["university"],
    "scope": "foreign",
    "country": "DE",
    "city": "Konstanz",
    "domains": ["uni-konstanz.de"],
    "ror": "0546hnb39",
}

ANNA: dict[str, Any] = {
    "name": "Anna Weber",
    "email": "a.weber@uni-konstanz.de",
    "ground": "office",
    "evidence": "https://uni-konstanz.de/international",
}


async def registered(office: Office, **other: Any) -> Any:
    return await office.does("officer", "RegisterOrganisation", **{**KONSTANZ, **other})


async def reachable(office: Office, **other: Any) -> Any:
    known = await registered(office, **other)
    return await office.does(
        "officer", "AddContact", id=known["id"], role="coordinator", mailbox="office@uni-konstanz.de"
    )


async def test_a_registered_organisation_is_a_prospect_with_a_code(office: Office) -> None:
    known = await registered(office)

    assert known["status"] == "prospect"
    assert known["state"]["code"] == "ORG-00001"
    assert await office.said_about(known["id"]) == ["registered"]


async def test_the_same_domain_is_offered_as_a_duplicate_and_not_joined(office: Office) -> None:
    known = await registered(office)
    twin = {**KONSTANZ, "names": [{"language": "de", "kind": "label", "text": "Uni Konstanz"}], "ror": None}

    assert await office.refuses("officer", "RegisterOrganisation", **twin) == "possible-duplicate"

    other = await office.does("officer", "RegisterOrganisation", **twin, not_duplicate_of=[known["id"]])
    assert other["id"] != known["id"]


async def test_a_domain_is_the_same_in_capitals(office: Office) -> None:
    known = await registered(office, domains=["Uni-Konstanz.DE"])

    twin = {**KONSTANZ, "names": [{"language": "de", "kind": "label", "text": "Uni Konstanz"}], "ror": None}

    assert known["state"]["domains"] == ["uni-konstanz.de"]
    assert await office.refuses("officer", "RegisterOrganisation", **twin) == "possible-duplicate"


async def test_a_name_in_another_script_is_the_same_name(office: Office) -> None:
    await registered(
        office,
        names=[{"language": "az", "kind": "label", "text": "Gəncə Dövlət Universiteti"}],
        country="AZ",
        scope="domestic",
        ror=None,
        domains=[],
    )

    code = await office.refuses(
        "officer",
        "RegisterOrganisation",
        **{
            **KONSTANZ,
            "country": "AZ",
            "ror": None,
            "domains": [],
            "names": [{"language": "en", "kind": "label", "text": "Gence Dovlet Universiteti"}],
        },
    )

    assert code == "possible-duplicate"


async def test_a_ror_belongs_to_one_organisation(office: Office) -> None:
    known = await registered(office)

    code = await office.refuses(
        "officer", "RegisterOrganisation", **{**KONSTANZ, "domains": []}, not_duplicate_of=[known["id"]]
    )

    assert code == "identifier-taken"


async def test_only_a_reachable_organisation_becomes_active(office: Office) -> None:
    known = await registered(office)
    assert await office.refuses("officer", "ActivateOrganisation", id=known["id"]) == "no-reachable-contact"

    await office.does(
        "officer",
        "AddContact",
        id=known["id"],
        role="coordinator",
        **ANNA,
    )
    active = await office.does("head", "ActivateOrganisation", id=known["id"])

    assert active["status"] == "active"


async def test_a_contact_person_is_neither_in_messages_nor_in_the_audit(office: Office) -> None:
    known = await registered(office)

    await office.does(
        "officer",
        "AddContact",
        id=known["id"],
        role="signatory",
        **ANNA,
    )

    assert "Weber" not in str(await office.messages_about(known["id"]))
    assert "weber" not in str(await office.audit_of(known["id"])).lower()


async def test_a_merged_duplicate_lives_on_as_an_alias(office: Office) -> None:
    kept = await registered(office)
    twin = await registered(
        office,
        ror=None,
        domains=[],
        city="Constance",
        names=[{"language": "en", "kind": "label", "text": "Konstanz Uni"}],
    )

    merged = await office.does(
        "officer", "MergeOrganisation", id=twin["id"], into=kept["id"], reason="registered twice"
    )

    assert merged["status"] == "merged"
    assert await office.said_about(kept["id"]) == ["registered", "absorbed"]
    told = (await office.messages_about(kept["id"]))[-1]["state"]
    assert told["aliases"] == [twin["id"]]
    assert "Konstanz Uni" in [name["text"] for name in told["names"]]


async def test_a_stale_version_is_refused_and_nothing_is_lost(office: Office) -> None:
    known = await reachable(office)

    code = await office.refuses("officer", "CorrectOrganisation", id=known["id"], seen=1, city="Kreuzlingen")

    assert code == "stale-version"
    assert (await office.messages_about(known["id"]))[-1]["state"]["city"] == "Konstanz"


async def test_the_same_key_gives_the_same_answer_once(office: Office) -> None:
    first = await registered(office, idempotency_key="k1")
    again = await registered(office, idempotency_key="k1")

    assert again == first
    assert (
        await office.refuses("officer", "RegisterOrganisation", **{**KONSTANZ, "city": "Bonn"}, idempotency_key="k1")
        == "idempotency-key-reused"
    )


async def test_a_risk_rating_says_once_that_it_expired(office: Office) -> None:
    known = await registered(office)
    await office.does("officer", "RateOrganisation", id=known["id"], risk={"rating": "high", "until": "2026-12-31"})

    await office.waits_until(datetime(2027, 1, 1, 6, tzinfo=UTC))
    await office.waits_until(datetime(2027, 6, 1, 6, tzinfo=UTC))

    assert await office.said_about(known["id"]) == ["registered", "rated", "risk_expired"]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("country", "XX", "unknown-country"),
        ("ror", "0546hnb38", "bad-checksum"),
        ("voen", "123", "malformed-voen"),
        ("website", "ftp://x", "malformed-url"),
        ("kinds", [], "too-few"),
        ("city", "a\0b", "invalid-characters"),
        ("surprise", 1, "unknown-field"),
    ],
)
async def test_a_wrong_field_is_named_with_its_code(office: Office, field: str, value: object, code: str) -> None:
    response = await office.asks("officer", "POST", "/commands/register-organisation", json={**KONSTANZ, field: value})

    assert response.status_code == 422
    assert code in [error["code"] for error in response.json()["errors"]]


@pytest.mark.parametrize("role", [None, "student", "auditor", "legal"])
async def test_who_may_not_is_refused(office: Office, role: str | None) -> None:
    code = await office.refuses(role, "RegisterOrganisation", **KONSTANZ)

    assert code == ("forbidden" if role else "unauthenticated")


@pytest.mark.parametrize(
    "body", [b"\xff\xfe", b"[" * 100_000, b'{"country": "\\ud800"}', b"{", b"null", b'{"seen": 1e999}']
)
async def test_a_body_that_is_no_input_is_a_clear_refusal(office: Office, body: bytes) -> None:
    response = await office.asks(
        "officer", "POST", "/commands/register-organisation", content=body, headers={"content-type": "application/json"}
    )

    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
