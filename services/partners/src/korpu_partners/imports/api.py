"""The routes for files and rows of old registers: pieces in, rows out; what stands in them stays with the owner."""

import asyncio
from collections.abc import Collection
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.execution import refused
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import NotFound, Wrong, spoken
from korpu_chassis.runtime.routes import OwnerContext, answer, asked, context_of, takes
from korpu_chassis.validation.codes import whole_number
from korpu_partners.agreements.aggregate import agreements
from korpu_partners.imports.domain.lifecycle import HOLDS_FILE, Outcome
from korpu_partners.imports.parts import Column, DefaultValue, Remark
from korpu_partners.imports.policies.uploads import LARGEST_PIECE, MOST_PIECES, keep_piece, whole
from korpu_partners.imports.reading.code_pages import Encoding, readings_of
from korpu_partners.imports.reading.rows import values_of
from korpu_partners.imports.reading.words import fields
from korpu_partners.imports.refusals.notices import NOTICES
from korpu_partners.imports.refusals.unreadable_files import FileTooLarge
from korpu_partners.imports.tables import RegisterImport, RegisterRow
from korpu_partners.letters.aggregate import letters
from korpu_partners.permissions import AUDITOR, DEPARTMENT
from korpu_partners.publications.aggregate import publications

router = APIRouter(prefix="/imports", tags=["registers"])
PROBLEMS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 401, 403, 404, 413, 422, 503), PROBLEM_RESPONSE)
PAGE = 100
LAST = 2**31 - 1
READERS = (*DEPARTMENT, AUDITOR)
AtDoor = Annotated[OwnerContext, Depends(context_of)]


class RemarkTold(BaseModel):
    """What is wrong or remarkable, in the caller's language."""

    field: str
    column: str | None
    code: str
    message: str


class RowTold(BaseModel):
    """A row, what it says, and what becomes of it."""

    model_config = ConfigDict(from_attributes=True)

    row: int
    outcome: str
    cells: dict[str, str]
    values: dict[str, str]
    remarks: list[RemarkTold]
    offered: list[UUID]
    thing_id: UUID | None


class RowsTold(BaseModel):
    """Some rows of an import, in their order; `columns` and `fields` say how they are read."""

    id: UUID
    kind: str
    columns: list[Column]
    defaults: list[DefaultValue]
    fields: list[str]
    rows: list[RowTold]
    next: int | None


class ReadingTold(BaseModel):
    """A way in which a text may be read, with some of its lines."""

    model_config = ConfigDict(from_attributes=True)

    encoding: Encoding
    sample: list[str]


class ReadRows(BaseModel):
    """Which rows of which import; no outcome stands for all of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: UUID
    outcomes: Annotated[tuple[Outcome, ...], Field(max_length=len(Outcome))] = ()
    after: Annotated[int, Field(ge=0, le=LAST, description="The last row that was seen."), whole_number] = 0


class RowsRead(BaseModel):
    """The rows of the import; nothing to those who may not read them, without a hint."""

    imports: list[RowsTold]


@router.put("/files/{file_id}/{number}", status_code=204, responses=PROBLEMS, operation_id="send_piece")
async def send_piece(
    request: Request,
    file_id: UUID,
    number: Annotated[int, Path(ge=0, lt=MOST_PIECES)],
    context: AtDoor,
) -> Response:
    """Send one piece of a file; its number says where it belongs."""
    principal = await _one_of(DEPARTMENT, request, context)
    content = await request.body()
    if len(content) > LARGEST_PIECE:
        raise FileTooLarge("number", what="KB", limit=LARGEST_PIECE >> 10)
    async with context.database.transaction() as session:
        await keep_piece(file_id, number, content, context.unit_of_work(session, request, principal, "SendPiece"))
    return Response(status_code=204)


@router.get("/{id}/rows", response_model=RowsTold, responses=PROBLEMS, operation_id="rows_of_import")
async def rows_of_import(
    request: Request,
    id: UUID,
    context: AtDoor,
    outcome: Annotated[list[Outcome] | None, Query()] = None,
    after: Annotated[int, Query(ge=0, le=LAST)] = 0,
) -> Response:
    """List the rows of an import, a page at a time; each look is written down."""
    principal = await _one_of(READERS, request, context)
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, principal, "RowsOfImport")
        told = await _read(id, outcome or (), after, uow)
    if told is None:
        raise NotFound("id")
    return answer(told)


@router.get("/{id}/readings", responses=PROBLEMS, operation_id="readings_of_import")
async def readings_of_import(request: Request, id: UUID, context: AtDoor) -> list[ReadingTold]:
    """List the encodings in which a text may be, the likeliest first, while its file is kept; each look is written."""
    principal = await _one_of(READERS, request, context)
    async with context.database.transaction() as session:
        uow = context.unit_of_work(session, request, principal, "ReadingsOfImport")
        one = await uow.session.get(RegisterImport, id)
        if one is None:
            raise NotFound("id")
        await uow.log_read([id], ("cells",), None)
        content = await whole(one.file_id, None, None, uow) if one.encoding and one.status in HOLDS_FILE else None
    found = await asyncio.to_thread(readings_of, content) if content else []
    return [ReadingTold.model_validate(each) for each in found]


@router.post("/rows/read", response_model=RowsRead, responses=PROBLEMS, openapi_extra=takes(ReadRows))
async def read_rows(request: Request) -> Response:
    """Read rows of an import, as its portal asks for them; each look is written down."""
    async with asked(request, ReadRows) as (question, uow):
        may = any(role.borne_by(uow.principal) for role in READERS)
        told = await _read(question.id, question.outcomes, question.after, uow) if may else None
        return answer(RowsRead(imports=[told] if told else []))


async def _read(id: UUID, outcomes: Collection[Outcome], after: int, uow: UnitOfWork) -> RowsTold | None:
    one = await uow.session.get(RegisterImport, id)
    if one is None:
        return None
    await uow.log_read([id], ("cells",), None)
    wanted = select(RegisterRow).where(col(RegisterRow.import_id) == id, col(RegisterRow.row) > after)
    if outcomes:
        wanted = wanted.where(col(RegisterRow.outcome).in_(outcomes))
    found = (await uow.session.scalars(wanted.order_by(col(RegisterRow.row)).limit(PAGE))).all()
    return RowsTold(
        id=one.id,
        kind=one.kind,
        columns=list(one.columns),
        defaults=list(one.defaults),
        fields=list(fields(one.kind)),
        rows=[_told(one, each, uow.principal.language or "az") for each in found],
        next=found[-1].row if len(found) == PAGE else None,
    )


async def _one_of(roles: Any, request: Request, context: OwnerContext) -> Principal:
    principal = await context.principal(request)
    if not any(role.borne_by(principal) for role in roles):
        raise refused(principal)
    return principal


def _told(one: RegisterImport, row: RegisterRow, language: str) -> RowTold:
    letters = {each.field: each.letter for each in one.columns if each.field}
    remarks = [
        RemarkTold(field=each.field, column=letters.get(each.field), code=each.code, message=worded(each, language))
        for each in row.remarks
    ]
    return RowTold(
        row=row.row,
        outcome=row.outcome,
        cells=row.cells,
        values=values_of(row.cells, row.mended, one.columns, one.defaults),
        remarks=remarks,
        offered=list(row.offered),
        thing_id=row.thing_id,
    )


def worded(remark: Remark, language: str) -> str:
    """What a remark says in a language."""
    own = {each.code: each.text for each in NOTICES}
    commands = (*agreements.commands.values(), *letters.commands.values(), *publications.commands.values())
    refusals = {each.code: each.text for command in commands for each in command.refuses}
    if words := own.get(remark.code) or refusals.get(remark.code):
        return spoken(words, language).format_map(_Blank(remark.details))
    return Wrong(remark.field, remark.code, remark.details, remark.said).message(language)


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"
