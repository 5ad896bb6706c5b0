"""Enquiries as the portal sees them: how they stand; who asked and what was said their owner tells."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from korpu_gateway.owners.personal import ENQUIRIES
from korpu_gateway.owners.remote_fields import told
from korpu_gateway.readmodel.columns import ordered, reference, word, yes_no
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, INSIDE, OFFICE, SIGNED_IN, everything, of_unit, own
from korpu_gateway.reads.relations import one
from korpu_gateway.types.lists.enquiry import EnquiryFilter, EnquiryOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import Language
from korpu_gateway.types.words.enquiry import (
    EnquiryCause,
    EnquiryChannel,
    EnquirySide,
    EnquiryStatus,
    EnquiryTopic,
)

if TYPE_CHECKING:
    from korpu_gateway.types.opportunity import Opportunity
    from korpu_gateway.types.organisation import Organisation
    from korpu_gateway.types.person import Person


@part
class EnquiryRemark:
    """One question or one answer."""

    by: EnquirySide = at()
    on: datetime = at("at")
    text: str = at()


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (state["code"],)}


@aggregate(
    topic="mobility.enquiries.v1",
    plural="enquiries",
    listed="What people ask the office, by code; everybody sees their own.",
    readers={
        OFFICE | {"auditor"}: everything,
        COORDINATOR: of_unit(),
        SIGNED_IN: own(),
    },
    columns=(
        word("topic"),
        word("channel"),
        word("language"),
        word("cause"),
        word("assignee"),
        ordered("asked_on"),
        ordered("due"),
        yes_no("overdue"),
        yes_no("in_time"),
        reference("person_id"),
        reference("opportunity_id"),
        reference("organisation_id"),
    ),
    prepared=_prepared,
    filter=EnquiryFilter,
    order=EnquiryOrder,
    came_of=("opportunity_id",),
)
class Enquiry(Node):
    """What somebody wants to know of the office."""

    status: EnquiryStatus = at()
    topic: EnquiryTopic = at()
    channel: EnquiryChannel = at()
    language: Language = at()
    person: "Person | None" = one("person", "person_id")
    opportunity: "Opportunity | None" = one("opportunity", "opportunity_id")
    organisation: "Organisation | None" = one("organisation", "organisation_id")
    assignee: str | None = at(seen_by=INSIDE)
    due: date = at()
    overdue: bool = at()
    asked_on: date = at()
    answered_on: date | None = at()
    in_time: bool | None = at()
    reopened: int = at()
    reopen_until: date | None = at()
    closed_on: date | None = at()
    cause: EnquiryCause | None = at()
    kept_until: date = at()
    forgotten_on: date | None = at()
    asker_name: str | None = told(ENQUIRIES, "asker_name", description="Who asked by e-mail, as the owner tells it.")
    asker_email: str | None = told(
        ENQUIRIES, "asker_email", description="Where the answer goes, as the owner tells it."
    )
    exchange: list[EnquiryRemark] | None = told(
        ENQUIRIES, "exchange", description="What was asked and answered, as the owner tells it."
    )
    reason: str | None = told(ENQUIRIES, "reason", description="Why it was closed without an answer.")
