"""What papers of a visit say: the invitation, the programme for the delegation, and the briefing for our side."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from korpu_chassis.clock import BAKU
from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.editions import Edition
from korpu_documents.papers.letterhead import Names, our_names
from korpu_documents.papers.organisation_names import called_in
from korpu_documents.papers.refusals import OrganisationNameUnknown, PersonForgotten
from korpu_documents.papers.typesetting import (
    Content,
    Languages,
    Manuscript,
    day,
    labelled,
    listed,
    said,
    same,
    short_day,
    signing,
    table,
    titled,
    worded,
)
from korpu_events.consumers.organisations import going_on
from korpu_events.generated_documents.domain.templates import EventTemplate, templates
from korpu_events.generated_documents.inputs import MakeVisitBriefing, MakeVisitInvitation, MakeVisitProgramme
from korpu_events.generated_documents.refusals import BriefingMissing, NoSuchInvitation, ProgrammeEmpty, VisitNotHeld
from korpu_events.visits.interface import (
    MemberOnPaper,
    VisitOnPaper,
    hold_visit_version,
    members_on_paper,
    visit_on_paper,
)

HOURS = {"on": 1.1, "time": 1.1, "what": 3, "where": 2}
INSIDE = {**HOURS, "car": 1.2}
DELEGATION = {"place": 0.4, "name": 2, "position": 2.4}


async def visit_invitation(command: MakeVisitInvitation, uow: UnitOfWork) -> Manuscript:
    """What the letter of an invitation will say: under its number and of its day, for whom it was issued."""
    visit, languages = await _held(command.visit_id, uow), command.languages
    issued = next((each for each in visit.invitations if each.number == command.number), None)
    if issued is None:
        raise NoSuchInvitation("number")
    edition = templates.chosen(EventTemplate.VISIT_INVITATION, command.template_version, languages)
    organisations = await _organisations(visit, languages, uow)
    invited = [each for each in visit.members if each.id in issued.member_ids]
    members = await _named(invited, edition, uow)
    if len(members) < len(issued.member_ids):
        raise PersonForgotten("number")
    values = _values(visit, organisations, languages)
    content = Content(
        edition=edition,
        languages=languages,
        number=issued.number,
        on=issued.on,
        title=titled(edition, languages),
        clauses=[edition.clause("invites", languages, values)],
        parties=[],
        more={
            "addressees": [{"name": each, "post": []} for each in organisations.values()],
            "particulars": labelled(edition, {"purpose": same(visit.purpose, languages)}),
            "tables": [table("members", DELEGATION, list(_members(members, edition, languages)))],
            "closing": edition.clause("closing", languages, values),
            "signatory": signing(command.signatory, command.signatory_function, languages),
        },
    )
    return _manuscript(visit, content, organisations, [each.id for each in members])


async def visit_programme(command: MakeVisitProgramme, uow: UnitOfWork) -> Manuscript:
    """What the programme will say to the delegation: what, when and where; cars and persons stay inside."""
    visit, languages = await _held(command.visit_id, uow), command.languages
    if not visit.programme:
        raise ProgrammeEmpty("visit_id")
    edition = templates.chosen(EventTemplate.VISIT_PROGRAMME, command.template_version, languages)
    organisations = await _organisations(visit, languages, uow)
    content = Content(
        edition=edition,
        languages=languages,
        number=visit.code,
        on=uow.today,
        title=titled(edition, languages),
        clauses=[],
        parties=[],
        more={
            "particulars": _particulars(visit, edition, organisations, languages),
            "tables": [table("programme", HOURS, [row[:4] for row in _hours(visit, languages)])],
            "note": worded(edition, "baku-time", languages),
        },
    )
    return _manuscript(visit, content, organisations, [])


async def visit_briefing(command: MakeVisitBriefing, uow: UnitOfWork) -> Manuscript:
    """What our side reads before a visit: who comes, what for, when and where, and what is written for it."""
    visit, languages = await _held(command.visit_id, uow), command.languages
    if visit.briefing is None:
        raise BriefingMissing("visit_id")
    edition = templates.chosen(EventTemplate.VISIT_BRIEFING, command.template_version, languages)
    organisations = await _organisations(visit, languages, uow)
    members = await _named(visit.members, edition, uow)
    content = Content(
        edition=edition,
        languages=languages,
        number=visit.code,
        on=uow.today,
        title=titled(edition, languages),
        clauses=[
            edition.clause("inside", languages, {}),
            edition.clause("written", languages, {"briefing": same(visit.briefing, languages)}),
        ],
        parties=[],
        more={
            "particulars": [
                *_particulars(visit, edition, organisations, languages),
                *labelled(edition, {"people": str(len(visit.members))}),
            ],
            "tables": [
                table("members", DELEGATION, list(_members(members, edition, languages))),
                table("programme", INSIDE, list(_hours(visit, languages))),
            ],
            "note": worded(edition, "baku-time", languages),
        },
    )
    return _manuscript(visit, content, organisations, [each.id for each in members])


async def _held(visit_id: UUID, uow: UnitOfWork) -> VisitOnPaper:
    visit = await visit_on_paper(visit_id, uow)
    if not visit.takes_place:
        raise VisitNotHeld("visit_id")
    return visit


async def _organisations(visit: VisitOnPaper, languages: Languages, uow: UnitOfWork) -> dict[UUID, Names]:
    """Whose delegation it is, each by the name of what it is merged into."""
    called: dict[UUID, Names] = {}
    for each in visit.organisations:
        heard = await going_on(each, uow)
        if heard is None or not heard.names:
            raise OrganisationNameUnknown("visit_id")
        called[heard.id] = called_in(heard.names, languages)
    return called


async def _named(members: Sequence[Any], edition: Edition, uow: UnitOfWork) -> list[MemberOnPaper]:
    """These members by name; that they were printed stands in the access log of each."""
    named = await members_on_paper(members, uow)
    await uow.log_read([each.id for each in named], ["name", "position"], f"paper:{edition.template}")
    return named


def _manuscript(
    visit: VisitOnPaper, content: Content, organisations: dict[UUID, Names], members: Sequence[UUID]
) -> Manuscript:
    recorded = {
        "about": templates.title_of(content.edition.template, content.edition.version),
        "visit_id": visit.id,
        "person_ids": tuple(members),
        "unit": visit.unit,
    }
    parties: dict[UUID | None, Names] = {None: our_names(content.languages)}
    parties |= dict(organisations.items())
    return Manuscript(visit, hold_visit_version, content, parties, recorded)


def _values(visit: VisitOnPaper, organisations: dict[UUID, Names], languages: Languages) -> dict[str, Names]:
    return {
        "organisations": listed(list(organisations.values()), languages),
        "starts": day(visit.starts, languages),
        "ends": day(visit.ends, languages),
    }


def _particulars(
    visit: VisitOnPaper, edition: Edition, organisations: dict[UUID, Names], languages: Languages
) -> list[dict[str, Any]]:
    values = _values(visit, organisations, languages)
    days: Names = {each: f"{values['starts'][each]} – {values['ends'][each]}" for each in languages}
    title: Names = said(visit.title, languages, "title")
    return labelled(
        edition,
        {
            "visit": title,
            "delegation-of": values["organisations"] if organisations else None,
            "days-of-visit": values["starts"] if visit.starts == visit.ends else days,
            "purpose": same(visit.purpose, languages),
        },
    )


def _members(members: Sequence[MemberOnPaper], edition: Edition, languages: Languages) -> Iterator[list[Any]]:
    """The delegation, its head first and marked."""
    for place, each in enumerate(members, 1):
        leads = worded(edition, "leads", languages)
        name: Names | str = {one: f"{each.name} ({leads[one]})" for one in languages} if each.head else each.name
        yield [str(place), name, each.position or "–"]


def _hours(visit: VisitOnPaper, languages: Languages) -> Iterator[list[Any]]:
    """The programme in the time of Baku, in its order; a day is said once."""
    before = None
    for item in sorted(visit.programme, key=lambda each: (each.starts, each.ends)):
        starts, ends = item.starts.astimezone(BAKU), item.ends.astimezone(BAKU)
        where = ", ".join(dict.fromkeys(filter(None, (item.place, item.room)))) or "–"
        on = short_day(starts.date()) if starts.date() != before else ""
        before = starts.date()
        yield [on, f"{starts:%H:%M}–{ends:%H:%M}", said(item.title, languages, "programme"), where, item.car or "–"]
