"""The templates of partners: what an agreement, its amendment, its end and a letter are printed from."""

from enum import StrEnum
from pathlib import Path

from korpu_documents.papers.editions import Templates

templates = Templates(Path(__file__).parents[1] / "templates")


class Template(StrEnum):
    """What a paper is made from."""

    LETTER = "letter"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    AMENDMENT = "amendment"
    TERMINATION = "termination"
