"""Whether what a letter is about is known."""

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.letters.parts import Link
from korpu_partners.lookup import is_kept

KEPT_HERE = ("organisation", "agreement", "letter", "joint_project", "publication")


async def is_known(link: Link, uow: UnitOfWork) -> bool:
    """Whether the thing is there, as far as this service can know; the things of others are taken on trust."""
    return link.kind not in KEPT_HERE or await is_kept(link.kind, link.id, uow)
