"""Seals: once an hour the hashes of all new rows of audit and access log become one, which stands on the seal before.

A row that is gone, with all that came after it or with its whole chain, is missed by the seal that covers it. Whoever
keeps the newest seal elsewhere (the log line `audit.sealed` has it) can tell that seals are gone too.
"""

import asyncio
import time
from typing import Final

import structlog
from sqlalchemy import BigInteger, bindparam, text

from korpu_chassis.persistence.store import Database

log = structlog.get_logger("audit")
PATIENCE: Final = 30.0
LOOK: Final = 0.2
ONE_AT_A_TIME: Final = 20_261_129

# A row with a lower id than one that is seen was begun by a transaction with a number below this snapshot's end.
_HORIZON = text("""
    SELECT coalesce((SELECT max(id) FROM audit), 0) AS audit, coalesce((SELECT max(id) FROM read_log), 0) AS read_log,
        pg_snapshot_xmax(pg_current_snapshot())::text AS upto,
        coalesce((SELECT max(audit_upto) FROM audit_seal), 0) AS audit_sealed,
        coalesce((SELECT max(read_log_upto) FROM audit_seal), 0) AS read_log_sealed
""")
_ENDED = text("SELECT pg_snapshot_xmin(pg_current_snapshot()) >= CAST(CAST(:upto AS text) AS xid8)")
_MINE = text("SELECT pg_try_advisory_xact_lock(:key)")


def covered(table: str, after: str, upto: str) -> str:
    """The SQL of what a seal covers of a table: how many rows, and their hashes in the order of their ids."""
    return (
        f"SELECT count(*) AS n, coalesce(string_agg(hash, ''::bytea ORDER BY id), '') AS hashes"  # noqa: S608
        f" FROM {table} WHERE id > {after} AND id <= {upto}"
    )


def sealed(seal: str, before: str, audit: str, read_log: str) -> str:
    """The SQL of a seal's hash: over the seal before it, what it says of itself, and the hashes that it covers."""
    columns = ("audit_upto", "read_log_upto", "audit_rows", "read_log_rows")
    content = ", ".join(["extract(epoch FROM " + seal + ".at)", *(f"{seal}.{each}" for each in columns)])
    return (
        f"sha256(coalesce({before}, ''::bytea) || convert_to(jsonb_build_array({content})::text, 'UTF8')"
        f" || {audit} || {read_log})"
    )


_SEAL = text(f"""
    INSERT INTO audit_seal (at, audit_upto, read_log_upto, audit_rows, read_log_rows, hash)
    SELECT s.at, s.audit_upto, s.read_log_upto, s.audit_rows, s.read_log_rows,
        {sealed("s", "s.before", "s.audit_hashes", "s.read_log_hashes")}
    FROM (
        SELECT clock_timestamp() AS at, CAST(:audit AS bigint) AS audit_upto,
            CAST(:read_log AS bigint) AS read_log_upto, a.n AS audit_rows, r.n AS read_log_rows,
            a.hashes AS audit_hashes, r.hashes AS read_log_hashes, l.hash AS before
        FROM (SELECT) AS one
            LEFT JOIN (SELECT * FROM audit_seal ORDER BY id DESC LIMIT 1) AS l ON true
            CROSS JOIN LATERAL ({covered("audit", "coalesce(l.audit_upto, 0)", ":audit")}) AS a
            CROSS JOIN LATERAL ({covered("read_log", "coalesce(l.read_log_upto, 0)", ":read_log")}) AS r
        WHERE :audit >= coalesce(l.audit_upto, 0) AND :read_log >= coalesce(l.read_log_upto, 0)
    ) AS s
    RETURNING id, hash
""").bindparams(bindparam("audit", type_=BigInteger), bindparam("read_log", type_=BigInteger))  # noqa: S608 -- our own text


async def seal(database: Database, *, patience: float = PATIENCE) -> bytes | None:
    """Seal what is new, and give the seal's hash; nothing new, or a transaction that does not end, makes none.

    Nobody is stopped: it waits until whoever began before it has ended, since they may still add rows between.
    """
    async with database.transaction() as session:
        new = (await session.execute(_HORIZON)).one()
    if new.audit <= new.audit_sealed and new.read_log <= new.read_log_sealed:
        return None
    end = time.monotonic() + patience
    while not await _ended(database, new.upto):
        if time.monotonic() > end:
            log.warning("audit.seal_postponed", seconds=patience)
            return None
        await asyncio.sleep(LOOK)
    async with database.transaction() as session:
        if not (await session.execute(_MINE, {"key": ONE_AT_A_TIME})).scalar_one():
            return None
        upto = {"audit": max(new.audit, new.audit_sealed), "read_log": max(new.read_log, new.read_log_sealed)}
        made = (await session.execute(_SEAL, upto)).one_or_none()
    if made is None:
        return None
    log.info("audit.sealed", seal=made.id, head=made.hash.hex())
    return bytes(made.hash)


async def _ended(database: Database, upto: str) -> bool:
    async with database.transaction() as session:
        return bool((await session.execute(_ENDED, {"upto": upto})).scalar_one())
