"""The routes for files and rows of old registers: pieces in, rows out; what stands in them stays with the owner."""

import asyncio
from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select
from sqlmodel import col

from korpu_chassis.commands.execution import refused
from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.http.middleware import PROBLEM_RESPONSE
from korpu_chassis.identity.access_tokens import Principal
from korpu_chassis.refusals import NotFound, Wrong, spoken
from korpu_chassis.runtime.routes import OwnerContext, answer, asked, context_of, takes
from korpu_chassis.validation.codes import whole_number
from korpu_registers.domain.lifecycle import HOLDS_FILE, Outcome
from korpu_registers.imports import Imports
from korpu_registers.parts import Column, DefaultValue, Remark
from korpu_registers.policies.uploads import LARGEST_PIECE, MOST_PIECES, file_of, keep_piece
from korpu_registers.reading.code_pages import Encoding, readings_of
from korpu_registers.reading.rows import values_of
from korpu_registers.reading.words import fields
from korpu_registers.refusals.unreadable_files import FileTooLarge
from korpu_registers.tables import RegisterImport, RegisterRow

PROBLEMS: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 401, 403, 404, 413, 422, 503), PROBLEM_RESPONSE)
PAGE = 100
LAST = 2**31 - 1
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


def import_routes(imports: Imports) -> APIRouter:
    """The routes of one owner's imports."""
    router, routes = APIRouter(prefix="/imports", tags=["registers"]), ImportRoutes(imports)
    router.put("/files/{file_id}/{number}", status_code=204, responses=PROBLEMS, operation_id="send_piece")(
        routes.send_piece
    )
    router.get("/{id}/rows", response_model=RowsTold, responses=PROBLEMS, operation_id="rows_of_import")(
        routes.rows_of_import
    )
    router.get("/{id}/readings", responses=PROBLEMS, operation_id="readings_of_import")(routes.readings_of_import)
    answers = router.post("/rows/read", response_model=RowsRead, responses=PROBLEMS, openapi_extra=takes(ReadRows))
    answers(routes.read_rows)
    return router


class ImportRoutes:
    """What is answered on the routes of one owner's imports."""

    def __init__(self, imports: Imports) -> None:
        self._imports = imports

    async def send_piece(
        self,
        request: Request,
        file_id: UUID,
        number: Annotated[int, Path(ge=0, lt=MOST_PIECES)],
        context: AtDoor,
    ) -> Response:
        """Send one piece of a file; its number says where it belongs."""
        principal = await _one_of(self._imports.who, request, context)
        content = await request.body()
        if len(content) > LARGEST_PIECE:
            raise FileTooLarge("number", what="KB", limit=LARGEST_PIECE >> 10)
        async with context.database.transaction() as session:
            uow = context.unit_of_work(session, request, principal, "SendPiece")
            await keep_piece(self._imports.tables, (file_id, number), content, uow)
        return Response(status_code=204)

    async def rows_of_import(
        self,
        request: Request,
        id: UUID,
        context: AtDoor,
        outcome: Annotated[list[Outcome] | None, Query()] = None,
        after: Annotated[int, Query(ge=0, le=LAST)] = 0,
    ) -> Response:
        """List the rows of an import, a page at a time; each look is written down."""
        principal = await _one_of(self._imports.rows_for, request, context)
        async with context.database.transaction() as session:
            uow = context.unit_of_work(session, request, principal, "RowsOfImport")
            told = await self._read(ReadRows(id=id, outcomes=tuple(outcome or ())[: len(Outcome)], after=after), uow)
        if told is None:
            raise NotFound("id")
        return answer(told)

    async def readings_of_import(self, request: Request, id: UUID, context: AtDoor) -> list[ReadingTold]:
        """List the encodings in which a text may be, the likeliest first, while its file is kept; each look is written."""  # noqa: E501 -- the contract has it in one line
        principal = await _one_of(self._imports.rows_for, request, context)
        async with context.database.transaction() as session:
            uow = context.unit_of_work(session, request, principal, "ReadingsOfImport")
            one = await uow.session.get(self._imports.tables.imports, id)
            if one is None:
                raise NotFound("id")
            await uow.log_read([id], ("cells",), None)
            content = await file_of(one, uow) if one.encoding and one.status in HOLDS_FILE else None
        found = await asyncio.to_thread(readings_of, content) if content else []
        return [ReadingTold.model_validate(each) for each in found]

    async def read_rows(self, request: Request) -> Response:
        """Read rows of an import, as its portal asks for them; each look is written down."""
        async with asked(request, ReadRows) as (question, uow):
            may = any(role.borne_by(uow.principal) for role in self._imports.rows_for)
            told = await self._read(question, uow) if may else None
            return answer(RowsRead(imports=[told] if told else []))

    async def _read(self, question: ReadRows, uow: UnitOfWork) -> RowsTold | None:
        one = await uow.session.get(self._imports.tables.imports, question.id)
        if one is None:
            return None
        await uow.log_read([one.id], ("cells",), None)
        row = self._imports.tables.rows
        wanted = select(row).where(col(row.import_id) == one.id, col(row.row) > question.after)
        if question.outcomes:
            wanted = wanted.where(col(row.outcome).in_(question.outcomes))
        found = (await uow.session.scalars(wanted.order_by(col(row.row)).limit(PAGE))).all()
        return RowsTold(
            id=one.id,
            kind=one.kind,
            columns=list(one.columns),
            defaults=list(one.defaults),
            fields=list(fields(one.kind)),
            rows=[self._told(one, each, uow.principal.language or "az") for each in found],
            next=found[-1].row if len(found) == PAGE else None,
        )

    def _told(self, one: RegisterImport, row: RegisterRow, language: str) -> RowTold:
        letters = {each.field: each.letter for each in one.columns if each.field}
        return RowTold(
            row=row.row,
            outcome=row.outcome,
            cells=row.cells,
            values=values_of(row.cells, row.mended, one.columns, one.defaults),
            remarks=[
                RemarkTold(
                    field=each.field,
                    column=letters.get(each.field),
                    code=each.code,
                    message=self._worded(each, language),
                )
                for each in row.remarks
            ],
            offered=list(row.offered),
            thing_id=row.thing_id,
        )

    def _worded(self, remark: Remark, language: str) -> str:
        """What a remark says in a language."""
        if words := self._imports.words(remark.code):
            return spoken(words, language).format_map(_Blank(remark.details))
        return Wrong(remark.field, remark.code, remark.details, remark.said).message(language)


async def _one_of(roles: Sequence[Role], request: Request, context: OwnerContext) -> Principal:
    principal = await context.principal(request)
    if not any(role.borne_by(principal) for role in roles):
        raise refused(principal)
    return principal


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"
