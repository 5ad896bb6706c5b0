"""The papers of a stay: who reads which, and that they go with the person."""

from korpu_chassis.commands.permission import Role
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.identity.access_tokens import Principal
from korpu_documents.attachments import Attachment
from korpu_mobility.files import files
from korpu_mobility.mobilities.domain.papers import StayFileKind
from korpu_mobility.mobilities.parts import StayFile
from korpu_mobility.mobilities.tables import Mobility
from korpu_mobility.permissions import AUDITOR, DESK, FINANCE, OFFICE, THE_PERSON

WORDS = (*DESK, AUDITOR, THE_PERSON)
MONEY = (*OFFICE, FINANCE, AUDITOR, THE_PERSON)
READERS: dict[StayFileKind, tuple[Role, ...]] = {
    StayFileKind.CONFIRMATION_OF_ARRIVAL: WORDS,
    StayFileKind.CONFIRMATION_OF_STAY: WORDS,
    # What somebody is paid, and into which account, is for those who pay.
    StayFileKind.GRANT_CONTRACT: MONEY,
    StayFileKind.OTHER: WORDS,
}


def files_shown(mobility: Mobility, who: Principal) -> tuple[StayFile, ...]:
    """Those papers of a stay that somebody may read."""
    return tuple(each for each in mobility.files if any(role.admits(who, mobility) for role in READERS[each.kind]))


def gives(mobility: Mobility, attachment: Attachment, who: Principal) -> bool:
    """Whoever may read a paper may have it."""
    return any(each.file.id == attachment.id for each in files_shown(mobility, who))


async def forget_files(mobility: Mobility, uow: UnitOfWork) -> None:
    """No paper of a stay is kept any more."""
    gone, mobility.files = mobility.attachments, ()
    for each in gone:
        await files.detach(uow, mobility, each)
