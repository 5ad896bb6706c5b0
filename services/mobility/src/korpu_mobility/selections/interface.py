"""What applications may ask of selections: ids come in, values go out."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Executable, select
from sqlmodel import col

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.refusals import NotFound
from korpu_mobility.selections.domain.lifecycle import Status, TieRule
from korpu_mobility.selections.parts import Weight
from korpu_mobility.selections.tables import Selection

__all__ = [
    "SelectionOnPaper",
    "Terms",
    "TieRule",
    "hold_selection_version",
    "hold_terms",
    "holding_selection",
    "selection_on_paper",
    "terms_of",
]


@dataclass(frozen=True)
class Terms:
    """By what applicants are compared, and how many places the office has set."""

    opportunity_id: UUID
    member_ids: tuple[UUID, ...]
    quorum: int
    tie_rule: TieRule
    seed: str
    pass_mark: Decimal | None
    score_by: date
    weights: Mapping[UUID, int]
    quotas: Mapping[UUID, int]
    is_scoring: bool
    is_offering: bool


@dataclass(frozen=True)
class SelectionOnPaper:
    """A selection as its minutes tell of it; without a day of the ranking there are none yet."""

    id: UUID
    version: int
    code: str
    opportunity_id: UUID
    member_ids: tuple[UUID, ...]
    quorum: int
    tie_rule: str
    lot_seed: str | None
    pass_mark: Decimal | None
    score_by: date
    weights: tuple[Weight, ...]
    ranked_on: date | None
    allocated_on: date | None
    offered_on: date | None
    reopened_on: date | None
    reason: str | None


def terms_of(selection: Selection) -> Terms:
    """What the rules of comparing need to know."""
    return Terms(
        opportunity_id=selection.opportunity_id,
        member_ids=selection.member_ids,
        quorum=selection.quorum,
        tie_rule=TieRule(selection.tie_rule),
        seed=selection.seed,
        pass_mark=selection.pass_mark,
        score_by=selection.score_by,
        weights={each.criterion_id: each.weight for each in selection.weights},
        quotas={each.destination_id: each.places for each in selection.quotas},
        is_scoring=selection.status == Status.SCORING,
        is_offering=selection.status == Status.OFFERED,
    )


async def selection_on_paper(selection_id: UUID, uow: UnitOfWork) -> SelectionOnPaper:
    """The selection as it stands now; nobody is kept from changing it."""
    selection = await uow.session.get(Selection, selection_id)
    if selection is None:
        raise NotFound("selection_id")
    return SelectionOnPaper(**{each.name: getattr(selection, each.name) for each in fields(SelectionOnPaper)})


async def hold_selection_version(selection_id: UUID, uow: UnitOfWork) -> int:
    """The version of a selection that nobody changes until the transaction ends."""
    return await uow.hold(Selection, selection_id)


async def hold_terms(opportunity_id: UUID, uow: UnitOfWork) -> Terms | None:
    """The terms of a call's selection, which nobody changes until the transaction ends."""
    found = select(Selection).where(col(Selection.opportunity_id) == opportunity_id).with_for_update()
    selection = (await uow.session.scalars(found.execution_options(populate_existing=True))).one_or_none()
    return terms_of(selection) if selection else None


def holding_selection(opportunity_id: Any, first: Any) -> Executable:
    """The statement that takes a person, and then the selection before its applications."""
    held = first.cte("held")
    some = select(held.c[0]).limit(1).scalar_subquery()
    return (
        select(col(Selection.id), some)
        .where(col(Selection.opportunity_id) == opportunity_id)
        .with_for_update(of=Selection)
    )
