"""What goes on with an organisation: agreements, letters and projects here, stays, visits and trips as last heard."""

from korpu_chassis.commands.impact import Dependent
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_partners.agreements.interface import agreements_with, heard_with
from korpu_partners.letters.interface import open_letters_with
from korpu_partners.organisations.tables import Organisation
from korpu_partners.projects.interface import projects_with


async def dependents_of(organisation: Organisation, uow: UnitOfWork) -> list[Dependent]:
    """All that would be touched if nobody worked with it any more, under any identity that it has or had.

    It goes on as it stands: nothing new begins with an organisation that is suspended.
    """
    identities = [organisation.id, *organisation.aliases]
    ours = {
        "agreement": await agreements_with(identities, uow),
        "letter": await open_letters_with(identities, uow),
        "joint_project": await projects_with(identities, uow),
    }
    heard = await heard_with(identities, uow)
    return [
        *(Dependent(kind=kind, id=id, status=status) for kind, found in ours.items() for id, status in found),
        *(Dependent(kind=each.kind, id=each.id, status=each.status) for each in heard),
    ]
