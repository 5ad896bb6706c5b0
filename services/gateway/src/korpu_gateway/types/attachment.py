"""A file as the portal sees it; its content is fetched by a link that its owner gives."""

from datetime import date
from uuid import UUID

from korpu_gateway.reads.declared import part
from korpu_gateway.reads.fields import at


@part
class Attachment:
    """A file that hangs on something; `POST /<owner>/files/links` gives a link to those who may have it."""

    id: UUID = at()
    title: str = at()
    sha256: str = at()
    media_type: str = at()
    size: int = at()
    language: str | None = at()
    added_on: date = at()
