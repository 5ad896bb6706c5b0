"""The balance of exchange with a partner or under a condition: what went out less what came in, over some years."""

from typing import Any

from korpu_gateway.reads.fields import Looked, ReadField, argument
from korpu_gateway.reads.permissions import STAFF, everything

BALANCE = """
    SELECT coalesce(sum((p->>'amount')::numeric * CASE direction WHEN 'outgoing' THEN 1 ELSE -1 END), 0)
    FROM mobility, jsonb_array_elements(doc->'postings') p
    WHERE {whose} AND p->>'unit' = '{unit}' AND p->>'academic_year' BETWEEN {{first_year}} AND {{last_year}}
"""
OF_PARTNER = """(sender_id = ANY ({{id}} || ARRAY(SELECT jsonb_array_elements_text({{aliases}})::uuid))
        OR receiver_id = ANY ({{id}} || ARRAY(SELECT jsonb_array_elements_text({{aliases}})::uuid)))"""
OF_CONDITION = "condition_id = {{id}}"
YEARS = (argument("first_year", str), argument("last_year", str))


def partner_balance(unit: str) -> Any:
    """What we have sent to a partner and had from it, in this unit; below zero more has come than gone."""
    return _balance(OF_PARTNER, unit, {"id": "uuid", "aliases": "jsonb"})


def condition_balance(unit: str) -> Any:
    """The same under one condition of an agreement."""
    return _balance(OF_CONDITION, unit, {"id": "uuid"})


def _balance(whose: str, unit: str, inputs: dict[str, str]) -> Any:
    statement = BALANCE.replace("{whose}", whose).replace("{unit}", unit).replace("{{", "{").replace("}}", "}")
    return ReadField(Looked(statement, inputs, YEARS), {STAFF: everything})
