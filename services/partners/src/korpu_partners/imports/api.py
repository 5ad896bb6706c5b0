"""The door for old registers: rows in, what became of them out, and the repair of those that wait."""

from typing import Annotated, Literal
from uuid import UUID

import structlog
from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from korpu_chassis.codes import Text, whole_number
from korpu_chassis.doors import PROBLEM_RESPONSE
from korpu_chassis.http import Door, answer, door_of, read_body, takes
from korpu_chassis.identity import Principal
from korpu_chassis.refusals import NotFound
from korpu_chassis.work import Work, refused
from korpu_partners.imports.organisations import WAITING, Outcome, import_rows
from korpu_partners.imports.repair import dismiss, join, repair
from korpu_partners.imports.rows import Problem
from korpu_partners.imports.tables import ImportedRow
from korpu_partners.people import DEPARTMENT

log = structlog.get_logger()
router = APIRouter(prefix="/imports/organisations", tags=["imports"])
STATUSES: tuple[int | str, ...] = (400, 401, 403, 404, 409, 413, 415, 422, 503)
PROBLEMS = dict.fromkeys(STATUSES, PROBLEM_RESPONSE)
PAGE = 200

Cell = Annotated[str, Field(max_length=4000)]
Cells = Annotated[dict[Annotated[str, Field(max_length=100)], Cell], Field(max_length=50)]


class Row(BaseModel):
    """One row as the file has it."""

    model_config = ConfigDict(extra="forbid")

    row: Annotated[int, Field(ge=1, le=2**31 - 1), whole_number]
    values: Cells


class Rows(BaseModel):
    """A batch of rows of one file."""

    model_config = ConfigDict(extra="forbid")

    file: Text
    rows: Annotated[list[Row], Field(min_length=1, max_length=PAGE)]


class Told(BaseModel):
    """A row and what became of it."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    file: str
    row: int
    values: dict[str, str]
    outcome: Outcome
    problems: tuple[Problem, ...]
    offered: tuple[UUID, ...]
    organisation_id: UUID | None


class Imported(BaseModel):
    """What became of a batch."""

    registered: int
    unchanged: int
    waiting: list[Told]


class Waiting(BaseModel):
    """Rows that wait for somebody, the oldest first."""

    rows: list[Told]
    next: UUID | None


class Decision(BaseModel):
    """What somebody decides about a row that waits."""

    model_config = ConfigDict(extra="forbid")

    decision: Literal["repair", "another", "same", "dismiss"]
    values: Cells = {}
    organisation_id: UUID | None = None


async def staff(request: Request, door: Annotated[Door, Depends(door_of)]) -> Principal:
    """Let in who may import: the department."""
    principal = await door.principal(request)
    if not any(role.borne_by(principal) for role in DEPARTMENT):
        raise refused(principal)
    return principal


Staff = Annotated[Principal, Depends(staff)]
AtDoor = Annotated[Door, Depends(door_of)]


@router.post("", response_model=Imported, responses=PROBLEMS, openapi_extra=takes(Rows), operation_id="import_rows")
async def take_rows(request: Request, door: AtDoor, principal: Staff) -> Response:
    """Import a batch of rows; what an earlier import has taken stays as it is."""
    given = await read_body(request, Rows)
    async with door.database.transaction() as session:
        work = door.work(session, request, principal, "ImportOrganisations")
        imported = await import_rows(work, given.file, {each.row: each.values for each in given.rows})
    waiting = [Told.model_validate(row) for row in imported if row.outcome in WAITING]
    registered = len(imported) - len(waiting)
    log.info("import.taken", registered=registered, waiting=len(waiting), unchanged=len(given.rows) - len(imported))
    return answer(Imported(registered=registered, unchanged=len(given.rows) - len(imported), waiting=waiting))


@router.get("/waiting", response_model=Waiting, responses=PROBLEMS, operation_id="waiting_rows")
async def waiting_rows(
    door: AtDoor, principal: Staff, after: UUID | None = None, outcome: Annotated[Outcome | None, Query()] = None
) -> Response:
    """List the rows that wait for repair or for a decision."""
    columns = ImportedRow.__table__.c  # type: ignore[attr-defined]
    wanted = select(ImportedRow).where(columns.outcome.in_([outcome] if outcome else WAITING))
    if after:
        wanted = wanted.where(columns.id > after)
    async with door.database.transaction() as session:
        found = (await session.scalars(wanted.order_by(columns.id).limit(PAGE))).all()
    rows = [Told.model_validate(row) for row in found]
    return answer(Waiting(rows=rows, next=rows[-1].id if len(rows) == PAGE else None))


@router.post("/{id}", response_model=Told, responses=PROBLEMS, openapi_extra=takes(Decision), operation_id="decide_row")
async def decide_row(
    request: Request,
    id: UUID,
    door: AtDoor,
    principal: Staff,
) -> Response:
    """Repair a row and try it again, say that it is another one or the same, or put it away."""
    decision = await read_body(request, Decision)
    async with door.database.transaction() as session:
        work = door.work(session, request, principal, "DecideImportedRow")
        row = await session.get(ImportedRow, id, with_for_update=True)
        if row is None or row.outcome not in WAITING:
            raise NotFound("id")
        await _decide(work, row, decision)
    return answer(Told.model_validate(row))


async def _decide(work: Work, row: ImportedRow, decision: Decision) -> None:
    match decision.decision:
        case "repair":
            await repair(work, row, decision.values)
        case "another":
            await repair(work, row, decision.values, another=True)
        case "same":
            join(row, decision.organisation_id)
        case "dismiss":
            dismiss(row)
