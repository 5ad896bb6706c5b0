"""Who acts in the head's place, as the read model knows it: so a deputy is shown what the head would be."""

from collections.abc import Sequence
from datetime import date

import asyncpg

from korpu_chassis import clock
from korpu_chassis.identity.substitution import Substitutes, Substitution

GOING_ON = """
    SELECT head, deputy, first_day, last_day FROM deputyship
    WHERE status IN ('planned', 'in_force') AND last_day >= $1 ORDER BY id
"""


def deputies(pool: asyncpg.Pool) -> Substitutes:
    """The officers who act in the head's place, by the read model."""

    async def known() -> Sequence[Substitution]:
        return [_read(row) for row in await pool.fetch(GOING_ON, clock.today().isoformat())]

    return Substitutes(known, needs="officer", lends="head")


def _read(row: asyncpg.Record) -> Substitution:
    first_day, last_day = date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])
    return Substitution(row["head"], row["deputy"], first_day, last_day)
