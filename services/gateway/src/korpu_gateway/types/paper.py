"""Papers as the portal sees them: what was made of what, from which template, and whether it still holds."""

from datetime import date
from typing import TYPE_CHECKING, Any

from korpu_gateway.readmodel.columns import key, ordered, reference, references, word
from korpu_gateway.reads.declared import aggregate, part
from korpu_gateway.reads.fields import at
from korpu_gateway.reads.kinds import Words
from korpu_gateway.reads.permissions import COORDINATOR, OFFICE, everything, having, of_unit
from korpu_gateway.reads.relations import one
from korpu_gateway.types.attachment import Attachment
from korpu_gateway.types.lists.paper import PaperFilter, PaperOrder
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.values import LocalizedText, in_all_languages
from korpu_gateway.types.words.paper import PaperStatus, PaperTemplate

if TYPE_CHECKING:
    from korpu_gateway.types.agreement import Agreement
    from korpu_gateway.types.letter import Letter
    from korpu_gateway.types.organisation import Organisation


@part
class PaperParty:
    """An organisation that a paper names; ours has no id."""

    organisation: "Organisation | None" = one("organisation", "organisation_id")
    names: LocalizedText = at()


def _prepared(state: dict[str, Any]) -> Words:
    return {"sort": state["code"], "search": (*in_all_languages(state["title"]), state["code"], state["number"])}


@aggregate(
    topic="partners.papers.v1",
    plural="papers",
    listed="Documents that the office has made, by number.",
    readers={
        OFFICE | {"rectorate", "auditor"}: everything,
        COORDINATOR: of_unit(),
        frozenset({"legal", "finance"}): having("agreement_id"),
    },
    columns=(
        word("template"),
        ordered("made_on"),
        reference("agreement_id"),
        reference("letter_id"),
        key("code_digest"),
        references("organisation_ids", "$.parties[*].organisation_id ? (@ != null)"),
    ),
    prepared=_prepared,
    filter=PaperFilter,
    order=PaperOrder,
    came_of=("agreement_id", "letter_id"),
)
class Paper(Node):
    """A document that the office has made."""

    status: PaperStatus = at()
    template: PaperTemplate = at()
    template_version: int = at()
    languages: list[str] = at()
    draft: bool = at()
    title: LocalizedText = at()
    number: str = at()
    agreement: "Agreement | None" = one("agreement", "agreement_id")
    letter: "Letter | None" = one("letter", "letter_id")
    confidential: bool = at()
    parties: list[PaperParty] = at()
    terms_version: int | None = at()
    terms_hash: str | None = at()
    amendment: int | None = at()
    effective: date | None = at()
    copies: int | None = at()
    made_on: date = at()
    file: Attachment = at()
    code_digest: str = at()
    revoked_on: date | None = at()
    reason: str | None = at()
