"""The terms of an agreement: what is agreed, by whom and until when, and the hash that approvals bind to."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import ConfigDict, Field

from korpu_chassis.i18n.text import LocalizedText
from korpu_chassis.persistence.store import Part
from korpu_chassis.validation.codes import AcademicYear, Cefr, Eqf, IscedF, LanguageTag, Money, Text, whole_number
from korpu_partners.agreements.domain.kinds import Kind, RenewalMode, Stay

People = Annotated[int, Field(ge=0, le=10_000), whole_number]
Length = Annotated[int, Field(ge=1, le=100_000), whole_number]
Months = Annotated[int, Field(ge=1, le=120), whole_number]
NoticeDays = Annotated[int, Field(ge=0, le=730), whole_number]


class Value(Part):
    """A piece of an agreement; where Python reserves a word, like `from`, JSON has it all the same."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)


class Side(Value):
    """One end of a direction; without an organisation it is our university."""

    organisation_id: UUID | None = None
    unit: Annotated[Text | None, Field(max_length=100)] = None

    def renamed(self, successors: Mapping[UUID, UUID]) -> Self:
        """The same side, by the successor's id if it has one."""
        if self.organisation_id is None or self.organisation_id not in successors:
            return self
        return self.model_copy(update={"organisation_id": successors[self.organisation_id]})


class Party(Side):
    """Who is bound, at the level of the organisation or of one unit."""

    us: bool = False


class Renewal(Value):
    """How the agreement goes on, and how long before the notice is due."""

    mode: RenewalMode = RenewalMode.FIXED
    notice_days: Annotated[NoticeDays, Field(description="Notice to end or not to renew, in days.")] = 90
    period_months: Annotated[Months, Field(description="Length of an automatic renewal.")] = 12
    review_months: Annotated[Months, Field(description="Evergreen: months between reviews.")] = 12


class Condition(Value):
    """Seats in one direction, under an identity that mobilities refer to."""

    id: UUID
    from_: Annotated[Side, Field(alias="from")]
    to: Side
    kind: Stay
    first_year: AcademicYear
    last_year: AcademicYear
    people_per_year: People
    months_per_year: Length | None = None
    days_per_year: Length | None = None
    isced: Annotated[tuple[IscedF, ...], Field(max_length=50)] = ()
    eqf: Annotated[tuple[Eqf, ...], Field(max_length=8)] = ()
    language: LanguageTag | None = None
    cefr: Cefr | None = None
    blended: bool = False


class Obligation(Value):
    """What one side promises, under an identity that commitments refer to."""

    id: UUID
    text: LocalizedText
    ours: bool = True
    due: date | None = None
    amount: Money | None = None


class Article(Value):
    """What is agreed in words of its own, under an identity that amendments refer to.

    The first of several lines is its heading.
    """

    id: UUID
    text: LocalizedText


class Terms(Value):
    """All that is agreed: parties, kind, dates, articles, conditions and obligations; no contacts, no logistics."""

    kind: Kind
    parties: tuple[Party, ...]
    starts: date | None = None
    ends: date | None = None
    renewal: Renewal = Renewal()
    conditions: tuple[Condition, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    articles: tuple[Article, ...] = ()

    @property
    def evergreen(self) -> bool:
        """Whether it has no end by agreement."""
        return self.renewal.mode is RenewalMode.EVERGREEN

    @property
    def has_money(self) -> bool:
        """Whether somebody promises to pay."""
        return any(obligation.amount and obligation.amount.amount for obligation in self.obligations)

    @property
    def organisation_ids(self) -> set[UUID]:
        """Every organisation that is named, as a party or in a condition."""
        sides = [*self.parties, *(side for each in self.conditions for side in (each.from_, each.to))]
        return {side.organisation_id for side in sides if side.organisation_id}

    def renamed(self, successors: Mapping[UUID, UUID]) -> "Terms":
        """The same terms, with these organisations under the ids of their successors."""
        if not successors:
            return self
        parties = tuple(each.renamed(successors) for each in self.parties)
        conditions = tuple(
            each.model_copy(update={"from_": each.from_.renamed(successors), "to": each.to.renamed(successors)})
            for each in self.conditions
        )
        return self.model_copy(update={"parties": parties, "conditions": conditions})

    @property
    def partner_ids(self) -> tuple[UUID, ...]:
        """The organisations that are bound besides us, each once."""
        return tuple(dict.fromkeys(party.organisation_id for party in self.parties if party.organisation_id))


class TermsVersion(Value):
    """Terms as they stood on a day; they stay readable whatever follows."""

    version: int
    hash: str
    terms: Terms
    on: date


def terms_hash(terms: Terms) -> str:
    """A hash of what is agreed; translations of the originals do not matter, nor does the order but of articles.

    Terms without articles of their own have the hash that they had before there were any.
    """
    canonical = json.dumps(_canonical(terms), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _canonical(terms: Terms) -> dict[str, Any]:
    plain: dict[str, Any] = terms.model_dump(mode="json", exclude={"obligations", "articles"})
    for condition in plain["conditions"]:
        condition["isced"] = sorted(set(condition["isced"]))
        condition["eqf"] = sorted(set(condition["eqf"]))
    plain["conditions"].sort(key=lambda condition: condition["id"])
    plain["parties"].sort(key=lambda party: (party["organisation_id"] or "", party["unit"] or ""))
    plain["obligations"] = sorted((_promise(each) for each in terms.obligations), key=lambda promise: promise["id"])
    if terms.articles:
        plain["articles"] = [{"id": str(each.id), "text": _original(each.text)} for each in terms.articles]
    return plain


def _promise(obligation: Obligation) -> dict[str, Any]:
    amount = obligation.amount
    return {
        "id": str(obligation.id),
        "text": _original(obligation.text),
        "ours": obligation.ours,
        "due": obligation.due and obligation.due.isoformat(),
        "amount": amount and [format(amount.amount.normalize(), "f"), amount.currency],
    }


def _original(text: LocalizedText) -> dict[str, str]:
    return {text.original: text.texts[text.original].text}
