"""Whether what a letter is about is known."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.interface import agreement_exists
from korpu_partners.letters.interface import letter_exists
from korpu_partners.letters.parts import Link
from korpu_partners.organisations.interface import organisation_exists
from korpu_partners.projects.interface import project_exists
from korpu_partners.publications.interface import publication_exists

KEPT_HERE = {
    "organisation": organisation_exists,
    "agreement": agreement_exists,
    "letter": letter_exists,
    "joint_project": project_exists,
    "publication": publication_exists,
}


async def is_known(link: Link, uow: UnitOfWork) -> bool:
    """Whether the thing is there, as far as this service can know; the things of others are taken on trust."""
    exists = KEPT_HERE.get(link.kind)
    return exists is None or await exists(link.id, uow)
