"""Indexes into lists are up to date at once, or the first look-ups after an import read all that came."""

from collections.abc import Awaitable, Callable

import asyncpg
import pytest

LATE = """
    SELECT i.relname FROM pg_class i JOIN pg_am a ON a.oid = i.relam
    WHERE a.amname = 'gin' AND i.relkind = 'i' AND NOT 'fastupdate=off' = ANY(coalesce(i.reloptions, '{}'))
"""


@pytest.mark.parametrize("service", ["partners", "gateway"])
async def test_no_index_into_a_list_collects_beside_itself(
    service: str, database: Callable[[str], Awaitable[str]]
) -> None:
    connection = await asyncpg.connect(await database(service))

    late = [row["relname"] for row in await connection.fetch(LATE)]

    await connection.close()
    assert late == []
