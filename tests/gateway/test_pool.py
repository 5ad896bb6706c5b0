"""Lines to the read model: those that plan for each request are told apart, and a question has its time."""

import pytest
import sqlalchemy as sa

from korpu_gateway.reads.refused import TookTooLong
from tests.gateway.conftest import Gateway

MODE = "SELECT current_setting('plan_cache_mode')"


async def test_a_line_that_plans_for_each_request_is_never_given_to_others_as_it_is(gateway: Gateway) -> None:
    for _ in range(3):
        assert await gateway.pool.fitted(MODE) == "force_custom_plan"
        assert [row[0] for row in await gateway.pool.fitted_rows(MODE)] == ["force_custom_plan"]
        assert await gateway.pool.fetchval(MODE) == "force_generic_plan"
        async with gateway.pool.acquire() as one, gateway.pool.acquire() as other:
            for line in (one, other):
                assert await line.fetchval(MODE) == "force_generic_plan"


async def test_a_question_that_takes_too_long_is_refused_with_its_code_and_not_tried_again(gateway: Gateway) -> None:
    text = "{organisations(first: 1) {nodes {id}}}"
    assert await gateway.compiled(text)
    await gateway.pool.fetchval("SELECT set_config('statement_timeout', '300', false)")

    async with gateway.database.transaction() as session:
        await session.execute(sa.text("LOCK TABLE organisation IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(TookTooLong) as refused:
            await gateway.compiled(text)

    assert (refused.value.code, refused.value.status) == ("took-too-long", 422)
