"""How many proposals there are of each theme, unit and status, as the portal sees it."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.types.arguments import StrawberryArgument
from typing_extensions import override

from korpu_gateway.reads.fields import Uncompiled, argument, sourced
from korpu_gateway.reads.kinds import KINDS, TYPES
from korpu_gateway.reads.listing import Asker, listing
from korpu_gateway.reads.loaders import Statement
from korpu_gateway.types.lists.proposal import ProposalFilter
from korpu_gateway.types.translation import of
from korpu_gateway.types.words.proposal import ProposalStatus, ProposalTheme

if TYPE_CHECKING:
    from korpu_gateway.reads.reading import Reading


class Totals(Uncompiled):
    """The list under the same filter and at the same moment, counted instead of shown."""

    @override
    def arguments(self) -> list[StrawberryArgument]:
        return [argument("filter", ProposalFilter | None), argument("as_of", datetime | None)]

    @override
    async def resolve(self, value: Any, reading: "Reading", given: Mapping[str, Any]) -> Any:
        statement = Statement(reading.principal)
        asker = Asker(reading.granted, statement.bind)
        asked = listing(KINDS["proposal"], "r", {"first": 0, **given}, asker)
        return await reading.pool.fetch(asked.count_by("theme", "unit", "status"), *statement.parameters)


@strawberry.type(description="How many proposals of one theme, for one unit, stand so.")
class ProposalTotal:
    """How many proposals of one theme, for one unit, stand so."""

    theme: ProposalTheme = of(lambda total: ProposalTheme(total["theme"]))
    unit: str | None = of(lambda total: total["unit"])
    status: ProposalStatus = of(lambda total: ProposalStatus(total["status"]))
    proposals: int = of(lambda total: total["count"])


TYPES["ProposalTotal"] = ProposalTotal


def proposal_totals_field() -> Any:
    """How many proposals there are of each kind, in the schema."""
    told = "How many proposals there are of each theme, unit and status, under the same filter as the list."
    return sourced(Totals(), told)
