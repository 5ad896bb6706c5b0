"""What the certificate of a stay says, and the list of those whom we nominate."""

from dataclasses import dataclass
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.letterhead import Names, our_names
from korpu_documents.papers.typesetting import (
    Content,
    Manuscript,
    day,
    labelled,
    same,
    short_day,
    signing,
    table,
    titled,
    worded,
)
from korpu_mobility.generated_documents.domain.templates import MobilityTemplate, templates
from korpu_mobility.generated_documents.inputs import MakeNominationList, MakeStayCertificate
from korpu_mobility.generated_documents.policies.names import named_people, organisation_names
from korpu_mobility.generated_documents.refusals import ConsentMissing, NobodyNominated, StayNotOver
from korpu_mobility.mobilities.interface import StayOnPaper, hold_stay_version, nominated_to, stay_on_paper

OVER = ("returned", "returned_early", "recognised", "closed")
COLUMNS = {
    "place": 0.4,
    "name": 2.2,
    "purpose": 1.3,
    "level": 0.7,
    "field": 0.8,
    "days-planned": 1.6,
    "stay-number": 1.3,
}


async def stay_certificate(command: MakeStayCertificate, uow: UnitOfWork) -> Manuscript:
    """What the certificate of a stay will say."""
    stay, languages = await stay_on_paper(command.mobility_id, uow), command.languages
    if stay.status not in OVER or stay.actual_from is None or stay.actual_to is None:
        raise StayNotOver("mobility_id")
    edition = templates.chosen(MobilityTemplate.STAY_CERTIFICATE, command.template_version, languages)
    [person] = await named_people([stay.person_id], edition.template, uow)
    home = await organisation_names(stay.sender_id, languages, uow)
    host = await organisation_names(stay.receiver_id, languages, uow)
    clause = "hosted" if stay.direction == "incoming" else "sent"
    content = Content(
        edition=edition,
        languages=languages,
        number=stay.code,
        on=uow.today,
        title=titled(edition, languages),
        clauses=[edition.clause(clause, languages, {})],
        parties=[],
        more={
            "particulars": labelled(
                edition,
                {
                    "name": person.name,
                    "home": home,
                    "host": host,
                    "purpose": worded(edition, stay.kind, languages),
                    "year": stay.academic_year,
                    "arrival": day(stay.actual_from, languages),
                    "return": day(stay.actual_to, languages),
                },
            ),
            "closing": edition.clause("closing", languages, {}),
            "signatory": signing(command.signatory, command.signatory_function, languages),
        },
    )
    recorded = {
        "about": templates.title_of(edition.template, edition.version),
        "mobility_id": stay.id,
        "person_id": stay.person_id,
        "person_ids": (stay.person_id,),
        "unit": stay.unit,
        "academic_year": stay.academic_year,
        "term": stay.term,
    }
    return Manuscript(stay, hold_stay_version, content, {stay.sender_id: home, stay.receiver_id: host}, recorded)


@dataclass(frozen=True)
class Nominations:
    """Those who are nominated to one partner, as they stood when they were read."""

    id: UUID
    version: int
    stays: tuple[StayOnPaper, ...]


async def nomination_list(command: MakeNominationList, uow: UnitOfWork) -> Manuscript:
    """What the list of nominations will say; nobody stands on it who has not agreed to be named."""
    languages, asked = command.languages, (command.organisation_id, command.academic_year, command.term)
    stays = tuple(await nominated_to(*asked, uow))
    if not stays:
        raise NobodyNominated("organisation_id")
    edition = templates.chosen(MobilityTemplate.NOMINATION_LIST, command.template_version, languages)
    partner = await organisation_names(command.organisation_id, languages, uow)
    people = await named_people([each.person_id for each in stays], edition.template, uow)
    silent = [stay.code for stay, person in zip(stays, people, strict=True) if not person.may_be_shared]
    if silent:
        raise ConsentMissing("organisation_id", stays=", ".join(silent))
    values = {
        "partner": partner,
        "time": same(command.term or command.academic_year, languages),
        "count": same(len(stays), languages),
    }
    rows: list[list[Names | str]] = [
        [str(place), person.name, worded(edition, stay.kind, languages), *_figures(stay)]
        for place, (stay, person) in enumerate(zip(stays, people, strict=True), 1)
    ]
    content = Content(
        edition=edition,
        languages=languages,
        number=command.term or command.academic_year,
        on=uow.today,
        title=titled(edition, languages),
        clauses=[edition.clause("nominates", languages, values)],
        parties=[],
        more={
            "addressees": [{"name": partner, "post": []}],
            "tables": [table("nominees", COLUMNS, rows)],
            "closing": edition.clause("closing", languages, values),
            "signatory": signing(command.signatory, command.signatory_function, languages),
        },
    )
    recorded = {
        "about": templates.title_of(edition.template, edition.version),
        "person_ids": tuple(stay.person_id for stay in stays),
        "academic_year": command.academic_year,
        "term": command.term,
    }
    subject = Nominations(command.organisation_id, sum(each.version for each in stays), stays)

    async def held(_id: UUID, uow: UnitOfWork) -> int:
        now = tuple(await nominated_to(*asked, uow, hold=True))
        return subject.version if now == subject.stays else -1

    return Manuscript(subject, held, content, {None: our_names(languages), command.organisation_id: partner}, recorded)


def _figures(stay: StayOnPaper) -> list[str]:
    return [
        f"EQF {stay.level}",
        stay.field,
        f"{short_day(stay.planned_from)} – {short_day(stay.planned_to)}",
        stay.code,
    ]
