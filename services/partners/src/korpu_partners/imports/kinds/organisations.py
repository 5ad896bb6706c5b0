"""Rows that are organisations: what would become of them, and how they are entered and withdrawn."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Text, cast, exists, func, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, JSONPATH
from sqlmodel import col
from uuid_utils.compat import uuid7

from korpu_chassis.commands.unit_of_work import UnitOfWork
from korpu_chassis.i18n.text import fold
from korpu_partners.agreements.tables import Agreement
from korpu_partners.imports.domain.progress import reached
from korpu_partners.imports.policies.affected_rows import bearing
from korpu_partners.imports.tables import tables
from korpu_partners.letters.tables import Letter
from korpu_partners.organisations.domain.lifecycle import Status
from korpu_partners.organisations.domain.registration import SERIES, prospect
from korpu_partners.organisations.facts import OrganisationArchived, OrganisationRegistered
from korpu_partners.organisations.inputs import RegisterOrganisation
from korpu_partners.organisations.parts import Contact
from korpu_partners.organisations.tables import NOT_MERGED, Organisation
from korpu_partners.projects.tables import JointProject
from korpu_partners.publications.tables import Publication
from korpu_registers.domain.lifecycle import Outcome
from korpu_registers.parts import Remark, Verdict
from korpu_registers.reading.rows import Given
from korpu_registers.reading.values import remarks_of
from korpu_registers.reading.words import country, meaning
from korpu_registers.refusals.unclear_cells import KindNotKnown
from korpu_registers.taking_back import touched_by_hand

HOME = "AZ"
MOST_CONTACTS = 10
LABELS = {"name": ("und", "label"), "name_az": ("az", "label"), "name_en": ("en", "label"), "native": ("und", "native")}
DIRECT = ("region", "city", "address", "ror", "pic", "erasmus_code", "voen", "source")
ONCE = ("ror", "pic", "erasmus_code", "voen")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation that a row describes, before anybody enters it; most of them are looked at twice."""

    command: RegisterOrganisation
    contacts: tuple[Contact, ...]
    name_keys: tuple[str, ...]
    id: UUID = field(default_factory=uuid7)

    def entered(self, number: int, author: str) -> Organisation:
        """The organisation under its number."""
        organisation = prospect(self.command, number)
        organisation.id, organisation.contacts, organisation.author = self.id, self.contacts, author
        return organisation


Judged = tuple[Verdict, Candidate | None]


class Neighbours:
    """Who is known already, by each sign that tells two organisations alike; grows while rows are read."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], list[UUID]] = defaultdict(list)

    def add(self, id: UUID, signs: Iterable[tuple[str, str]]) -> None:
        """Remember one more."""
        for sign in signs:
            self._by[sign].append(id)

    def like(self, signs: Iterable[tuple[str, str]]) -> tuple[UUID, ...]:
        """Who is like this one, each once."""
        found = (each for sign in signs for each in self._by.get(sign, ()))
        return tuple(dict.fromkeys(found))[:20]


def _signs(told: Organisation | RegisterOrganisation, keys: Iterable[str]) -> list[tuple[str, str]]:
    """By what it is told alike: domains, names in its country, identifiers."""
    signs = [("domain", each) for each in told.domains]
    signs += [("name", f"{told.country} {key}") for key in keys if key]
    return signs + [(name, value) for name in ONCE if (value := getattr(told, name))]


async def judge(rows: Sequence[Given], file: str, uow: UnitOfWork) -> list[Judged]:
    """What would become of each row: a prospect, one that is like a known one, or one that needs repair."""
    read = [_read(each.values, f"{file}, {each.row}") for each in rows]
    known = await _known_like([each for each in read if isinstance(each, Candidate)], uow)
    judged: list[Judged] = []
    for given, each in zip(rows, read, strict=True):
        judged.append(_judged(given, each, known))
    return judged


def _judged(given: Given, read: Candidate | list[Remark], known: Neighbours) -> Judged:
    if isinstance(read, list):
        return Verdict(outcome=Outcome.NEEDS_REPAIR, remarks=tuple(read)), None
    signs = _signs(read.command, read.name_keys)
    offered = () if given.another else known.like(signs)
    known.add(read.id, signs)
    if offered:
        return Verdict(outcome=Outcome.OFFERED, offered=offered), None
    return Verdict(outcome=Outcome.WOULD_REGISTER), read


async def enter(made: Sequence[Candidate], uow: UnitOfWork) -> None:
    """Give them their numbers, without a gap, and say that they are known."""
    if not made:
        return
    first = await uow.number(SERIES, len(made))
    entered = [each.entered(number, uow.principal.subject) for number, each in enumerate(made, first)]
    await uow.emit_all([(each, OrganisationRegistered()) for each in entered])


async def dependents(ids: Sequence[UUID], uow: UnitOfWork) -> list[str]:
    """What keeps organisations from being withdrawn: what others did with them, units, and what was changed by hand."""
    found: list[str] = []
    touched = touched_by_hand(ids)
    for kind, *where in (
        (Agreement, col(Agreement.partner_ids).op("&&")(list(ids)), col(Agreement.status) != "annulled"),
        (Letter, col(Letter.organisation_ids).op("&&")(list(ids)), col(Letter.status) != "annulled"),
        (JointProject, col(JointProject.partner_ids).op("&&")(list(ids)), col(JointProject.status) != "withdrawn"),
        (Publication, _given_to(ids), col(Publication.status) != "withdrawn"),
        (Organisation, col(Organisation.parent_id).in_(ids), col(Organisation.id).not_in(ids)),
        (Organisation, col(Organisation.id).in_(ids), col(Organisation.id).in_(touched)),
    ):
        codes = select(col(kind.code)).where(*where).limit(10)
        found += await uow.session.scalars(codes)
    return list(dict.fromkeys(found))


def _given_to(ids: Sequence[UUID]) -> ColumnElement[bool]:
    """Books of which one of them was given copies."""
    named = func.jsonb_path_query_array(
        cast(col(Publication.distributions), JSONB), cast("$[*].organisation_id", JSONPATH)
    )
    return named.op("?|")(cast([str(each) for each in ids], ARRAY(Text)))


async def withdraw(ids: Sequence[UUID], reason: str, uow: UnitOfWork) -> None:
    """Archive what an import made; its identifiers are free again, and whom it named as contacts is forgotten."""
    if not ids:
        return
    wanted = select(Organisation).where(col(Organisation.id).in_(ids)).with_for_update()
    withdrawn = list(await uow.session.scalars(wanted.execution_options(populate_existing=True)))
    for each in withdrawn:
        each.status, each.contacts = Status.ARCHIVED, ()
        for name in ONCE:
            setattr(each, name, None)
    await uow.emit_all([(each, OrganisationArchived(reason=reason)) for each in withdrawn])


async def _known_like(wanted: Sequence[Candidate], uow: UnitOfWork) -> Neighbours:
    """Organisations that share a sign with one of these; those that an undone import made are left out."""
    row, one = tables.rows, tables.imports
    same = (col(row.thing_id) == col(Organisation.id), col(row.made_id) == col(Organisation.id))
    undone = exists().where(*same, col(row.outcome) == Outcome.WITHDRAWN)
    partners = select(func.unnest(col(one.partner_ids))).where(col(one.reason).is_not(None))
    # Only an archived one is looked for among the rows that were ever withdrawn.
    withdrawn = (col(Organisation.status) == Status.ARCHIVED) & (undone | col(Organisation.id).in_(partners))
    told = {name: {getattr(each.command, name) for each in wanted} - {None} for name in ONCE}
    told["domains"] = {domain for each in wanted for domain in each.command.domains}
    told["name_keys"] = {key for each in wanted for key in each.name_keys} - {""}
    known = Neighbours()
    for sign, words in told.items():
        for organisation in await bearing(sign, words, uow, NOT_MERGED, ~withdrawn):
            known.add(organisation.id, _signs(organisation, organisation.name_keys))
    return known


def _read(values: Mapping[str, str], evidence: str) -> Candidate | list[Remark]:
    words, remarks = _as_input(values)
    contacts, more = reached(values, evidence)
    remarks += more
    try:
        command = RegisterOrganisation.model_validate_json(json.dumps(words), strict=True)
    except ValidationError as wrong:
        return [*remarks, *remarks_of(wrong, _field)]
    if not remarks and command.voen and command.country != HOME:
        remarks.append(Remark(field="voen", code="voen-is-domestic"))
    if remarks:
        return remarks
    keys = tuple({fold(name.text) for name in command.names})
    return Candidate(command, contacts, keys)


def _field(path: str) -> str:
    first = path.split(".", maxsplit=1)[0]
    return {"names": "name", "kinds": "kind"}.get(first, first)


def _as_input(values: Mapping[str, str]) -> tuple[dict[str, Any], list[Remark]]:
    names = [
        {"language": language, "kind": kind, "text": values[field]}
        for field, (language, kind) in LABELS.items()
        if values.get(field)
    ]
    place = country(values["country"]) if values.get("country") else None
    kinds, remarks = _kinds(values)
    words: dict[str, Any] = {name: values[name] for name in DIRECT if values.get(name)}
    if values.get("website"):
        site = values["website"].split()[0].strip(";,")
        words["website"] = site if re.match(r"(?i)https?://", site) or "." not in site else f"https://{site}"
    words |= {
        "names": names,
        "kinds": kinds,
        "scope": values.get("scope") or ("domestic" if place == HOME else "foreign"),
    }
    words |= {"domains": _several(values, "domains"), "tags": _several(values, "tags")}
    return words | {"country": place or values.get("country", "")}, remarks


def _several(values: Mapping[str, str], name: str) -> list[str]:
    return [each.strip().lower() for each in re.split(r"[;,\s]+", values.get(name, "")) if each.strip()]


def _kinds(values: Mapping[str, str]) -> tuple[list[str], list[Remark]]:
    """The kinds that are written; else what the name says; a university if it says nothing."""
    written = values.get("kind", "")
    if not written:
        named = next((values[each] for each in LABELS if values.get(each)), "")
        return [meaning("organisation", named) or "university"], []
    found = [meaning("organisation", each) for each in re.split(r"[;,]", written)]
    if None in found:
        return ["university"], [Remark(field="kind", code=KindNotKnown.code)]
    return list(dict.fromkeys(str(each) for each in found)), []
