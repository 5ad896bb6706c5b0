"""What operators do to a whole owner by a command: have everything said again, and tell that it was restored."""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import text

from korpu_chassis.audit.verification import verify
from korpu_chassis.configuration.settings import OwnerSettings, SpeakingSettings, StoreSettings
from korpu_chassis.messaging.kafka import Kafka
from korpu_chassis.messaging.republication import ask_again, how_far
from korpu_chassis.persistence.schema import owned
from korpu_chassis.persistence.store import Database
from korpu_chassis.process.lifecycle import Tool, settings_of
from korpu_chassis.reconciliation.command import reconciliation_command
from korpu_chassis.reconciliation.inventory import Postponed, take_inventory
from korpu_chassis.recovery.backup import Manifest, Wrong, back_up, restore, values
from korpu_chassis.recovery.redaction import StillSaid, redact, words_given
from korpu_chassis.recovery.restatement import raise_epoch, restate
from korpu_chassis.recovery.stored_files import StoredFiles
from korpu_chassis.runtime.assembly import Service

LOOK = 0.5


def operations(service: Service) -> dict[str, Tool]:
    """The commands, by their names."""
    those = Operations(service)
    return {
        "republish": those.republish,
        "redact": those.redact,
        "restored": those.restored,
        "backup": those.backup,
        "restore": those.restore,
        "verify-audit": those.verify_audit,
        "inventory": those.inventory,
        **({"verify-files": those.verify_files} if service.stored else {}),
        "reconciliation": reconciliation_command,
    }


@dataclass(frozen=True)
class Operations:
    """What is done to all that a service keeps."""

    service: Service

    async def republish(self, settings: StoreSettings, words: Sequence[str]) -> int:
        """Have the relay say again all that was said, or one topic, or what was said of one aggregate.

        Of what the outbox holds nothing any more it is said how it stands.
        """
        topics = [definition.topic for definition in self.service.definitions]
        parser = argparse.ArgumentParser(prog="republish", description="Say again what was said, in its order.")
        parser.add_argument("--topic", choices=topics, metavar="TOPIC", help=f"one of {', '.join(topics)}")
        parser.add_argument("--id", type=UUID, help="what was said of this aggregate alone")
        asked = parser.parse_args(words)
        async with opened(settings) as database:
            async with database.transaction() as session:
                definitions = [
                    definition for definition in self.service.definitions if asked.topic in (None, definition.topic)
                ]
                name, only = self.service.name, asked.id
                unsaid = sum([await restate(session, name, each, unsaid=True, only=only) for each in definitions])
                number = await ask_again(session, asked.topic, asked.id)
            sent = await _until_done(database, number)
        _tell(f"{sent} messages were said again; {unsaid} things of which none was left were said as they stand")
        return 0

    async def redact(self, settings: OwnerSettings, words: Sequence[str]) -> int:
        """Take words (on standard input, one a line) out of what was said of one aggregate; it was corrected before."""
        parser = argparse.ArgumentParser(prog="redact", description=self.redact.__doc__)
        parser.add_argument("id", type=UUID)
        key, unwanted = parser.parse_args(words).id, words_given()
        async with owned(settings) as database:
            try:
                async with database.transaction() as session:
                    done = await redact(session, key, unwanted)
            except StillSaid as reason:
                return _refused(reason)
        _tell(f"{done.changed} of {done.messages} messages were redacted; make the topic anew, then republish")
        return 0 if done.changed else 1

    async def restored(self, settings: StoreSettings, words: Sequence[str]) -> int:
        """Tell that this database was restored to an earlier moment: a new epoch begins, all is said as it stands."""
        argparse.ArgumentParser(prog="restored", description=self.restored.__doc__).parse_args(words)
        await self._begin_anew(settings)
        return 0

    async def backup(self, settings: StoreSettings, words: Sequence[str]) -> int:
        """Write this service's database into an empty folder, as it stands at one moment, then the files it names."""
        folder, place = _places("backup", self.backup.__doc__, words, self.service.stored)
        try:
            made = await back_up(settings.database, self.service.name, folder)
            _tell(
                f"{sum(each.rows for each in made.tables.values())} rows of {len(made.tables)} tables are in {folder}"
            )
            return await self._copy(made, folder, place, back=False)
        except (Wrong, OSError) as reason:
            return _refused(reason)

    async def restore(self, settings: OwnerSettings, words: Sequence[str]) -> int:
        """Fill an empty, migrated database with a backup, compare each table, begin a new epoch, verify the audit.

        Then files that are missing or damaged are copied back, and all are compared with the rows that name them.
        """
        folder, place = _places("restore", self.restore.__doc__, words, self.service.stored)
        try:
            made = await restore(settings.owner_database, self.service.name, folder)
        except (Wrong, OSError) as reason:
            return _refused(reason)
        _tell(f"{len(made.tables)} tables are what they were at {made.taken_at:%Y-%m-%d %H:%M:%S} UTC")
        await self._begin_anew(settings)
        wrong = await self._verify(settings, None)
        if place and self.service.stored:
            try:
                wrong |= await self._copy(made, folder, place, back=True)
            except Wrong as reason:
                return _refused(reason)
            wrong |= await self.verify_files(settings, ())
        return wrong

    async def verify_files(self, settings: StoreSettings, words: Sequence[str]) -> int:
        """Read all files, and tell which of those that rows name are absent or damaged, and which nobody names."""
        argparse.ArgumentParser(prog="verify-files", description=self.verify_files.__doc__).parse_args(words)
        if self.service.stored is None:
            return _refused(f"{self.service.name} keeps no files")
        named = " UNION ".join(f"SELECT sha256 FROM {table}" for table in self.service.stored.tables)  # noqa: S608
        async with opened(settings) as database, database.transaction() as session:
            hashes = (await session.scalars(text(named))).all()
        try:
            compared = await self.service.stored.compare(hashes)
        except Wrong as reason:
            return _refused(reason)
        for line in compared.lines():
            _tell(line)
        return 0 if compared.good else 1

    async def _copy(self, made: Manifest, folder: Path, place: str | None, *, back: bool) -> int:
        """Copy the files that a backup's rows name; 1 when one could not be."""
        stored = self.service.stored
        if stored is None:
            return 0
        if place is None:
            _tell("files are not in it: --files says where to")
            return 0
        hashes = [each for table in stored.tables for each in values(folder, made, table, "sha256")]
        copied = await (stored.restore if back else stored.back_up)(hashes, place)
        for line in copied.lines():
            _tell(line)
        return 1 if copied.failed else 0

    async def inventory(self, settings: StoreSettings, words: Sequence[str]) -> int:
        """Tell all readers what this service has, by ids, versions and digests, so that they compare themselves."""
        argparse.ArgumentParser(prog="inventory", description=self.inventory.__doc__).parse_args(words)
        told = settings_of(self.service.name, SpeakingSettings)
        kafka = Kafka(told.kafka, told.topic_prefix, told.kafka_login)
        try:
            count = await take_inventory(settings.database, kafka, self.service.name, self.service.tables())
        except Postponed as reason:
            return _refused(reason)
        _tell(f"{count} things were told; `reconciliation` of each reader shows what differs there")
        return 0

    async def verify_audit(self, settings: StoreSettings, words: Sequence[str]) -> int:
        """Look whether audit and access log are what was written; tell the first row that is not."""
        parser = argparse.ArgumentParser(prog="verify-audit", description=self.verify_audit.__doc__)
        parser.add_argument("--head", metavar="HASH", help="a seal that must be there: `head` of a line `audit.sealed`")
        return await self._verify(settings, parser.parse_args(words).head)

    async def _verify(self, settings: StoreSettings, head: str | None) -> int:
        found = await verify(settings.database, self.service.definitions, head)
        if found.broken:
            return _refused(f"audit is broken: {found.broken.table} {found.broken.id}: {found.broken.what}")
        head = found.head or "-"
        _tell(f"{found.changes} changes, {found.looks} looks and {found.seals} seals are whole; head {head}")
        return 0

    async def _begin_anew(self, settings: StoreSettings) -> None:
        async with opened(settings) as database, database.transaction() as session:
            number = await raise_epoch(session)
            count = sum([await restate(session, self.service.name, each) for each in self.service.definitions])
        _tell(f"epoch {number} has begun; {count} things are said as they stand")


async def _until_done(database: Database, number: int) -> int:
    before = -1
    while True:
        async with database.transaction() as session:
            sent, done = await how_far(session, number)
        if done:
            return sent
        if sent != before:
            _tell(f"{sent} messages said again; the relay goes on, also when this command is ended")
        before = sent
        await asyncio.sleep(LOOK)


@asynccontextmanager
async def opened(settings: StoreSettings) -> AsyncIterator[Database]:
    """The service's database, for one piece of work."""
    database = Database(settings.database, connections=2)
    try:
        yield database
    finally:
        await database.close()


def _places(name: str, what: str | None, words: Sequence[str], stored: StoredFiles | None) -> tuple[Path, str | None]:
    parser = argparse.ArgumentParser(prog=name, description=what)
    parser.add_argument("folder", type=Path)
    if stored is not None:
        parser.add_argument(
            "--files",
            metavar="PLACE",
            help="the same for each backup: a folder, file:///… or s3://…; it takes what is new",
        )
    given = parser.parse_args(words)
    return given.folder, getattr(given, "files", None)


def _refused(reason: Exception | str) -> int:
    sys.stderr.write(f"{reason}\n")
    return 1


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
