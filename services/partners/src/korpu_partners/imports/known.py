"""Who is known already, so that nobody is imported twice."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import or_, select

from korpu_chassis.text import fold
from korpu_chassis.work import Work
from korpu_partners.organisations.commands import RegisterOrganisation
from korpu_partners.organisations.lifecycle import Status
from korpu_partners.organisations.tables import Organisation


@dataclass
class Known:
    """Who is known already, by domain and by whole name in a country; grows while a batch is read."""

    by_domain: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[tuple[str, str], list[UUID]] = field(default_factory=lambda: defaultdict(list))
    by_ror: dict[str, UUID] = field(default_factory=dict)

    def add(self, organisation: Organisation) -> None:
        """Remember one more."""
        for domain in organisation.domains:
            self.by_domain[domain].append(organisation.id)
        for key in organisation.name_keys:
            self.by_name[organisation.country, key].append(organisation.id)
        if organisation.ror:
            self.by_ror[organisation.ror] = organisation.id

    def like(self, command: RegisterOrganisation) -> tuple[UUID, ...]:
        """Who is like the one that would be registered, each once."""
        found = [each for domain in command.domains for each in self.by_domain.get(domain, ())]
        for name in command.names:
            found += self.by_name.get((command.country, fold(name.text)), ())
        if command.ror in self.by_ror:
            found.append(self.by_ror[command.ror])
        return tuple(dict.fromkeys(found))


async def known_like(work: Work, commands: Iterable[RegisterOrganisation]) -> Known:
    """Look up, in one question, whoever is like any of these."""
    known = Known()
    wanted = list(commands)
    columns = Organisation.__table__.c  # type: ignore[attr-defined]
    domains = sorted({domain for each in wanted for domain in each.domains})
    keys = sorted({fold(name.text) for each in wanted for name in each.names} - {""})
    rors = sorted({each.ror for each in wanted if each.ror})
    signs = [columns.domains.overlap(domains), columns.name_keys.overlap(keys), columns.ror.in_(rors)]
    found = select(Organisation).where(columns.status != Status.MERGED, or_(*signs))
    for organisation in await work.session.scalars(found):
        known.add(organisation)
    return known
