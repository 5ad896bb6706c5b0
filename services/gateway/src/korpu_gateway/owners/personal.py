"""What only an owner may tell about persons: asked in one batch per request, under the caller's own authority."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from strawberry.dataloader import DataLoader

from korpu_chassis.refusals import Forbidden, NotFound, Unauthenticated, Unavailable
from korpu_gateway.owners.extensions import Extensions
from korpu_gateway.owners.owner import Caller, Declined, Unexpected
from korpu_gateway.owners.owners import Owners
from korpu_gateway.owners.refused import BrokenQuestion

MOST = 500
PATIENCE = 3.0


@dataclass(frozen=True)
class Register:
    """Where an owner keeps persons: asked at this path, it answers a list under this name."""

    service: str
    path: str
    answer: str
    by_field: bool = True

    def question(self, ids: Sequence[str], names: Sequence[str]) -> dict[str, Any]:
        """The body that asks for these fields of these ids; some registers tell all that they know."""
        return {"ids": ids, "fields": names} if self.by_field else {"ids": ids}


PEOPLE = Register("mobility", "/people/read", "people")
MEMBERS = Register("events", "/visit-members/read", "members")
REGISTRATIONS = Register("events", "/registrations/read", "registrations")
PROPOSALS = Register("events", "/proposals/read", "proposals")
OWN_PROPOSALS = Register("events", "/proposals/mine", "proposals", by_field=False)
SIMILAR_PROPOSALS = Register("events", "/proposals/similar", "proposals", by_field=False)
REPORTS = Register("events", "/reports/read", "reports")
CONTACTS = Register("partners", "/contacts/read", "organisations", by_field=False)
CONSENTS = Register("partners", "/contacts/consents/read", "organisations", by_field=False)
LETTERS = Register("partners", "/letters/read", "letters", by_field=False)
STAYS = Register("mobility", "/mobilities/read", "mobilities")
ADMISSIONS = Register("mobility", "/admissions/read", "admissions")
TRIPS = Register("mobility", "/trips/read", "trips")
ENQUIRIES = Register("mobility", "/enquiries/read", "enquiries")
LEARNING_AGREEMENTS = Register("mobility", "/learning-agreements/read", "learning_agreements")
APPLICATIONS = Register("mobility", "/applications/read", "applications")
FREE_TIMES = Register("events", "/diary/free-times", "times")
ELIGIBILITY = Register("mobility", "/opportunities/eligibility", "opportunities")
REACH = Register("partners", "/contacts/reach", "found", by_field=False)
AGREEMENT_REACH = Register("partners", "/agreements/reach", "found", by_field=False)
REVIEWS = Register("partners", "/publications/reviews/read", "publications", by_field=False)
AUTHORS = Register("partners", "/publications/authors/read", "publications", by_field=False)
ASKED_REVIEWS = Register("partners", "/publications/reviews/asked", "reviews", by_field=False)
REGISTER_ROWS = {
    service: Register(service, "/imports/rows/read", "imports", by_field=False)
    for service in ("partners", "mobility", "events")
}
IMPACTS = Register("partners", "/agreements/impact/read", "agreements", by_field=False)
ORGANISATION_IMPACTS = Register("partners", "/organisations/impact/read", "organisations", by_field=False)
VISIT_IMPACTS = Register("events", "/visits/impact/read", "visits", by_field=False)
FEEDBACK = Register("events", "/feedback/read", "events", by_field=False)
EVENT_IMPACTS = Register("events", "/events/impact/read", "events", by_field=False)

UNTOLD = {Forbidden.code, NotFound.code, Unauthenticated.code}
"""What may not be read looks like what is not there."""
Wanted = tuple[Register, str, str]


@dataclass
class Personal:
    """The persons of one request; what the caller may not read is absent, and looks like what is not there."""

    owners: Owners
    caller: Caller
    extensions: Extensions
    _known: dict[Wanted, Any] = field(default_factory=dict)
    _loader: DataLoader[Wanted, Any] = field(init=False)

    def __post_init__(self) -> None:
        """Gather what is asked in one round of the event loop."""
        self._loader = DataLoader(load_fn=self._load)

    async def gather(self, wanted: Sequence[Wanted]) -> None:
        """Ask for these together with all that others ask at the same time; `known` then tells them."""
        if self.caller.token:
            await self._loader.load_many(wanted)

    async def fetch(self, wanted: Sequence[Wanted]) -> None:
        """Ask for all of these at once; `known` then tells them."""
        if self.caller.token:
            await self._load(wanted)

    async def asks(self, register: Register, **question: Any) -> list[Mapping[str, Any]] | None:
        """What a register answers to the caller's own question; nothing to those who are not signed in.

        A question that breaks a rule is answered by `BrokenQuestion`.
        """
        if not self.caller.token:
            return None
        return await self._told(register, question, told_wrong=True)

    async def asks_openly(self, register: Register, **question: Any) -> list[Mapping[str, Any]]:
        """What a register answers to anybody, signed in or not; `BrokenQuestion` where it breaks a rule."""
        return await self._told(register, question, told_wrong=True)

    def known(self, register: Register, id: str, name: str) -> Any:
        """What was fetched; nothing when the caller may not know it."""
        return self._known.get((register, id, name))

    async def _load(self, wanted: Sequence[Wanted]) -> list[Any]:
        missing = [each for each in dict.fromkeys(wanted) if each not in self._known]
        await asyncio.gather(*(self._ask(register, missing) for register in {each[0] for each in missing}))
        return [self._known.get(each) for each in wanted]

    async def _ask(self, register: Register, wanted: Sequence[Wanted]) -> None:
        ids = sorted({id for each, id, _ in wanted if each == register})
        names = sorted({name for each, _, name in wanted if each == register})
        pages = (list(ids[place : place + MOST]) for place in range(0, len(ids), MOST))
        for told in await asyncio.gather(*(self._page(register, page, names) for page in pages)):
            for each in told:
                self._known.update({(register, each["id"], name): each.get(name) for name in names})

    async def _page(self, register: Register, ids: list[str], names: list[str]) -> list[Mapping[str, Any]]:
        return await self._told(register, register.question(ids, names))

    async def _told(
        self, register: Register, question: Mapping[str, Any], *, told_wrong: bool = False
    ) -> list[Mapping[str, Any]]:
        try:
            told = await self.owners[register.service].ask(register.path, question, self.caller, within=PATIENCE)
        except Declined as declined:
            if told_wrong and declined.problem["code"] not in UNTOLD:
                raise BrokenQuestion(declined.problem) from None
            return []
        except (Unavailable, Unexpected) as away:
            rule = away if isinstance(away, Unavailable) else Unavailable()
            self.extensions.away(register.service, rule.message(self.caller.language))
            return []
        people: list[Mapping[str, Any]] = told[register.answer]
        return people
