"""A backup of one service's database: a folder of tables as text, taken at one moment, with what proves it whole."""

import gzip
import hashlib
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
from pydantic import BaseModel

MANIFEST = "manifest.json"
PIECE = 1 << 20
REVISIONS = "alembic_version"

# The same rows give the same bytes on every server: no setting of its own decides how a moment or a number is written.
_PLAIN = "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL extra_float_digits = 1"
_TABLES = """
    SELECT c.relname AS name,
        array_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns,
        (SELECT array_agg(quote_ident(k.attname) ORDER BY array_position(i.indkey::int[], k.attnum::int))
            FROM pg_index i JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY(i.indkey)
            WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> $1
    GROUP BY c.oid, c.relname ORDER BY c.relname
"""
_SEQUENCES = "SELECT sequencename AS name, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1"


class Wrong(Exception):
    """A backup cannot be taken in, for a reason that its operator can read."""


class TableCopy(BaseModel):
    """One table of a backup: its columns, and what its rows must come to."""

    columns: list[str]
    rows: int
    sha256: str


class Manifest(BaseModel):
    """What a backup holds, and of which moment and form of the database it is."""

    service: str
    taken_at: datetime
    revisions: list[str]
    tables: dict[str, TableCopy]
    sequences: dict[str, int | None]


class _Digest:
    """Takes what PostgreSQL copies out: counts it, hashes it, and writes it down if there is a file."""

    def __init__(self, file: Any = None) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    async def take(self, piece: bytes) -> None:
        """Take the next piece."""
        self._hash.update(piece)
        if self._file is not None:
            self._file.write(piece)

    @property
    def sha256(self) -> str:
        """The hash of all pieces."""
        return self._hash.hexdigest()


async def back_up(dsn: str, service: str, folder: Path) -> Manifest:
    """Write the database into an empty folder, as it stands at one moment; others go on writing meanwhile."""
    _open(folder)
    async with _connected(dsn) as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        await connection.execute(_PLAIN)
        manifest = Manifest(
            service=service,
            taken_at=datetime.now(UTC),
            revisions=await _revisions(connection),
            tables={},
            sequences={row["name"]: row["last_value"] for row in await connection.fetch(_SEQUENCES)},
        )
        for table in await connection.fetch(_TABLES, REVISIONS):
            with gzip.open(_file(folder, table["name"]), "wb", compresslevel=6) as file:
                manifest.tables[table["name"]] = await _copied(connection, table, file)
    (folder / MANIFEST).write_text(manifest.model_dump_json(indent=1), "utf-8")
    return manifest


def _open(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Wrong(f"{folder} is not empty")


async def restore(dsn: str, service: str, folder: Path) -> Manifest:
    """Fill an empty database of the same release with a backup, compare every table with it, or change nothing."""
    manifest = read_manifest(folder, service)
    async with _connected(dsn) as connection, connection.transaction():
        await connection.execute(_PLAIN)
        await _fits(connection, manifest)
        for name, copy in manifest.tables.items():
            source = _pieces(_file(folder, name))
            columns = [column.strip('"') for column in copy.columns]
            await connection.copy_to_table(name, source=source, columns=columns, format="text")
        for name, last in manifest.sequences.items():
            if last is not None:
                await connection.execute("SELECT setval($1::text::regclass, $2)", f'public."{name}"', last)
        for table in await connection.fetch(_TABLES, REVISIONS):
            if await _copied(connection, table) != manifest.tables[table["name"]]:
                raise Wrong(f"the table {table['name']} is not what was backed up: the backup is damaged")
    return manifest


def read_manifest(folder: Path, service: str) -> Manifest:
    """What the backup says of itself; raises Wrong when it is none, or another service's."""
    try:
        manifest = Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        raise Wrong(f"{folder} holds no whole backup: its {MANIFEST} cannot be read") from None
    if manifest.service != service:
        raise Wrong(f"{folder} is a backup of {manifest.service}, not of {service}")
    return manifest


def values(folder: Path, manifest: Manifest, table: str, column: str) -> Iterator[str]:
    """The values of a column of a table in a backup, as text; raises Wrong when they cannot be read."""
    place = [name.strip('"') for name in manifest.tables[table].columns].index(column)
    try:
        with gzip.open(_file(folder, table), "rt", encoding="utf-8", newline="\n") as file:
            for line in file:
                yield line.rstrip("\n").split("\t")[place]
    except (OSError, EOFError):
        raise Wrong(f"{_file(folder, table).name} of the backup cannot be read") from None


async def _fits(connection: Any, manifest: Manifest) -> None:
    revisions = await _revisions(connection)
    if revisions != manifest.revisions:
        told = f"{', '.join(manifest.revisions)}; the database is at {', '.join(revisions) or 'nothing'}"
        raise Wrong(f"the backup is of a database at {told}: run migrate of the release that was backed up")
    for table in await connection.fetch(_TABLES, REVISIONS):
        if await connection.fetchval(f'SELECT EXISTS (SELECT FROM "{table["name"]}")'):  # noqa: S608 -- of the catalogue
            raise Wrong(f"the database is not empty: there are rows in {table['name']}")


async def _copied(connection: Any, table: Mapping[str, Any], file: Any = None) -> TableCopy:
    columns, order = ", ".join(table["columns"]), ", ".join(table["key"] or table["columns"])
    digest = _Digest(file)
    query = f'SELECT {columns} FROM "{table["name"]}" ORDER BY {order}'  # noqa: S608 -- names of the catalogue
    done = await connection.copy_from_query(query, output=digest.take, format="text")
    return TableCopy(columns=table["columns"], rows=int(done.split()[-1]), sha256=digest.sha256)


async def _revisions(connection: Any) -> list[str]:
    return [row[0] for row in await connection.fetch(f"SELECT version_num FROM {REVISIONS} ORDER BY 1")]  # noqa: S608


def _file(folder: Path, table: str) -> Path:
    return folder / f"{table}.copy.gz"


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    try:
        with gzip.open(path, "rb") as file:
            for piece in _read(file):
                yield piece
    except (OSError, EOFError):
        raise Wrong(f"{path.name} of the backup cannot be read") from None


def _read(file: Any) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


@asynccontextmanager
async def _connected(dsn: str) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(dsn, timeout=10)
    try:
        yield connection
    finally:
        await connection.close()
