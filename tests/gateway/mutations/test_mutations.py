"""What the office does through the gateway, and what it is told."""

from typing import Any

from tests.gateway.campus import Campus

KONSTANZ: dict[str, Any] = {
    "names": [{"language": "en", "kind": "LABEL", "text": "University of Konstanz"}],
    "kinds": ["UNIVERSITY"],
    "scope": "FOREIGN",
    "country": "DE",
}


def named(text: str) -> dict[str, Any]:
    return {**KONSTANZ, "names": [{"language": "en", "kind": "LABEL", "text": text}]}


async def test_a_command_answers_the_thing_and_the_next_query_sees_it(house: Campus) -> None:
    done = await house.does(
        "officer", "RegisterOrganisation", "id version ... on Organisation { status name }", **KONSTANZ
    )

    seen = await house.posts("officer", "query ($id: ID!) { organisation(id: $id) { name } }", id=done["id"])

    assert (done["__typename"], done["status"], done["version"]) == ("Organisation", "PROSPECT", 1)
    assert seen["data"]["organisation"]["name"] == "University of Konstanz"
    assert done["extensions"] == {}
