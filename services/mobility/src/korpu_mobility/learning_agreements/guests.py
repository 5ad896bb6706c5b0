"""What a guest may do with a learning agreement: see the current version, sign it, or reject it with a comment."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.guest_links.links import Guests
from korpu_mobility.guest_links import guest_links
from korpu_mobility.learning_agreements.aggregate import learning_agreements
from korpu_mobility.learning_agreements.domain.lifecycle import SIGNING, Party, require_guest
from korpu_mobility.learning_agreements.facts import LearningAgreementLinkOpened, LearningAgreementLinkRevoked
from korpu_mobility.learning_agreements.policies.signing import reject, sign
from korpu_mobility.learning_agreements.tables import LearningAgreement
from korpu_mobility.people.interface import name_for_partner
from korpu_mobility.permissions import DESK


def content(agreement: LearningAgreement) -> str | None:
    """The hash of the version that is being signed; nothing else is answered by a link."""
    return agreement.hash if agreement.status in SIGNING else None


def about(agreement: LearningAgreement) -> Sequence[UUID]:
    """Whose agreement it is."""
    return [agreement.person_id]


async def shows(agreement: LearningAgreement, uow: UnitOfWork) -> Mapping[str, Any]:
    """The version, who has signed it, and whose turn it is; a name only if the person lets us share it."""
    version = agreement.current
    said = version.model_dump(
        mode="json", include={"number", "components", "language", "language_level", "hash", "signatures"}
    )
    return {
        "code": agreement.code,
        "name": await name_for_partner(agreement.person_id, uow),
        "academic_year": agreement.academic_year,
        "waits_for": agreement.waits_for,
        "host_ects": str(agreement.host_ects),
        "home_ects": str(agreement.home_ects),
        **said,
    }


def invites(agreement: LearningAgreement, party: str) -> None:
    """A link is for who has no account: the partner's side, or the person."""
    require_guest(content(agreement), party, agreement.ours)


async def accepts(agreement: LearningAgreement, party: str, uow: UnitOfWork) -> None:
    """The guest signs the version that the link is bound to."""
    await sign(agreement, Party(party), agreement.hash, uow)


async def rejects(agreement: LearningAgreement, party: str, comment: str, uow: UnitOfWork) -> None:
    """The guest says no; the comment is for the person and the office."""
    await reject(agreement, Party(party), agreement.hash, comment, uow)


guest_links.let_in(
    Guests(
        learning_agreements,
        who=DESK,
        content=content,
        about=about,
        shows=shows,
        invites=invites,
        opened=lambda party: LearningAgreementLinkOpened(party=Party(party)),
        revoked=lambda party: LearningAgreementLinkRevoked(party=Party(party)),
        accepts=accepts,
        rejects=rejects,
    )
)
learning_agreements.also_emits(LearningAgreementLinkOpened, LearningAgreementLinkRevoked)
