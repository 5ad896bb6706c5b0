"""Every number is what a plain count over the same history gives, and what the list with its filter counts."""

from typing import Any

import orjson
import pytest
from strawberry.utils.str_converters import to_camel_case

from korpu_chassis.clock import end_of_day
from korpu_gateway.indicators.definitions import Day, indicators
from korpu_gateway.indicators.listed import narrowed
from korpu_gateway.indicators.question import Asked, Period
from korpu_gateway.reads.kinds import KINDS
from tests.gateway.conftest import OFFICER
from tests.gateway.indicators.conftest import PERIODS, Counted
from tests.gateway.indicators.plainly import PLAIN, Plain, told


@pytest.mark.parametrize("period", PERIODS, ids=lambda each: f"{each.begins.year}-{each.ends.year}")
@pytest.mark.parametrize("plain", PLAIN, ids=lambda each: each[0])
async def test_a_number_is_what_a_plain_count_gives(counted: Counted, plain: Plain, period: Period) -> None:
    code, by, reduced, found = plain

    cells = await counted.count(code, by, period)

    given = {tuple(each.at.values()): float(each.value or 0) for each in cells}
    assert told(given) == pytest.approx(told(reduced(found(counted.world, period))), abs=0.011)
    assert told(given) or period is not PERIODS[0]


LISTED = [code for code, each in indicators().items() if each.listed]


@pytest.mark.parametrize("code", LISTED)
async def test_the_list_with_the_filter_of_a_cell_counts_the_same(counted: Counted, code: str) -> None:
    period, seen = PERIODS[1], 0
    for by in [(), *((each.code,) for each in indicators()[code].dimensions)]:
        asked = counted.asked(code, by, period)
        for cell in (await counted.count(code, by, period))[:6]:
            filter = narrowed(asked, cell.at)
            if filter is not None:
                assert await _listed(counted, asked, filter) == cell.things
                seen += 1
    assert seen > 0


async def _listed(counted: Counted, asked: Asked, filter: Any) -> int:
    held, period = KINDS[asked.indicator.kind], asked.period
    list_ = f"{to_camel_case(held.plural)}(filter: $f, asOf: $at)"
    text = f"query ($f: {held.filter.__name__}, $at: DateTime) {{list: {list_} {{totalCount}}}}"
    at = end_of_day(period.day if asked.indicator.day is Day.AS_IT_STOOD else period.as_of).isoformat()
    answer = orjson.loads(await counted.executed(text, OFFICER, f=filter, at=at))
    return int(answer["data"]["list"]["totalCount"])
