"""How a command runs: the lock, the permission, the handler, and an answer that is given once for each key."""

import hashlib
from typing import Any

import orjson
from sqlalchemy import ColumnElement, select, update
from sqlalchemy.dialects import postgresql

from korpu_chassis.commands.aggregate import AggregateDefinition, Declared
from korpu_chassis.commands.answer import Answer, Warned
from korpu_chassis.commands.command import Changes, Command
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.deadlines import Due, claim
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.persistence import store
from korpu_chassis.persistence.store import Aggregate
from korpu_chassis.refusals import Forbidden, KeyReused, NotFound, Refusal, StaleVersion, Unauthenticated, WrongStatus


async def execute(declared: Declared, command: Command, uow: UnitOfWork) -> Answer:
    """Run one command inside the caller's transaction; the caller commits."""
    request = _fingerprint(declared, command)
    if command.idempotency_key and (known := await _recall(uow, command.idempotency_key, request)):
        return known
    aggregate = await (_create(declared, command, uow) if declared.creates else _change(declared, command, uow))
    if not any(emitted is aggregate for emitted, _ in uow.emitted):
        raise LookupError(f"{declared.name} changed nothing that was said")
    if declared.to is not None and aggregate.status not in declared.to:
        raise LookupError(f"{declared.name} ended in {aggregate.status}, which it does not declare")
    answer = _answer(declared.definition, aggregate, uow)
    if command.idempotency_key:
        await _remember(uow, command.idempotency_key, answer)
    return answer


async def execute_due(uow: UnitOfWork, definition: AggregateDefinition[Any], due: Due) -> None:
    """Run what falls due for one aggregate, once; the engine commits."""
    aggregate = await uow.take(definition.table, due.aggregate_id)
    if await claim(uow.session, due):
        await definition.due_handler(due.deadline.rule)(aggregate, due.deadline, uow)


async def _create(declared: Declared, command: Command, uow: UnitOfWork) -> Aggregate:
    if not declared.allows(uow.principal, command):
        raise refused(uow.principal)
    _note_whose_place(declared, command, uow)
    aggregate: Aggregate = await declared.handler(command, uow)
    return aggregate


async def _change(declared: Declared, command: Command, uow: UnitOfWork) -> Aggregate:
    assert isinstance(command, Changes)  # noqa: S101 -- `AggregateDefinition.changes` declares nothing else
    aggregate: Aggregate = await uow.take(declared.definition.table, command.id)
    if not declared.allows(uow.principal, aggregate):
        raise refused(uow.principal) if declared.definition.shows(aggregate, uow.principal) else NotFound("id")
    _note_whose_place(declared, aggregate, uow)
    if command.seen is not None and command.seen != aggregate.version:
        raise StaleVersion("seen", seen=command.seen, version=aggregate.version)
    if declared.definition.status:
        aggregate.status = declared.definition.status(aggregate, uow.today)
    if declared.when is not None and aggregate.status not in declared.when:
        raise WrongStatus(status=aggregate.status, allowed=", ".join(declared.when))
    for name, refusal in declared.barred.items():
        if getattr(aggregate, name) == uow.principal.subject:
            raise refusal()
    if obstacle := declared.obstacle(aggregate):
        raise obstacle
    uow.why = getattr(command, "reason", None)
    await declared.handler(aggregate, command, uow)
    return aggregate


def _note_whose_place(declared: Declared, subject: object, uow: UnitOfWork) -> None:
    """A step that the caller may not take by the token is another's, and the audit says whose."""
    who = uow.principal
    if who.in_place_of and not declared.allows(who.by_own_right(), subject):
        uow.in_place_of = who.in_place_of


def refused(principal: Principal) -> Refusal:
    """What a caller hears who may not: sign in, or no."""
    return Unauthenticated() if principal.is_anonymous else Forbidden()


def _answer(definition: AggregateDefinition[Any], aggregate: Aggregate, uow: UnitOfWork) -> Answer:
    language = uow.principal.language or "az"
    warnings = [Warned(code=each.code, message=each.message(language), path=each.path) for each in uow.warnings]
    state = definition.published(aggregate).model_dump(mode="json")
    return Answer(
        id=aggregate.id,
        version=aggregate.version,
        epoch=uow.epoch,
        status=aggregate.status,
        state=state,
        warnings=warnings,
    )


def _fingerprint(declared: Declared, command: Command) -> str:
    body = orjson.dumps(command.model_dump(mode="json", exclude={"idempotency_key"}), option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(declared.name.encode() + b"\0" + body).hexdigest()


async def _recall(uow: UnitOfWork, key: str, request: str) -> Answer | None:
    """Claim the key, or give the answer that it already has; a second caller waits for the first to commit."""
    claimed = await uow.session.execute(
        postgresql.insert(store.idempotency)
        .values(subject=uow.principal.subject, key=key, request=request, at=uow.now)
        .on_conflict_do_nothing()
        .returning(store.idempotency.c.key)
    )
    if claimed.first() is not None:
        return None
    row = (await uow.session.execute(select(store.idempotency).where(_is_key(uow, key)))).one()
    if row.request != request:
        raise KeyReused("idempotency_key")
    return Answer.model_validate(row.answer)


async def _remember(uow: UnitOfWork, key: str, answer: Answer) -> None:
    statement = update(store.idempotency).where(_is_key(uow, key)).values(answer=answer.model_dump(mode="json"))
    await uow.session.execute(statement)


def _is_key(uow: UnitOfWork, key: str) -> ColumnElement[bool]:
    return (store.idempotency.c.subject == uow.principal.subject) & (store.idempotency.c.key == key)
