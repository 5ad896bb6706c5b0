"""The tables of this service belong together and to nobody else."""

from sqlalchemy.orm import registry
from sqlmodel import SQLModel


class Table(SQLModel, registry=registry()):
    """Every table of partners."""
