"""What is asked when somebody wants to know whether they are eligible."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from korpu_chassis.validation.codes import Country, Day, Eqf, IscedF
from korpu_mobility.opportunities.domain.lifecycle import Audience
from korpu_mobility.opportunities.parts import Grade, LanguageNeed

MOST = 500


class GivenCandidate(BaseModel):
    """What somebody says of themselves; nothing of it is kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    audience: Audience | None = None
    level: Annotated[Eqf | None, Field(description="The level of the studies, EQF.")] = None
    field: Annotated[IscedF | None, Field(description="The field of study, ISCED-F 2013.")] = None
    citizenship: Country | None = None
    birth_date: Day | None = None
    mean: Annotated[Grade | None, Field(description="The mean of the grades.")] = None
    mean_scale: Annotated[Grade | None, Field(description="Its scale; the opportunity's own if left out.")] = None
    languages: Annotated[tuple[LanguageNeed, ...], Field(max_length=20)] = ()


class AskEligibility(BaseModel):
    """Of which opportunities it is asked, of all that are open if none is named, and about whom."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ids: Annotated[tuple[UUID, ...] | None, Field(max_length=MOST)] = None
    given: GivenCandidate = GivenCandidate()
