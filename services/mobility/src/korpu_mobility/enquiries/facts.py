"""What happens to enquiries."""

from datetime import date
from uuid import UUID

from korpu_chassis.commands.state import Fact
from korpu_mobility.enquiries.domain.lifecycle import Cause


class EnquiryReceived(Fact):
    """Somebody asks the office something."""


class EnquiryAssigned(Fact):
    """Somebody sees to it, or somebody else than before."""

    assignee: str
    before: str | None


class EnquiryCorrected(Fact):
    """What it is about, or whose it is, was put right."""


class EnquiryAnswered(Fact):
    """The office has answered, in time or late."""

    in_time: bool
    template_id: UUID | None = None


class EnquiryReopened(Fact):
    """The answer did not do; it is due anew."""

    due: date


class EnquiryClosed(Fact):
    """Nothing more is done about it."""

    cause: Cause


class EnquiryOverdue(Fact):
    """The last day to answer is over: the head is told."""

    due: date
    tell: tuple[str, ...]


class EnquiryForgotten(Fact):
    """Who asked, and what was said, is no longer known; that somebody asked stays in the statistics."""


class EnquiryLinkOpened(Fact):
    """A link was made by which a guest reads the answer."""


class EnquiryLinkRevoked(Fact):
    """The link of a guest was ended."""
