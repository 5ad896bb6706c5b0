"""Looking hundreds of words up at once, in tables that grow by thousands a minute."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Text, TextClause, cast, func, select, true
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlmodel import col

from korpu_chassis.work import Work
from korpu_partners.organisations.tables import Organisation


async def by_index(work: Work) -> None:
    """Let all that is looked up until the transaction ends go through an index.

    While a register comes in, PostgreSQL judges by figures that are a minute old, and would read whole tables.
    """
    told = {"enable_seqscan": "off", "plan_cache_mode": "force_custom_plan"}
    await work.session.execute(select(*(func.set_config(name, value, true()) for name, value in told.items())))


async def bearing(
    column: str, words: Collection[str], work: Work, *where: ColumnElement[bool] | TextClause
) -> list[Organisation]:
    """Those that have one of these words in this column, which holds one word or a list, by their code."""
    if not words:
        return []
    wanted, held = select(Organisation), Organisation.__table__.c[column]  # type: ignore[attr-defined]
    if isinstance(held.type, ARRAY):
        # Each word goes through the index by itself: a list of hundreds would be compared with every row.
        each = func.unnest(cast(sorted(words), ARRAY(Text))).column_valued("word")
        wanted = wanted.where(held.contains(array([each])))
    else:
        wanted = wanted.where(held.in_(sorted(words)))
    found = await work.session.scalars(wanted.where(*where).order_by(col(Organisation.code)))
    return list(found.unique().all())
