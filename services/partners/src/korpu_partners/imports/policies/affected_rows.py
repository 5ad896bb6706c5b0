"""Which rows of an import a decision concerns, looked up by the hundred."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Text, TextClause, cast, func, select, true
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.organisations.tables import Organisation


async def bearing(
    column: str, words: Collection[str], uow: UnitOfWork, *where: ColumnElement[bool] | TextClause
) -> list[Organisation]:
    """Those that have one of these words in this column, which holds one word or a list, by their code."""
    held = Organisation.__table__.c[column]  # type: ignore[attr-defined]
    wanted = col(Organisation.id).in_(await _holding(held, words, uow)) if _many(held) else held.in_(sorted(words))
    found = select(Organisation).where(wanted, *where).order_by(col(Organisation.code))
    return list(await uow.session.scalars(found)) if words else []


def _many(column: ColumnElement[object]) -> bool:
    return isinstance(column.type, ARRAY)


async def _holding(column: ColumnElement[object], words: Collection[str], uow: UnitOfWork) -> list[object]:
    """Who has one of these words in a list; an offset keeps each of them on its own way through the index.

    A list of hundreds would be compared with every row, and a plain join may be, if PostgreSQL thinks it cheaper.
    """
    asked = func.unnest(cast(sorted(words), ARRAY(Text))).table_valued("word").render_derived()
    each = select(col(Organisation.id)).where(column.contains(array([asked.c.word]))).offset(0).lateral()
    return list(await uow.session.scalars(select(each.c.id).select_from(asked).join(each, true()).distinct()))
