"""Whom mobility's papers name: organisations as partners told them, persons as they are kept here."""

from collections.abc import Sequence
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_documents.papers.letterhead import Names, our_names
from korpu_documents.papers.organisation_names import called_in
from korpu_documents.papers.refusals import OrganisationNameUnknown, PersonForgotten
from korpu_documents.papers.typesetting import Languages
from korpu_mobility.consumers.tables import KnownOrganisation
from korpu_mobility.people.interface import PersonOnPaper, people_on_paper


async def organisation_names(id: UUID | None, languages: Languages, uow: UnitOfWork) -> Names:
    """What an organisation is called, a merged one by the name of its successor; ours has no id."""
    if id is None:
        return our_names(languages)
    seen: set[UUID] = set()
    known = await uow.session.get(KnownOrganisation, id)
    while known and known.merged_into and known.merged_into not in seen:
        seen.add(known.merged_into)
        known = await uow.session.get(KnownOrganisation, known.merged_into) or known
    if known is None or not known.names:
        raise OrganisationNameUnknown
    return called_in(known.names, languages)


async def names_of(ids: Sequence[UUID], besides: Sequence[str], template: str, uow: UnitOfWork) -> dict[UUID, str]:
    """Those of these people who are known by name, with what else is printed of them in their access logs."""
    known = await people_on_paper(ids, uow, passports=False)
    await uow.log_read(list(known), ["given_name", "family_name", *besides], f"paper:{template}")
    return {id: each.name for id, each in known.items()}


async def named_people(
    ids: Sequence[UUID], template: str, uow: UnitOfWork, *, passports: bool = False
) -> list[PersonOnPaper]:
    """These people by name, in this order; that they were printed stands in the access log of each."""
    known = await people_on_paper(ids, uow, passports=passports)
    if len(known) < len(set(ids)):
        raise PersonForgotten
    fields = ["given_name", "family_name", *(["birth_date", "citizenship", "document:passport"] if passports else [])]
    await uow.log_read(list(ids), fields, f"paper:{template}")
    return [known[each] for each in ids]
