"""Whatever operation the schema allows, the gateway answers it: no 5xx, and no error of its own."""

from contextlib import closing
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.graphql import nodes

from korpu_local.home import ROOT
from korpu_local.portal import Portal
from korpu_local.stack import Stack
from tests.contracts.formats import teach

EXAMPLES = 2

teach()
schemathesis.graphql.scalar("Decimal", st.sampled_from(["1.50", "0", "1e99", "x"]).map(nodes.String))


def asked(operation: Any, url: str, token: str) -> None:
    """Ask operations of one field that nobody has written, and hold each answer to every check."""

    @given(case=operation.as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def ask(case: Any) -> None:
        response = case.call(base_url=url, headers={"authorization": f"Bearer {token}"})
        told = response.json()
        assert response.status_code < 500
        assert "internal-error" not in [each.get("extensions", {}).get("code") for each in told.get("errors", ())]

    ask()


@pytest.mark.timeout(240)
def test_every_field_of_the_schema_is_answered(product: Stack) -> None:
    schema = schemathesis.graphql.from_path(ROOT / "services" / "gateway" / "schema.graphql")
    found: list[Any] = list(schema.get_all_operations())
    token, broken = product.token("head"), {}

    for each in found:
        operation = each.ok()
        try:
            asked(operation, f"{product.gateway_url}/graphql", token)
        except Exception as failure:  # noqa: BLE001 -- all of them are told together
            broken[operation.label] = str(failure)[:1000]

    assert len(found) > 100
    assert broken == {}


def test_a_text_that_no_database_keeps_is_refused_where_it_is_written(product: Stack) -> None:
    with closing(Portal(product.gateway_url, product.token("head"))) as portal:
        told = portal.answer('{ mobilityByCode(code: "a\\u0000b") { id } }')

    assert [each["message"] for each in told["errors"]] == ["A text holds NUL"]
