"""A proposal as messages carry it: without who proposed it unnamed, who supports it, and what was said of it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import State
from korpu_chassis.i18n.text import LocalizedText
from korpu_events.proposals.domain.lifecycle import ProposalStatus, ProposalTheme


class ProposalState(State):
    """The public state of a proposal."""

    status: ProposalStatus
    title: LocalizedText
    description: LocalizedText
    expected_effect: LocalizedText | None
    theme: ProposalTheme
    unnamed: bool
    proposer_id: UUID | None
    supporters: int
    remarks: int
    responsible: str | None
    submitted_on: date
    due: date
    overdue: bool
    decided_on: date | None
    reason: str | None
    merged_into: UUID | None
    action_points: tuple[UUID, ...]
    implemented_on: date | None
    verified_on: date | None
    outcome: str | None
