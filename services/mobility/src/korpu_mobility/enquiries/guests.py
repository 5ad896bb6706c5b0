"""What whoever asked by e-mail does by a link: reads how it stands, takes the answer, or asks further."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.guest_links.links import Guests
from korpu_mobility.enquiries.aggregate import enquiries
from korpu_mobility.enquiries.domain.lifecycle import OVER, Status
from korpu_mobility.enquiries.facts import EnquiryLinkOpened, EnquiryLinkRevoked
from korpu_mobility.enquiries.policies.ending import reopen, require_remembered, satisfy
from korpu_mobility.enquiries.refusals import LinkForGuestsOnly
from korpu_mobility.enquiries.tables import Enquiry
from korpu_mobility.guest_links import guest_links
from korpu_mobility.permissions import DESK

ASKER = "asker"
TOLD = ("code", "status", "topic", "language", "due", "answered_on", "reopen_until", "closed_on", "cause", "reason")


def content(enquiry: Enquiry) -> str | None:
    """Always the same, so that the link holds from the question to the last answer; nothing once it is forgotten."""
    return None if enquiry.forgotten_on else ASKER


def about(enquiry: Enquiry) -> Sequence[UUID]:
    """Each look is written down under the enquiry: its asker is nobody whom we know."""
    return [enquiry.id]


async def shows(enquiry: Enquiry, uow: UnitOfWork) -> Mapping[str, Any]:
    """How it stands, what was said and whose turn it is; neither name nor address, which the asker knows."""
    said = {name: value for name in TOLD if (value := getattr(enquiry, name)) is not None}
    again = enquiry.status in OVER and enquiry.reopen_until is not None and uow.today <= enquiry.reopen_until
    remarks = [{"table": "exchange", **each.model_dump(mode="json")} for each in enquiry.exchange]
    answers = ["accept", "reject"] if enquiry.status == Status.ANSWERED else ["reject"]
    return said | {"waits_for": ASKER if again else "office", "answers": answers, "exchange": remarks}


def invites(enquiry: Enquiry, side: str) -> None:
    """A link is for who has no account."""
    require_remembered(enquiry)
    if enquiry.person_id or side != ASKER:
        raise LinkForGuestsOnly("side")


async def accepts(enquiry: Enquiry, _: str, uow: UnitOfWork) -> None:
    """The answer did."""
    await satisfy(enquiry, uow)


async def rejects(enquiry: Enquiry, _: str, comment: str, uow: UnitOfWork) -> None:
    """The answer did not do; the comment is the further question."""
    await reopen(enquiry, comment, uow)


guest_links.let_in(
    Guests(
        enquiries,
        who=DESK,
        content=content,
        about=about,
        shows=shows,
        invites=invites,
        opened=lambda _: EnquiryLinkOpened(),
        revoked=lambda _: EnquiryLinkRevoked(),
        accepts=accepts,
        rejects=rejects,
        spent=False,
    )
)
enquiries.also_emits(EnquiryLinkOpened, EnquiryLinkRevoked)
