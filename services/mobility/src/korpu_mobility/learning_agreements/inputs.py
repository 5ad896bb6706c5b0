"""What is written about a learning agreement."""

from typing import Annotated

from pydantic import Field

from korpu_chassis.validation.codes import Cefr, LanguageTag, Personal, Text
from korpu_documents.attachments import Sha256
from korpu_mobility.learning_agreements.parts import Change, Component

MOST_COMPONENTS = 60

Components = Annotated[
    tuple[Component, ...],
    Field(max_length=MOST_COMPONENTS, description="Tables A (host), B (recognised at home) and C (virtual)."),
]
Changes = Annotated[
    tuple[Change, ...],
    Field(
        max_length=2 * MOST_COMPONENTS,
        description="Why components at the host go or come, against the version that all three have signed.",
    ),
]
Language = Annotated[LanguageTag | None, Field(description="The main language of instruction at the host.")]
Level = Annotated[Cefr | None, Personal, Field(description="The level that the person has or reaches by the start.")]
Seen = Annotated[Sha256, Field(description="The hash of the version that was read; the signature is bound to it.")]
Comment = Annotated[Text, Personal, Field(max_length=2000, description="For the person; the next version answers it.")]
