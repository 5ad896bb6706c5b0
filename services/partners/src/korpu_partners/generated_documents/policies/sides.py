"""How the parties stand on what all of them sign: who acts for each and on what, and where each is found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import LocalizedText
from korpu_documents.papers.editions import Edition
from korpu_documents.papers.letterhead import Names, letterhead
from korpu_documents.papers.typesetting import Languages, functional, said, same
from korpu_partners.generated_documents.inputs import Bilateral, PartyOnPaper
from korpu_partners.generated_documents.policies.addressees import post_of
from korpu_partners.generated_documents.policies.agreement_content import Terms, party_of, side
from korpu_partners.generated_documents.refusals import NotAParty, TemplateTooOld
from korpu_partners.organisations.interface import Addressee, addressees_of, standing_of

WITH_SIDES = 3
"""The version of what papers share from which on they say who acts for a party."""
Party = tuple[UUID | None, str | None]


def require_room(edition: Edition) -> None:
    """Be sure that this version of the template prints who acts for the parties, and how many copies there are."""
    if edition.house < WITH_SIDES:
        raise TemplateTooOld("template_version")


async def sides_of(
    terms: Terms, command: Bilateral, names: Mapping[UUID | None, Names], edition: Edition, uow: UnitOfWork
) -> list[dict[str, Any]]:
    """The parties as the paper shows them: what each is called, who acts for it, and the lines below its name."""
    parties: list[Party] = [(party_of(each), each["unit"]) for each in terms["parties"]]
    given = await _given(parties, command.parties, uow)
    known = await addressees_of([id for id, _ in parties if id], uow)
    shown = []
    for party, held in zip(parties, terms["parties"], strict=True):
        told = given.get(party)
        lines = [*_recorded(party[0], known, edition, command.languages)]
        lines += [same(each, command.languages) for each in (told.requisites if told else ())]
        shown.append({**_acting(side(held, names), told, edition, command.languages), "lines": lines})
    return shown


async def _given(parties: Sequence[Party], given: Sequence[PartyOnPaper], uow: UnitOfWork) -> dict[Party, PartyOnPaper]:
    """What is given of each party, by any id that its organisation has or had."""
    standing = await standing_of([id for id, _ in parties if id], uow)
    told: dict[Party, PartyOnPaper] = {}
    for place, each in enumerate(given):
        named = each.organisation_id
        found = [
            (id, unit)
            for id, unit in parties
            if unit == each.unit and (id == named or (id in standing and named in standing[id].identities))
        ]
        if not found or found[0] in told:
            raise NotAParty(f"parties.{place}")
        told[found[0]] = each
    return told


def _acting(name: Names, told: PartyOnPaper | None, edition: Edition, languages: Languages) -> dict[str, Any]:
    """The name of a party, and who acts for it, if that is given."""
    if told is None or told.representative is None:
        return {"name": name, "told": name, "representative": None, "function": None}
    acting = told.representative
    function = functional(acting.function, languages, "function")
    values = {
        "party": name,
        "representative": same(acting.name, languages),
        "function": function,
        "mandate": said(LocalizedText.of(acting.mandate), languages, "mandate"),
    }
    sentence = edition.sentence("represented", languages, values)
    return {"name": name, "told": sentence, "representative": acting.name, "function": function}


def _recorded(
    id: UUID | None, known: Mapping[UUID, Addressee], edition: Edition, languages: Languages
) -> Iterator[Names]:
    """Where a party is found and what it is registered under, as its record says; of us, as the environment does."""
    if id is None:
        yield from (same(each, languages) for each in letterhead().our_lines)
        return
    yield from post_of(known[id], languages)
    for word, number in (("voen", known[id].voen), ("erasmus-code", known[id].erasmus_code), ("pic", known[id].pic)):
        if number and word in edition.words:
            yield {each: f"{edition.words[word][each]}: {number}" for each in languages}
