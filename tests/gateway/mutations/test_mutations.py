"""What the office does through the gateway, and what it is told."""

import time
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import asyncpg
import pytest

from korpu_local.postgres import Postgres
from tests.administrator import past_triggers
from tests.gateway.campus import Campus
from tests.gateway.lines import broken, losing_answers, silent

NOWHERE = "http://127.0.0.1:9"


def organisation(text: str, **other: Any) -> dict[str, Any]:
    return {
        "names": [{"language": "en", "kind": "LABEL", "text": f"{text} {uuid4().hex[:8]}"}],
        "kinds": ["UNIVERSITY"],
        "scope": "FOREIGN",
        "country": "DE",
        **other,
    }


def delegation(organisation: str, **other: Any) -> dict[str, Any]:
    return {
        "direction": "INCOMING",
        "title": {"en": "Delegation"},
        "purpose": "To talk",
        "organisations": [organisation],
        "headLevel": "RECTOR",
        "starts": "2027-03-01",
        "ends": "2027-03-03",
        **other,
    }


async def registered(campus: Campus, text: str = "University", **other: Any) -> dict[str, Any]:
    done: dict[str, Any] = await campus.does(
        "officer", "RegisterOrganisation", "id version", **organisation(text, **other)
    )
    assert done["__typename"] == "Organisation", done
    return done


async def shown(campus: Campus, id: str, fields: str) -> Any:
    answer = await campus.posts("officer", f"query ($id: ID!) {{ organisation(id: $id) {{ {fields} }} }}", id=id)
    return answer["data"]["organisation"]


async def test_a_command_answers_the_thing_and_the_next_query_sees_it(campus: Campus) -> None:
    done = await campus.does(
        "officer", "RegisterOrganisation", "id version ... on Organisation { status name }", **organisation("Konstanz")
    )

    assert (done["__typename"], done["status"], done["version"]) == ("Organisation", "PROSPECT", 1)
    assert done["extensions"] == {}
    assert (await shown(campus, done["id"], "name"))["name"] == done["name"]


async def test_a_rule_that_says_no_is_a_member_of_the_union_in_the_callers_language(campus: Campus) -> None:
    known = await registered(campus)

    english = await campus.does("officer", "ActivateOrganisation", id=known["id"])
    azerbaijani = await campus.does("officer", "ActivateOrganisation", id=known["id"], as_language="az")

    assert (english["__typename"], english["code"]) == ("Refusal", "no-reachable-contact")
    assert english["message"].startswith("First add one contact")
    assert azerbaijani["message"].startswith("Əvvəlcə")


async def test_wrong_fields_are_named_as_the_schema_spells_them(campus: Campus) -> None:
    refused = await campus.does(
        "officer", "RegisterOrganisation", **organisation("X", erasmusCode="?", notDuplicateOf=["x"], country="XX")
    )

    assert refused["code"] == "invalid-input"
    assert {each["path"] for each in refused["errors"]} == {"erasmusCode", "notDuplicateOf.0", "country"}


@pytest.mark.parametrize(("role", "code"), [(None, "unauthenticated"), ("student", "forbidden")])
async def test_who_may_not_is_refused(campus: Campus, role: str | None, code: str) -> None:
    refused = await campus.does(role, "RegisterOrganisation", **organisation("Nobody's"))

    assert (refused["__typename"], refused["code"]) == ("Refusal", code)


async def test_a_global_id_and_a_plain_one_name_the_same_thing(campus: Campus) -> None:
    known = await registered(campus)

    by_global = await campus.does("officer", "ConfirmOrganisation", "id version", id=known["id"])
    by_plain = await campus.does("officer", "ConfirmOrganisation", "id version", id=known["id"].partition(":")[2])

    assert [by_global["id"], by_plain["id"]] == [known["id"]] * 2
    assert [by_global["version"], by_plain["version"]] == [2, 3]


async def test_the_global_id_of_another_kind_of_thing_is_refused(campus: Campus) -> None:
    known = await registered(campus)

    refused = await campus.does("officer", "ConfirmOrganisation", id=known["id"].replace("organisation:", "agreement:"))

    assert (refused["code"], refused["path"]) == ("invalid-input", "id")


async def test_a_version_that_is_no_longer_seen_is_refused_and_nothing_changes(campus: Campus) -> None:
    known = await registered(campus)
    await campus.does("officer", "ConfirmOrganisation", id=known["id"], seen=1)

    refused = await campus.does("officer", "CorrectOrganisation", id=known["id"], seen=1, city="Elsewhere")

    assert refused["code"] == "stale-version"
    assert await shown(campus, known["id"], "version city") == {"version": 2, "city": None}


async def test_what_is_left_out_stays(campus: Campus) -> None:
    known = await registered(campus, city="Konstanz", website="https://www.uni-konstanz.de/")

    await campus.does("officer", "CorrectOrganisation", id=known["id"], city="Constance")

    assert await shown(campus, known["id"], "city website") == {
        "city": "Constance",
        "website": "https://www.uni-konstanz.de/",
    }


@pytest.mark.parametrize("where", ["input", "header"])
async def test_the_same_key_gives_the_same_answer_once(campus: Campus, where: str) -> None:
    key, given = str(uuid4()), organisation("Once")
    more = {"idempotencyKey": key} if where == "input" else {"headers": {"idempotency-key": key}}

    first = await campus.does("officer", "RegisterOrganisation", "id version", **given, **more)
    second = await campus.does("officer", "RegisterOrganisation", "id version", **given, **more)
    other = await campus.does("officer", "RegisterOrganisation", **{**given, "city": "Other"}, **more)

    assert second == first
    assert other["code"] == "idempotency-key-reused"


async def test_two_mutations_of_one_request_each_have_a_key_of_their_own(campus: Campus) -> None:
    text = """mutation ($a: RegisterOrganisationInput!, $b: RegisterOrganisationInput!) {
        a: registerOrganisation(input: $a) { ... on Organisation { id } }
        b: registerOrganisation(input: $b) { ... on Organisation { id } } }"""
    given, headers = {"a": organisation("A"), "b": organisation("B")}, {"idempotency-key": str(uuid4())}

    first = await campus.posts("officer", text, headers=headers, **given)
    again = await campus.posts("officer", text, headers=headers, **given)

    assert first["data"]["a"]["id"] != first["data"]["b"]["id"]
    assert again["data"] == first["data"]


async def test_a_lost_answer_is_asked_for_again_and_the_change_is_made_once(campus: Campus) -> None:
    async with (
        losing_answers(campus.settings.partners_url, 1) as line,
        campus.another(partners_url=line) as gateway,
    ):
        done = await registered(gateway)

    assert done["version"] == 1
    assert await shown(campus, done["id"], "version") == {"version": 1}


async def test_an_owner_that_is_away_is_told_as_a_refusal_that_says_what_to_do(campus: Campus) -> None:
    async with campus.another(partners_url=NOWHERE) as gateway:
        refused = await gateway.does("officer", "RegisterOrganisation", **organisation("Away"))

    assert (refused["__typename"], refused["code"]) == ("Refusal", "unavailable")
    assert "again" in refused["message"]


async def test_an_owner_that_hangs_is_not_waited_for_without_end(campus: Campus) -> None:
    async with silent() as line, campus.another(partners_url=line) as gateway:
        begun = time.monotonic()
        refused = await gateway.does("officer", "RegisterOrganisation", **organisation("Hanging"))

    assert refused["code"] == "unavailable"
    assert time.monotonic() - begun < 12


async def test_what_an_owner_did_not_foresee_is_masked(campus: Campus) -> None:
    async with broken() as line, campus.another(partners_url=line) as gateway:
        answer = await gateway.posts(
            "officer",
            "mutation ($given: RegisterOrganisationInput!) { registerOrganisation(input: $given) { __typename } }",
            given=organisation("Broken"),
        )

    assert answer["status"] == 200
    assert [each["extensions"]["code"] for each in answer["errors"]] == ["internal-error"]
    assert "secret" not in str(answer)


async def test_an_owner_that_was_restored_answers_with_its_own_change_and_no_other(
    campus: Campus, server: Postgres
) -> None:
    known = await registered(campus)
    owner = await asyncpg.connect(campus.databases["partners"])
    before = await owner.fetchrow("SELECT * FROM organisation WHERE id = $1", id_of(known))
    lost = await campus.does("officer", "CorrectOrganisation", "version", id=known["id"], city="Lost")
    async with past_triggers(server, campus.databases["partners"]) as past:
        await past.execute("DELETE FROM audit WHERE aggregate_id = $1 AND version > 1", id_of(known))
        await past.execute(
            "DELETE FROM outbox WHERE key = $1 AND sent_at > now() - '1 hour'::interval", str(id_of(known))
        )
    assert before is not None
    await owner.execute("UPDATE organisation SET version = 1, city = $2 WHERE id = $1", id_of(known), before["city"])
    await owner.execute("INSERT INTO epoch (number) SELECT coalesce(max(number), 0) + 1 FROM epoch")
    await owner.close()

    done = await campus.does(
        "officer", "CorrectOrganisation", "version ... on Organisation { city }", id=known["id"], city="Found"
    )

    assert lost["version"] == done["version"] == 2
    assert (done["city"], done["extensions"]) == ("Found", {})
    assert (await shown(campus, known["id"], "city"))["city"] == "Found"


def id_of(thing: dict[str, Any]) -> UUID:
    """The id in the owner's spelling."""
    return UUID(thing["id"].split(":")[1])


async def test_while_the_read_model_is_behind_the_owner_answers_and_the_response_says_so(
    campus: Campus, database: Any
) -> None:
    async with campus.another(database=await database("gateway")) as behind:
        done = await behind.does(
            "officer", "RegisterOrganisation", "id version ... on Organisation { name }", **organisation("Late")
        )

    assert done["name"].startswith("Late")
    assert done["extensions"] == {"readModel": "behind"}


async def test_a_change_is_made_and_told_even_when_the_read_model_has_gone(
    campus: Campus, database: Any, postgres: str
) -> None:
    own = await database("gateway")
    known = await registered(campus)
    async with campus.another(database=own) as orphan:
        connection = await asyncpg.connect(postgres)
        await connection.execute(f'DROP DATABASE "{urlsplit(own).path[1:]}" WITH (FORCE)')
        await connection.close()

        done = await orphan.does("officer", "ConfirmOrganisation", "version", id=known["id"])
        refused = await orphan.does("officer", "RequestVisit", **delegation(known["id"], letterId=str(uuid4())))

    assert (done["version"], done["extensions"]) == (2, {"readModel": "behind"})
    assert (refused["__typename"], refused.get("code")) in {("Visit", None), ("Refusal", "unavailable")}


async def test_a_warning_of_the_owner_is_told_beside_the_thing(campus: Campus) -> None:
    known = await registered(campus)

    done = await campus.does(
        "officer",
        "DraftAgreement",
        "id ... on Agreement { status }",
        kind="MEMORANDUM",
        title={"en": "Memorandum"},
        parties=[{"us": True}, {"organisationId": known["id"]}],
        starts="2026-10-01",
        ends="2036-10-01",
    )

    assert done["status"] == "DRAFT"
    assert [each["code"] for each in done["extensions"]["warnings"]] == ["agreement-longer-than-usual"]


async def test_what_comes_out_of_a_thing_belongs_to_its_story(campus: Campus) -> None:
    partner = await registered(campus)
    visit = await campus.does("officer", "RequestVisit", "id correlationId", **delegation(partner["id"]))

    agreement = await campus.does(
        "officer",
        "DraftAgreement",
        "id correlationId",
        kind="MEMORANDUM",
        title={"en": "Memorandum"},
        parties=[{"us": True}, {"organisationId": partner["id"]}],
        origin={"kind": "VISIT", "id": visit["id"]},
    )

    assert agreement["correlationId"] == visit["correlationId"]
