"""What is said of the people of a visit: ids and counts, never names."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact


class VisitMembersChanged(Fact):
    """People have joined or left the delegation; they are ids here."""

    added: tuple[UUID, ...]
    removed: tuple[UUID, ...]
    member_count: int


class VisitMemberCorrected(Fact):
    """What is known of a member was put right."""

    member_id: UUID


class VisitPassportRecorded(Fact):
    """The passport of a member is known to the office."""

    member_id: UUID


class VisitPersonalDataPurged(Fact):
    """Personal data of the delegation was deleted because its time of keeping has ended."""

    what: str


class VisitHostsNamed(Fact):
    """Who receives the delegation was said, or changed."""

    added: tuple[UUID, ...]
    removed: tuple[UUID, ...]


class VisitInvitationIssued(Fact):
    """An invitation letter was issued to members of the delegation."""

    number: str
    on: date
    member_ids: tuple[UUID, ...]
