"""What may be asked: each kind of thing by its id or code, lists of each, and what belongs to no kind."""

from collections.abc import Iterator
from typing import Any, cast

from strawberry.annotation import StrawberryAnnotation
from strawberry.tools import create_type

from korpu_gateway.reads.connection import Connection
from korpu_gateway.reads.fields import sourced
from korpu_gateway.reads.kinds import KINDS, Kind
from korpu_gateway.reads.relations import AnyNode, AnyNodes, many, named
from korpu_gateway.types.asked_review import AskedReview, asked_reviews_field
from korpu_gateway.types.checked_document import CheckedDocument, verify_field
from korpu_gateway.types.eligibility import Eligibility, eligibility_field
from korpu_gateway.types.found_proposal import FoundProposal, own_proposals_field, similar_proposals_field
from korpu_gateway.types.free_times import FreeTimes, free_times_field
from korpu_gateway.types.indicator import (
    IndicatorAnswer,
    IndicatorDefinition,
    indicator_field,
    indicators_field,
)
from korpu_gateway.types.nodes import Node
from korpu_gateway.types.proposal_total import ProposalTotal, proposal_totals_field
from korpu_gateway.types.register_rows import RegisterRows, register_rows_field
from korpu_gateway.types.story import StoryEntry, story_field
from korpu_gateway.types.translation import TranslationGap, translations_field
from korpu_gateway.types.translation_total import TranslationTotal, translation_totals_field
from korpu_gateway.types.viewer import Viewer, viewer_field

Declared = tuple[str, Any, Any]


def query_type() -> type:
    """The query type of the schema: three fields for each kind of thing, and those of no kind."""
    declared = [*_anything(), *(each for _, kind in sorted(KINDS.items()) for each in _of_kind(kind)), *_beside()]
    for name, type_, field in declared:
        field.python_name, field.type_annotation = name, StrawberryAnnotation(type_)
    return create_type("Query", [field for _, _, field in declared], description="What may be asked of the office.")


def _anything() -> Iterator[Declared]:
    yield "node", Node | None, sourced(AnyNode(), description="The thing of any kind that has this global id.")
    described = "The things that have these global ids, in order."
    yield "nodes", list[Node | None], sourced(AnyNodes(), description=described)


def _of_kind(kind: Kind) -> Iterator[Declared]:
    yield kind.name, kind.shown | None, named(kind.name)
    yield f"{kind.name}_by_code", kind.shown | None, named(kind.name, "code")
    yield kind.plural, cast("Any", Connection)[kind.shown], many(kind.name, description=kind.listed)


def _beside() -> Iterator[Declared]:
    yield "viewer", Viewer | None, viewer_field()
    yield "verify_document", CheckedDocument | None, verify_field()
    yield "reviews_asked_of_me", list[AskedReview] | None, asked_reviews_field()
    yield "own_proposals", list[FoundProposal] | None, own_proposals_field()
    yield "similar_proposals", list[FoundProposal] | None, similar_proposals_field()
    yield "proposal_totals", list[ProposalTotal], proposal_totals_field()
    yield "eligibility", list[Eligibility], eligibility_field()
    yield "free_times", FreeTimes | None, free_times_field()
    yield "indicators", list[IndicatorDefinition], indicators_field()
    yield "indicator", IndicatorAnswer | None, indicator_field()
    yield "story", list[StoryEntry] | None, story_field()
    yield "translations", Connection[TranslationGap], translations_field()
    yield "translation_totals", list[TranslationTotal], translation_totals_field()
    yield "register_rows", RegisterRows | None, register_rows_field()
