"""Where this service keeps what it owns; each service has tables of its own."""

from sqlalchemy import MetaData
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

_own = registry(metadata=MetaData())


class Table(SQLModel, registry=_own):
    """A table of this service."""

    metadata = _own.metadata
