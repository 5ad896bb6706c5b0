"""Whatever is sent to an owner, right or wrong, the answer keeps the contract: no 5xx, no leak, no surprise."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import load_all_checks
from schemathesis.generation import GenerationMode

from korpu_chassis.refusals import PYDANTIC_CODES
from korpu_chassis.runtime.assembly import Service
from tests.contracts.formats import teach
from tests.contracts.served import served
from tests.contracts.services import owners
from tests.office import People

EVERYBODY = "officer+head+legal+finance+rectorate+faculty_coordinator+staff"
EXAMPLES = 3
# What a JSON Schema can say; a right request must never be refused for one of these.
FORMAL = {*PYDANTIC_CODES.values(), "wrong-type", "invalid-value", "invalid-characters", "invalid-json"}
FORMAL -= {"too-many-decimals"}  # Decimals depend on the currency, and floats have more than anybody wrote.

teach()
load_all_checks()


@pytest.fixture(params=owners(), ids=lambda service: str(service.name))
async def operations(request: pytest.FixtureRequest, database: Callable[[str], Awaitable[str]]) -> Any:
    service: Service = request.param
    people = People()
    header = people.as_role(EVERYBODY, units=("philology",))
    with served(service, await database(service.name), people) as url:
        schema = schemathesis.openapi.from_url(f"{url}/openapi.json", wait_for_schema=20)
        found: list[Any] = list(schema.get_all_operations())
        yield [(each.ok(), header) for each in found]


def refused_for_its_meaning(response: Any) -> bool:
    """A right form may still break a rule of the office, which no schema can say: then its own code is named."""
    told = response.json()
    codes = {told["code"], *(error["code"] for error in told["errors"])} - {"invalid-input"}
    return bool(codes) and not codes & FORMAL


def sent(operation: Any, header: str, mode: GenerationMode) -> None:
    """Send so many requests of a kind, and hold each answer to every check."""
    checks = schemathesis.checks.CHECKS

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def send(case: Any) -> None:
        response = case.call(headers={"authorization": header})
        excluded = []
        if response.status_code == 413:
            excluded = [checks.get_one("negative_data_rejection")]
        if mode is GenerationMode.POSITIVE and response.status_code == 422:
            assert refused_for_its_meaning(response), (response.text, case.as_curl_command())
            excluded = [checks.get_one("positive_data_acceptance")]
        case.validate_response(response, excluded_checks=excluded)

    send()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: str(mode.value))
def test_every_operation_keeps_the_contract(operations: Any, mode: GenerationMode) -> None:
    broken = {}
    for operation, header in operations:
        try:
            sent(operation, header, mode)
        except Unsatisfiable:
            continue  # It takes nothing, so that nothing can be sent wrong.
        except Exception as failure:  # noqa: BLE001 -- all of them are told together
            broken[operation.label] = str(failure)[:1500]

    assert broken == {}
