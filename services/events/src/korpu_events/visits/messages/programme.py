"""What is said of the programme of a visit and of what is signed at it."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_events.visits.parts import ProgrammeItem


class VisitProgrammeChanged(Fact):
    """The programme has changed; this is the difference."""

    added: tuple[ProgrammeItem, ...] = ()
    changed: tuple[ProgrammeItem, ...] = ()
    removed: tuple[ProgrammeItem, ...] = ()


class VisitAgreementProgressed(Fact):
    """An agreement that is to be signed at the visit has changed; `warning` is what is still wrong with it."""

    item_id: UUID
    agreement_id: UUID
    warning: str | None


class VisitAgreementSigned(Fact):
    """An agreement was signed at the visit; `correlation_id` is the story in which it was signed."""

    item_id: UUID | None
    agreement_id: UUID
    on: date
    correlation_id: UUID | None
