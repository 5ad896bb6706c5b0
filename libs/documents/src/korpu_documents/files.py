"""The files of one service: what is taken, what hangs where, what is given out, and what is swept."""

import asyncio
import contextlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

import structlog
from sqlalchemy import MetaData, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from korpu_chassis import clock
from korpu_chassis.commands.aggregate import AggregateDefinition
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.persistence.store import Aggregate, Database
from korpu_chassis.refusals import NotFound
from korpu_documents.attachments import Attachment, FilesOf, Hanging
from korpu_documents.properties import people_in
from korpu_documents.refusals import UnknownFile
from korpu_documents.settings import FileSettings, file_settings
from korpu_documents.store import Arrived, Objects
from korpu_documents.tables import Tables
from korpu_documents.uploads import STORED, Turns, Uploaded

log = structlog.get_logger()
KEPT_UNUSED = timedelta(hours=24)


class FileService:
    """Where a service's files are; its aggregates say in one line each what hangs on their things.

    `who` may upload. Settings are read when a file is first wanted, so that contracts are written without them.
    """

    def __init__(self, service: str, metadata: MetaData, who: tuple[Role, ...]) -> None:
        self.service = service
        self.tables = Tables.of(metadata)
        self.who = who
        self.turns = Turns()
        self._hanging: dict[str, Hanging] = {}

    @cached_property
    def settings(self) -> FileSettings:
        """What the environment says."""
        return file_settings()

    @cached_property
    def objects(self) -> Objects:
        """The object store."""
        return Objects.at(self.settings.files)

    async def check(self) -> None:
        """End the start when files could not be kept."""
        await self.objects.check()

    @contextlib.contextmanager
    def on(self, objects: Objects) -> Iterator[None]:
        """Keep files elsewhere for a while: for tests and benchmarks."""
        before = self.objects
        self.objects = objects
        try:
            yield
        finally:
            self.objects = before

    def hang(self, definition: AggregateDefinition[Any], files_of: FilesOf, **rules: Any) -> None:
        """Say which files hang on the things of an aggregate: `files.hang(letters, lambda letter: letter.scans)`."""
        self._hanging[definition.name] = Hanging(definition, files_of, **rules)

    async def keep(
        self, session: AsyncSession, arrived: Arrived, media_type: str, name: str | None, by: Principal
    ) -> None:
        """Keep an arrived file, and write down who brought it; the caller commits."""
        await _alone(session, arrived.sha256)
        await self.objects.keep(arrived)
        table, now = self.tables.uploaded, clock.now()
        row = {"id": uuid7(), "sha256": arrived.sha256, "media_type": media_type, "size": arrived.size, "name": name}
        await session.execute(
            insert(table)
            .values(**row, uploaded_by=by.subject, person_id=by.person_id, at=now)
            .on_conflict_do_update(
                constraint="uploaded_file_once", set_={"at": now, "name": name, "person_id": by.person_id}
            )
        )

    async def put(self, uow: UnitOfWork, content: bytes, media_type: str) -> Uploaded:
        """Keep what the service made itself, as if the caller had brought it; the transaction stays the caller's.

        The content is noted as unsettled, so that it is swept should that transaction be rolled back.
        """

        async def whole() -> Any:
            yield content

        arrived = await self.objects.take(whole())
        try:
            await _alone(uow.session, arrived.sha256)
            await self.objects.unsettle(arrived.sha256)
            await self.keep(uow.session, arrived, media_type, None, uow.principal)
        except BaseException:
            await self.objects.discard(arrived)
            raise
        STORED.inc(arrived.size)
        return Uploaded(sha256=arrived.sha256, media_type=media_type, size=arrived.size)

    async def attach(
        self,
        uow: UnitOfWork,
        aggregate: Aggregate,
        sha256: str,
        title: str,
        *,
        language: str | None = None,
        path: str = "file",
    ) -> Attachment:
        """Hang an uploaded file on a thing; the caller puts the attachment where its aggregate keeps it, and says so.

        Refused as `unknown-file` unless the caller uploaded it, or may read something on which it hangs already.
        """
        await _alone(uow.session, sha256)
        table = self.tables.uploaded
        rows = (await uow.session.execute(select(table).where(table.c.sha256 == sha256))).all()
        own = [row for row in rows if row.uploaded_by == uow.principal.subject]
        if not rows or not (own or await self._reads(uow, sha256)):
            raise UnknownFile(path)
        kind = uow.definitions[type(aggregate)].name
        hangs = {"sha256": sha256, "kind": kind, "aggregate_id": aggregate.id}
        await uow.session.execute(insert(self.tables.attached).values(**hangs).on_conflict_do_nothing())
        row = (own or rows)[0]
        return Attachment(
            id=uuid4(),
            title=title,
            sha256=sha256,
            media_type=row.media_type,
            size=row.size,
            language=language,
            added_on=uow.today,
        )

    async def people_in(self, attachment: Attachment) -> tuple[str, ...]:
        """Where an attached file names persons beside its text; `CannotLook` when that cannot be seen."""
        content = b"".join([piece async for piece in self.objects.read(attachment.sha256)])
        return await asyncio.to_thread(people_in, content, attachment.media_type)

    async def detach(self, uow: UnitOfWork, aggregate: Aggregate, attachment: Attachment) -> None:
        """Let go of a file that a thing no longer has; what hangs nowhere is swept within the hour."""
        kind = uow.definitions[type(aggregate)].name
        if any(each.sha256 == attachment.sha256 for each in self._hanging[kind].files_of(aggregate)):
            return
        table = self.tables.attached
        same = (table.c.sha256 == attachment.sha256) & (table.c.kind == kind) & (table.c.aggregate_id == aggregate.id)
        await uow.session.execute(delete(table).where(same))

    async def found(
        self, session: AsyncSession, kind: str, aggregate_id: UUID, attachment_id: UUID, who: Principal
    ) -> tuple[Attachment, Sequence[UUID]]:
        """The file that hangs there, and whom it is about; to those who may not have it, it is not there."""
        hanging = self._hanging.get(kind)
        aggregate = await session.get(hanging.definition.table, aggregate_id) if hanging else None
        if hanging is None or aggregate is None:
            raise NotFound("id")
        for each in hanging.files_of(aggregate):
            if each.id == attachment_id and hanging.gives(aggregate, each, who):
                return each, hanging.about(aggregate)
        raise NotFound("attachment_id")

    async def forget(self, session: AsyncSession, person_id: UUID) -> None:
        """Forget that a person brought files, and under which names; the files stay where they hang."""
        table = self.tables.uploaded
        await session.execute(
            update(table)
            .where(table.c.person_id == person_id)
            .values(uploaded_by=func.concat("erased:", table.c.id), name=None, person_id=None)
        )

    async def sweep(self, database: Database) -> None:
        """Take away what was brought a day ago and hangs nowhere, and forget the names of the rest."""
        before = clock.now() - KEPT_UNUSED
        table = self.tables.uploaded
        async with database.transaction() as session:
            await session.execute(update(table).where(table.c.at < before, table.c.name.is_not(None)).values(name=None))
            old = (await session.scalars(self._unused(before).limit(1000))).all()
        for sha256 in old:
            async with database.transaction() as session:
                await self._sweep(session, sha256, before)
        # The store dates what it holds by the true time, whatever the office's clock shows.
        a_day_ago = datetime.now(UTC) - KEPT_UNUSED
        await self.objects.forget_incoming(a_day_ago)
        for sha256 in await self.objects.unsettled(a_day_ago):
            async with database.transaction() as session:
                await self._settle(session, sha256)

    async def _sweep(self, session: AsyncSession, sha256: str, before: datetime) -> None:
        """Once nobody else can bring or hang it: look again, and take it away."""
        await _alone(session, sha256)
        table = self.tables.uploaded
        if (await session.scalars(self._unused(before).where(table.c.sha256 == sha256))).first() is None:
            return
        await self.objects.remove(sha256)
        await session.execute(delete(table).where(table.c.sha256 == sha256))
        log.info("file.swept", sha256=sha256)

    async def _settle(self, session: AsyncSession, sha256: str) -> None:
        """Take away what a transaction kept that was rolled back: nobody has brought it."""
        await _alone(session, sha256)
        brought = self.tables.uploaded.c.sha256
        if (await session.scalars(select(brought).where(brought == sha256).limit(1))).first() is None:
            await self.objects.remove(sha256)
            log.info("file.swept", sha256=sha256)
        await self.objects.settle(sha256)

    def _unused(self, before: datetime) -> Any:
        brought, hung = self.tables.uploaded.c, self.tables.attached.c
        hangs = select(hung.sha256).where(hung.sha256 == brought.sha256).exists()
        return select(brought.sha256).where(~hangs).group_by(brought.sha256).having(func.max(brought.at) < before)

    async def _reads(self, uow: UnitOfWork, sha256: str) -> bool:
        table = self.tables.attached
        for row in await uow.session.execute(select(table).where(table.c.sha256 == sha256)):
            hanging = self._hanging.get(row.kind)
            aggregate = await uow.session.get(hanging.definition.table, row.aggregate_id) if hanging else None
            if hanging is None or aggregate is None:
                continue
            files = [each for each in hanging.files_of(aggregate) if each.sha256 == sha256]
            if any(hanging.gives(aggregate, each, uow.principal) for each in files):
                return True
        return False


async def _alone(session: AsyncSession, sha256: str) -> None:
    """One transaction at a time keeps, hangs or sweeps the same content."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(sha256, 0))))
