"""`AskForArrangement`: ask a department for what is needed when somebody comes; which one follows from what it is."""

from korpu_chassis.commands.command import Changes
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.validation.codes import Day
from korpu_mobility.admissions.aggregate import admissions
from korpu_mobility.admissions.domain.lifecycle import ARRANGING
from korpu_mobility.admissions.domain.requests import GIVES, arrangements
from korpu_mobility.admissions.facts import AdmissionRequestMade
from korpu_mobility.admissions.parts import Help, HelpRequest
from korpu_mobility.admissions.refusals.requests import ArrangementAsked, ArrangementDuePast
from korpu_mobility.admissions.tables import Admission
from korpu_mobility.permissions import OFFICE


class AskForArrangement(Changes):
    """What is needed, by when."""

    help: Help
    due: Day


@admissions.changes(
    who=OFFICE, when=ARRANGING, emits=[AdmissionRequestMade], refuses=[ArrangementAsked, ArrangementDuePast]
)
async def ask_for_arrangement(admission: Admission, command: AskForArrangement, uow: UnitOfWork) -> None:
    """Ask a department for what is needed when somebody comes; which one follows from what it is."""
    arrangements.require_askable(admission.requests, command.help, command.due, uow.today)
    request = HelpRequest(help=command.help, department=GIVES[command.help], due=command.due, asked_at=uow.now)
    admission.requests = (*admission.requests, request)
    said = request.model_dump(include={"department", "help", "due"})
    await uow.emit(admission, AdmissionRequestMade(request_id=request.id, **said))
